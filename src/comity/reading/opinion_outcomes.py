"""Predictions: what somebody thinks will come of it."""

from __future__ import annotations

from spacy.tokens import Token

from comity.reading.clauses import asks, below, child, clause_span, conditional, has_child, modal, subject
from comity.reading.opinion_judgements import judging
from comity.reading.opinion_subjects import is_actor, matters
from comity.reading.quoted import quotation_at
from comity.reading.statements import Found, Rules, Setting, by_word, words

_COMING = frozenset({"will", "would", "could", "may", "might", "shall"})
_CHANCE = frozenset({"likely", "unlikely", "probable", "improbable", "inconceivable", "unthinkable"})
_OPEN = frozenset({"could", "may", "might"})
_SURE = frozenset({"probably", "surely", "inevitably", "undoubtedly", "certainly", "presumably", "never", "soon"})


def rules() -> Rules:
    """Rules by verb of outcome, by modal verb in a column, and by 'likely', 'expect', 'risk'."""
    outcomes = words("opinion_words", "worsen") | words("opinion_words", "improve")
    return by_word(
        (outcomes, _outcome),
        (judging(), _will_be),
        (words("opinion_words", "likely"), _likely),
        (_SURE - {"never", "soon"}, _probably),
        ({"expect", "predict"}, _expect),
        ({"risk"}, _risks),
        (_COMING, _to_come),
        (words("opinion_words", "foretell"), _foretold),
    )


def _to_come(token: Token, setting: Setting) -> Found | None:
    """In a column, whatever 'will' or 'may' be; not what is planned, nor what 'would' without a condition."""
    verb = token.head
    open_ = setting.weighed and token.lower_ in _OPEN - {"could"}
    if (
        not (setting.column or open_)
        or token.dep_ != "aux"
        or conditional(verb)
        or asks(verb)
        or has_child(verb, "have")
    ):
        return None
    who, text = subject(verb), setting.parsed.text
    if who is None or quotation_at(text, token.idx) is not None or who.lower_ in {"i", "you"}:
        return None
    if verb.dep_ not in {"ROOT", "conj", "ccomp", "parataxis"} or _reported(verb):
        return None
    if token.lower_ in {"would", "could", "might"} and not _conditioned(verb):
        return None
    if _planned(verb, who, setting) or (verb.lemma_ == "mean" and child(verb, "ccomp") is not None):
        return None
    start, end = clause_span(verb)
    return Found("prediction", verb, start, end)


def _foretold(verb: Token, setting: Setting) -> Found | None:
    """'X warned that prices would rise': not what X, or another with a will, would do."""
    goal, holder = child(verb, "ccomp"), subject(verb)
    if goal is None or holder is None or goal.i < verb.i or not setting.referents.of(holder) or modal(verb):
        return None
    who = subject(goal)
    if who is None or modal(goal) not in _COMING or is_actor(who, setting) or has_child(goal, "have"):
        return None
    answered = verb.lemma_ in {"warn", "caution"} and child(goal, "auxpass") is not None  # a threat
    answered = answered or (goal.lemma_ == "have" and child(goal, "xcomp") is not None)  # 'would have to leave'
    if answered or verb.tag_ == "VBN" or asks(verb) or conditional(verb) or conditional(goal):
        return None
    start, end = clause_span(goal)
    return Found("prediction", goal, start, end, holder=holder, strong=True)


def _reported(verb: Token) -> bool:
    """'He promised that it will': no thought of the author's, unless he says 'I'."""
    if verb.dep_ != "ccomp" or verb.i < verb.head.i:
        return False
    who = subject(verb.head)
    return who is None or who.lower_ not in {"i", "we"}


def _conditioned(verb: Token) -> bool:
    """'Were we to let one in, the other would': a condition in the sentence, or 'without'."""
    parts = [item for item in verb.sent if item.lower_ in {"if", "were", "unless", "without", "should", "had"}]
    return any(item.i != verb.i and (item.lower_ != "had" or item.is_sent_start) for item in parts)


