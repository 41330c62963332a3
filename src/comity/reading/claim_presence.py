"""Claims that something is there, or is not: 'has an embassy in X', 'there is no trade between them'."""

from __future__ import annotations

from spacy.tokens import Token

from comity.reading.clauses import (
    below,
    child,
    clause,
    conditional,
    core_span,
    has_child,
    modal,
    negated,
    phrase_span,
    subject,
)
from comity.reading.statements import Found, Rules, Setting, by_word, nouns, words

_PARTIES = frozenset({"country", "side", "party", "state", "government", "nation", "capital", "korea"})
_OF_ANYTHING = frozenset({"have", "host", "send", "receive", "open", "maintain", "accept", "appoint"})
_IN_PLACE = frozenset({"place", "force", "effect"})
_MISSIONS = frozenset({"embassy", "consulate", "mission", "legation"})


def rules() -> Rules:
    """Rules by negating word, and by verb of having."""
    having = words("claim_words", "have") | {"share"}
    return by_word(
        ({"no"}, _none),
        ({"never", "not", "n't", "n’t", "no"}, _never),
        ({"without"}, _without),
        ({"neither"}, _neither),
        ({"lack", "lacking", "absence"}, _lack),
        ({"there"}, _there),
        (having, _has),
        ({"remain", "be", "stay"}, _in_place),
    )


def _none(token: Token, _: Setting) -> Found | None:
    """'there is no trade record', 'share no mutual interests', 'made no mention of'."""
    noun, head = token.head, clause(token)
    said = noun.dep_ in {"attr", "dobj", "nsubj", "nsubjpass"}
    if token.dep_ != "det" or not said or _supposed(head) or not (_denied(noun) or _nobody_has(noun)):
        return None
    start, end = core_span(head)
    return Found("absence", noun, start, end, {"of": noun.lemma_.lower()})


def _denied(noun: Token) -> bool:
    """A dealing that is denied; 'no interest in' tells of a wish."""
    wish = noun.tag_ == "NN" and noun.lemma_ == "interest"
    return noun.lemma_.lower() in nouns("absent") and not wish


def _nobody_has(noun: Token) -> bool:
    """'No president has visited X', 'no other country had recognised it': in a perfect tense."""
    return noun.lemma_.lower() in nouns("party") and noun.dep_ == "nsubj" and _perfect(noun.head)


def _never(token: Token, _: Setting) -> Found | None:
    """'have never met', 'does not recognise', 'no longer maintain': a dealing that has not been."""
    verb = token.head.head if token.head.lower_ == "longer" else token.head
    if token.dep_ != "neg" or verb.lemma_ not in words("claim_words", "deal") or _supposed(clause(verb)):
        return None
    if verb.dep_ == "xcomp" or not (token.lower_ == "never" or _standing(verb)):
        return None
    what = child(verb, "dobj")
    dealing = what is not None and what.lemma_.lower() in nouns("absent", "institution", "party")
    if verb.lemma_ in _OF_ANYTHING and not dealing:
        return None
    start, end = core_span(verb)
    return Found("absence", verb, start, end, {"of": verb.lemma_ if what is None else what.lemma_.lower()})


def _standing(verb: Token) -> bool:
    """Whether a verb tells of how things stand: in the present, or in a perfect tense."""
    return _perfect(verb) or has_child(verb, "do", "does") or verb.tag_ in {"VBP", "VBZ"}


def _perfect(verb: Token) -> bool:
    return verb.tag_ == "VBN" and has_child(verb, "have", "has", "had", "'ve", "’ve")


def _without(token: Token, _: Setting) -> Found | None:
    """'without a peace treaty'."""
    noun = child(token, "pobj")
    if noun is None or noun.lemma_.lower() not in nouns("institution", "bond") or _supposed(clause(token)):
        return None
    return Found("absence", noun, token.idx, phrase_span(noun)[1], {"of": noun.lemma_.lower()})


def _neither(token: Token, _: Setting) -> Found | None:
    """'neither side has an embassy in the other'."""
    head = clause(token)
    if token.dep_ not in {"det", "preconj"} or token.head.lemma_.lower() not in _PARTIES or _supposed(head):
        return None
    start, end = core_span(head)
    return Found("absence", head, start, end, {"of": head.lemma_})


def _lack(token: Token, _: Setting) -> Found | None:
    """'lack diplomatic relations', 'contacts are lacking', 'the absence of a treaty'."""
    head = clause(token)
    named = token.pos_ == "NOUN"
    what = below(token, "prep", "pobj") if named else child(token, "dobj") or subject(head)
    if what is None or what.lemma_.lower() not in nouns("absent", "bond") or _supposed(head) or negated(head):
        return None
    start, end = phrase_span(token) if named else core_span(head)
    return Found("absence", token, start, end, {"of": what.lemma_.lower()})


def _there(token: Token, _: Setting) -> Found | None:
    """'there are three consulates in X'."""
    head = token.head
    what = child(head, "attr", "nsubj", "dobj")
    if token.dep_ != "expl" or what is None or not _stands(what) or _supposed(head) or negated(head):
        return None
    start, end = core_span(head)
    return Found("existence", head, start, end, {"of": what.lemma_.lower()})


def _has(verb: Token, setting: Setting) -> Found | None:
    """'X has an embassy in Y', 'maintains sanctions on Y': in the present, of a state or body."""
    what, who = child(verb, "dobj"), subject(verb)
    present = verb.tag_ in {"VBZ", "VBP"} and verb.pos_ == "VERB"
    if not present or what is None or who is None or not _stands(what) or _supposed(verb) or negated(verb):
        return None
    if not setting.referents.of(who) and who.lemma_.lower() not in _PARTIES:
        return None
    start, end = core_span(verb)
    return Found("existence", verb, start, end, {"of": what.lemma_.lower()})


def _in_place(verb: Token, _: Setting) -> Found | None:
    """'the agreement remains in force', 'the embassy stays open'."""
    what = subject(verb)
    if what is None or verb.tag_ not in {"VBZ", "VBP"} or _supposed(verb) or negated(verb):
        return None
    if not (_in_force(verb, what) or _stays_open(verb, what)):
        return None
    start, end = core_span(verb)
    return Found("existence", verb, start, end, {"of": what.lemma_.lower()})


def _in_force(verb: Token, what: Token) -> bool:
    place = below(verb, "prep", "pobj")
    stands = what.lemma_.lower() in nouns("institution", "bond", "act")
    return place is not None and place.lemma_ in _IN_PLACE and stands


def _stays_open(verb: Token, what: Token) -> bool:
    state = child(verb, "acomp")
    return what.lemma_ in _MISSIONS and verb.lemma_ != "be" and state is not None and state.lower_ == "open"


def _stands(noun: Token) -> bool:
    """Whether a noun names something that stands between states, and is not denied."""
    quality = {"good", "close", "warm", "excellent", "friendly", "strong"}
    denied = has_child(noun, "no", "little", "few", *quality)
    return noun.lemma_.lower() in nouns("institution") and not denied


def _supposed(head: Token) -> bool:
    return modal(head) is not None or conditional(head) or head.left_edge.lower_ == "to"
