"""Which clause a governing word governs: 'agreed to send', 'called on X to go', 'accused X of going'."""

from __future__ import annotations

from spacy.tokens import Token

from comity.reading.frames import act_words
from comity.reading.subjects import VERBAL, children

_CLAUSES = frozenset({"xcomp", "ccomp", "acl", "advcl", "relcl"})


def complement(token: Token, kind: str) -> Token | None:
    """The verb of the clause that a word governs: its own, or that of the one it speaks to."""
    for child in token.children:
        # 'Offered to host talks', where the parser takes 'host' for a noun.
        verbal = child.pos_ in VERBAL or (child.dep_ == "xcomp" and child.nbor(-1).lower_ == "to")
        done = kind in {"asks", "orders"} and _is_told(child)
        if child.dep_ in _CLAUSES and verbal and not done and _is_complement(child, token):
            return child
        spoken_to = child.dep_ in {"dobj", "nsubjpass", "dative"} and kind in {"asks", "orders"}
        if child.dep_ == "prep" or spoken_to:
            inner = _below(child)
            if inner is not None and inner.i > token.i:
                return inner
    return None


def innermost(clause: Token) -> Token:
    """'Agreed to start buying' is about buying."""
    inner = children(clause, {"xcomp"}) if clause.lemma_ in act_words("beginning") else ()
    verbal = [one for one in inner if one.pos_ in VERBAL and one.i > clause.i]
    return verbal[0] if verbal else clause


def _is_complement(child: Token, token: Token) -> bool:
    if child.dep_ in {"advcl", "relcl"}:
        return child.tag_ == "VB" and child.i > token.i and is_infinitive(child)
    return child.i > token.i or child.dep_ == "ccomp"


def _is_told(verb: Token) -> bool:
    """'More than it asked: Spain ended': what is done is not what was asked for."""
    helped = any(child.dep_ in {"aux", "auxpass", "mark"} for child in verb.children)
    return verb.tag_ in {"VBD", "VBZ"} and not helped


def is_infinitive(verb: Token) -> bool:
    """Whether a verb follows 'to'."""
    return any(child.lower_ == "to" for child in verb.children)


def _below(child: Token) -> Token | None:
    """'Called on X to go', 'accused X of going'."""
    for inner in child.children:
        if child.dep_ == "prep" and (inner.dep_ == "pcomp" or (inner.dep_ == "xcomp" and inner.pos_ == "VERB")):
            return inner
        if inner.dep_ in {"acl", "relcl"} and inner.tag_ == "VB" and is_infinitive(inner):
            return inner
        if child.dep_ == "prep" and inner.dep_ == "pobj":
            found = [one for one in children(inner, {"acl", "relcl"}) if one.tag_ == "VB"]
            if found:
                return found[0]
    return None