def _planned(verb: Token, who: Token, setting: Setting) -> bool:
    """'The minister will visit Oman on Monday': what a calendar says, unless it is denied or doubted."""
    doubted = child(verb, "neg") is not None or has_child(verb, *_SURE, "doubt", "yet", "still")
    scheduled = verb.lemma_ in words("opinion_words", "schedule") | words("opinion_words", "improve")
    passive = child(verb, "auxpass") is not None
    return scheduled and (passive or is_actor(who, setting)) and not doubted


def _outcome(verb: Token, setting: Setting) -> Found | None:
    """'could worsen', 'will pave the way'; not a plan that an actor announces of its own doing."""
    would = modal(verb)
    if would not in _COMING or conditional(verb) or has_child(verb, "have"):
        return None
    who = subject(verb)
    promise = would not in _OPEN and verb.lemma_ in words("opinion_words", "improve")
    if who is None or (promise and is_actor(who, setting)):
        return None
    return _predicted(verb, setting)


def _predicted(head: Token, setting: Setting) -> Found | None:
    if asks(head) or not matters(head, setting):
        return None
    start, end = clause_span(head)
    return Found("prediction", head, start, end)


def _will_be(token: Token, setting: Setting) -> Found | None:
    """'could become a liability', 'will be difficult'."""
    said = token.head if token.dep_ == "amod" and token.head.dep_ == "attr" else token
    head = said.head
    if said.dep_ not in {"acomp", "attr"} or head.lemma_ not in words("opinion_words", "copula"):
        return None
    if modal(head) not in _COMING or conditional(head) or has_child(head, "have"):
        return None
    start, end = clause_span(head)
    if modal(head) == "would" and _conditioned(head) and not asks(head):
        return Found("prediction", head, start, end)
    return _predicted(head, setting)


def _likely(token: Token, setting: Setting) -> Found | None:
    """'is likely to improve', 'are expected to ease'; not 'is expected to visit'."""
    verb = child(token, "xcomp")
    head = token if token.dep_ in {"ROOT", "ccomp", "relcl", "conj", "advcl"} else token.head
    alone = verb is None and token.dep_ == "acomp" and token.lower_ in _CHANCE
    if conditional(head) or not (_foreseen(token, verb) or alone):
        return None
    if token.lower_ in _CHANCE and not asks(head):  # nobody reports a likelihood: he weighs it
        start, end = clause_span(head)
        return Found("prediction", head, start, end)
    return _predicted(head, setting) if verb is not None or token.dep_ == "acomp" else None


def _foreseen(token: Token, verb: Token | None) -> bool:
    """'Likely to' judges whatever follows; 'expected to' may be a plan, unless an outcome follows."""
    if verb is None or not has_child(verb, "to"):
        return False
    outcomes = words("opinion_words", "worsen") | words("opinion_words", "improve")
    judged = below(verb, "acomp") or below(verb, "attr")
    said = judged is not None and judged.lower_ in judging()
    return token.lower_ in {"likely", "unlikely"} or verb.lemma_ in outcomes or said


def _probably(token: Token, _: Setting) -> Found | None:
    """'would probably turn to Y'."""
    verb = token.head
    if token.dep_ != "advmod" or modal(verb) not in {"will", "would"} or conditional(verb):
        return None
    if has_child(verb, "have") or asks(verb):
        return None
    start, end = clause_span(verb)
    return Found("prediction", verb, start, end)


def _expect(verb: Token, setting: Setting) -> Found | None:
    """'I expect the tie to wear thin'."""
    goal, who = child(verb, "ccomp", "xcomp"), child(verb, "nsubj")
    if goal is None or who is None or who.lower_ != "i" or child(goal, "nsubj") is None:
        return None
    return _predicted(goal, setting)


def _risks(verb: Token, setting: Setting) -> Found | None:
    """'the deal risks weakening the community'."""
    goal = child(verb, "xcomp", "dobj", "acl")
    if verb.pos_ != "VERB" or goal is None or goal.tag_ != "VBG":
        return None
    return _predicted(verb, setting)
