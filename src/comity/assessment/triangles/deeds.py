"""What acts of a pair are: practical, symbolic, contacts, cuts; and when the last of each was."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from comity.assessment.acts import Act
from comity.assessment.events import TEXTS
from comity.assessment.proof import Proof
from comity.assessment.triangles import record
from comity.assessment.triangles.texts import words as words_of
from comity.assessment.triangles.triangle import Triangle
from comity.assessment.when import day
from comity.assessment.window import Window
from comity.assessment.words import telling
from comity.languages import say

PAPER = "057"
"""CAMEO: to sign a formal agreement."""
_KINDS = {"AID": "aid", "COOPERATE": "practical cooperation"}


def is_practical(act: Act) -> bool:
    """Whether something was given, built, traded or signed; talks and goodwill are not."""
    event = act.event
    if is_symbolic(act):
        return False
    return event.event_type in ("COOPERATE", "AID") or (event.event_type == "SUPPORT" and event.cameo == PAPER)


def is_symbolic(act: Act) -> bool:
    """Whether any report of it calls it a ceremony, courtesy or goodwill."""
    return any(held.item.substance == "symbolic" for held in act.reports)


def is_contact(act: Act) -> bool:
    """Whether the two met or spoke."""
    return act.event.event_type == "CONSULT"


def cut_under_sanctions(triangle: Triangle, rival: str) -> list[Act]:
    """What the state cut or ended with one, as reports tell that name sanctions or a resolution."""
    cuts = (
        act for act in triangle.acts(triangle.a, rival) if act.event.event_type == "SANCTION" and act.by != "b"
    )
    return [act for act in cuts if _names_sanctions(act)]


def _names_sanctions(act: Act) -> bool:
    pattern = words_of("regime")
    return any(
        pattern.search(held.document.text, shown.start, shown.end)
        for held in act.reports
        for shown in held.item.evidence
    )


def dated(acts: Iterable[Act]) -> list[Act]:
    """Those with a date of their own, in order of their last day."""
    known = [act for act in acts if act.is_dated]
    return sorted(known, key=lambda act: (last_day(act) or dt.date.min, act.order))


def last_day(act: Act) -> dt.date | None:
    """The last day on which it may have been."""
    return act.event.date.end or act.event.date.start


def when(act: Act) -> str:
    """'on 20 August 2024', 'in 2016', 'in 15–18 May 2024'."""
    if not act.is_dated:
        return f"({act.when})"
    is_day = act.event.date.precision == "day"
    return say("on {when}", when=act.when) if is_day else say("in {when}", when=act.when)


def last_material(triangle: Triangle, rival: str) -> tuple[str, dt.date, tuple[Proof, ...]] | None:
    """The last act of material cooperation in the dataset with most acts of the pair: text, day, proof."""
    import polars as pl

    holdings, a = triangle.holdings, triangle.a
    sources = [source for source, _ in holdings.event_sources(a, rival, triangle.window) if source != TEXTS]
    if not sources:
        return None
    events = holdings.dyad_events(a, rival, triangle.window)
    own = events.filter(pl.col("source") == sources[0], pl.col("quad") == "material_cooperation").sort(
        "date", "id"
    )
    if own.is_empty():
        return None
    last = own.row(-1, named=True)
    window = Window(last["date"], last["date"])
    shown = own.filter(pl.col("date") == last["date"])
    text = say(
        "{kind} of {actor} on {date}, in {named}",
        kind=say(_KINDS.get(last["event_type"], "material cooperation")),
        actor=triangle.the(last["actor_country"]),
        date=day(last["date"]),
        named=record.named(sources[0]),
    )
    return (
        text,
        last["date"],
        holdings.of_events(shown, sources[0], a, rival, window, "quad = 'material_cooperation'"),
    )


def told(triangle: Triangle, act: Act) -> str:
    """An act as a clause."""
    return telling(act, triangle.holdings.names)
