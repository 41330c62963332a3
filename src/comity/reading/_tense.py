"""Whether a verb looks back or ahead, as far as its form and its governors tell."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Token

from comity.reading._date_words import WEEKDAYS
from comity.reading._dating_words import COMES, COMMANDS, INTENDS, SAYS, TIMELESS

MODALS = frozenset(
    ("will", "'ll", "’ll", "wo", "shall", "would", "should", "may", "might", "must", "can", "could", "ca")
)
PAST = frozenset(("was", "were", "had", "did", "has", "have", "'d"))
LEANING = ("advcl", "conj", "xcomp", "ccomp", "acl", "pcomp")
PRESENT = frozenset(("is", "are", "am", "'re", "’re", "'s", "’s"))


def verb_over(token: Token) -> Token | None:
    """The verb that a date belongs to: a speech verb right before it, else the nearest above."""
    said = said_at(token) or commanded_at(token)
    if said is not None:
        return said
    for one in (token, *token.ancestors):
        if one.pos_ in ("VERB", "AUX") and one.dep_ not in ("aux", "auxpass", "amod"):
            return one
    return None


def said_at(date: Token) -> Token | None:
    """The 'said' of 'said on Monday it would …', whose date parsers hang on the clause that follows."""
    if date.dep_ == "poss":
        return None
    first = date.left_edge.i
    while first > 0 and date.doc[first - 1].lower_ in ("on", "in", "late", "early"):
        first -= 1
    before = date.doc[first - 1] if first else None
    return before if before is not None and before.lemma_ in SAYS and before.tag_ in ("VBD", "VBZ") else None


def commanded_at(date: Token) -> Token | None:
    """The 'ordered' of 'ordered two diplomats to leave on Tuesday': the day it was ordered, where the clause names
    no other."""
    verb = date.head.head if date.dep_ == "pobj" else date
    command = verb.head
    if date.lower_ not in WEEKDAYS or verb.dep_ not in ("xcomp", "ccomp") or verb.i < command.i:
        return None
    told = command.lemma_ in COMMANDS and command.tag_ == "VBD" and any(one.lower_ == "to" for one in verb.lefts)
    other = any(one.lower_ in WEEKDAYS for one in date.doc[command.left_edge.i : date.i])
    return command if told and not other else None


def is_future(verb: Token | None, date: Token | None = None) -> bool:
    """True for what is to come: 'will sign', 'plans to sign', 'is going to', 'is visiting'.

    `date` is the word whose tense is asked for: a 'May' that was tagged as the modal is none.
    """
    if verb is None:
        return False
    words = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass") and child != date}
    if words & MODALS:
        return "will" in words or not words & {"have", "'ve", "’ve"}
    if "to" in words:
        return _meant(verb)
    if plans(verb) or _due(verb) or _conditional(verb) or (verb.tag_ == "VBG" and words & PRESENT):
        return True
    bare = not words and verb.tag_ not in ("VBD", "VBZ", "VBP")
    return bare and verb.dep_ in LEANING and is_future(_governor(verb))


def _scheduled(verb: Token) -> bool:
    """'arrives in Rome on Monday.' in a whole sentence; a heading in the present tells what was done."""
    if verb.lemma_ not in COMES or verb.tag_ not in ("VBZ", "VBP"):
        return False
    end = next((i for i in range(verb.i + 1, len(verb.doc)) if verb.doc[i].is_sent_start), len(verb.doc))
    return any(token.text == "." for token in verb.doc[end - 2 : end])


def _due(verb: Token) -> bool:
    """'is due in Rome', 'was due on Sunday', 'is expected in Rome': told as lying ahead, then and now."""
    awaited = verb.lemma_ in ("expect", "schedule", "plan") and verb.tag_ == "VBN"
    if awaited and any(child.dep_ == "auxpass" and child.lower_ in PRESENT for child in verb.children):
        return True
    return verb.lemma_ == "be" and any(
        child.dep_ in ("acomp", "attr") and child.lower_ in ("due", "scheduled", "set", "slated", "planned")
        for child in verb.children
    )


def _conditional(verb: Token) -> bool:
    marks = {child.lower_ for child in verb.children if child.dep_ == "mark"}
    return verb.tag_ != "VBD" and not marks.isdisjoint(("if", "unless"))


def tense_of(verb: Token | None, date: Token | None = None) -> Literal["past", "future", "open"]:
    """'open' where no verb decides: a heading, a caption in the present, a bare participle."""
    if verb is not None and _is_done_thing(verb):
        return "past"
    if is_future(verb, date):
        return "future"
    if verb is None:
        return "open"
    if _scheduled(verb):
        return "future"
    aux = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass") and child != date}
    return "past" if verb.tag_ == "VBD" or aux & PAST else "open"


def _is_done_thing(verb: Token) -> bool:
    """'the boats damaged in March', also where they 'will be repaired'; not 'a visit planned for March'."""
    helped = any(child.dep_ in ("aux", "auxpass") for child in verb.children)
    return verb.tag_ == "VBN" and verb.dep_ == "acl" and not helped and verb.lemma_ not in INTENDS | TIMELESS


def plans(verb: Token) -> bool:
    """True for an intention that holds now ('plans to', 'is expected to'), dated by what is meant."""
    links = [child.dep_ for child in verb.children]
    if verb.lemma_ not in INTENDS or "xcomp" not in links or (verb.lemma_ in COMMANDS and "dobj" in links):
        return False
    return verb.tag_ in ("VBZ", "VBP") or any(
        child.dep_ in ("aux", "auxpass") and child.lower_ in PRESENT for child in verb.children
    )


def _meant(verb: Token) -> bool:
    """An infinitive looks ahead where its governor intends ('agreed to'), else as the governor does."""
    head = verb.head
    if head == verb or head.lemma_.lower() in INTENDS:
        return True
    if head.lemma_ in ("be", "have") and verb.dep_ == "xcomp":
        return True
    return is_future(_governor(verb))


def _governor(verb: Token) -> Token | None:
    return None if verb.head == verb else verb_over(verb.head)


def is_perfect(verb: Token | None) -> bool:
    """True for a present perfect: 'has ruled', 'have been shut'."""
    return verb is not None and any(
        child.dep_ in ("aux", "auxpass") and child.lower_ in ("has", "have", "'ve", "’ve")
        for child in verb.children
    )
