"""What a text tells as done, clause by clause: which verbs carry a telling on, and which stand apart."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from comity.reading._date_climb import joined_to
from comity.reading._date_tellings import is_closed, names_act
from comity.reading._dating_words import (
    ABOUT,
    AFTER,
    DURING,
    EDGES,
    ELSEWHEN,
    FEELS,
    INTENDS,
    LIGHT,
    NEVER,
    REACTS,
    SAYS,
    TALKS,
    UTTERS,
)
from comity.reading._tense import tense_of
from comity.record.types import Period

_SHORT = 31


def carrier(trigger: Token) -> Token:
    """The verb of 'paid a visit' and 'voiced their regret'; the word itself where it needs none."""
    head = trigger.head
    return head if trigger.dep_ == "dobj" and head.lemma_ in LIGHT | UTTERS else trigger


def line_of(root: Token) -> Iterator[Token]:
    """The verbs that carry a sentence on, the last first: the main one, those joined to it, and a relative clause
    after it ('…, who called on him on Saturday')."""
    root = told_by(root)
    after = [one for one in root.subtree if one.i > root.i and one.pos_ == "VERB" and _is_open(one, root)]
    yield from (one for one in reversed(after) if _is_joined(one, root))
    yield root
    yield from (one for one in reversed(after) if goes_on(one))


def told_by(root: Token) -> Token:
    """What 'they left, officials said' tells: the verb before the speech, where the root is the speech."""
    before = (
        one for one in root.children if one.dep_ == "ccomp" and one.i < root.i and one.tag_ in ("VBD", "VBZ")
    )
    return next(before, root) if root.lemma_ in SAYS else root


def _is_joined(verb: Token, root: Token) -> bool:
    """True for each of 'won, took office and left'."""
    while verb.dep_ == "conj" and verb != root:
        verb = joined_to(verb)
    return verb == root


def _is_open(verb: Token, root: Token) -> bool:
    """True unless another clause stands between: 'recalled that the ban, which they lifted in May, was …'."""
    first = verb.head if verb.dep_ == "conj" and verb.head != root else verb
    over = (one for one in first.ancestors if one != root and root.is_ancestor(one))
    return not any(one.dep_ in ("ccomp", "advcl", "relcl", "acl", "xcomp", "pcomp") for one in over)


def goes_on(verb: Token) -> bool:
    """True for a relative clause in the plain past that tells on after a comma: '…, to whom he gave a list'."""
    first = verb if verb.dep_ == "relcl" else verb.head if verb.dep_ == "conj" else None
    was = any(one.lower_ in ("was", "were") for one in verb.children if one.dep_ == "auxpass")
    if first is None or first.dep_ != "relcl" or not (verb.tag_ == "VBD" or was):
        return False
    edge = first.left_edge.i
    return edge > 0 and first.doc[edge - 1].text == ","


def _is_told_by(verb: Token) -> bool:
    """'They left, an official said', 'They left; others stayed': a main clause, put under another by the parse."""
    inverted = verb.head.lemma_ in SAYS or any(one.text in (";", ":") for one in verb.head.children)
    return verb.dep_ == "ccomp" and verb.i < verb.head.i and inverted


def is_deed(verb: Token) -> bool:
    """True for what is neither said nor a meeting: no part of the talks that a communiqué tells of."""
    return verb.lemma_ not in SAYS | FEELS | TALKS | REACTS | INTENDS


def speaks_now(verb: Token) -> bool:
    """True for 'The Ministry denies': what a text says as it is issued."""
    helped = any(child.dep_ in ("aux", "auxpass") for child in verb.children)
    return verb.tag_ in ("VBZ", "VBP") and not helped and verb.lemma_ in SAYS | FEELS | REACTS


def is_elsewhere(verb: Token) -> bool:
    """True where words at the verb put it at a time of its own: 'during another visit', 'earlier', 'often', 'on
    the way home'."""
    if any(one.lower_ == "way" for link in verb.children if link.dep_ == "prep" for one in link.children):
        return True
    return any(
        (child.lower_ in ELSEWHEN and child.dep_ != "prep") or _is_other_act(child, verb)
        for child in verb.children
    )


def _is_other_act(link: Token, verb: Token) -> bool:
    if link.dep_ != "prep" or link.lower_ not in DURING | AFTER | NEVER:
        return False
    if verb.lemma_ in FEELS and link.lower_ in ABOUT and link.i > verb.i:
        return False
    return any(names_act(one) and one.lemma_ not in EDGES for one in link.children)


def is_short(period: Period) -> bool:
    """True for a time of known days, a month at most."""
    return bool(is_closed(period) and period.start and period.end and (period.end - period.start).days < _SHORT)


def _leads(clause: Token) -> bool:
    """'On the margins of the meeting Togo handed over …', where parsers make the first word the root."""
    top = next((one for one in clause.ancestors if one.dep_ == "ROOT"), None)
    pronouns = ("which", "that", "who", "whom", "where", "when")
    return bool(
        top is not None
        and top.pos_ == "ADP"
        and top.is_sent_start is not False
        and any(one.dep_ in ("nsubj", "nsubjpass") for one in clause.children)
        and not any(one.lower_ in pronouns for one in clause.children)
    )


def is_told(trigger: Token) -> bool:
    """True for what a main clause tells as done: not a plan, not what 'had' or 'has' been done, not a noun."""
    verb = carrier(trigger)
    if verb.pos_ not in ("VERB", "AUX") and verb.dep_ != "ROOT":
        return False
    words = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if words & {"had", "has", "have", "'ve", "’ve"} or tense_of(verb) == "future":
        return False
    while verb.dep_ in ("conj", "parataxis") or _is_told_by(verb):
        verb = joined_to(verb) if verb.dep_ == "conj" else verb.head
    if verb.dep_ == "relcl" and _leads(verb):
        return True
    return verb.dep_ == "ROOT" or (verb.dep_ in ("ccomp", "appos", "acl") and verb.head.pos_ in ("NUM", "PROPN"))
