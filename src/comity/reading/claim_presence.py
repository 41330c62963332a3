"""Claims that something is there: 'has an embassy in X', 'the treaty remains in force'."""

from __future__ import annotations

from spacy.tokens import Token

from comity.reading.claim_absence import PARTIES, supposed
from comity.reading.clauses import below, child, core_span, has_child, negated, subject
from comity.reading.statements import Found, Rules, Setting, by_word, nouns, words

_IN_PLACE = frozenset({"place", "force", "effect"})
_MISSIONS = frozenset({"embassy", "consulate", "mission", "legation"})


def rules() -> Rules:
    """Rules by verb of having and of being."""
    having = words("claim_words", "have") | {"share"}
    return by_word(({"there"}, _there), (having, _has), ({"remain", "be", "stay"}, _in_place))


def _there(token: Token, _: Setting) -> Found | None:
    """'there are three consulates in X'."""
    head = token.head
    what = child(head, "attr", "nsubj", "dobj")
    if token.dep_ != "expl" or what is None or not _stands(what) or supposed(head) or negated(head):
        return None
    start, end = core_span(head)
    return Found("existence", head, start, end, {"of": what.lemma_.lower()})


def _has(verb: Token, setting: Setting) -> Found | None:
    """'X has an embassy in Y', 'maintains sanctions on Y': in the present, of a state or body."""
    what, who = child(verb, "dobj"), subject(verb)
    present = verb.tag_ in {"VBZ", "VBP"} and verb.pos_ == "VERB"
    if not present or what is None or who is None or not _stands(what) or supposed(verb) or negated(verb):
        return None
    if not setting.referents.of(who) and who.lemma_.lower() not in PARTIES:
        return None
    start, end = core_span(verb)
    return Found("existence", verb, start, end, {"of": what.lemma_.lower()})


def _in_place(verb: Token, _: Setting) -> Found | None:
    """'the agreement remains in force', 'the embassy stays open'."""
    what = subject(verb)
    if what is None or verb.tag_ not in {"VBZ", "VBP"} or supposed(verb) or negated(verb):
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
    denied = has_child(noun, "no", "little", "few", *quality) or (
        noun.lemma_ == "troop" and child(noun, "nummod") is not None
    )
    return noun.lemma_.lower() in nouns("institution") and not denied
