"""Opinions by who holds them: 'she expects another launch', 'the Secretariat recommends that', 'I read it as'."""

from __future__ import annotations

from spacy.tokens import Token

from comity.reading.clauses import asks, below, child, clause_span, conditional, has_child, modal, subject
from comity.reading.opinion_judgements import judging
from comity.reading.opinion_subjects import is_actor
from comity.reading.quoted import quotation_at
from comity.reading.statements import Found, Rules, Setting, by_word, nouns

_FIRST = frozenset({"i", "we"})
_NOW = frozenset({"VBZ", "VBP"})
_ANYBODY = frozenset({"might", "could", "can"})
_COMING = frozenset({"will", "would", "could", "may", "might", "shall"})


def rules() -> Rules:
    """Rules by verb of thinking, expecting and counselling."""
    return by_word(
        ({"expect", "foresee", "anticipate"}, _expects),
        ({"expect", "anticipate", "foresee", "predict", "think", "believe"}, _it_is_expected),
        ({"consider", "believe", "think", "hold", "find", "feel", "maintain"}, _considers),
        ({"recommend", "advise", "counsel", "advocate"}, _recommends),
        ({"read", "see", "regard", "view", "take", "count", "treat"}, _reads_as),
        ({"worse", "better"}, _hardly_worse),
        ({"than"}, _than_expected),
        ({"make"}, _made_of),
        ({"nothing", "little", "much"}, _nothing_to),
        ({"put"}, _money_on),
    )


def _expects(verb: Token, setting: Setting) -> Found | None:
    """'She expects the road to be the first test', 'we expect fresh listings': a person's or the author's own."""
    who, goal = child(verb, "nsubj"), child(verb, "ccomp", "xcomp")
    what = child(verb, "dobj")
    if who is None or verb.tag_ not in _NOW or asks(verb) or conditional(verb) or modal(verb):
        return None
    mine = who.lower_ in _FIRST and (setting.column or setting.weighed)
    persons = [one for one in setting.referents.of(who) if one.kind == "person"]
    coming = goal is not None and child(goal, "nsubj") is not None
    event = what is not None and (mine or what.lemma_.lower() in nouns("act", "policy", "countable", "bond"))
    if not (mine or persons) or not (coming or event):
        return None
    start, end = clause_span(verb)
    return Found("prediction", verb, start, end, holder=None if mine else who, strong=True)


def _it_is_expected(verb: Token, setting: Setting) -> Found | None:
    """'It is expected that the quay will shorten waiting times': of nobody's own deed."""
    it, goal = child(verb, "nsubjpass"), child(verb, "ccomp")
    if it is None or it.lower_ != "it" or goal is None or modal(goal) not in _COMING or modal(verb):
        return None
    who = subject(goal)
    if who is None or is_actor(who, setting):
        return None
    start, end = clause_span(verb)
    return Found("prediction", verb, start, end, strong=True)


def _considers(verb: Token, setting: Setting) -> Found | None:
    """'The Secretariat considers that the ruling offers sufficient guidance': with a judging word."""
    holder, goal = _holder(verb, setting), child(verb, "ccomp")
    if holder is None or goal is None or goal.i < verb.i or verb.tag_ not in _NOW or modal(goal):
        return None
    if quotation_at(setting.parsed.text, verb.idx) is not None:
        return None
    if not any(item.lower_ in judging() for item in goal.subtree):
        return None
    start, end = clause_span(goal)
    return Found("evaluation", goal, start, end, holder=holder, strong=True)


def _holder(verb: Token, setting: Setting) -> Token | None:
    """Who thinks so: the subject, or the body that it is part of ('the Secretariat of the Union')."""
    who = child(verb, "nsubj") or subject(verb)
    of = below(who, "prep", "pobj") if who is not None else None
    return next((one for one in (who, of) if one is not None and setting.referents.of(one)), None)


def _recommends(verb: Token, setting: Setting) -> Found | None:
    """'The Secretariat recommends that the Council send observers'."""
    holder, that = _holder(verb, setting), verb.nbor(1) if verb.i + 1 < verb.sent.end else verb
    if holder is None or that.lower_ != "that" or modal(verb) or conditional(verb) or verb.tag_ == "VB":
        return None
    start, end = clause_span(verb)
    return Found("recommendation", verb, start, end, holder=holder, strong=True)


def _reads_as(verb: Token, setting: Setting) -> Found | None:
    """'I read the swap as a transaction'."""
    who = child(verb, "nsubj")
    near = (verb, *(item for item in verb.children if item.dep_ == "dobj"))
    as_what = [item for one in near for item in one.children if item.lower_ == "as" and item.i > verb.i]
    if who is None or who.lower_ not in _FIRST or not as_what or verb.tag_ != "VBP" or not setting.column:
        return None
    start, end = clause_span(verb)
    return Found("evaluation", verb, start, end)


def _hardly_worse(token: Token, _: Setting) -> Found | None:
    """'Relations could hardly have been worse'."""
    head = token.head
    scarcely = any(item.lower_ in {"hardly", "scarcely", "not"} for item in head.children)
    if modal(head) != "could" or not scarcely or subject(head) is None or asks(head):
        return None
    start, end = clause_span(head)
    return Found("evaluation", head, start, end, strong=True)


def _than_expected(than: Token, _: Setting) -> Found | None:
    """'The story is fuller than might be expected'."""
    after = [item.lower_ for item in than.doc[than.i + 1 : than.i + 5]]
    thought = {"expected", "imagined", "hoped", "feared", "supposed", "thought"} & set(after)
    head = than.head.head if than.head.dep_ in {"acomp", "attr"} else than.head
    anybody = bool(after) and (after[0] in _ANYBODY or after[0] in thought)
    if not thought or not anybody or head.lemma_ != "be":
        return None
    start, end = clause_span(head)
    return Found("evaluation", head, start, end)


def _made_of(verb: Token, setting: Setting) -> Found | None:
    """'One friendship is made of memory, the other of steel'."""
    who, of = child(verb, "nsubjpass"), child(verb, "prep")
    bond = who is not None and who.lemma_.lower() in nouns("bond", "policy") | {"friendship"}
    if not setting.column or not bond or of is None or of.lower_ != "of" or modal(verb):
        return None
    start, end = clause_span(verb)
    return Found("evaluation", verb, start, end)


def _nothing_to(token: Token, setting: Setting) -> Found | None:
    """'With Ankara there is nothing to remember'."""
    head = token.head
    if not setting.column or token.dep_ != "attr" or child(head, "expl") is None or head.tag_ not in _NOW:
        return None
    if child(token, "relcl", "acl") is None and child(head, "xcomp") is None:
        return None
    start, end = clause_span(head)
    return Found("evaluation", head, start, end)


def _money_on(verb: Token, setting: Setting) -> Found | None:
    """'I would put my money on them'."""
    who, what = child(verb, "nsubj"), child(verb, "dobj")
    if who is None or who.lower_ != "i" or what is None or what.lemma_ not in {"money", "bet"}:
        return None
    start, end = clause_span(verb)
    on = has_child(verb, "on") or has_child(what, "on")
    return Found("prediction", verb, start, end) if setting.column and on else None
