"""Where an act takes place, as far as the text states it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from comity.reading.layers import Parsed, Referents
from comity.reading.places_clause import Clauses
from comity.reading.places_dateline import at_the_dateline
from comity.reading.places_words import has_subject, is_noun, lemma_in, shares_subject
from comity.record import Place

_STEPS = 4
"""How many words up an act may look for the one whose place it shares."""
_PURPOSE = {"for", "on", "in", "during", "at", "after"}


def place_of(trigger: Token, parsed: Parsed, referents: Referents) -> Place | None:
    """The place of the act that a verb or noun names: told beside it, else that of the dateline.

    `country` is None where a name is told and its state is open. Costs some 0.2 ms.
    """
    return at_the_dateline(trigger, told_place(trigger, parsed, referents), parsed)


def told_place(trigger: Token, parsed: Parsed, referents: Referents) -> Place | None:
    """The place stated in the act's own clause, else in the one it hangs on.

    A visit is where it leads to, an attack where it strikes. What directions, speakers and topics name is none.
    """
    clauses = Clauses(parsed, referents)
    named: Place | None = None
    for word in _upwards(trigger):
        for place in clauses.places(word, trigger):
            if place.country:
                return place
            named = named or place
    return named


def _upwards(trigger: Token) -> Iterator[Token]:
    """The word of the act, then those whose place is the act's too."""
    at: Token | None = trigger
    for _ in range(_STEPS):
        if at is None:
            return
        yield at
        at = None if at.head == at else _above_noun(at) if is_noun(at) else _above_verb(at)


def _above_verb(verb: Token) -> Token | None:
    """'Came to X and signed', 'came to X to sign', 'met in X, signing'; but not 'said in X that'."""
    head = verb.head
    if verb.dep_ == "conj":
        return head if shares_subject(verb) else None
    if verb.dep_ in {"acomp", "auxpass", "aux"}:
        return head
    if verb.dep_ in {"xcomp", "advcl"} and (_carries(head) or (verb.tag_ == "VBG" and not has_subject(verb))):
        return head
    return None


def _above_noun(noun: Token) -> Token | None:
    """'Held talks in X', 'arrived in X for talks', 'a night of talks'."""
    head = noun.head
    if noun.dep_ == "conj":
        return head
    if noun.dep_ in {"dobj", "nsubjpass", "nsubj", "attr"}:
        return head if _carries(head) else None
    if noun.dep_ != "pobj":
        return None
    holder = head.head
    if head.lower_ == "of" and is_noun(holder):
        return holder
    return holder if head.lower_ in _PURPOSE and _carries(holder) else None


def _carries(verb: Token) -> bool:
    """Whether a verb says no more of its noun or purpose than that it takes place: 'hold', 'begin', 'travel'."""
    return lemma_in(verb, "light", "move")
