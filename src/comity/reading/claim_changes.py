"""Claims of change and of difference: 'exports fell 12 percent', 'sells more to X than to Y'."""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Token

from comity.reading.clauses import (
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
from comity.reading.quantities import sums
from comity.reading.statements import Found, Rules, Setting, by_word, nouns, words

_UP = frozenset({"increase", "rise", "growth", "surge", "jump"})


def rules() -> Rules:
    """Rules by verb and noun of change, and by comparative."""
    moving = words("claim_words", "up") | words("claim_words", "down")
    comparatives = {"more", "less", "fewer", "larger", "bigger", "higher", "smaller", "lower", "greater"}
    return by_word(
        (moving, _moves),
        (words("claim_words", "change"), _nominal),
        (comparatives, _more),
        ({"more", "less", "fewer"}, _every_year),
        (words("claim_words", "measurable"), _as_much),
        (words("claim_words", "measurable") | comparatives, _multiple),
        (words("claim_words", "measurable") | comparatives, _grown),
    )


def _moves(verb: Token, setting: Setting) -> Found | None:
    """'trade has grown', 'exports fell 12 percent', 'relations have deteriorated'; not what may come."""
    what, head = subject(verb), clause(verb)
    unreal = modal(verb) or conditional(verb) or negated(verb) or verb.tag_ == "VB"
    if verb.pos_ != "VERB" or verb != head or what is None or unreal or child(verb, "dobj"):
        return None
    bond = what.lemma_.lower() in nouns("bond") and verb.lemma_ in words("claim_words", "bond")
    counted = what.tag_ == "NNS" and has_child(verb, "from") and _from_number(verb)
    if not (bond or counted or what.lemma_.lower() in nouns("measure") or _is_measure_told(what, verb)):
        return None
    start, end = core_span(verb)
    direction = "up" if verb.lemma_ in words("claim_words", "up") else "down"
    return Found("trend", verb, start, end, {"direction": direction, **_by(setting, verb.idx, end)})


def _from_number(verb: Token) -> bool:
    """'Arrests fell from thirty-one to nineteen'."""
    rest = verb.doc[verb.i + 1 : verb.sent.end]
    return any(item.lower_ == "from" and item.nbor(1).like_num for item in rest[:-1])


def _is_measure_told(what: Token, verb: Token) -> bool:
    """'Trade is small, though it has tripled': 'it' is a measure that the sentence has named."""
    before = verb.doc[verb.sent.start : what.i]
    named = [item for item in before if item.dep_ in {"nsubj", "nsubjpass"}]
    return what.lower_ in {"it", "they"} and bool(named) and named[-1].lemma_.lower() in nouns("measure")


def _every_year(token: Token, _: Setting) -> Found | None:
    """'Has bought more of our maize every year since 2022'."""
    head = clause(token)
    rest = [item.lower_ for item in token.doc[token.i + 1 : token.sent.end]]
    pairs = set(pairwise(rest))
    yearly = any((each, unit) in pairs for each in ("every", "each") for unit in ("year", "month", "quarter"))
    if not yearly or token.dep_ not in {"amod", "dobj", "advmod"} or modal(head) or conditional(head):
        return None
    start, end = core_span(head)
    return Found("trend", head, start, end, {"direction": "up" if token.lower_ == "more" else "down"})


def _nominal(noun: Token, setting: Setting) -> Found | None:
    """'a 20 percent drop in remittances'."""
    what = next((child(item, "pobj") for item in noun.children if item.lower_ == "in"), None)
    if noun.pos_ != "NOUN" or what is None or what.lemma_.lower() not in nouns("measure"):
        return None
    if modal(clause(noun)) or conditional(clause(noun)) or child(noun, "det") is None:
        return None
    start, end = phrase_span(noun)
    direction = "up" if noun.lemma_ in _UP else "down"
    return Found("trend", noun, start, end, {"direction": direction, **_by(setting, start, end)})


def _by(setting: Setting, start: int, end: int) -> dict[str, object]:
    """By how much, where it is said in percent."""
    amounts = [found.amount for found in sums(setting.parsed.text, start, end)]
    share = next((amount for amount in amounts if amount.unit == "percent"), None)
    return {"change": share.model_dump()} if share else {}


def _more(token: Token, _: Setting) -> Found | None:
    """'exports more to X than to Y', 'trade with X is larger than with Y'; not 'more than 200 people'."""
    than = next((item for item in token.doc[token.i + 1 : token.sent.end] if item.lower_ == "than"), None)
    head = clause(token)
    if than is None or token.dep_ in {"quantmod", "nummod"} or than.dep_ == "quantmod" or modal(head):
        return None
    told = subject(head)
    counted = nouns("measure", "countable", "institution", "act", "person")
    noun = token.head.lemma_.lower() in counted and token.head.pos_ == "NOUN"
    compared = noun or token.head.lemma_.lower() in words("claim_words", "trading")
    larger = token.dep_ == "acomp" and told is not None and told.lemma_.lower() in nouns("measure")
    if not (compared or larger) or (token.lower_ == "more" and token.head.pos_ == "ADJ") or conditional(head):
        return None
    start, end = core_span(head)
    return Found("comparison", token, start, end, {"comparative": token.lower_})


def _as_much(token: Token, setting: Setting) -> Found | None:
    """'X is as important as Y'; not 'as long as the war lasts'."""
    first = any(item.lower_ == "as" and item.i < token.i for item in token.children)
    than = next((item for item in token.children if item.lower_ == "as" and item.i > token.i), None)
    other = child(than, "pobj") if than is not None else None
    head = clause(token)
    if not first or other is None or token.dep_ != "acomp" or modal(head) or conditional(head):
        return None
    if not setting.referents.of(other) and other.lemma_.lower() not in nouns("measure", "bond", "party"):
        return None
    start, end = core_span(head)
    return Found("comparison", token, start, end, {"as": token.lower_})


def _multiple(token: Token, _: Setting) -> Found | None:
    """'twice as many as a year earlier', 'a third less than before', 'three times larger than'."""
    times = _times_over(token)
    if times is None or conditional(clause(token)) or modal(clause(token)):
        return None
    start, end = core_span(clause(token))
    return Found("comparison", token, start, end, {"comparative": token.lower_, "by": times})


def _grown(token: Token, _: Setting) -> Found | None:
    """The same, against an earlier time: 'a third more than in 2023', 'twice as many as a year earlier'."""
    times = _times_over(token)
    than = next((item for item in token.doc[token.i + 1 : token.i + 4] if item.lower_ in {"than", "as"}), None)
    if times is None or than is None or conditional(clause(token)) or modal(clause(token)):
        return None
    after = [item.lower_ for item in token.doc[than.i + 1 : min(than.i + 6, token.sent.end)]]
    earlier = {"earlier", "before", "previous", "last", "preceding"} & set(after)
    if not (earlier or any(item.isdigit() and len(item) == len("2023") for item in after)):
        return None
    start, end = core_span(clause(token))
    fewer = token.lower_ in {"less", "fewer", "smaller", "lower"} or times.startswith("half")
    return Found("trend", token, start, end, {"direction": "down" if fewer else "up", "by": times})


def _times_over(token: Token) -> str | None:
    """How many times as much: 'twice', 'three times', 'a third', '40 percent' before 'as much' or 'more than'."""
    words_ = token.doc[max(token.i - 4, token.sent.start) : token.i]
    before = [item.lower_ for item in words_]
    after = token.doc[token.i + 1 : min(token.i + 4, token.sent.end)]
    as_much = bool(before) and before[-1] == "as"
    than = any(item.lower_ == "than" for item in after[:3])
    if as_much:
        before = before[:-1]
    if not before or not (as_much or than):
        return None
    if before[-1] in {"twice", "thrice", "half", "double", "third", "quarter", "fifth", "tenth"}:
        return before[-1]
    return " ".join(before[-2:]) if before[-1] in {"times", "percent", "cent", "%"} else None
