"""'They share no mutual interests': what the two have in common in practice, by other texts and the registers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from comity.assessment import words
from comity.assessment.checks import registers
from comity.assessment.checks.case import Case, teller
from comity.assessment.checks.standing import NEAR, holds, same_pair, told
from comity.assessment.checks.verdict import Side, Verdict, Witness
from comity.assessment.counting import counted
from comity.assessment.when import day
from comity.languages import say
from comity.ledger import Held
from comity.record import Tie

YEARS = 5
"""How far back practical dealings are looked for."""
_ECONOMIC = ("trade", "investment", "economic_zone", "project", "aid")
_BINDING = (*_ECONOMIC, "treaty", "alliance", "partnership", "military_presence")
_OFFICIAL = ("diplomatic_relations", "mission")
_PRACTICAL = ("AID", "COOPERATE")


def interests(case: Case) -> Verdict | None:
    """Nothing measures an interest: practical ties and acts of the last years stand for it, and are named."""
    subject = case.own_subject
    if (
        subject is None
        or subject.name != "interests"
        or case.claim.kind != "absence"
        or not case.pair
        or not case.on
    ):
        return None
    witnesses = [*_ties(case, case.on), *_nothing(case), *_acts(case, case.on), *_official(case, case.on)]
    return Verdict(
        is_one_thing=False,
        witnesses=tuple(witnesses),
        why=say("no other text tells of practical ties or dealings of the two, nor that there are none"),
        settle=say("trade, aid, investment and agreements in force between the two, year by year"),
        coverage=(
            say(
                "interest is read as practical ties and acts of {years} years before {on}; what is"
                " political in it is a judgement: a channel kept open is told against the claim, but"
                " may mean little",
                years=YEARS,
                on=day(case.on),
            ),
            *registers.look(case, present=False).coverage,
        ),
    )


def _ties(case: Case, on: dt.date) -> Iterable[Witness]:
    """Practical ties, kind by kind: gone, there, or agreed too long ago to tell of an interest today."""
    for kind in _BINDING:
        every = case.ties(kind)
        groups: dict[Side, list[Held[Tie]]] = {"for": [], "against": [], "aside": []}
        for held in every:
            state = holds(held, on, every)
            if state is not None:
                groups["for" if not state else "against" if _is_of_now(held.item, on) else "aside"].append(held)
        yield from (_alike(case, side, reports) for side, reports in groups.items() if reports)


def _alike(case: Case, side: Side, reports: list[Held[Tie]]) -> Witness:
    """Reports of one kind of tie as one witness, told by the fullest."""
    lead = max(reports, key=lambda held: (len(held.item.name or ""), held.item.end or "", held.item.id))
    others = len({held.origin for held in reports} - {lead.origin})
    more = say(", and {texts} likewise", texts=counted(others, "more text")) if others else ""
    return case.witness(side, told(case.holdings.names, lead) + more, *reports)


def _is_of_now(tie: Tie, on: dt.date) -> bool:
    """A treaty goes on until it is ended, but shows no interest of these years unless it is of them."""
    return tie.kind != "treaty" or (tie.start is not None and int(tie.start[:4]) >= on.year - YEARS)


def _nothing(case: Case) -> Iterable[Witness]:
    """Other texts that say of the same years that there is no project, no trade."""
    for held in same_pair(case):
        other = Case(case.holdings, held)
        of = other.own_subject
        if held.item.kind == "absence" and of and set(of.ties) & set(_BINDING) and case.near(held.document, NEAR):
            yield case.witness(
                "for", say("{teller} says: “{text_}”", teller=teller(held.document), text_=held.item.text), held
            )


def _acts(case: Case, on: dt.date) -> Iterable[Witness]:
    if case.pair is None:
        return
    since = dt.date(on.year - YEARS, 1, 1)
    for act in case.holdings.between(*case.pair).dealings:
        reports = case.others(act.reports)
        recent = act.is_dated and act.since and since <= act.since <= on
        if reports and recent and act.event.event_type in _PRACTICAL:
            yield case.witness("against", words.telling(act, case.holdings.names), *reports)


def _official(case: Case, on: dt.date) -> Iterable[Witness]:
    """Relations and missions that stand: a channel at least."""
    for kind in _OFFICIAL:
        every = case.ties(kind)
        near = [held for held in every if holds(held, on, every) and case.near(held.document, NEAR)]
        if near:
            yield _alike(case, "against", near)
