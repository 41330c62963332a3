"""What imports could not take or understand, and what is said of what is held."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.sources.visits import GOOD, lend, put, text

from comity.ledger import Ledger
from comity.sources import Options, import_files
from comity.sources.held import bibtex, citation, holdings
from comity.sources.problems import Unresolved, rejects, unresolved


def test_rows_set_aside_are_listed_up_to_a_number_and_counted(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lend(monkeypatch)
    bad = ["8,soon,KHM,CHN,x", "9,2024-01-01,KHM,KHM,y"]
    import_files(ledger, "visits", [put(tmp_path, "visits.csv", text([*GOOD, *bad]))])
    found, total = rejects(ledger, "visits", 1)
    assert total == 2
    assert [(one.source, one.file, one.line, one.field, one.reason, one.content) for one in found] == [
        ("visits", "visits.csv", 5, "day", "not a date in day", bad[0])
    ]
    assert rejects(ledger, None, 10)[1] == 2
    assert rejects(ledger, "gdelt", 10) == ([], 0)


def test_rows_of_a_superseded_file_are_no_longer_listed(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lend(monkeypatch)
    import_files(ledger, "visits", [put(tmp_path, "visits.csv", text([*GOOD, "8,soon,KHM,XQZ,x"]))])
    import_files(ledger, "visits", [put(tmp_path, "visits.csv", text())])
    assert rejects(ledger, None, 10) == ([], 0)
    assert unresolved(ledger, None) == []


def test_codes_of_no_known_state_are_counted_the_most_frequent_first(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lend(monkeypatch)
    rows = ["1,2024-01-01,KHM,XQZ,a", "2,2024-01-02,KHM,XQZ,b", "3,2023-01-02,YYY,CHN,c"]
    import_files(ledger, "visits", [put(tmp_path, "visits.csv", text(rows))])
    assert unresolved(ledger, "visits") == [
        Unresolved("visits", "events", "actor_code", "XQZ", 2),
        Unresolved("visits", "events", "recipient_code", "YYY", 1),
    ]


def test_a_citation_names_what_was_used_and_when(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lend(monkeypatch)
    import_files(ledger, "visits", [put(tmp_path, "visits.csv", text())], Options())
    held = holdings(ledger.tables)["visits"]
    file = held.files[0]
    assert citation(held) == (
        f"Ourselves. 2024. Visits. [file visits.csv, SHA-256 {file.sha256[:12]}; 2023-12-31 to 2024-02-06;"
        f" imported {file.imported.date()}]"
    )
    import_files(ledger, "visits", [put(tmp_path, "later.csv", text(["7,2024-06-01,KHM,CHN,x"]))])
    assert "[2 files, later.csv to visits.csv; 2023-12-31 to 2024-06-01; " in citation(
        holdings(ledger.tables)["visits"]
    )


def test_a_citation_for_bibtex_is_an_entry_with_its_signs_escaped(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lend(monkeypatch, citation="Smith & Sons. 100% of visits_2.")
    import_files(ledger, "visits", [put(tmp_path, "visits.csv", text())])
    entry = bibtex(holdings(ledger.tables)["visits"])
    assert entry.startswith("@misc{visits,\n")
    assert r"note = {Smith \& Sons. 100\% of visits\_2. [" in entry
    assert entry.count("{") == entry.count("}")
