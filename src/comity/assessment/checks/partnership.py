"""The place and the part of one partner in a state's trade, by tables of trade between pairs of states."""

from __future__ import annotations

from collections.abc import Mapping

from comity.assessment.checks.case import Case, states_in
from comity.assessment.checks.flows import coverage, sum_of, years_in
from comity.assessment.checks.goods import Bounds, Form, Way, forms, way
from comity.assessment.checks.subjects import stems
from comity.assessment.checks.trading import reported
from comity.assessment.checks.verdict import Side, Verdict, Witness
from comity.assessment.counting import counted
from comity.assessment.names import listed
from comity.assessment.numbers import ordinal, share
from comity.languages import say
from comity.tables import rows

SETTLE = "customs statistics of both sides for the year, imported with comity import"
FRESH = 3
"""Years before the claim from which tables still tell of its time."""
NEAR, FAR = 0.03, 0.1
"""Shares of trade that are called the same, and that surely differ."""
_THREE = ("owner", "one", "other")
_WAYS: Mapping[Way, str] = {"both": "trade", "sold": "exports", "bought": "imports"}
_PARTS: Mapping[Way, str] = {
    "both": "{title}: {part} of the trade of {owner} in {year} was with {other}",
    "sold": "{title}: {part} of the exports of {owner} in {year} were with {other}",
    "bought": "{title}: {part} of the imports of {owner} in {year} were with {other}",
}


def portions(case: Case) -> Verdict | None:
    """'40 percent of Cambodia's exports go to China': that part of the trade told of, in the year told of."""
    value, told = case.value.get("value"), way(case)
    owner = next(iter(states_in(case.claim.text.partition(" of ")[2])), None)
    other = next((state for state in case.claim.about if state != owner), None)
    is_share = case.value.get("unit") == "percent" and isinstance(value, int | float)
    if not is_share or told is None or owner is None or other is None:
        return None
    part = float(value) / 100  # type: ignore[arg-type]
    found = [one for form in forms(case.holdings, owner) if (one := _part(case, form, owner, other, told, part))]
    return Verdict(
        witnesses=tuple(found),
        why=say("the tables have a share near to it, but not the same")
        if found
        else say(
            "no imported table has the trade of {owner} with {other} and all others then",
            owner=case.the(owner),
            other=case.the(other),
        ),
        settle=say(SETTLE),
        coverage=coverage(case),
    )


def _part(case: Case, form: Form, owner: str, other: str, told: Way, wanted: float) -> Witness | None:
    year = _last(case, form)
    partners = form.of_state(owner, year, told) if year else {}
    whole = sum(most for _, most in partners.values())
    if year is None or other not in partners or not whole:
        return None
    part = partners[other][1] / whole
    side: Side = "for" if abs(part - wanted) <= NEAR else "against" if abs(part - wanted) > FAR else "aside"
    text = say(
        _PARTS[told],
        title=form.title,
        part=share(part),
        owner=case.the(owner),
        year=year,
        other=case.the(other),
    )
    return Witness(side, text, (reported(case, form, [year], (owner, other)),))


def largest(case: Case) -> Verdict | None:
    """'X is Y's largest trading partner': its place among all partners of which the trade is known."""
    rank, told = case.value.get("rank"), _ranked_by(case)
    named = states_in(case.claim.text)
    if told is None or not isinstance(rank, int) or rank < 1 or not named:
        return None
    owner = named[0]
    other = next((state for state in (*case.claim.about, *case.states) if state != owner), None)
    if other is None:
        return None
    found = [one for form in forms(case.holdings, owner) if (one := _place(case, form, owner, other, told, rank))]
    return Verdict(
        witnesses=tuple(found),
        why=say(
            "the tables end long before the claim, or what the two sides report differs by more than the places do"
        )
        if found
        else say(
            "no imported table has the trade of {owner} with {other} and its other partners",
            owner=case.the(owner),
            other=case.the(other),
        ),
        settle=say(SETTLE),
        coverage=(*coverage(case), say("partners are states; groups such as the European Union are not ranked")),
    )


