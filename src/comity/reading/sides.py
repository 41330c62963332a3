"""An act out of a coding and the parties of its slots: sides told apart, and what may stay untold."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from comity.ontology.own import Own
from comity.reading.frames import Frame
from comity.reading.layers import Act, Participant
from comity.record.values import EventType, Substance

MUTUAL: frozenset[EventType] = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE"})
_PRAISE = frozenset({"051", "052", "056"})
_SURE, _NOMINAL, _WEAK, _OPEN = 0.85, 0.75, 0.15, 0.25
Found = tuple[Participant, ...]


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

    @property
    def mutual(self) -> bool:
        """Whether both sides do it: two who sign, sign with each other; two who praise, praise a third."""
        return self.event_type in MUTUAL and self.cameo not in _PRAISE


def coding_of(frame: Frame) -> Coding:
    """The coding that a frame gives."""
    return Coding(frame.event_type, frame.mode, frame.cameo, frame.contexts, frame.substance, own=frame.own)


def act_of(trigger: Token, coding: Coding, actors: Found, recipients: Found) -> Act | None:
    """The act with its sides told apart, one of them perhaps empty; `None` where no side is left."""
    actors, recipients = _apart(coding, actors, recipients)
    if not actors and not recipients:
        return None
    confidence = _SURE if trigger.pos_ == "VERB" else _NOMINAL
    confidence -= _WEAK if any(one.token.pos_ == "PRON" for one in (*actors, *recipients)) else 0.0
    confidence -= 0.0 if actors and recipients else _OPEN
    return Act(
        trigger,
        coding.event_type,
        coding.mode,
        coding.cameo,
        coding.contexts,
        actors,
        recipients,
        coding.substance,
        round(confidence, 2),
        coding.promised,
        own=coding.own,
    )


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
