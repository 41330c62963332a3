"""Event types of a user's own: what they are called, what they weigh, and which PLOVER type each refines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast, get_args

from comity.ontology.cameo import cameo_codes
from comity.ontology.entry import Entry
from comity.ontology.plover import EVENT_TYPES, codes, contexts
from comity.record.types import OwnType
from comity.record.values import Domain, EventType, Quad, Substance

_KEYS = (
    "name", "refines", "refines_mode", "quad", "score", "domain", "substance", "modes", "cameo", "contexts",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Own:
    """What a user's ontology says of an act beside its PLOVER code."""

    type: OwnType
    domain: Domain


@dataclass(frozen=True, slots=True)
class OwnKind:
    """A type that a user declares; `event_type` and `mode` are the PLOVER ones that stand in the record."""

    event_type: EventType
    mode: str | None
    cameo: str
    contexts: tuple[str, ...]
    domain: Domain
    substance: Substance
    types: Mapping[str | None, OwnType]
    """By mode of its own; `None` is the type without a mode."""


def own_kinds(entries: list[Entry], ontology: str) -> dict[str, OwnKind]:
    """The types of a file by name; `ontology` is 'name@version'. Raises `UsageError` for the first mistake."""
    found: dict[str, OwnKind] = {}
    for entry in entries:
        entry.only(_KEYS)
        name = entry.name("name")
        if name in found:
            entry.refuse(f"the type {name!r} is declared twice: leave one out, or give it another name")
        found[name] = _kind(entry, name, ontology)
    return found


def _kind(entry: Entry, name: str, ontology: str) -> OwnKind:
    if not entry.has("refines"):
        entry.refuse(f"the type {name!r} names no PLOVER type: add refines, one of {', '.join(EVENT_TYPES)}")
    event_type = cast(EventType, entry.choice("refines", EVENT_TYPES))
    return OwnKind(
        event_type,
        _plover_mode(entry, event_type),
        entry.choice("cameo", cameo_codes()) if entry.has("cameo") else "",
        entry.choices("contexts", sorted(contexts())),
        cast(Domain, entry.choice("domain", get_args(Domain))),
        cast(Substance, entry.choice("substance", get_args(Substance))),
        _types(entry, name, ontology),
    )


def _plover_mode(entry: Entry, event_type: EventType) -> str | None:
    if not entry.has("refines_mode"):
        return None
    modes = [mode for of, mode in codes() if of == event_type and mode]
    if not modes:
        entry.refuse(f"refines_mode: {event_type} has no modes: leave it out")
    return entry.choice("refines_mode", modes)


def _types(entry: Entry, name: str, ontology: str) -> Mapping[str | None, OwnType]:
    quad = cast(Quad, entry.choice("quad", get_args(Quad)))
    scores: dict[str | None, float] = {None: entry.score("score")}
    modes = entry.below("modes")
    scores |= {mode: modes.score(mode) for mode in modes.keys()}  # noqa: SIM118 - no dict: its keys are checked
    return {
        mode: OwnType(ontology=ontology, type=name, mode=mode, quad=quad, score=score)
        for mode, score in scores.items()
    }