def _ranked_by(case: Case) -> Way | None:
    if not case.value.get("superlative"):
        return None
    said = set(stems(case.claim.text))
    for row in rows("assessment", "trade_ranks.csv"):
        if row["word"] in said and said & set(row["with"].split()):
            return row["way"]  # type: ignore[return-value]
    return None


def _place(case: Case, form: Form, owner: str, other: str, told: Way, rank: int) -> Witness | None:
    year = _last(case, form)
    partners = form.of_state(owner, year, told) if year else {}
    if year is None or other not in partners:
        return None
    first, last = _places(partners, other)
    is_open = first < last and first <= rank <= last
    side: Side = "aside" if is_open or not _is_fresh(case, year) else "for" if first == rank else "against"
    place = ordinal(first) if first == last else say("{best} to {worst}", best=ordinal(first), worst=ordinal(last))
    text = say(
        "{title}: by {ways} in {year} {other} is {place} among {partners} of {owner}",
        title=form.title,
        ways=say(_WAYS[told]),
        year=year,
        other=case.the(other),
        place=place,
        partners=counted(len(partners), "partner"),
        owner=case.the(owner),
    )
    return Witness(side, text, (reported(case, form, [year], (owner, *sorted(partners))),))


def more(case: Case) -> Verdict | None:
    """'Trades more with X than with Y': the two partners side by side."""
    told, word = way(case), case.value.get("comparative")
    if (
        told is None
        or word not in ("more", "less")
        or len(case.claim.about) < 3
        or " than " not in case.claim.text
    ):
        return None
    owner, one, other = case.claim.about[:3]
    found = [
        witness for form in forms(case.holdings, owner)
        if (witness := _beside(case, form, (owner, one, other), told, word == "more"))
    ]  # fmt: skip
    return Verdict(
        witnesses=tuple(found),
        why=say("the tables end long before the claim, or what the two sides report leaves it open")
        if found
        else say("no imported table has the trade of {owner} with both", owner=case.the(owner)),
        settle=say(SETTLE),
        coverage=coverage(case),
    )


def _beside(case: Case, form: Form, three: tuple[str, str, str], told: Way, is_more: bool) -> Witness | None:
    owner, one, other = three
    year = _last(case, form)
    partners = form.of_state(owner, year, told) if year else {}
    if year is None or one not in partners or other not in partners:
        return None
    (least, most), (low, high) = partners[one], partners[other]
    larger = True if least > high else False if most < low else None
    side: Side = (
        "aside" if larger is None or not _is_fresh(case, year) else "for" if larger == is_more else "against"
    )
    sums = [
        say("{sum_of} with {state}", sum_of=sum_of(partners[state], form.unit), state=case.the(state))
        for state in (one, other)
    ]
    text = say(
        "{title}: {ways} of {owner} {were} {sums} in {year}",
        title=form.title,
        ways=say(_WAYS[told]),
        owner=case.the(owner),
        were="was" if told == "both" else "were",
        sums=listed(sums),
        year=year,
    )
    return Witness(side, text, (reported(case, form, [year], three),))


def _last(case: Case, form: Form) -> int | None:
    """The year that the claim names, else the last one known by its day."""
    named = years_in(case)
    known = [year for year in form.years if case.on is None or year <= case.on.year]
    return named[-1] if named else max(known, default=None)


def _is_fresh(case: Case, year: int) -> bool:
    return case.on is None or case.on.year - year <= FRESH or year in years_in(case)


def _places(partners: Mapping[str, Bounds], other: str) -> tuple[int, int]:
    """The best and the worst place, as the reports of the sides leave it open."""
    least, most = partners[other]
    rest = [bounds for partner, bounds in partners.items() if partner != other]
    return 1 + sum(low > most for low, _ in rest), 1 + sum(high > least for _, high in rest)
