"""What the acts told so far say about a later one: who freed the captives, who did 'the raid'."""

from __future__ import annotations

from spacy.tokens import Token

from comity.reading.frames import act_words
from comity.reading.layers import Act
from comity.reading.sides import Found, understood, understood_by
from comity.reading.syntax import Slots
from comity.record.values import EventType

_ASKING = {"REQUEST", "ACCUSE"}
_HARM = {"ASSAULT", "SANCTION", "MOBILIZE", "COERCE"}
_DEEDS = {"ASSAULT", "COERCE"}
_DEALS = {"SUPPORT", "AGREE"}
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
                captors = understood("it took, as the text told before, whoever is freed", act.actors)
                return captors, freed or (act.recipients if slots.passive and not slots.subject else ())
        return (), freed

    @understood_by("it strikes back at whoever, as the text told last, did it harm")
    def attackers(self, act: Act) -> Found:
        """At whom one strikes back: at whoever, as the text told last, did him harm."""
        mine = {one.side for one in act.actors}
        for other in reversed(self.acts):
            if other.event_type in _HARM and mine & {one.side for one in other.recipients}:
                return other.actors
        return ()

    @understood_by("its protest is aimed at whoever, as was just told, did it harm")
    def wrongdoers(self, act: Act) -> Found:
        """At whom a protest without addressee is aimed: at whoever did one harm in this sentence or the last."""
        mine = {one.side for one in act.actors}
        for other in reversed(self.acts):
            if not _near(other, act):
                return ()
            if other.event_type in _HARM and mine & {one.side for one in other.recipients}:
                return other.actors
        return ()

    def refusers(self, act: Act) -> tuple[Found, Found]:
        """'The request was turned down': by whoever was asked last, of whoever asked; nobody where none asked."""
        asked = (other for other in reversed(self.acts) if other.event_type in {"REQUEST", "AGREE", "ACCUSE"})
        last = next((other for other in asked if other.actors and other.recipients and _near(other, act)), None)
        mine = {one.side for one in act.recipients}
        if last is None or not (mine <= {one.side for one in last.actors}):
            return (), ()
        return understood("it was asked last", last.recipients), understood("it asked last", last.actors)

    @understood_by("the same actor dealt with it just before")
    def beside(self, act: Act) -> Found:
        """'Called on both sides to stop and offered to mediate': whoever the same one dealt with just before."""
        mine = {one.side for one in act.actors}
        for other in reversed(self.acts):
            same = other.trigger.sent.start == act.trigger.sent.start
            if not same and not (act.event_type in _DEEDS and _near(other, act)):
                return ()
            if other.trigger.i < act.trigger.i and mine and mine == {one.side for one in other.actors}:
                return other.recipients
        return ()

    def told(self, event_type: EventType, token: Token, parties: Found) -> bool:
        """Whether an act of that type between the same sides was told just before."""
        sides = {one.side for one in parties}
        return any(
            act.event_type == event_type and sides <= {one.side for one in (*act.actors, *act.recipients)}
            for act in self.acts
            if act.trigger.sent.end == token.sent.start
        )

    @understood_by("it asked, or offered, last, and this answers it")
    def askers(self, act: Act) -> Found:
        """To whom a refusal or consent without an addressee is said: whoever asked or offered last."""
        if act.event_type not in {"REJECT", "AGREE"} or not act.actors:
            return ()
        mine, rejects = {one.side for one in act.actors}, act.event_type == "REJECT"
        for other in reversed(self.acts):
            to_me = mine & {one.side for one in other.recipients}
            offered = other.event_type == "AGREE" and _near(other, act) and (to_me or not other.recipients)
            offered = offered and other.trigger.lemma_ != "accept"
            asked = to_me and (other.event_type == "REQUEST" or (other.event_type in _ASKING and rejects))
            answers = rejects or act.trigger.lemma_ in {"accept", "consent", "assent"}
            if asked or (offered and answers):
                return tuple(one for one in other.actors if one.side not in mine)
        return ()

    @understood_by("it is one of those who, as the text told last, made the deal")
    def dealers(self, noun: Token) -> Found:
        """'The deal', 'this accord': those who, as the text told last, agreed or signed with each other."""
        if not any(child.lower_ in act_words("definite") for child in noun.children):
            return ()
        deals = (act for act in reversed(self.acts) if act.event_type in _DEALS and act.actors and act.recipients)
        return next(((*act.actors, *act.recipients) for act in deals), ())

    @understood_by("it is one of the two whom the text told of last")
    def quarrel(self, act: Act) -> Found:
        """Between whom one offers to mediate: the two whom the text told of last who are not himself."""
        mine = {one.side for one in act.actors}
        for other in reversed(self.acts):
            sides = {one.side: one for one in (*other.actors, *other.recipients)}
            sides = {side: one for side, one in sides.items() if side not in mine and one.referent.kind != "igo"}
            if len(sides) > 1:
                return tuple(sides.values())
        return ()

    @understood_by("it did what the text told last of that sort")
    def doers(self, noun: Token, types: set[EventType]) -> Found:
        """'The raid', 'this decision': whoever did what the text told last of that sort."""
        if not any(child.lower_ in act_words("definite") for child in noun.children):
            return ()
        return next((act.actors for act in reversed(self.acts) if act.event_type in types), ())


def _near(earlier: Act, later: Act) -> bool:
    """Whether an act is told in the same sentence as another or in the one before."""
    return earlier.trigger.sent.end >= later.trigger.sent.start
