"""Recommendations: what somebody thinks ought to be done."""

from __future__ import annotations

from spacy.tokens import Token

from comity.reading.clauses import asks, child, clause_span, conditional, has_child, modal, subject
from comity.reading.opinion_subjects import acts, is_actor
from comity.reading.quoted import quotation_at
from comity.reading.statements import Found, Rules, Setting, by_word, nouns, words


def rules() -> Rules:
    """Rules by modal verb, and by 'wise', 'better', 'time'."""
    return by_word(
        ({"should", "must"}, _should),
        ({"ought"}, _ought),
        ({"let"}, _let),
        ({"need"}, _needs),
        ({"better"}, _had_better),
        ({"time"}, _time_to),
        (words("opinion_words", "advisable"), _advisable),
        ({"would"}, _i_would),
        ({"well"}, _do_well),
        (words("opinion_words", "counsel"), _counselled),
    )


def _recommended(head: Token, setting: Setting) -> Found | None:
    """A recommendation, unless it is a condition, a question, a demand reported, or not about a state."""
    who = subject(head)
    demanded = head.dep_ in {"ccomp", "xcomp"} and head.head.lemma_ in words("opinion_words", "demand")
    if (
        (who is None and not setting.column)
        or demanded
        or conditional(head)
        or asks(head)
        or has_child(head, "why", "whether", "how")
    ):
        return None
    free = setting.column or setting.weighed or quotation_at(setting.parsed.text, head.idx) is not None
    dealing = who is None or acts(who, setting) or who.lemma_.lower() in nouns("bond", "act", "policy")
    if not (free or dealing):
        return None
    start, end = clause_span(head)
    return Found("recommendation", head, start, end)


def _should(token: Token, setting: Setting) -> Found | None:
    """'X should', 'X must'; not 'must have known' nor 'it should be noted'."""
    verb = token.head
    alone = token.dep_ == "ROOT" and setting.column  # 'He should not.'
    if alone:
        return _recommended(token, setting)
    if token.dep_ != "aux" or _is_perfect(verb) or verb.lemma_ in words("opinion_words", "remark"):
        return None
    return _recommended(verb, setting)


def _is_perfect(verb: Token) -> bool:
    """'must have known'; not 'should tell them that a test would have a price'."""
    return any(item.lower_ == "have" and item.dep_ == "aux" for item in verb.children)


def _let(token: Token, setting: Setting) -> Found | None:
    """'Let the minister publish it', 'above all, let us'; not 'blocked the road and let no lorry through'."""
    before = token if token.is_sent_start else token.nbor(-1)
    opens = token.is_sent_start or before.is_punct or bool(before.is_sent_start and before.pos_ == "CCONJ")
    if not opens or not setting.column or token.tag_ != "VB" or child(token, "ccomp", "xcomp") is None:
        return None
    start, end = clause_span(token)
    return Found("recommendation", token, start, end)


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
    head = token.head
    goal = child(token, "relcl", "acl", "xcomp") or child(head, "xcomp", "advcl")
    if goal is None or goal.tag_ != "VB" or token.dep_ != "attr" or head.tag_ != "VBZ":
        return None
    return None if has_child(token, "the") else _counsel(head, goal, setting)


def _advisable(token: Token, setting: Setting) -> Found | None:
    """'it would be wise for X to', 'X would be wise to', 'it is essential that X'."""
    head = token.head
    told = subject(head)
    if token.dep_ != "acomp" or told is None or head.lemma_ != "be":
        return None
    aim = child(token, "xcomp") or child(head, "xcomp", "advcl")
    advised = modal(head) == "would" and aim is not None and is_actor(told, setting)
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


def _i_would(token: Token, setting: Setting) -> Found | None:
    """'I would thank Moscow and decline'; not 'I would say'."""
    verb, who = token.head, child(token.head, "nsubj")
    if token.dep_ != "aux" or who is None or who.lower_ != "i" or not setting.column or _is_perfect(verb):
        return None
    if verb.lemma_ in words("opinion_words", "remark") | words("opinion_words", "think") or conditional(verb):
        return None
    start, end = clause_span(verb)
    bet = verb.lemma_ in words("opinion_words", "bet")  # 'I would not count on it'
    return Found("prediction" if bet else "recommendation", verb, start, end)


def _do_well(token: Token, setting: Setting) -> Found | None:
    """'X would do well to listen', 'X might do well to'."""
    verb = token.head
    if (
        verb.lemma_ != "do"
        or modal(verb) not in {"would", "might", "may", "will"}
        or child(verb, "xcomp", "advcl") is None
    ):
        return None
    return _recommended(verb, setting)


def _counselled(verb: Token, setting: Setting) -> Found | None:
    """'I urge both sides to', 'we recommend that', 'my advice is to'."""
    who = child(verb, "nsubj")
    if who is None or who.lower_ not in {"i", "we"} or not setting.column or verb.tag_ not in {"VBP", "VB"}:
        return None
    if modal(verb) not in {None, "would"} or child(verb, "ccomp", "xcomp", "dobj") is None or asks(verb):
        return None
    start, end = clause_span(verb)
    return Found("recommendation", verb, start, end)
