"""What the telling of an act may leave out: its doer, or whom it is done to."""

from __future__ import annotations

from spacy.tokens import Token

from comity.reading.frames import Frame, act_words, frames
from comity.reading.layers import Act
from comity.reading.noun_words import words_of
from comity.reading.sides import MUTUAL, Found, coding_of
from comity.reading.syntax import Slots, slots_of_word
from comity.record.values import EventType

_OF_ONES_OWN: frozenset[EventType] = frozenset({"AID", "COOPERATE", "MOBILIZE"})
_SENT = ("force", "helper", "envoy", "travellers")
_OTHER = {"other", "another"}
_TO_THE_OTHER = frozenset(
    {"CONSULT", "SUPPORT", "AGREE", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REJECT", "SANCTION"}
)
"""What is told of one side may be done to the other that is in plain sight, if there is one."""
_NEVER_TO_NOBODY = frozenset({"REJECT", "REQUEST", "CONCEDE", "ASSAULT", "COERCE", "SUPPORT", "THREATEN", "AID"})
"""What is said or done to somebody, so that a telling without him whom we cannot make out tells too little."""
BY_THE_OTHER = frozenset({"SANCTION", "CONCEDE"})
"""What is told in the passive is done by the other of the two that a text is about, or is not told."""


def lacks_hearer(act: Act) -> bool:
    """Whether an act that is done to somebody names a doer alone, and is no denial, which answers everybody."""
    if act.recipients or act.event_type not in _NEVER_TO_NOBODY or act.trigger.lemma_ == "deny":
        return False
    if act.event_type == "SUPPORT" and len({one.side for one in act.actors}) > 1:
        return False
    if act.event_type != "AID":
        return True
    slots = slots_of_word(act.trigger)
    return slots is not None and bool(slots.after("to") or slots.after("dative") or len(slots.object) > 1)


def may_be_open(frame: Frame, slots: Slots, actors: Found, recipients: Found, verbal: bool) -> bool:
    """Whether the text may leave a side out; a doer who is named but not known is no doer left out."""
    if actors and recipients:
        return True
    if actors:
        guessed = verbal and frame.event_type in _TO_THE_OTHER
        return guessed or bool({"r", "p"} & set(frame.open)) or len({one.side for one in actors}) > 1
    if frame.event_type in MUTUAL and len(recipients) > 1:
        return True
    if verbal and slots.passive and not slots.subject and frame.event_type in BY_THE_OTHER:
        return True
    nobody = all(one.lemma_.lower() in act_words("instrument") for one in slots.subject)
    return bool({"a", "d"} & set(frame.open)) and (nobody or frame.event_type == "PROTEST")


def is_impersonal(token: Token, frame: Frame, slots: Slots) -> bool:
    """'Relations were restored', 'the talks will take place': told without those who do it, who are the two."""
    if not coding_of(frame).mutual:
        return False
    if token.pos_ == "VERB":
        return slots.passive and not slots.subject
    happens = token.head.lemma_ in act_words("happening") and token.dep_ in {"nsubj", "nsubjpass"}
    return happens and any(child.lower_ in act_words("definite") for child in token.children)


def is_here(token: Token, slots: Slots) -> bool:
    """'Came here', 'shut its embassy here': in the state whose affairs the text is about."""
    around = (child for one in (token, *slots.object) for child in one.children)
    return any(child.lower_ == "here" for child in around)


def sends_its_own(token: Token, frame: Frame, slots: Slots) -> bool:
    """'Danish nurses were sent to Kenya', 'the Togolese contingent was withdrawn': by those whose they are."""
    own = frame.event_type in _OF_ONES_OWN or frame.mode == "withdraw"
    sent = token.lemma_ in act_words("sending") and token.dep_ != "xcomp" and "subject" in frame.actor
    if not own or not sent or not slots.passive or slots.subject:
        return False
    things = {word for one in slots.object for word in words_of(one)}
    return any(not things.isdisjoint(act_words(name)) for name in _SENT)


def is_infinitive_act(trigger: Token) -> bool:
    """'A call to lift the embargo': an act that only a clause names tells of no partner around it."""
    obliged = trigger.dep_ == "xcomp" and trigger.head.lemma_ in {"have", "be"}
    return trigger.tag_ == "VB" and not obliged and any(child.tag_ == "TO" for child in trigger.children)


def is_reciprocal(frame: Frame, slots: Slots) -> bool:
    """What is done 'with' somebody, or by some 'to each other', two of them do to one another."""
    told = [one for tokens in (slots.object, *(slots.prepositions or {}).values()) for one in tokens]
    each = [*told, *(child for one in told for child in one.children if child.dep_ == "poss")]
    return frame.recipient[:1] == ("with",) or any(
        {"each", "one"} & {child.lower_ for child in one.children} for one in each if one.lower_ in _OTHER
    )


def hides_its_doer(frame: Frame, slots: Slots, actors: Found) -> bool:
    """'The envoy mediates between X and Y': done by somebody unknown, not by those whom it is done with."""
    doers = [one for one in slots.subject if one.lemma_.lower() not in act_words("instrument")]
    if frame.event_type == "PROTEST":
        return False
    return not actors and bool(doers) and not slots.passive and frame.actor[:1] == ("subject",)


def is_judged(noun: Token) -> bool:
    """'Canada condemned the launch': who judges what was done is not whom it was done to."""
    judging = frames().get((noun.head.lemma_.lower(), "verb"), ()) if noun.dep_ == "dobj" else ()
    return noun.pos_ == "NOUN" and any(one.event_type == "ACCUSE" for one in judging)
