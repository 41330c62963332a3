"""What the acts told so far say about a later one: who freed the captives, who did 'the raid'."""

from __future__ import annotations

from spacy.tokens import Token

from comity.reading.frames import act_words
from comity.reading.layers import Act
from comity.reading.sides import Found
from comity.reading.syntax import Slots
from comity.record.values import EventType

_ASKING = {"REQUEST", "ACCUSE"}
_CAPTURES = {"arrest", "seize", "restrict", "abduct"}


class Earlier:
    """The acts told so far, in the order in which they were found."""

    def __init__(self) -> None:
        self.acts: list[Act] = []

    def captors(self, freed: Found, slots: Slots) -> tuple[Found, Found]:
        """Whoever is freed is freed by those who, as the text told before, took him: both sides."""
        sides = {one.side for one in freed}
        for act in reversed(self.acts):
            taken = act.mode in _CAPTURES and act.actors and act.recipients
            if taken and (not freed or sides & {one.side for one in act.recipients}):
                return act.actors, freed or (act.recipients if slots.passive and not slots.subject else ())
        return (), freed

    def askers(self, act: Act) -> Found:
        """To whom a refusal or consent without an addressee is said: whoever asked or offered last."""
        if act.event_type not in {"REJECT", "AGREE"} or not act.actors:
            return ()
        mine = {one.side for one in act.actors}
        for other in reversed(self.acts):
            if other.event_type in _ASKING and mine & {one.side for one in other.recipients}:
                return tuple(one for one in other.actors if one.side not in mine)
        return ()

    def doers(self, noun: Token, types: set[EventType]) -> Found:
        """'The raid', 'this decision': whoever did what the text told last of that sort."""
        if not any(child.lower_ in act_words("definite") for child in noun.children):
            return ()
        return next((act.actors for act in reversed(self.acts) if act.event_type in types), ())
