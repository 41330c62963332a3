"""Claims of rank: 'the first such visit in ten years', 'its third embassy', 'the last project'."""

from __future__ import annotations

from spacy.tokens import Token

from comity.reading.clauses import child, clause, core_span, modal, negated, phrase_span
from comity.reading.quantities import ORDINALS, UNITS, length
from comity.reading.statements import Found, Rules, Setting, by_word, nouns, partial, words

_LAST = {"last": -1}
_RANKS = {**ORDINALS, **_LAST, "only": 1, "sole": 1, "maiden": 1, "first-ever": 1}
_NAMES = frozenset({"EVENT", "ORG", "PERSON", "FAC", "LAW", "WORK_OF_ART", "PRODUCT", "DATE", "TIME"})
SCOPE = frozenset({"by", "in", "since", "to", "of", "between", "with", "from", "for", "that", "within", "on"})
SCOPE |= {"outside", "at", "among", "under", "after", "ever", "abroad", "over", "such"}
_WINDOW = frozenset({"in", "within", "since", "for"})
_REACH = 16
"""How many tokens after a ranked noun its window may begin: 'first visit by a king to X in ten years'."""
ARTICLES = frozenset({"the", "its", "their", "this", "whose", "our", "his", "her"})
_SECOND = 2


def rules() -> Rules:
    """Rules by ordinal."""
    return by_word((_RANKS, _ranked), ({"first", "last"}, _first_did), ({"first"}, _came_first))


def _ranked(token: Token, setting: Setting) -> Found | None:
    """'first', 'last', 'only' of an act, a party or an institution; not in names and dates."""
    noun = _ranked_noun(token)
    beside = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    if beside in {"vice", "deputy", "lady", "secretary", "minister"}:
        return None
    if noun is None or _named(token, setting) or noun.lemma_.lower() in words("claim_words", "serial"):
        return _for_the_first_time(token, setting)
    if not _worth_ranking(token, noun, setting) or denied(noun):
        return None
    return _rank(token, noun, setting)


def _rank(token: Token, noun: Token, setting: Setting) -> Found | None:
    value: dict[str, object] = {"rank": _RANKS[token.lower_]}
    if token.lower_ in {"only", "sole"}:
        value["only"] = True
    span, last = window(noun, setting)
    follows = _after(noun, setting)
    if follows:
        value["after"] = follows
    start, end = phrase_span(noun, scope_end(noun) or last)
    if noun == token and end == noun.idx + len(noun):
        return None
    return Found("ordinal", noun, start, end, value | span)


def _ranked_noun(token: Token) -> Token | None:
    """What is ranked: the noun of 'first visit', or the word itself in 'was the first by a president'."""
    if token.dep_ in {"amod", "nummod", "advmod"}:
        return token.head if token.head.pos_ == "NOUN" else None
    before = token.nbor(-1) if token.i else token
    alone = before.lower_ in ARTICLES or before.tag_ == "POS"
    return token if alone and any(item.lower_ in SCOPE for item in following(token, 1)) else None


def _named(token: Token, setting: Setting) -> bool:
    capital = token.is_title and token.i != token.sent.start
    return capital or token.ent_type_ in _NAMES or token.i in setting.times.by_token


def _worth_ranking(token: Token, noun: Token, setting: Setting) -> bool:
    ranked = (nouns("act", "party", "institution", "achievement") | words("claim_words", "ranked")) - {"side"}
    det = child(noun, "det", "poss")
    if noun == token:
        return token.lower_ not in _LAST
    if det is None:
        return token.lower_ == "first-ever"
    if token.lower_ in {"only", "sole"} and noun.lemma_ == "government":  # as a state recognises it
        return False
    if det.lower_ in {"a", "an", "another"}:
        nth = noun.lemma_.lower() in words("claim_words", "ranked") or ORDINALS.get(token.lower_, 0) > _SECOND
        return nth and noun.lemma_.lower() in ranked - nouns("party")
    if det.lower_ not in ARTICLES and det.dep_ == "det":
        return False
    if token.lower_ in _LAST:
        return noun.lemma_.lower() in ranked | {"project"} and det.lower_ == "the"
    return noun.lemma_.lower() in ranked or _of_a_state(det, noun, setting)


def _of_a_state(det: Token, noun: Token, setting: Setting) -> bool:
    """'Bolivia's first satellite', not of what is still to come."""
    owned = any(referent.kind in {"state", "igo"} for referent in setting.referents.of(det))
    return owned and det.dep_ == "poss" and modal(clause(noun)) is None


def denied(noun: Token) -> bool:
    """'This was not the first meeting' says nothing of rank."""
    return noun.dep_ == "attr" and negated(noun.head)


def _for_the_first_time(token: Token, setting: Setting) -> Found | None:
    """'for the first time since 2009', 'the last time the two presidents met'."""
    noun = token.head
    if token.dep_ != "amod" or noun.lower_ != "time" or token.lower_ not in ORDINALS.keys() | _LAST.keys():
        return None
    told = any(item.lower_ in SCOPE for item in following(noun, 1))
    if noun.head.lower_ != "for" and not told and child(noun, "relcl", "acl") is None:
        return None
    return None if denied(noun) else _rank(token, noun, setting)


def _first_did(token: Token, setting: Setting) -> Found | None:
    """'the two first met in 2009', 'last met': of a state or a person, in the past."""
    verb = token.head
    if token.dep_ != "advmod" or verb.tag_ not in {"VBD", "VBN"} or modal(verb) is not None or token.i > verb.i:
        return None
    who = child(verb, "nsubj", "nsubjpass")
    if who is None or not (setting.referents.of(who) or who.lemma_.lower() in nouns("act", "person", "party")):
        return None
    start, end = core_span(verb)
    return Found("ordinal", verb, start, end, {"rank": 1 if token.lower_ == "first" else -1})


def _came_first(token: Token, setting: Setting) -> Found | None:
    """'Brussels moved first': of a state or body, before others."""
    verb, who = token.head, child(token.head, "nsubj")
    if token.dep_ != "advmod" or token.i < verb.i or verb.tag_ != "VBD" or who is None or verb.i + 1 != token.i:
        return None
    if verb.lemma_ not in words("claim_words", "leading the way") or not setting.referents.of(who):
        return None
    start, end = core_span(verb)
    return Found("ordinal", verb, start, end, {"rank": 1})


def following(token: Token, count: int) -> list[Token]:
    """The next tokens of the sentence, so many at most."""
    return [item for item in token.doc[token.i + 1 : token.i + 1 + count] if item.sent == token.sent]


def window(noun: Token, setting: Setting) -> tuple[dict[str, object], Token | None]:
    """The time over which something is the first, with the last token of the words that say so."""
    for item in following(noun, _REACH):
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
        return {"since": partial(time.period)} if time and time.period.start else {}
    window = length(goal) if goal.lemma_.lower() in UNITS else None
    return {"window": window} if window else {}


def _after(noun: Token, setting: Setting) -> list[str]:
    """The parties that came before: 'the second country, after China'."""
    for item in following(noun, 3):
        goal = child(item, "pobj") if item.lower_ == "after" else None
        if goal is not None:
            parties = [goal, *goal.conjuncts]
            return [referent.id for party in parties for referent in setting.referents.of(party)]
    return []


def scope_end(noun: Token) -> Token | None:
    """The end of 'to have a zone in X', which a parser often hangs on the verb before the noun."""
    for item in noun.head.children:
        if item.dep_ in {"advcl", "xcomp", "relcl"} and item.i > noun.i and item.left_edge.lower_ == "to":
            return item.right_edge
    return None
