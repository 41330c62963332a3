"""Claims of rank by superlative: 'its largest trading partner', 'the bloodiest clash since 2001'."""

from __future__ import annotations

from spacy.tokens import Token

from comity.reading.claim_ranks import ARTICLES, SCOPE, denied, following, scope_end, window
from comity.reading.clauses import child, conditional, has_child, modal, phrase_span
from comity.reading.quantities import ORDINALS
from comity.reading.statements import Found, Rules, Setting, by_word, nouns, words

_HEADS = frozenset({"top", "leading", "main", "senior"})
_RANKED = ("party", "measure", "act", "institution", "bond", "policy", "achievement", "countable")


def rules() -> Rules:
    """Rules by superlative, whatever the adjective."""
    return by_word((_HEADS | {"<JJS>", "<JJ>"}, _superlative))


def _superlative(token: Token, setting: Setting) -> Found | None:
    """'its largest trading partner', 'the largest by any state to date'; not 'at least', 'the best'."""
    if token.tag_ == "JJ" and token.lower_ not in _HEADS and not token.lower_.endswith("iest"):
        return None
    noun = _noun(token)
    if noun is None or (_is_loose(token, noun, setting)) or denied(noun) or conditional(noun.head):
        return None
    det = child(noun, "det", "poss") or (token.nbor(-1) if token.i else None)
    if det is None or (det.lower_ not in ARTICLES and det.dep_ != "poss" and det.tag_ != "POS"):
        return None
    if modal(noun.head) is not None or not (noun == token or _worth(token, noun)):
        return None
    span, last = window(noun, setting)
    start, end = phrase_span(noun, scope_end(noun) or last)
    if noun.dep_ == "pobj" and noun.head.head.lower_ == "one":
        return Found("comparison", noun, start, end, {"superlative": token.lower_, "one_of": True})
    word = "most senior" if token.lower_ == "senior" else token.lower_
    return Found("ordinal", noun, start, end, {"rank": _rank(token), "superlative": word, **span})


def _is_loose(token: Token, noun: Token, setting: Setting) -> bool:
    """'The worst' by itself judges; 'the worst since 2008' ranks."""
    return token.lower_ in words("claim_words", "unranked") and not window(noun, setting)[0]


def _noun(token: Token) -> Token | None:
    noun = token.head
    if noun.pos_ == "NOUN" and noun.dep_ == "compound":
        noun = noun.head
    if noun.pos_ == "NOUN" and token.dep_ in {"amod", "nmod", "compound", "advmod"} and noun.i > token.i:
        return noun
    alone = token.tag_ == "JJS" and any(item.lower_ in SCOPE for item in following(token, 1))
    return token if alone else None


def _worth(token: Token, noun: Token) -> bool:
    if token.lower_ == "senior":
        return has_child(token, "most")
    if token.lower_ in _HEADS:
        return noun.lemma_.lower() in words("claim_words", "market")
    scope = any(item.lower_ in SCOPE for item in following(noun, 1))
    return noun.lemma_.lower() in nouns(*_RANKED) or (token.tag_ == "JJS" and scope)


def _rank(token: Token) -> int:
    """2 for 'second largest'."""
    before = token.nbor(-1) if token.i else token
    before = before.nbor(-1) if before.text == "-" else before
    return ORDINALS.get(before.lower_, 1)
