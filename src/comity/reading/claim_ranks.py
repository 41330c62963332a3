"""Claims of rank: 'the first such visit in ten years', 'the largest donor', 'the longest blockade'."""

from __future__ import annotations

from spacy.tokens import Token

from comity.reading.clauses import child, has_child, negated, phrase_span
from comity.reading.quantities import ORDINALS, UNITS, length
from comity.reading.statements import Found, Rules, Setting, by_word, nouns, words
from comity.record import Period

_LAST = {"last": -1, "final": -1}
_RANKS = {**ORDINALS, **_LAST, "only": 1, "sole": 1, "maiden": 1, "first-ever": 1}
_NAMES = frozenset({"EVENT", "ORG", "PERSON", "FAC", "LAW", "WORK_OF_ART", "PRODUCT", "DATE", "TIME"})
_SCOPE = frozenset({"by", "in", "since", "to", "of", "between", "with", "from", "for", "that", "within"})
_WINDOW = frozenset({"in", "within", "since", "for"})
_REACH = 16
"""How many tokens after a ranked noun its window may begin: 'first visit by a king to X in ten years'."""
_ARTICLES = frozenset({"the", "its", "their", "this", "whose"})


def rules() -> Rules:
    """Rules by ordinal and superlative."""
    superlatives = frozenset({"largest", "biggest", "highest", "smallest", "longest", "closest", "lowest"})
    superlatives |= {"greatest", "richest", "oldest", "top", "leading", "main", "senior"}
    return by_word((_RANKS, _ranked), (superlatives, _superlative))


def _ranked(token: Token, setting: Setting) -> Found | None:
    """'first', 'last', 'only' of an act, a party or an institution; not in names and dates."""
    noun = _ranked_noun(token)
    if noun is None or _named(token, setting) or noun.lemma_.lower() in words("claim_words", "serial"):
        return _for_the_first_time(token, setting)
    if not _worth_ranking(token, noun) or _denied(noun):
        return None
    return _rank(token, noun, setting)


def _rank(token: Token, noun: Token, setting: Setting) -> Found | None:
    value: dict[str, object] = {"rank": _RANKS[token.lower_]}
    if token.lower_ in {"only", "sole"}:
        value["only"] = True
    window, last = _window(noun, setting)
    follows = _after(noun, setting)
    if follows:
        value["after"] = follows
    start, end = phrase_span(noun, _scope_end(noun) or last)
    if noun == token and end == noun.idx + len(noun):
        return None
    return Found("ordinal", noun, start, end, value | window)


def _ranked_noun(token: Token) -> Token | None:
    """What is ranked: the noun of 'first visit', or the word itself in 'was the first by a president'."""
    if token.dep_ in {"amod", "nummod", "advmod"}:
        return token.head if token.head.pos_ == "NOUN" else None
    alone = token.dep_ in {"attr", "acomp", "nsubj", "dobj", "pobj", "oprd"} and child(token, "det")
    return token if alone and any(item.lower_ in _SCOPE for item in _following(token, 2)) else None


def _named(token: Token, setting: Setting) -> bool:
    capital = token.is_title and token.i != token.sent.start
    return capital or token.ent_type_ in _NAMES or token.i in setting.times.by_token


def _worth_ranking(token: Token, noun: Token) -> bool:
    ranked = nouns("act", "party", "institution") - {"side"}
    det = child(noun, "det", "poss")
    if det is None:
        return token.lower_ == "first-ever"
    if det.lower_ not in _ARTICLES and det.dep_ == "det":
        return False
    if token.lower_ in _LAST:
        return noun.lemma_.lower() in ranked | {"project"} and det.lower_ == "the"
    return noun == token or noun.lemma_.lower() in ranked


def _denied(noun: Token) -> bool:
    """'This was not the first meeting' says nothing of rank."""
    return noun.dep_ == "attr" and negated(noun.head)


def _for_the_first_time(token: Token, setting: Setting) -> Found | None:
    """'for the first time since 2009', 'the last time the two presidents met'."""
    noun = token.head
    if token.dep_ != "amod" or noun.lower_ != "time" or token.lower_ not in ORDINALS.keys() | _LAST.keys():
        return None
    if noun.head.lower_ != "for" and child(noun, "relcl", "acl") is None:
        return None
    return None if _denied(noun) else _rank(token, noun, setting)


