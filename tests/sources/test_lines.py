"""Rows that are set aside are shown with the line of the raw file that they begin in, whatever stands before."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.sources.visits import FORM, GOOD, HEADER, LAYOUT, lend, put

from comity.ledger import Ledger
from comity.sources import import_files
from comity.sources.form import Delimited

SAME = "9,2024-01-01,KHM,KHM,x"
SOON = "9,soon,KHM,CHN,x"


def told(ledger: Ledger) -> list[tuple[Any, ...]]:
    return ledger.table("rejects").order("file, line").project("line, field, reason, content").fetchall()


@pytest.mark.parametrize(
    ("before", "line"),
    [
        ((), 2),
        (("", ""), 4),
        ((GOOD[0], "", GOOD[1]), 5),
        (('1,2024-01-05,KHM,CHN,"two\nlines"',), 4),
        (('1,2024-01-05,KHM,CHN,"with ""quotes"" and\n\nthree lines"', GOOD[1]), 6),
        ((SOON,), 3),
        (('1,2024-01-05,KHM,CHN,a 5" gun', GOOD[1]), 4),
        (('1,2024-01-05,"KHM","CHN",a "b" c', '2,2024-01-05,"KHM",CHN,"d, ""e"'), 4),
        ((SOON, '1,2024-01-05,KHM,CHN,"two\nlines"', SOON, ""), 7),
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_row_with_a_fault_is_shown_at_its_line(
    before: tuple[str, ...],
    line: int,
    ending: str,
    ledger: Ledger,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lend(monkeypatch, bad_share=1.0)
    data = "\n".join([HEADER, *before, SAME, *GOOD, ""]).replace("\n", ending)
    import_files(ledger, "visits", [put(tmp_path, "visits.csv", data.encode())])
    found = [one for one in told(ledger) if one[1] == "host"]
    assert [one[:3] for one in found] == [(line, "host", "host and guest are the same")]


def test_an_unreadable_value_is_shown_with_its_line_column_and_row(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lend(monkeypatch)
    data = "\n".join([HEADER, *GOOD, "", SOON, ""])
    import_files(ledger, "visits", [put(tmp_path, "visits.csv", data.encode())])
    assert told(ledger) == [(6, "day", "not a date in day", SOON)]


def test_lines_count_from_the_first_where_there_is_no_header(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    columns = {name: kind for name, kind in LAYOUT.columns.items() if name != "talks"}
    layout = Delimited({**columns}, "\t", has_header=False, quote="")
    output = FORM.outputs["events"].replace("talks", "NULL")
    lend(monkeypatch, replace(FORM, layout=layout, outputs={"events": output}), bad_share=1.0)
    rows = ['1\t2024-01-05\tKHM\tCHN\t"odd', "", "2\t2024-01-05\tKHM\tKHM\tx", "3\tsoon\tKHM\tCHN\tx", ""]
    import_files(ledger, "visits", [put(tmp_path, "visits.tsv", "\n".join(rows).encode())])
    assert [one[0] for one in told(ledger)] == [3, 4]


def test_each_file_of_a_portion_has_lines_of_its_own(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lend(monkeypatch, bad_share=1.0)
    files = {"a.csv": [GOOD[0], SAME, GOOD[1]], "b.csv": [SOON, GOOD[2], "", SAME.replace("9", "8")]}
    for name, rows in files.items():
        put(tmp_path, f"raw/{name}", "\n".join([HEADER, *rows, ""]).encode())
    import_files(ledger, "visits", [tmp_path / "raw"])
    names = {file.id: file.name for file in ledger.tables.files()}
    found = ledger.table("rejects").project("file, line, reason").fetchall()
    assert sorted((names[file], line) for file, line, _ in found) == [("a.csv", 3), ("b.csv", 2), ("b.csv", 5)]


PLACES = st.text(st.sampled_from('ab"\n, é'), max_size=6)
ROWS = st.lists(
    st.tuples(st.sampled_from(["good", "same", "soon"]), PLACES, st.integers(0, 2)), min_size=2, max_size=8
)


def written(rows: list[tuple[str, str, int]], start: int) -> tuple[str, set[tuple[int, str]]]:
    """A file of these rows with blank lines before each, and the lines of the bad ones with their ids."""
    file, bad = io.StringIO(), set()
    file.write(HEADER + "\n")
    for number, (kind, place, blanks) in enumerate(rows, start):
        file.write("\n" * blanks)
        day, guest = ("soon" if kind == "soon" else "2024-01-05"), ("KHM" if kind == "same" else "CHN")
        if kind != "good":
            bad.add((file.getvalue().count("\n") + 1, str(number)))
        csv.writer(file, lineterminator="\n").writerow([number, day, "KHM", guest, place])
    return file.getvalue(), bad


def imported(ledger: Ledger, folder: Path, *files: str) -> tuple[list[Any], set[tuple[int, str]]]:
    paths = [put(folder, f"{number}.csv", data.encode()) for number, data in enumerate(files)]
    assert import_files(ledger, "visits", paths).errors == []
    rows = ledger.table("events").project("id, date, actor_country, place").order("id").fetchall()
    aside = ledger.table("rejects").project("line, content").fetchall()
    ledger.tables.forget("visits")
    return rows, {(line, content[0]) for line, content in aside}


@settings(
    max_examples=8,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(rows=ROWS, cut=st.integers(1, 7))
def test_any_file_keeps_its_good_rows_and_shows_the_bad_at_their_lines_also_when_split_in_two(
    rows: list[tuple[str, str, int]], cut: int, ledger: Ledger, tmp_path: Path
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        lend(patch, bad_share=1.0)
        whole, bad = written(rows, 1)
        kept, aside = imported(ledger, tmp_path, whole)
        good = [(str(n), place or None) for n, (kind, place, _) in enumerate(rows, 1) if kind == "good"]
        assert [(one[0], one[3]) for one in kept] == good
        assert aside == bad
        cut = min(cut, len(rows) - 1)
        (first, one), (second, other) = written(rows[:cut], 1), written(rows[cut:], cut + 1)
        assert imported(ledger, tmp_path, first, second) == (kept, one | other)
