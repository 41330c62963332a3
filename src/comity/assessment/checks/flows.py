"""Trade, how much it is and how it changed, by tables of trade: both directions, and both sides' word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from comity.assessment.checks.case import Case
from comity.assessment.checks.goods import Bounds, Series, forms, series, way
from comity.assessment.checks.subjects import stems
from comity.assessment.checks.verdict import Side, Verdict, Witness
from comity.assessment.dyads.goods import money
from comity.assessment.names import listed
from comity.assessment.numbers import number
from comity.languages import say
from comity.tables import rows

CLOSE = 0.15
"""Part by which what two sides report of one flow commonly differs."""
STEP, FAR = 0.05, 0.15
"""Change (1 for all) by which a rate of growth is called the same, and by which it is surely another."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SINCE = re.compile(r"\b(?:since|than in)\b")
_MORE, _NEARLY = re.compile(r"\b(?:more than|over)\b"), re.compile(r"\b(?:nearly|almost|about)\b")


def traded(case: Case) -> Iterable[Witness]:
    """What tables have for the year of a sum: near it they support it, far from it they contradict."""
    year, value, unit = (case.value.get(key) for key in ("year", "value", "unit"))
    if not isinstance(year, int) or not isinstance(value, int | float):
        return
    for found in series(case):
        if year in found.years and found.unit == unit:
            least, most = found.years[year]
            near = least * (1 - CLOSE) <= value <= most * (1 + CLOSE)
            told = say(
                "{title}: {what} {were} {sum_of} in {year}",
                title=found.title,
                what=found.what,
                were=_were(found),
                sum_of=sum_of(found.years[year], found.unit),
                year=year,
            )
            yield Witness("for" if near else "against", told, (found.proof(case.holdings, [year]),))


def trends(case: Case) -> Verdict:
    """'Exports grew by 20 per cent', 'trade doubled between 2005 and 2010': the two years side by side."""
    witnesses = tuple(one for found in series(case) if (one := _changed(case, found)))
    return Verdict(
        witnesses=witnesses,
        why=say("the tables have another figure, but no further off than statistics of one flow commonly differ")
        if witnesses
        else say("no other text and no imported table gives the figures of both years"),
        settle=say("trade statistics of both years, imported with comity import"),
        coverage=coverage(case),
    )


def years_in(case: Case) -> list[int]:
    """The years that the claim names, the earliest first."""
    said = case.value.get("year")
    return [said] if isinstance(said, int) else sorted({int(year) for year in _YEAR.findall(case.claim.text)})


def coverage(case: Case) -> tuple[str, ...]:
    """What the imported tables of trade are, and how far they reach."""
    if way(case) is None:
        return ()
    found = series(case)
    if case.pair is None:
        return tuple(_reach(one) for one in found if one.years)
    if found:
        return tuple(_reach(one) for one in found)
    if any(forms(case.holdings, state) for state in case.pair):
        return (say("the imported tables of trade have no row of the two"),)
    totals = "trade" in case.holdings.datasets("country_years")
    if totals:
        return (say("no table of trade between pairs of states is imported, but for totals of single states"),)
    return (say("no table of trade between pairs of states is imported"),)


def _reach(found: Series) -> str:
    years, of = sorted(found.years), {"title": found.title, "what": found.what}
    if not years:
        return say("{title} has {what} for no year", **of)
    if len(years) == 1:
        return say("{title} has {what} for {year} only", **of, year=years[0])
    return say(
        "{title} has {what} for {n} years, {first} to {last}", **of, n=len(years), first=years[0], last=years[-1]
    )


def _changed(case: Case, found: Series) -> Witness | None:
    span = _span(case, found)
    if span is None or not all(year in found.years for year in span):
        return None
    first, last = (found.years[year] for year in span)
    ratios = [after / before for before, after in zip(first, last, strict=True) if before > 0]
    if not ratios:
        return None
    fits = [_fits(case, ratio) for ratio in ratios]
    side: Side = "for" if all(fits) else "against" if set(fits) == {False} else "aside"
    sums = listed(
        [say("{sum_of} in {year}", sum_of=sum_of(found.years[year], found.unit), year=year) for year in span]
    )
    by = _by(ratios[0]) if len({round(ratio, 2) for ratio in ratios}) == 1 else ""
    told = say(
        "{title}: {what} {were} {sums}{by}",
        title=found.title,
        what=found.what,
        were=_were(found),
        sums=sums,
        by=by,
    )
    return Witness(side, told, (found.proof(case.holdings, span),))


def _span(case: Case, found: Series) -> tuple[int, int] | None:
    """The two years that are compared: those named; a year and the last known; a year and the one before."""
    named = years_in(case)
    known = [year for year in found.years if case.on is None or year <= case.on.year]
    if len(named) > 1:
        return named[0], named[-1]
    if named and _SINCE.search(case.claim.text):
        return (named[0], max(known)) if known and max(known) > named[0] else None
    if named:
        return named[0] - 1, named[0]
    return (case.on.year - 2, case.on.year - 1) if case.on else None


def _fits(case: Case, ratio: float) -> bool | None:
    """Whether a growth is what the claim says; `None` where it is near it, but not the same."""
    text, factor = case.claim.text.lower(), _factor(case)
    if factor is not None:
        if _MORE.search(text):
            return ratio >= factor
        low, high = (1 - 2 * CLOSE, 1 + CLOSE) if _NEARLY.search(text) else (1 - CLOSE, 1 + CLOSE)
        return factor * low <= ratio <= factor * high
    up = case.value.get("direction") == "up"
    change = (case.value.get("change") or {}).get("value")
    if not isinstance(change, int | float):
        return (ratio > 1) == up
    off = abs(ratio - 1 - (change if up else -change) / 100)
    return True if off <= STEP else False if off > FAR or (ratio > 1) != up else None


def _factor(case: Case) -> float | None:
    said = stems(case.claim.text)
    return next((_factors()[word] for word in said if word in _factors()), None)


@cache
def _factors() -> dict[str, float]:
    return {row["word"]: float(row["factor"]) for row in rows("assessment", "growth_words.csv")}


def _by(ratio: float) -> str:
    if ratio >= 2:
        return say(", {ratio} times as much", ratio=number(round(ratio, 1)))
    change = round(100 * abs(ratio - 1))
    if not change:
        return say(", the same")
    return say(", {change} % more", change=change) if ratio > 1 else say(", {change} % less", change=change)


def sum_of(told: Bounds, unit: str) -> str:
    """'USD 340 million', 'between USD 300 million and USD 340 million by the reports of the two sides'."""
    least, most = (money(one, unit) for one in told)
    return (
        least
        if least == most
        else say("between {least} and {most}, as the two sides report,", least=least, most=most)
    )


def _were(found: Series) -> str:
    """The verb, which only English asks for."""
    return "was" if found.is_one else "were"
