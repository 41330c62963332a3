"""'Most of its allies have turned away': signed pacts over time, and what other texts tell of those named."""

from __future__ import annotations

from collections.abc import Iterable

from comity.assessment.checks import registers
from comity.assessment.checks.case import Case
from comity.assessment.checks.registers import last_year
from comity.assessment.checks.standing import told
from comity.assessment.checks.verdict import Side, Verdict, Witness
from comity.assessment.names import listed
from comity.languages import say

SINCE = 30
"""Years before the claim for which allies are looked up."""
_FRESH = 1
NEXT = 200
"""Characters after the claim in which its examples begin."""


def allies(case: Case) -> Verdict | None:
    """Allies that have left by the register of pacts; it decides where it reaches to the year of the claim."""
    subject = case.own_subject
    if subject is None or subject.name != "allies" or case.claim.kind != "count" or case.on is None:
        return None
    state = case.claim.about[0]
    found = tuple(_pacts(case, state))
    reach = last_year(case, "dyad_years", "alliances") if found else None
    is_open = reach is None or reach < case.on.year - _FRESH
    until = (
        say("the register of pacts ends with {reach}", reach=reach)
        if reach
        else say("no register of pacts is imported")
    )
    before = say(", {years} years before the claim", years=case.on.year - reach) if reach else ""
    the = case.holdings.names.the(state)
    return Verdict(
        witnesses=(*found, *_examples(case)),
        why=say(
            "who the key allies of {the} are and what turning away means is not said; {until}",
            the=the,
            until=until + before,
        )
        + (say(" (till then: {text_})", text_=found[0].text) if found else ""),
        settle=say(
            "who are meant, with pacts, votes and dealings of each with {the} up to {year}",
            the=the,
            year=case.on.year,
        ),
        coverage=(say("{until}; it holds signed pacts, not how close states are", until=until),),
        open=is_open,
    )


def _pacts(case: Case, state: str) -> Iterable[Witness]:
    """A witness on how many of those with a pact of defence or consultation still had one in the last year."""
    if "alliances" not in case.holdings.datasets("dyad_years") or case.on is None:
        return
    last = last_year(case, "dyad_years", "alliances")
    first = min(case.on.year, last) - SINCE
    kinds = ", ".join(f"'{kind}'" for kind in registers.PACTS)
    rows = case.holdings.rows(
        "dyad_years", "alliances",
        f"country = '{state}' AND partner IS NOT NULL AND year BETWEEN {first} AND {last} AND value > 0"
        f" AND variable IN ({kinds})",
        ("partner", "year", "variable"),
    )  # fmt: skip
    kept = case.holdings.table("dyad_years").filter(rows.condition)
    ends = kept.aggregate("partner, max(year) AS last", "partner").order("partner").fetchall()
    if not ends:
        return
    gone = [partner for partner, year in ends if year < last]
    stay = [partner for partner, year in ends if year == last]
    names = case.holdings.names
    side = _side(str(case.value.get("quantifier") or ""), len(gone), len(ends))
    every = listed([names.the(partner) for partner, _ in ends])
    told = say(
        "of {every}, which had a pact of defence or consultation at some time since {first}, ",
        every=every,
        first=first,
    )
    left, still = (listed([names.the(one) for one in some]) for some in (gone, stay))
    if not gone:
        told += say("none had left by {last}", last=last)
    elif stay:
        told += say("{left} had none in {last}, {still} still did", left=left, last=last, still=still)
    else:
        told += say("{left} had none in {last}", left=left, last=last)
    is_open = last < case.on.year - _FRESH
    yield Witness("aside" if is_open else side, told, (rows,))


def _examples(case: Case) -> Iterable[Witness]:
    """What other texts tell of a tie that the text names right after the claim: one case is not most."""
    document, end = case.held.document, case.claim.evidence.end
    own = [
        tie for tie in case.holdings.record(document.id).ties
        if end <= tie.evidence[0].start <= end + NEXT and case.claim.about[0] not in tie.parties
    ]  # fmt: skip
    named = {(tie.kind, frozenset(tie.parties)) for tie in own}
    for held in case.others(case.holdings.all_ties):
        if (held.item.kind, frozenset(held.item.parties)) in named:
            text = told(case.holdings.names, held)
            yield case.witness(
                "aside", say("an example that the text gives is borne out: {text_}", text_=text), held
            )


def _side(quantifier: str, gone: int, whole: int) -> Side:
    share = gone / whole
    holds = {
        "most": share > 1 / 2,
        "majority": share > 1 / 2,
        "all": share == 1,
        "none": gone == 0,
        "half": share == 1 / 2,
    }
    return "aside" if quantifier not in holds else "for" if holds[quantifier] else "against"
