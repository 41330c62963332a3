"""Recommendations and predictions: what somebody thinks ought to be done, or will come of it."""

from __future__ import annotations

from spacy.tokens import Token

from comity.reading.clauses import asks, below, child, clause_span, conditional, has_child, modal, subject
from comity.reading.opinion_judgements import judging
from comity.reading.opinion_subjects import acts, is_actor, matters
from comity.reading.statements import Found, Rules, Setting, by_word, nouns, words

_COMING = frozenset({"will", "would", "could", "may", "might", "shall"})
_OPEN = frozenset({"could", "may", "might"})


def rules() -> Rules:
    """Rules by modal verb, by verb of outcome, and by 'likely', 'wise', 'time'."""
    outcomes = words("opinion_words", "worsen") | words("opinion_words", "improve")
    return by_word(
        ({"should", "must"}, _should),
        ({"ought"}, _ought),
        ({"need"}, _needs),
        ({"better"}, _had_better),
        ({"time"}, _time_to),
        (words("opinion_words", "advisable"), _advisable),
        (outcomes, _outcome),
        (judging(), _will_be),
        (words("opinion_words", "likely"), _likely),
        ({"probably", "surely", "inevitably", "undoubtedly"}, _probably),
        ({"expect", "predict"}, _expect),
        ({"risk"}, _risks),
    )


def _recommended(head: Token, setting: Setting) -> Found | None:
    """A recommendation, unless it is a condition, a question, a demand reported, or not about a state."""
    who = subject(head)
    demanded = head.dep_ in {"ccomp", "xcomp"} and head.head.lemma_ in words("opinion_words", "demand")
    if who is None or demanded or conditional(head) or asks(head) or has_child(head, "why", "whether", "how"):
        return None
    if not (acts(who, setting) or who.lemma_.lower() in nouns("bond", "act", "policy")):
        return None
    start, end = clause_span(head)
    return Found("recommendation", head, start, end)


def _should(token: Token, setting: Setting) -> Found | None:
    """'X should', 'X must'; not 'must have known' nor 'it should be noted'."""
    verb = token.head
    if token.dep_ != "aux" or has_child(verb, "have") or verb.lemma_ in words("opinion_words", "remark"):
        return None
    return _recommended(verb, setting)


def _ought(token: Token, setting: Setting) -> Found | None:
    """'X ought to'."""
    verb = token.head if token.dep_ == "aux" else token
    return _recommended(verb, setting)


def _needs(token: Token, setting: Setting) -> Found | None:
    """'X needs to rebuild trust'."""
    present = token.tag_ in {"VBZ", "VBP"} and modal(token) is None
    return _recommended(token, setting) if present and child(token, "xcomp") else None


def _had_better(token: Token, setting: Setting) -> Found | None:
    """'X had better listen'."""
    verb = token.head
    if token.dep_ != "advmod" or verb.tag_ != "VB" or not has_child(verb, "had", "'d", "’d"):
        return None
    return _recommended(verb, setting)


def _time_to(token: Token, setting: Setting) -> Found | None:
    """'it is time for X to rethink its policy'."""
    goal, head = child(token, "relcl", "acl", "xcomp"), token.head
    if goal is None or goal.tag_ != "VB" or token.dep_ != "attr" or head.tag_ != "VBZ":
        return None
    return None if has_child(token, "the") else _counsel(head, goal, setting)


def _advisable(token: Token, setting: Setting) -> Found | None:
    """'it would be wise for X to', 'X would be wise to', 'it is essential that X'."""
    head = token.head
    told = subject(head)
    if token.dep_ != "acomp" or told is None or head.lemma_ != "be":
        return None
    advised = modal(head) == "would" and child(token, "xcomp") and is_actor(told, setting)
    if told.lower_ != "it" and not advised:
        return None
    goal = child(head, "advcl", "ccomp", "xcomp") or child(token, "xcomp", "ccomp", "advcl")
    meant = modal(head) in {"would", None} and head.tag_ not in {"VBD", "VBN"}
    return _counsel(head, goal, setting) if meant and goal is not None and not conditional(head) else None


def _counsel(head: Token, goal: Token, setting: Setting) -> Found | None:
    who = subject(goal)
    if who is not None and who.lower_ != "it" and not acts(who, setting):
        return None
    start, end = clause_span(head)
    return Found("recommendation", head, start, end)


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
    return _predicted(head, setting)


def _likely(token: Token, setting: Setting) -> Found | None:
    """'is likely to improve', 'are expected to ease'; not 'is expected to visit'."""
    verb = child(token, "xcomp")
    head = token if token.dep_ in {"ROOT", "ccomp", "relcl", "conj", "advcl"} else token.head
    if conditional(head) or not (_foreseen(token, verb) or (verb is None and token.lower_ == "unlikely")):
        return None
    return _predicted(head, setting) if verb is not None or token.dep_ == "acomp" else None


def _foreseen(token: Token, verb: Token | None) -> bool:
    """'Likely to' judges whatever follows; 'expected to' may be a plan, unless an outcome follows."""
    if verb is None or not has_child(verb, "to"):
        return False
    outcomes = words("opinion_words", "worsen") | words("opinion_words", "improve")
    judged = below(verb, "acomp") or below(verb, "attr")
    said = judged is not None and judged.lower_ in judging()
    return token.lower_ in {"likely", "unlikely"} or verb.lemma_ in outcomes or said


def _probably(token: Token, setting: Setting) -> Found | None:
    """'would probably turn to Y'."""
    verb = token.head
    if token.dep_ != "advmod" or modal(verb) not in {"will", "would"} or conditional(verb):
        return None
    return None if has_child(verb, "have") else _predicted(verb, setting)


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
