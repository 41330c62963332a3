"""A kind of move: an act of a type towards a state, or a tie of a kind begun or ended with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast, get_args

from comity import gazetteer
from comity.assessment import retracted
from comity.assessment.names import Names
from comity.assessment.words import TYPES
from comity.errors import UsageError
from comity.ledger import Ledger
from comity.ontology import codes, tie_types
from comity.record import Event, Tie
from comity.record.values import EventType, TieKind
from comity.tables import rows

Change = Literal["begun", "ended"]
_TOWARDS = re.compile(
    r"^(?P<what>.*?)(?:^|\s+)(?:of|towards|to|with|on|against|from)\s+(?P<state>.+)$", re.IGNORECASE
)
_COLD = frozenset({"SANCTION", "REJECT", "THREATEN", "ACCUSE", "COERCE", "PROTEST"})
STEM = 6
"""Letters that two forms of a word have in common: 'recognition', 'recognised'."""


@dataclass(frozen=True, slots=True)
class Move:
    """What is looked for. An act has a type, with a mode or words of its sentence; a tie a kind and a change."""

    event_type: EventType | None = None
    mode: str | None = None
    words: tuple[str, ...] = ()
    tie: TieKind | None = None
    change: Change = "begun"
    target: str | None = None

    def told(self, names: Names) -> str:
        """'diplomatic support (recognition) towards South Korea', 'mission ended with North Korea'."""
        if self.event_type is None:
            kind = f"{(self.tie or '').replace('_', ' ')} {self.change}"
            return f"{kind} with {names.the(self.target)}" if self.target else kind
        more = " ".join(filter(None, (self.mode, *self.words)))
        kind = TYPES[self.event_type] + (f" ({more})" if more else "")
        return f"{kind} towards {names.the(self.target)}" if self.target else kind

    def is_told_in(self, sentence: str) -> bool:
        """Whether a sentence has all the words, in whatever form."""
        stems = {word[:STEM].lower() for word in re.findall(r"\w+", sentence)}
        return all(word[:STEM].lower() in stems for word in self.words)


def act_move(text: str) -> Move:
    """From 'SUPPORT:recognition of KOR', 'SANCTION:discontinue', 'CONSULT:visit to North Korea', 'AID'.

    Raises `UsageError` for a type that PLOVER does not have, or a state that is not known.
    """
    kind, _, rest = text.partition(":")
    what, target = _towards(rest if rest else kind)
    event_type = (kind if rest else what).strip().upper()
    if event_type not in get_args(EventType):
        known = ", ".join(get_args(EventType))
        raise UsageError(
            f"{text!r} begins with no type of act: write one of {known}, as SUPPORT:recognition of KOR"
        )
    chosen = cast(EventType, event_type)
    what = what.strip() if rest else ""
    if (chosen, what or None) in codes():
        return Move(chosen, what or None, tie=None, target=target)
    words = tuple(what.lower().split())
    return Move(chosen, None, words, _tie_of(words), "ended" if chosen in _COLD else "begun", target)


def tie_move(text: str) -> Move:
    """From 'diplomatic_relations with KOR', 'mission ended with PRK'. Raises `UsageError` likewise."""
    what, target = _towards(text)
    kind, _, change = what.strip().lower().partition(" ")
    if kind not in tie_types() or change not in ("", *get_args(Change)):
        known = ", ".join(tie_types())
        raise UsageError(
            f"{text!r} is no change of a tie: write a kind ({known}), 'begun' or 'ended', and a state, "
            "as 'mission ended with PRK'"
        )
    return Move(tie=kind, change=cast(Change, change or "begun"), target=target)


def like(ledger: Ledger, id_or_prefix: str) -> Move:
    """The kind of move that an event or a tie of the ledger is. `UsageError` for what is neither, or retracted."""
    found = ledger.find(id_or_prefix)
    retracted.refuse(found)
    item = found.item
    if isinstance(item, Event):
        towards = item.recipients[0].country or item.recipients[0].entity if item.recipients else None
        return Move(item.event_type, item.mode, target=towards)
    if isinstance(item, Tie):
        return Move(tie=item.kind, change="ended" if item.status == "ended" else "begun", target=item.parties[1])
    raise UsageError(
        f"{id_or_prefix} is neither an act nor a tie: give the id of an event, as `comity timeline` lists"
    )


def _towards(text: str) -> tuple[str, str | None]:
    """What stands before a state, and the state; without any preposition none is meant."""
    found = _TOWARDS.match(text.strip())
    if not found:
        return text, None
    return found["what"], gazetteer.load().country_code(found["state"].strip())


def _tie_of(words: tuple[str, ...]) -> TieKind | None:
    return next((kinds[word[:STEM]] for word in words if word[:STEM] in (kinds := _tie_words())), None)


@cache
def _tie_words() -> dict[str, TieKind]:
    return {row["word"][:STEM]: cast(TieKind, row["kind"]) for row in rows("assessment", "move_ties.csv")}
