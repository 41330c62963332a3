"""The type of what one marked party does to another in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import tee
from typing import cast

from comity.learned.encoder import encoder, mixed
from comity.learned.features import Described, describe
from comity.learned.marked import Marked, located
from comity.learned.model import Model, model
from comity.ontology import code, codes
from comity.record.values import EventType, Quad, Status


@dataclass(frozen=True, slots=True)
class Classified:
    """What the actor does to the recipient; `confidence`, 0 to 1, is how often such an answer is right."""

    event_type: EventType
    mode: str | None
    quad: Quad
    status: Status
    confidence: float


def classify(sentence: str, actor: str, recipient: str) -> Classified:
    """The act between two parties whose words stand in the sentence; a party not found there is left out."""
    return next(classify_all([located(sentence, actor, recipient)]))


def classify_all(sentences: Iterable[Marked]) -> Iterator[Classified]:
    """An answer for each, in order; some 180 a second and core, some 100 where the encoder is installed."""
    known = model()
    asked, again = tee(sentences)
    for marked, described in zip(asked, describe(again), strict=True):
        yield _classified(marked, described, known)


def _classified(marked: Marked, described: Described, known: Model) -> Classified:
    chances = _chances(marked, described, known)
    best = max(chances, key=lambda label: chances[label])
    event_type = cast(EventType, best)
    mode = _mode(event_type, described, known)
    status = known.heads["status"].probabilities(described.groups)
    told = cast(Status, max(status, key=lambda label: status[label]))
    return Classified(event_type, mode, code(event_type, mode).quad, told, round(chances[best], 3))


def _chances(marked: Marked, described: Described, known: Model) -> dict[str, float]:
    """By type: the linear model's, and where the encoder is installed what both make of it."""
    linear, second = known.heads["type"].probabilities(described.groups), encoder()
    return linear if second is None else mixed(linear, second.probabilities(marked))


def _mode(event_type: EventType, described: Described, known: Model) -> str | None:
    """That of the reader's act of the type, else the one that goes with the predicates."""
    ruled = next((act.mode for act in described.acts if act.event_type == event_type and act.mode), None)
    mode = ruled or known.mode(event_type, described.predicates)
    return mode if (event_type, mode) in codes() else None
