"""Who does what a predicate says, where the parser is apt to err."""

from __future__ import annotations

from spacy.tokens import Token

from comity.reading.syntax import Slots, conjuncts, slots_of_noun, slots_of_verb, surface_subjects

_DATELINE = 12
"""Within so many words the dash of a dateline is looked for."""
_DASHES = {"-", "–", "—", "--"}
_NOMINAL = {"NOUN", "PROPN", "PRON"}


def subjects_of(trigger: Token) -> tuple[Token, ...]:
    """The subjects as they are meant, with those that stand beside an apposition.

    In 'the second after Laos to join' the parser takes Laos for the one that joins, and in 'a loan, paid out
    in March' whoever stands before the comma for the one that paid; 'a minister, Ana Ruiz, and her colleague'
    it cuts after the name. A dateline it takes for the subject.
    """
    marks = {(child.dep_, child.lower_) for child in trigger.children}
    if ("mark", "after") in marks and ("aux", "to") in marks:
        return surface_subjects(trigger.head)
    if trigger.dep_ == "acl" and trigger.head.dep_ == "relcl" and trigger.head.pos_ in _NOMINAL:
        return (trigger.head,)
    if _is_cut_off(trigger):
        return tuple(one for child in trigger.children if child.dep_ == "agent" for one in child.children)
    subjects = tuple(one for token in slots_of(trigger).subject for one in _past_dateline(token, trigger))
    names = [child for token in subjects for child in token.children if child.dep_ == "appos"]
    return (*subjects, *(one for name in names for one in name.conjuncts))


def _is_cut_off(verb: Token) -> bool:
    links = {child.dep_ for child in verb.children}
    return verb.tag_ == "VBN" and verb.dep_ == "advcl" and not links & {"aux", "nsubj"}


def _past_dateline(subject: Token, trigger: Token) -> tuple[Token, ...]:
    """'NAIROBI, June 3 - Kenya and Peru agreed': those behind the dash, not the town before it."""
    opening = subject.sent[:_DATELINE]
    dash = next((word.i for word in opening if word.text in _DASHES), -1)
    if not (opening[0].is_upper and subject.i < dash < trigger.i):
        return (subject,)
    roots = [t for t in subject.doc[dash + 1 : trigger.i] if t.pos_ in _NOMINAL and t.head.i <= dash]
    return conjuncts(roots[0]) if roots else (subject,)


def slots_of(word: Token) -> Slots:
    """The slots of a verb or of a noun of action."""
    return slots_of_verb(word) if word.pos_ in {"VERB", "AUX"} else slots_of_noun(word)