def _following(token: Token, count: int) -> list[Token]:
    return [item for item in token.doc[token.i + 1 : token.i + 1 + count] if item.sent == token.sent]


def _window(noun: Token, setting: Setting) -> tuple[dict[str, object], Token | None]:
    """The time over which something is the first, with the last token of the words that say so."""
    for item in _following(noun, _REACH):
        if item.is_punct and item.lower_ not in {"-", "–", "“", "”"}:
            break
        for goal in _goals(item):
            found = _length_or_since(item, goal, setting)
            if found:
                return found, goal
    return {}, None


def _goals(word: Token) -> list[Token]:
    """What 'in' and 'since' govern: 'in ten years', 'since 2014', 'since they restored relations in 1997'."""
    if word.lower_ not in _WINDOW:
        return []
    return list(word.head.subtree if word.dep_ == "mark" else word.children)


def _length_or_since(word: Token, goal: Token, setting: Setting) -> dict[str, object]:
    if word.lower_ == "since":
        time = setting.times.by_token.get(goal.i)
        return {"since": _partial(time.period)} if time and time.period.start else {}
    window = length(goal) if goal.lemma_.lower() in UNITS else None
    return {"window": window} if window else {}


def _partial(period: Period) -> str:
    """The start of a period, as finely as it is known: '2014', '2014-12', '2014-12-05'."""
    size = {"day": 10, "month": 7}.get(period.precision, 4)
    return "" if period.start is None else period.start.isoformat()[:size]


def _after(noun: Token, setting: Setting) -> list[str]:
    """The parties that came before: 'the second country, after China'."""
    for item in _following(noun, 3):
        goal = child(item, "pobj") if item.lower_ == "after" else None
        if goal is not None:
            parties = [goal, *goal.conjuncts]
            return [referent.id for party in parties for referent in setting.referents.of(party)]
    return []


def _scope_end(noun: Token) -> Token | None:
    """The end of 'to have a zone in X', which a parser often hangs on the verb before the noun."""
    for item in noun.head.children:
        if item.dep_ in {"advcl", "xcomp", "relcl"} and item.i > noun.i and item.left_edge.lower_ == "to":
            return item.right_edge
    return None


def _superlative(token: Token, setting: Setting) -> Found | None:
    """'its largest trading partner', 'the highest-level visit', 'the longest blockade'."""
    noun = token.head
    if noun.pos_ == "NOUN" and noun.dep_ == "compound":
        noun = noun.head
    if noun.pos_ != "NOUN" or token.dep_ not in {"amod", "nmod", "compound"}:
        return None
    kind, value = _kind_of_superlative(token, noun)
    det = child(noun, "det", "poss")
    if kind is None or det is None or (det.dep_ == "det" and det.lower_ not in _ARTICLES) or _denied(noun):
        return None
    window, last = _window(noun, setting) if kind == "ordinal" else ({}, None)
    start, end = phrase_span(noun, _scope_end(noun) or last)
    return Found(kind, noun, start, end, value | window)


def _kind_of_superlative(token: Token, noun: Token) -> tuple[str | None, dict[str, object]]:
    lemma, word = noun.lemma_.lower(), token.lower_
    value: dict[str, object] = {"superlative": "most senior" if word == "senior" else word}
    if word == "longest":
        return ("duration" if lemma in nouns("act", "bond", "policy") else None), value
    if lemma in nouns("act"):
        return "ordinal", {"rank": 1, **value}
    if word == "senior":
        return ("ordinal" if has_child(token, "most") else None), {"rank": 1, **value}
    if noun.dep_ == "pobj" and noun.head.head.lower_ == "one":
        return ("comparison" if lemma in nouns("party") else None), {**value, "one_of": True}
    rank = next((ORDINALS[item.lower_] for item in token.children if item.lower_ in ORDINALS), 1)
    return ("comparison" if lemma in nouns("party", "measure") else None), {**value, "rank": rank}
