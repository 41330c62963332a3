"""Evaluations: a judging word said of a bond, an act, a policy or a state."""

from __future__ import annotations

from spacy.tokens import Token

from comity.reading.clauses import (
    asks,
    below,
    child,
    clause,
    clause_span,
    conditional,
    has_child,
    modal,
    negated,
    subject,
)
from comity.reading.opinion_subjects import matters
from comity.reading.quoted import quotation_at
from comity.reading.statements import Found, Rules, Setting, by_word, nouns, words

_GROUNDS = frozenset({"on", "in", "upon", "around"})
_ROLES = frozenset({"role", "part"})
_GAINS = frozenset({"gain", "lose", "offer", "win"})
_JUDGED = frozenset({"state", "level", "record"})
_SCARCE = frozenset({"little", "nothing", "much", "lot", "everything"})


def judging() -> frozenset[str]:
    """Every adjective and noun that judges."""
    return _strong() | words("opinion_words", "plain") | words("opinion_words", "noun")


def _strong() -> frozenset[str]:
    return words("opinion_words", "strong")


def rules() -> Rules:
    """Rules by judging word and judging verb."""
    adjectives = _strong() | words("opinion_words", "plain")
    return by_word(
        (judging(), _predicate),
        (adjectives | words("opinion_words", "size"), _quality_of_noun),
        (_strong(), _attribute),
        (words("opinion_words", "ground"), _grounded),
        (words("opinion_words", "judge"), _called),
        (words("opinion_words", "effect"), _effect),
        ({"play"}, _role),
        ({"mean"}, _does_not_mean),
        ({"direct", "aim"}, _not_against),
        ({"afford"}, _can_afford),
        ({"sense"}, _makes_sense),
        ({"blame"}, _to_blame),
        (_GAINS, _little_to_gain),
    )


def _found(head: Token, token: Token) -> Found:
    start, end = clause_span(head)
    return Found("evaluation", head, start, end, strong=token.lower_ in _strong())


def _says_so(head: Token) -> bool:
    """Whether a clause states how things are, rather than what may be or what is to be done."""
    said = modal(head) in {None, "can"} and not conditional(head) and head.left_edge.lower_ != "to"
    return said and not asks(head)


def _predicate(token: Token, setting: Setting) -> Found | None:
    """'relations are excellent', 'the policy is a failure', 'it is becoming harder for X to'."""
    head = token.head
    if token.dep_ not in {"acomp", "attr"} or head.lemma_ not in words("opinion_words", "copula"):
        return None
    return _found(head, token) if _says_so(head) and matters(head, setting) else None


def _quality_of_noun(token: Token, setting: Setting) -> Found | None:
    """'X is a key partner': a judging adjective before a noun that is said of the subject."""
    noun = token.head
    said = token.dep_ == "amod" and token.tag_ != "JJS" and noun.dep_ == "attr"
    if not said or noun.head.lemma_ not in words("opinion_words", "copula"):
        return None
    sized = token.lower_ in words("opinion_words", "size")
    meant = nouns("act", "policy") if sized else nouns("party", "bond", "act", "policy")
    said = setting.column or quotation_at(setting.parsed.text, token.idx) is not None
    if noun.lemma_.lower() not in meant and not (said and noun.pos_ == "NOUN" and not sized):
        return None
    return _found(noun.head, token) if _says_so(noun.head) and matters(noun.head, setting) else None


def _attribute(token: Token, _: Setting) -> Found | None:
    """'their excellent relations', 'an appalling record': only words that nobody takes for a report."""
    head = clause(token)
    of_dealings = token.head.lemma_.lower() in nouns("bond", "policy") | _JUDGED
    if token.dep_ not in {"amod", "conj"} or not of_dealings or not _says_so(head):
        return None
    return _found(head, token)


def _grounded(verb: Token, _: Setting) -> Found | None:
    """'relations are firmly based on mutual interest', 'the friendship rests on a common language'."""
    head = verb.head if verb.dep_ == "acomp" else verb
    told, on = subject(head), child(verb, "prep")
    if told is None or on is None or on.lower_ not in _GROUNDS or not _says_so(head) or verb.dep_ == "acl":
        return None
    if told.lemma_.lower() not in nouns("bond", "policy") or below(on, "pobj") is None:
        return None
    return _found(head, verb)


