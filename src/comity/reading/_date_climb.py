"""The climb from the word that names an act up the parse: at which words a date may hang that is its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from spacy.tokens import Token

from comity.reading._dating_words import AFTER, CLAUSES, DURING, INTENDS, NEVER, SAYS, SERVES, TOGETHER
from comity.reading._tense import plans

Side = Literal["any", "before", "after"]
_TENSED = {"will", "has", "have"}


def levels(trigger: Token) -> Iterator[tuple[Token, Side]]:
    """The words whose time the act may share, nearest first, and on which side of the act it must stand."""
    node: Token | None = trigger
    side: Side = "any"
    while node is not None:
        yield node, side
        node, step = _up(node)
        side = step if side == "any" else side


def _up(node: Token) -> tuple[Token | None, Side]:
    """The next level; no token where the clause has a time of its own."""
    head, link = node.head, node.dep_
    if head == node or _walled(node):
        return None, "any"
    if link == "conj" and is_clause(node):
        return joined_to(node), "before"
    if link in ("ccomp", "parataxis"):
        return (head if head.lemma_ not in SAYS or node.i < head.i else None), "before"
    if link == "dobj" and head.lemma_ in SAYS:
        return head, "after"
    return head, "any"


def joined_to(verb: Token) -> Token:
    """What a verb is joined to; a past is never joined to an infinitive ('told them to report and accepted …')."""
    head = verb.head
    while verb.tag_ == "VBD" and head.dep_ != "ROOT" and (head.tag_ in ("VB", "VBG") or head.pos_ == "ADP"):
        head = head.head
    return head


def _walled(node: Token) -> bool:
    """True where the time of what stands above says nothing about this word."""
    head, link = node.head, node.dep_
    return (
        link == "ROOT"
        or (link in ("relcl", "acl") and not _serves(node))
        or (link == "amod" and node.pos_ == "VERB")
        or (link == "advcl" and not _leans(node))
        or (link == "prep" and node.lower_ in AFTER | NEVER)
        or (link == "xcomp" and head.lemma_ in INTENDS | SAYS and not plans(head))
        or (link == "nsubjpass" and head.lemma_ in SAYS)
        or (link == "conj" and _turns(node))
    )


def _turns(verb: Token) -> bool:
    """'Togo will lift it in July, and Ghana has promised to …': another doer, by its auxiliary another time."""
    told, before = ({child.lower_ for child in one.children if child.dep_ == "aux"} for one in (verb, verb.head))
    return has_subject(verb) and bool(_TENSED & (told ^ before))


def _serves(clause: Token) -> bool:
    """'an agreement brokered by Qatar', 'talks that Qatar hosted', 'was the first to fly there': at the time of
    what they stand at."""
    head = clause.head
    if head.dep_ == "attr" and head.lower_ in ("first", "second", "third", "last", "only", "latest"):
        return any(one.lower_ == "to" for one in clause.children)
    if clause.lemma_ not in SERVES or clause.head.pos_ not in ("NOUN", "PROPN"):
        return False
    who = next((one.lower_ for one in clause.children if one.dep_ in ("nsubj", "nsubjpass")), None)
    done_to = clause.tag_ == "VBN" if clause.dep_ == "acl" else who not in ("who", "which", "that", None)
    return done_to and not any(one.dep_ == "aux" for one in clause.children)


def _leans(clause: Token) -> bool:
    """An adverbial clause shares its governor's time when it says 'when' or has no subject of its own."""
    mark = mark_of(clause)
    return mark in TOGETHER or (mark not in AFTER | NEVER and not has_subject(clause))


def mark_of(clause: Token) -> str:
    """The word that joins a clause to its governor, also a 'following' that was left without its object."""
    opening = [
        child for child in clause.children if child.dep_ in ("mark", "advmod", "prep") and child.i < clause.i
    ]
    joining = (child.lower_ for child in opening if child.dep_ != "prep" or not child.n_rights)
    return next((word for word in joining if word in DURING | AFTER | NEVER), "")


def has_subject(clause: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass", "expl") for child in clause.children)


def is_clause(token: Token) -> bool:
    """True for the verb that heads a clause."""
    return token.pos_ in ("VERB", "AUX") and (token.dep_ in CLAUSES or token.dep_ == "conj")
