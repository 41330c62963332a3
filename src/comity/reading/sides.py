"""An act out of a coding and the parties of its slots: sides told apart, and what may stay untold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import wraps
from typing import ParamSpec

from spacy.tokens import Token

from comity.ontology.own import Own
from comity.reading.frames import Frame
from comity.reading.layers import BY_A_FRAME, Act, Participant, Why
from comity.record.values import EventType, Substance

MUTUAL: frozenset[EventType] = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE"})
_PRAISE = frozenset({"051", "052", "056"})
_VERB, _NOUN = ("the act is told by a verb", 0.85), ("the act is told by a noun or an adjective", 0.75)
_WEAK, _OPEN = ("a side is told by a pronoun", -0.15), ("one side was not found beside the word", -0.25)
Found = tuple[Participant, ...]
_Asked = ParamSpec("_Asked")


@dataclass(frozen=True, slots=True)
class Coding:
    """What sort of act a word names."""

    event_type: EventType
    mode: str | None = None
    cameo: str = ""
    contexts: tuple[str, ...] = ("diplomatic",)
    substance: Substance = "practical"
    promised: EventType | None = None
    own: Own | None = None
    why: Why = BY_A_FRAME

    @property
    def mutual(self) -> bool:
        """Whether both sides do it: two who sign, sign with each other; two who praise, praise a third."""
        return self.event_type in MUTUAL and self.cameo not in _PRAISE


def coding_of(frame: Frame) -> Coding:
    """The coding that a frame gives."""
    why = Why(frame=frame.line or None, own=frame.place)
    code = (frame.event_type, frame.mode, frame.cameo, frame.contexts, frame.substance)
    return Coding(*code, own=frame.own, why=why)


def understood(by: str, found: Found) -> Found:
    """The same participants, who by that rule are understood and not told beside the word."""
    return tuple(replace(one, by=by) for one in found)


def understood_by(by: str) -> Callable[[Callable[_Asked, Found]], Callable[_Asked, Found]]:
    """Makes a function that finds participants say of each by what rule."""

    def stamped(find: Callable[_Asked, Found]) -> Callable[_Asked, Found]:
        @wraps(find)
        def finding(*args: _Asked.args, **named: _Asked.kwargs) -> Found:
            return understood(by, find(*args, **named))

        return finding

    return stamped


def act_of(trigger: Token, coding: Coding, actors: Found, recipients: Found) -> Act | None:
    """The act with its sides told apart, one of them perhaps empty; `None` where no side is left."""
    actors, recipients = _apart(coding, actors, recipients)
    if not actors and not recipients:
        return None
    sureness = tuple(_sureness(trigger, actors, recipients))
    return Act(
        trigger,
        coding.event_type,
        coding.mode,
        coding.cameo,
        coding.contexts,
        actors,
        recipients,
        coding.substance,
        round(sum(part for _, part in sureness), 2),
        coding.promised,
        own=coding.own,
        why=replace(coding.why, sureness=sureness),
    )


def _sureness(trigger: Token, actors: Found, recipients: Found) -> Iterator[tuple[str, float]]:
    yield _VERB if trigger.pos_ == "VERB" else _NOUN
    if any(one.token.pos_ == "PRON" for one in (*actors, *recipients)):
        yield _WEAK
    if not (actors and recipients):
        yield _OPEN


def _apart(coding: Coding, actors: Found, recipients: Found) -> tuple[Found, Found]:
    """Nobody deals with himself; where both sides of a mutual act stand in one slot, the first acts."""
    alike = coding.mutual or coding.event_type == "CONCEDE"
    if alike and len(actors) > 1 and not {r.side for r in recipients} - {a.side for a in actors}:
        actors, recipients = actors[:1], actors[1:]
    if coding.mutual and not actors and len(recipients) > 1:
        actors, recipients = recipients[:1], recipients[1:]
    if coding.event_type == "PROTEST" and {one.side for one in actors} & {one.side for one in recipients}:
        return (), recipients
    mine = {one.side for one in actors}
    return actors, tuple(one for one in recipients if one.side not in mine)
