from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from comity.ledger import Ledger
from comity.sources import Options, import_files

from .conftest import DATA

PART = Options(is_part=True, bad_share=0.5)


@pytest.fixture
def points(
    ledger: Ledger, rows: Callable[..., list[dict[str, object]]]
) -> Callable[..., list[tuple[object, ...]]]:
    def imported(name: str, *columns: str) -> list[tuple[object, ...]]:
        report = import_files(ledger, "ideal_points", [DATA / "ideal_points" / name], PART)
        assert not report.errors
        return [tuple(row.values()) for row in rows("country_years", *columns)]

    return imported


def test_a_point_comes_with_its_interval_and_the_number_of_votes(points: Callable[..., object]) -> None:
    assert points("year.tab", "country", "year", "variable", "value") == [
        ("KOR", 2024, "ideal_point_all", 1.5),
        ("KOR", 2024, "ideal_point_all_votes", 110.0),
        ("KOR", 2024, "ideal_point_fp", 1.25),
        ("KOR", 2024, "ideal_point_fp_q5", 1.1),
        ("KOR", 2024, "ideal_point_fp_q50", 1.24),
        ("KOR", 2024, "ideal_point_fp_q95", 1.4),
        ("KOR", 2024, "ideal_point_fp_votes", 60.0),
    ]


def test_the_year_of_a_session_is_told_apart_from_a_calendar_year(
    points: Callable[..., list[tuple[object, ...]]], ledger: Ledger
) -> None:
    found = points("session.csv", "year", "variable", "value", "unit", "country_code")
    assert (1995, "ideal_point_all", -0.51, "ideal point, by session", "811") in found
    assert (1995, "ideal_point_all_q90", -0.35, "ideal point, by session", "811") in found
    assert {
        unit for _, _, _, unit, _ in points("year.tab", "year", "variable", "value", "unit", "country_code")
    } == {
        "ideal point, by session",
        "votes, by session",
        "ideal point, by calendar year",
        "votes, by calendar year",
    }


def test_yugoslavia_is_serbia_only_since_it_came_back(points: Callable[..., object]) -> None:
    told = set(points("session.csv", "country_code", "year", "country"))  # type: ignore[call-overload]
    assert told == {("345", 1975, None), ("345", 2005, "SRB"), ("811", 1995, "KHM")}


def test_a_row_without_a_state_is_set_aside(points: Callable[..., object], ledger: Ledger) -> None:
    points("session.csv", "year")
    assert ledger.table("rejects").project("line, field, reason").fetchall() == [(5, "ccode", "no state")]


def test_agreement_with_great_powers_that_is_missing_is_not_zero(
    points: Callable[..., list[tuple[str, float]]],
) -> None:
    told = dict(points("june.csv", "variable", "value"))
    assert told["agreement_with_USA"] == 0.25
    assert "agreement_with_RUS" not in told


def test_newer_estimates_take_the_place_of_older_ones(points: Callable[..., object], ledger: Ledger) -> None:
    points("session.csv", "year")
    assert points("june.csv", "country_code", "year") == [("811", 2023)] * 12


def test_yearly_values_of_many_years_lie_in_one_part(ledger: Ledger, tmp_path: Path) -> None:
    sessions = [*range(40, 60), 45]
    lines = [f"811,{session},1,0.{session}" for session in sessions]
    file = tmp_path / "many.csv"
    file.write_text("\n".join(["ccode,session,NVotes,IdealPoint", *lines]))
    import_files(ledger, "ideal_points", [file], PART)
    parts = {part.year: part.rows for part in ledger.tables.parts() if part.table == "country_years"}
    assert parts == {None: 2 * len(sessions)}
    found = (
        ledger.table("country_years").filter("variable = 'ideal_point_all'").order("year").project("year, value")
    )
    assert found.fetchall() == [(1945 + session, session / 100) for session in sorted(sessions)]
