"""Holders of offices by imported files, beside what texts show."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

import pytest

from comity.ledger import Ledger
from comity.sources import Options, import_files

from .offices import fill, told

LIST = """name,title,country,from,to,source
Sok Dara,Prime Minister,Cambodia,1998-11-30,2016-08,Gazette of Phnom Penh
Sok Vanna,premier,KHM,2016-08,,
Oum Rith,Foreign Minister,KHM,2004,2016,
Lim Bora,King,Atlantis,2004,2016,
"""
ARCHIGOS = (
    "obsid\tleadid\tccode\tleader\tstartdate\tenddate\tentry\texit\texitcode\n"
    "USA-2009\ta\t2\tObama\t2009-01-20\t2015-12-31\tRegular\tStill in Office\tStill in Office\n"
    "PAR-1928\tb\t150\tGuggiari\t1928-08-15\t1931-10-26\tRegular\tRegular\tRegular\n"
)


@pytest.fixture
def known(ledger: Ledger, tmp_path: Path) -> Ledger:
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    (tmp_path / "archigos.txt").write_text(ARCHIGOS, encoding="utf-8")
    files = [tmp_path / "list.csv", tmp_path / "archigos.txt"]
    assert not import_files(ledger, "leaders", files, Options(is_part=True)).errors
    return ledger


def names(ledger: Ledger, query: str, on: str | None = None) -> list[str]:
    return [one.name for one in ledger.who(query, dt.date.fromisoformat(on) if on else None)]


def test_an_office_on_a_day_is_answered_with_the_row_its_dates_and_its_source(known: Ledger) -> None:
    (one,) = known.who("prime minister of Cambodia", dt.date(2010, 5, 5))
    assert (one.person, one.title, one.of, one.from_, one.to) == (
        "person:sok-dara", "prime minister", "KHM", "1998-11-30", "2016-08",
    )  # fmt: skip
    assert (one.by, one.documents, one.is_former, one.first) == ("imported", 0, False, None)
    assert one.imported is not None
    assert (one.imported.dataset, one.imported.file, one.imported.role) == (
        "leaders",
        "list.csv",
        "Prime Minister",
    )
    assert one.imported.citation == "Gazette of Phnom Penh"


def test_another_title_of_the_same_office_finds_it_and_another_office_does_not(known: Ledger) -> None:
    assert names(known, "premier of Cambodia", "2017-01-01") == ["Sok Vanna"]
    assert names(known, "Cambodian foreign minister") == ["Oum Rith"]
    assert names(known, "king of Cambodia") == []
    assert names(known, "prime minister of Thailand") == []


def test_both_hold_it_in_the_month_of_which_only_the_month_is_told(known: Ledger) -> None:
    assert names(known, "prime minister of Cambodia", "2016-08-15") == ["Sok Vanna", "Sok Dara"]
    assert names(known, "prime minister of Cambodia", "2016-09-01") == ["Sok Vanna"]


def test_what_texts_show_comes_first(known: Ledger) -> None:
    fill(known, told("Sok Chan", "Prime Minister", "KHM", "2010-05-01"))
    found = known.who("prime minister of Cambodia", dt.date(2010, 5, 5))
    assert [(one.name, one.by) for one in found] == [("Sok Chan", "inferred"), ("Sok Dara", "imported")]


def test_a_person_is_found_by_name_and_a_well_known_one_by_the_full_name_too(known: Ledger) -> None:
    assert [(one.title, one.imported is not None) for one in known.who("Rith")] == [("foreign minister", True)]
    (one,) = known.who("Barack Obama")
    assert (one.name, one.person, one.title) == ("Obama", "person:barack-obama", "president")


def test_a_leader_without_an_office_answers_for_those_that_lead_a_state(known: Ledger) -> None:
    (one,) = known.who("president of Paraguay", dt.date(1930, 1, 1))
    assert (one.name, one.title) == ("Guggiari", "leader")
    assert one.imported is not None
    assert "Goemans" in one.imported.citation
    assert names(known, "foreign minister of Paraguay", "1930-01-01") == []


def test_an_open_end_counts_for_some_months_behind_the_last_day_of_the_file(known: Ledger) -> None:
    assert names(known, "president of the United States", "2016-03-01") == ["Obama"]
    assert names(known, "president of the United States", "2016-12-01") == []


def test_nobody_on_the_day_asked_for_is_nobody_with_those_of_other_days(known: Ledger) -> None:
    assert names(known, "Cambodian foreign minister", "1990-01-01") == []
    assert known.near("Cambodian foreign minister") == ("Oum Rith (foreign minister)",)
    assert known.near("Guggiary") == ("Guggiari",)


def test_all_leaders_of_two_centuries_are_asked_in_well_under_a_second(ledger: Ledger) -> None:
    shared = Path(__file__).parents[2].parent / "shared" / "data" / "archigos.parquet"
    if not shared.is_file():
        pytest.skip("there is no ../shared/data")
    import_files(ledger, "leaders", [shared])
    times = []
    for _ in range(3):
        begun = time.process_time()
        assert names(ledger, "prime minister of Cambodia", "2010-05-05") == ["Hun Sen"]
        times.append(time.process_time() - begun)
    assert min(times) < 0.4
