"""Contacts of the last year with each of the two, and what came of them."""

from __future__ import annotations

import datetime as dt

from comity.assessment.acts import Act
from comity.assessment.counting import counted
from comity.assessment.finding import Finding, Part
from comity.assessment.triangles import deeds
from comity.assessment.triangles.beside import Side, beside, label, missing
from comity.assessment.triangles.texts import Saying, sayings
from comity.assessment.triangles.triangle import Triangle, lately
from comity.languages import say, say_of

DAYS = 365
NEAR = 3
"""Days from a contact within which an act of ceremony marks it."""


def contacts(triangle: Triangle) -> Finding:
    """Practical or symbolic: by what texts tell was done in the same year."""
    question = say("What came of the contacts of the last year?")
    coverage = say("contacts that texts in the ledger tell of; others may have been")
    defined = say(
        "contacts and outcomes with a date in the last {days} days; practical: something was given, built, traded,"
        " signed or agreed in that time; symbolic: nothing was, and a contact is called a ceremony, has one"
        " within {near} days, or its text tells of an anniversary or that nothing was agreed",
        days=DAYS,
        near=NEAR,
    )
    return beside(triangle, "sides.contacts", question, _side, coverage, defined)


def _side(triangle: Triangle, rival: str) -> Side:
    if triangle.until is None:
        return missing(triangle, rival, say("nothing is dated"))
    window = lately(triangle.until, DAYS)
    acts = [act for act in triangle.acts(triangle.a, rival) if act.is_dated and window.holds(act.since)]
    met = [act for act in acts if deeds.is_contact(act)]
    if not met:
        return missing(triangle, rival, say("no dated contact is told of in texts, {window}", window=window))
    done = [act for act in acts if deeds.is_practical(act) or act.event.event_type == "AGREE"]
    if done:
        return _practical(triangle, rival, met, done)
    signs = [act for act in acts if deeds.is_symbolic(act) and any(_near(act, other) for other in met)]
    said = _said(triangle, rival, met)
    return _other(triangle, rival, met, signs, said)


def _practical(triangle: Triangle, rival: str, met: list[Act], done: list[Act]) -> Side:
    outcome = say_of(len(done), "{n} agreement or practical act", "{n:,} agreements or practical acts")
    told = say("; ").join(deeds.told(triangle, act) for act in done[-3:])
    text = say(
        "{contacts} and {outcome}: {told}", contacts=counted(len(met), "contact"), outcome=outcome, told=told
    )
    part = Part(label(triangle, rival), text, "practical", n=len(met), proofs=triangle.proofs(*met, *done))
    return Side("", part, say("with {rival} practical", rival=triangle.the(rival)))


def _other(triangle: Triangle, rival: str, met: list[Act], signs: list[Act], said: list[Saying]) -> Side:
    kind = "symbolic" if signs or said else "talks"
    why = say("; ").join([*(one.quoted for one in said), *(deeds.told(triangle, act) for act in signs[-1:])])
    text = say(
        "{contacts}, the last {when}, and nothing practical is told of",
        contacts=counted(len(met), "contact"),
        when=deeds.when(met[-1]),
    )
    grades = triangle.holdings.grades
    proofs = (*triangle.proofs(*met, *signs), *(one.proof(grades) for one in said))
    text = say("{text_}: {why}", text_=text, why=why) if why else text
    part = Part(label(triangle, rival), text, kind, n=len(met), proofs=proofs)
    the = triangle.the(rival)
    if kind == "symbolic":
        return Side("", part, say("with {rival} symbolic", rival=the))
    return Side("", part, say("with {rival} talks without a practical act", rival=the))


def _near(act: Act, other: Act) -> bool:
    if act.since is None or other.since is None:
        return False
    return abs(act.since - other.since) <= dt.timedelta(NEAR)


def _said(triangle: Triangle, rival: str, met: list[Act]) -> list[Saying]:
    """What the texts that tell of the contacts say of an anniversary, or of nothing agreed."""
    documents = {held.document.id for act in met for held in act.reports}
    found = (*sayings(triangle, (triangle.a, rival), "anniversary"), *sayings(triangle, (), "nothing"))
    return [one for one in found if one.held.document.id in documents]
