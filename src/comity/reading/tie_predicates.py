"""What the words around a thing say of it: each with the role that the thing plays there.

Roles: 'done' (object, or subject of a passive), 'does' (subject), 'is' (what somebody is), 'noun' (the thing
of a noun of action: 'the closure of the embassy'), or a preposition ('withdrew from the treaty').
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from comity.reading.syntax import is_passive
from comity.reading.tie_strays import cut_off, strays
from comity.reading.tie_words import tie_words

_SUBJECTS = {"nsubj", "nsubjpass"}
_RELATIVE = {"which", "that", "who"}
_AGAIN = {"it", "them", "one", "both"}
_CLOSE = 4
Predicate = tuple[Token, str]


def predicates(thing: Token) -> Iterator[Predicate]:
    """The predicates over a thing and those that modify it; those that modify it come first."""
    for child in thing.children:
        if child.dep_ in {"relcl", "acl"}:
            yield from _modifying(child)
        elif child.dep_ == "amod" and child.tag_ in {"VBN", "JJ"}:
            yield child, "done"
    for clause in strays(thing):
        yield from _modifying(clause)
    if (action := cut_off(thing)) is not None:
        yield action, "noun"
    for word, role in _over(top_of(thing)):
        yield word, role
        if role == "noun":
            yield from _over(top_of(word))


def top_of(thing: Token) -> Token:
    """The noun whose place in the clause the thing has: of 'troops' in 'the last of the troops', 'last'."""
    at = thing
    while (above := _lent_by(at)) is not None:
        at = above
    return at


def _lent_by(noun: Token) -> Token | None:
    """The noun that holds the place of another: one joined to it, its quantity, the work on it."""
    if noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN"}:
        return noun.head
    above = noun.head.head
    if noun.dep_ != "pobj" or above == noun:
        return None
    part = noun.head.lower_ == "of" and above.lemma_ in tie_words("quantity")
    order = noun.head.lower_ == "for" and above.lemma_ in tie_words("orders")
    money = noun.head.lower_ in {"in", "of"} and above.lemma_.lower() in tie_words("money")
    work = noun.head.lower_ == "on" and above.lemma_ == "work"
    return above if part or work or order or money else None


def _over(top: Token) -> Iterator[Predicate]:
    head, link = top.head, top.dep_
    if link in {"dobj", "oprd"}:
        yield head, "done"
        yield from _shared(head)
    elif link == "attr":
        yield head, "is"
    elif link in _SUBJECTS:
        yield from _of_subject(head)
    elif link == "pobj":
        yield from _behind(head)
    elif link in {"compound", "poss"} and head.pos_ in {"NOUN", "PROPN"}:
        yield head, "noun"


def _of_subject(verb: Token) -> Iterator[Predicate]:
    """The verb, those joined to it without a subject of their own, and what they go on to."""
    yield verb, _role_of_subject(verb)
    if verb.dep_ in {"parataxis", "ccomp"} and verb.nbor(-1).text == "," and not _has(verb, {"dobj"}):
        # A participle may be taken for a clause: 'the pact, signed in 2012, has borne fruit'.
        yield verb, "done"
    for child in verb.children:
        if child.dep_ == "conj" and not _has(child, _SUBJECTS):
            yield from _of_subject(child)
        elif child.dep_ == "xcomp":
            yield child, _role_of_subject(child)
        elif child.dep_ in {"acomp", "oprd"}:
            yield child, "does"


def _role_of_subject(verb: Token) -> str:
    return "done" if is_passive(verb) else "does"


def _shared(verb: Token) -> Iterator[Predicate]:
    """'Closed its embassy and reopened it', 'signed and ratified the treaty'."""
    for other in verb.conjuncts:
        objects = [child for child in other.children if child.dep_ == "dobj"]
        again = any(one.lower_ in _AGAIN for one in objects)
        before = not objects and other.pos_ == "VERB" and 0 < verb.i - other.i <= _CLOSE
        if again or before:
            yield other, "done"


def _behind(preposition: Token) -> Iterator[Predicate]:
    above = preposition.head
    while above.pos_ == "ADP" and above.head.i != above.i:
        above = above.head
    if above.pos_ in {"NOUN", "PROPN"}:
        yield above, "noun"
    yield above, preposition.lower_


def _modifying(clause: Token) -> Iterator[Predicate]:
    """'The embassy that it closed', 'relations, established in 1972', 'a base that opened in 2011'."""
    if clause.tag_ in {"VB", "VBG"} and clause.dep_ == "acl":
        return
    subjects = [child for child in clause.children if child.dep_ in _SUBJECTS]
    if not subjects or is_passive(clause):
        yield clause, "done"
        for other in clause.subtree:
            if other.dep_ == "conj" and other.head.pos_ == "VERB" and not _has(other, _SUBJECTS):
                yield from ((other, "done"), (other, "does"))
    elif subjects[0].lower_ in _RELATIVE:
        yield from _of_subject(clause)
    else:
        yield clause, "done"
        yield from _shared(clause)


def _has(verb: Token, labels: set[str]) -> bool:
    return any(child.dep_ in labels for child in verb.children)
