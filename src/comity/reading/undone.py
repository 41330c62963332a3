"""What takes back an earlier act: a ban lifted, a crossing reopened, a ship returned, told without its parties."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from comity.reading.frames import Frame, act_words
from comity.reading.layers import Act
from comity.reading.noun_words import words_of
from comity.reading.sides import Found, understood
from comity.reading.syntax import Slots
from comity.record.values import EventType

_BARRED: frozenset[EventType] = frozenset({"SANCTION", "COERCE", "REJECT"})
_UNDOES: dict[EventType, frozenset[EventType]] = {
    "CONCEDE": _BARRED,
    "COOPERATE": _BARRED,
    "SUPPORT": frozenset({"SANCTION"}),
    "AID": frozenset({"SANCTION"}),
    "RETREAT": frozenset({"COERCE", "MOBILIZE", "ASSAULT"}),
}
_TAKEN_BACK = "it was a side of the earlier act that this takes back"
_NEAR = 1
"""Sentences back within which 'it' and 'the measure' need no word in common with what they take back."""


def undone(token: Token, frame: Frame, slots: Slots, actors: Found, acts: Sequence[Act]) -> tuple[Found, Found]:
    """Both sides of what an act takes back: of the last one told by its actor, or in the passive by anybody.

    Only where the thing is one already spoken of, 'the ban' or 'it'; further back than the sentence before it
    must have been named there. Both are empty where nothing fits.
    """
    kinds = _UNDOES.get(frame.event_type, frozenset())
    nobody = slots.passive and not slots.subject
    restores = frame.event_type in {"CONCEDE", "RETREAT"} or token.lemma_ in act_words("restoring")
    on_condition = any(child.lower_ in act_words("condition") for child in token.children)
    if not kinds or not restores or not (actors or nobody) or on_condition:
        return (), ()
    if not any(map(_is_known, slots.object)):
        return (), ()
    mine = {one.side for one in actors}
    for act in reversed(acts):
        does = act.event_type in kinds and act.actors and act.recipients
        if does and (not mine or mine == {one.side for one in act.actors}) and _is_meant(act, token, slots):
            return understood(_TAKEN_BACK, act.actors), understood(_TAKEN_BACK, act.recipients)
    return (), ()


def _is_known(thing: Token) -> bool:
    """'It', 'the ban': something that the text spoke of before."""
    if thing.pos_ == "PRON":
        return thing.lower_ in {"it", "they", "them", "this"}
    return any(child.lower_ in act_words("definite") for child in thing.children)


def _is_meant(act: Act, token: Token, slots: Slots) -> bool:
    back = sum(1 for one in token.doc[act.trigger.i : token.i + 1] if one.is_sent_start)
    if back <= _NEAR:
        return True
    told = {word for one in act.trigger.subtree for word in (one.lemma_.lower(),)} - {"it", "they"}
    return any(word in told for thing in slots.object for word in words_of(thing))
