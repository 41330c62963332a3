"""Trade and its change by tables of trade, where they are imported: both directions, and both sides' word."""

from __future__ import annotations

from collections.abc import Iterable

from comity.assessment.checks.case import Case
from comity.assessment.checks.literals import literal
from comity.assessment.checks.verdict import Verdict, Witness
from comity.assessment.numbers import number
from comity.assessment.proof import Rows

CLOSE = 0.15
"""Part by which what two sides report of one flow commonly differs."""
BOTH = 2
"""Rows that make the trade of a year: one of exports, one of imports."""
_COLUMNS = ("start", "country", "partner", "kind", "value", "unit")


def traded(case: Case) -> Iterable[Witness]:
    """What tables of trade have for the year of a sum: near it they support it, far from it they contradict."""
    year, value, unit = (case.value.get(key) for key in ("year", "value", "unit"))
    if not isinstance(year, int) or not isinstance(value, int | float) or case.pair is None or not _is_trade(case):
        return
    for source in case.holdings.datasets("flows"):
        for reporter in case.pair:
            found, rows = _reported(case, source, reporter, year, str(unit))
            if found is not None:
                near = abs(found - value) <= CLOSE * max(found, float(value))
                told = f"{source}: {case.the(reporter)} reports {unit} {number(found)} for {year}"
                yield Witness("for" if near else "against", told, (rows,))


def trends(case: Case) -> Verdict:
    """'Exports grew by 20 per cent': the two years side by side in tables of trade."""
    return Verdict(
        witnesses=tuple(_changed(case)),
        why="no other text and no imported table gives the figures of both years",
        settle="trade statistics of both years, imported with comity import",
        coverage=_coverage(case),
    )


def _changed(case: Case) -> Iterable[Witness]:
    if case.pair is None or case.on is None or not _is_trade(case):
        return
    after = int(case.value.get("year") or case.on.year - 1)
    up = case.value.get("direction") == "up"
    for source in case.holdings.datasets("flows"):
        for reporter in case.pair:
            first, before = _reported(case, source, reporter, after - 1, "USD")
            second, rows = _reported(case, source, reporter, after, "USD")
            if first and second:
                sums = f"USD {number(first)} for {after - 1}, {number(second)} for {after}"
                told = f"{source}: {case.the(reporter)} reports {sums}"
                yield Witness("for" if (second > first) == up else "against", told, (before, rows))


def _reported(case: Case, source: str, reporter: str, year: int, unit: str) -> tuple[float | None, Rows]:
    """The sum that one side reports for a year; `None` where it reports nothing."""
    assert case.pair is not None  # as the callers have seen
    partner = next(state for state in case.pair if state != reporter)
    condition = (
        f"country = {literal(reporter)} AND partner = {literal(partner)} AND year(start) = {year}"
        " AND frequency = 'year' AND kind IN ('export', 'import') AND item IS NULL AND breakdown IS NULL"
        f" AND unit = {literal(unit)} AND value IS NOT NULL"
    )
    rows = case.holdings.rows("flows", source, condition, _COLUMNS)
    (total,) = case.holdings.table("flows").filter(rows.condition).sum("value").fetchall()[0]
    return (float(total) if rows.n == BOTH else None), rows


def _is_trade(case: Case) -> bool:
    return case.own_subject is not None and case.own_subject.word in ("trade", "commerce")


def _coverage(case: Case) -> tuple[str, ...]:
    known = case.holdings.datasets("flows")
    return () if known else ("no table of trade between pairs of states is imported",)