def _called(verb: Token, setting: Setting) -> Found | None:
    """'X described the talks as fruitful', 'X called it a mistake': the one who says so holds it."""
    holder = subject(verb)
    if holder is None or not setting.referents.of(holder) or child(verb, "auxpass") or not _says_so(verb):
        return None
    judgement = below(verb, "oprd") or below(verb, "prep", "pobj") or below(verb, "prep", "amod")
    judgement = judgement or below(verb, "ccomp", "attr") or below(verb, "ccomp", "acomp")
    named = (
        judgement is not None
        and judgement.tag_ in {"JJ", "JJR", "RB"}
        and (verb.lemma_ in words("opinion_words", "brand") or _as_adjective(verb, judgement))
    )
    as_what = below(verb, "prep", "pobj")
    damned = verb.lemma_ in words("opinion_words", "damn") and as_what is not None and as_what.head.lower_ == "as"
    if not (named or damned) and (judgement is None or not _judges(judgement)):
        return None
    start, end = clause_span(verb)
    return Found("evaluation", verb, start, end, holder=holder, strong=True)


def _as_adjective(verb: Token, judgement: Token) -> bool:
    """'Described the closure as unfriendly', not 'as temporary'."""
    said_as = judgement.head.lower_ == "as" and judgement.head.head == verb
    return said_as and judgement.lower_ not in words("opinion_words", "fact")


def _judges(token: Token) -> bool:
    parts = (token, *(item for item in token.children if item.dep_ == "amod"))
    return any(item.lower_ in judging() for item in parts)


def _effect(verb: Token, setting: Setting) -> Found | None:
    """'the tariff undermines trust', 'X deserves support': in the present."""
    present = verb.tag_ in {"VBZ", "VBP"} and verb.pos_ == "VERB"
    return _found(verb, verb) if present and _says_so(verb) and matters(verb, setting) else None


def _role(verb: Token, setting: Setting) -> Found | None:
    """'plays a crucial role'."""
    role = child(verb, "dobj")
    if role is None or role.lemma_ not in _ROLES or not _says_so(verb) or not matters(verb, setting):
        return None
    judged = any(item.dep_ == "amod" and item.lower_ in judging() for item in role.children)
    return _found(verb, verb) if judged else None


def _does_not_mean(verb: Token, setting: Setting) -> Found | None:
    """'good relations with one do not mean that it is opposed to the other'."""
    if not negated(verb) or child(verb, "ccomp") is None or not _says_so(verb):
        return None
    return _found(verb, verb) if matters(verb, setting) else None


def _not_against(verb: Token, setting: Setting) -> Found | None:
    """'closer ties with one were not directed against the other'."""
    against = has_child(verb, "against", "at") and child(verb, "auxpass") is not None
    return _found(verb, verb) if against and negated(verb) and matters(verb, setting) else None


def _can_afford(verb: Token, setting: Setting) -> Found | None:
    """'X cannot afford to ignore Y'."""
    said = modal(verb) in {"can", "ca"} and not conditional(verb)
    return _found(verb, verb) if said and matters(verb, setting) else None


def _little_to_gain(verb: Token, setting: Setting) -> Found | None:
    """'X has little to gain from Y'."""
    much = verb.head
    if much.lower_ not in _SCARCE or much.dep_ not in {"dobj", "attr", "nsubj"} or much.head.lemma_ != "have":
        return None
    return _found(much.head, verb) if _says_so(much.head) and matters(much.head, setting) else None


def _makes_sense(noun: Token, _: Setting) -> Found | None:
    """'it makes no sense to', 'the tariff made little sense'."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_ != "make" or not _says_so(verb):
        return None
    return _found(verb, noun)


def _to_blame(verb: Token, _: Setting) -> Found | None:
    """'our envoys are not to blame', 'I do not blame them'."""
    told = child(verb, "nsubj")
    mine = told is not None and told.lower_ in {"i", "we"} and verb.tag_ in {"VB", "VBP"}
    is_to = verb.dep_ == "xcomp" and verb.head.lemma_ == "be" and has_child(verb, "to")
    return _found(verb.head if is_to else verb, verb) if mine or is_to else None
