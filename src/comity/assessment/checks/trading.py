"""Whether two states trade, hardly or not at all, by tables of trade between pairs of states."""

from __future__ import annotations

from collections.abc import Sequence

from comity.assessment.checks.case import Case
from comity.assessment.checks.flows import coverage, years_in
from comity.assessment.checks.goods import Form, forms
from comity.assessment.checks.verdict import Side, Witness
from comity.assessment.dyads.goods import money
from comity.assessment.literals import literal, one_of
from comity.assessment.names import listed
from comity.assessment.numbers import share
from comity.assessment.proof import Rows
from comity.languages import say

HARDLY, WELL = 0.01, 0.05
"""Share of either side's trade below which two states hardly trade, and above which they do."""
_COLUMNS = ("start", "country", "partner", "kind", "value", "unit")
_TRADE = "kind IN ('export', 'import') AND item IS NULL AND breakdown IS NULL"


def presence(case: Case, present: bool) -> tuple[tuple[Witness, ...], tuple[str, ...]]:
    """That there is trade, or none: witnesses, and sentences on how far the tables reach."""
    one, other = case.pair or ("", "")
    found, reach, years = [], list(coverage(case)), _years(case)
    for form in forms(case.holdings, one):
        traded = [year for year in years if any(_between(form, one, other, year))]
        if traded and case.value.get("degree") == "hardly":
            found.append(_scarce(case, form, traded[-1]))
        elif traded:
            found.append(Witness(_side(present), _told(case, form, traded[-1]), (reported(case, form, traded),)))
        elif years:
            witness, line = _silent(case, form, years, present)
            found += witness
            reach.append(line)
    return tuple(found), tuple(dict.fromkeys(reach))


def _years(case: Case) -> list[int]:
    """The years that the claim names, else that of its day and the one before."""
    return years_in(case) or ([case.on.year - 1, case.on.year] if case.on else [])


def _between(form: Form, one: str, other: str, year: int) -> list[float]:
    """What passed either way, by the higher report; 0 where that is reported."""
    pairs = form.by_pair(year)
    return [pairs[pair][1] for pair in ((one, other), (other, one)) if pair in pairs]


def _told(case: Case, form: Form, year: int) -> str:
    pair = case.pair or ("", "")
    total = money(sum(_between(form, *pair, year)), form.unit)
    return say(
        "{title} has goods of {total} traded between {two} in {year}",
        title=form.title,
        total=total,
        two=case.the(*pair),
        year=year,
    )


def reported(case: Case, form: Form, years: Sequence[int], states: Sequence[str] = ()) -> Rows:
    """The rows of some years between some states; of the pair of the claim where none are given."""
    pair = one_of(states or case.pair or ())
    when = f"year(start) IN ({', '.join(str(year) for year in years)})"
    where = f"{form.condition} AND {_TRADE} AND country IN {pair} AND partner IN {pair} AND {when}"
    return case.holdings.rows("flows", form.source, where, _COLUMNS)


def _silent(case: Case, form: Form, years: list[int], present: bool) -> tuple[list[Witness], str]:
    """No row, or none above zero, speaks against trade only where both sides report their trade in those years."""
    pair = case.pair or ("", "")
    proof = reported(case, form, years)
    gaps = {"title": form.title, "two": case.the(*pair), "years": listed([str(year) for year in years])}
    whole = (
        say("{title} has only zeros for trade between {two} in {years}", **gaps)
        if proof.n
        else say("{title} has no row of trade between {two} in {years}", **gaps)
    )
    reporting = [state for state in pair if _reports(case, form, state, years)]
    if not reporting:
        return [], say("{whole}; neither side reports to it", whole=whole)
    if len(reporting) < len(pair):
        return [], say("{whole}; {state} alone reports to it", whole=whole, state=case.the(*reporting))
    return [
        Witness(_side(not present), say("{whole}, though both report their trade to it", whole=whole), (proof,))
    ], whole


def _reports(case: Case, form: Form, state: str, years: Sequence[int]) -> bool:
    when = f"year(start) IN ({', '.join(str(year) for year in years)})"
    where = f"{form.condition} AND {_TRADE} AND country = {literal(state)} AND value > 0 AND {when}"
    return case.holdings.rows("flows", form.source, where, ("start",)).n > 0


def _scarce(case: Case, form: Form, year: int) -> Witness:
    """'Hardly trade': how small a part it is of the trade of either."""
    pair = case.pair or ("", "")
    parts = {state: _share(case, form.source, state, other, year) for state, other in (pair, pair[::-1])}
    known = {state: part for state, part in parts.items() if part is not None}
    most = max(known.values(), default=None)
    side: Side = "aside" if most is None else "for" if most < HARDLY else "against" if most > WELL else "aside"
    told = listed(
        [
            say("{part} of the trade of {state}", part=share(part), state=case.the(state))
            for state, part in known.items()
        ]
    )
    whole = _told(case, form, year)
    if told:
        whole = say("{traded}, {parts}", traded=whole, parts=told)
    return Witness(side, whole, (reported(case, form, [year]),))


def _share(case: Case, source: str, state: str, other: str, year: int) -> float | None:
    """The part of a state's trade with all partners of which both ways are known."""
    for form in forms(case.holdings, state):
        partners = form.of_state(state, year, "both")
        if form.source == source and other in partners:
            whole = sum(most for _, most in partners.values())
            return partners[other][1] / whole if whole else None
    return None


def _side(agrees: bool) -> Side:
    return "for" if agrees else "against"
