"""What the author of a column thinks without a judging word: general statements, and words in the first person.

A column tells what happened in the past tense, with dates and names; what it says in the present tense of
nobody in particular ('gratitude is a poor negotiator') is what its author thinks.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from comity.reading.clauses import asks, below, child, clause_span, conditional, has_child, modal, subject
from comity.reading.frames import act_words
from comity.reading.quoted import quotation_at
from comity.reading.statements import Found, Rules, Setting, by_word, nouns, words

_NOW = frozenset({"VBZ", "VBP"})
_FIRST = frozenset({"i", "we"})
_THEM = frozenset({"they", "he", "she", "you", "who", "which"})
_MINE = frozenset({"my", "our"})
_MIND = frozenset({"mind", "view", "opinion", "judgement", "judgment", "reading"})
_NOBODY = frozenset({"nobody", "none", "nothing", "no", "neither", "few", "little"})
_SOME = frozenset({"some", "others", "everybody", "everyone", "many"})
_POWERS = frozenset({"state", "igo", "organisation", "person", "group"})


def rules() -> Rules:
    """Rules by 'I think', by 'to my mind', by 'to her credit' and by what was not needed."""
    return by_word(
        (words("opinion_words", "think"), _i_think),
        (_MIND, _to_my_mind),
        ({"credit", "shame"}, _to_her_credit),
        (words("opinion_words", "needed"), _not_needed),
        ({"little", "nothing"}, _little_more),
        ({"little", "nothing", "nobody"}, _has_gained),
    )


@cache
def last_rules() -> Rules:
    """Rules by tense, for clauses of which no other rule says anything."""
    return by_word(({"<VBZ>", "<VBP>", "<VB>"}, _general))


def _general(verb: Token, setting: Setting) -> Found | None:
    """'Interest tells another story', 'it is nothing of the sort': undated, of nobody named."""
    if (
        not setting.column
        or verb.dep_ != "ROOT"
        or asks(verb)
        or not _present(verb)
        or _told_as_fact(verb, setting)
    ):
        return None
    who = subject(verb)
    if who is None or not _nobody_in_particular(who, verb, setting):
        return None
    start, end = clause_span(verb)
    return Found("evaluation", verb, start, end)


def _present(verb: Token) -> bool:
    """Present and simple: no perfect, no passive; 'do not' and 'cannot' too."""
    if verb.tag_ == "VB":
        return has_child(verb, "do", "does", "can", "ca") and modal(verb) in {None, "can", "ca"}
    return verb.tag_ in _NOW and child(verb, "aux", "auxpass") is None


def _told_as_fact(verb: Token, setting: Setting) -> bool:
    """What has a date or a number, stands between quotation marks, or is said by somebody."""
    able = modal(verb) in {"can", "ca"}
    if quotation_at(setting.parsed.text, verb.idx) is not None or (_reports(verb) and not able):
        return True
    dated = not able and any(item.i in setting.times.by_token or _figure(item) for item in _own(verb))
    said = child(verb, "acomp", "attr", "advcl") or (
        child(verb, "ccomp") if child(verb, "nsubj") is None else None
    )
    who = child(verb, "nsubj")
    said = said or (child(verb, "ccomp") if who is not None and who.pos_ == "PRON" else None)
    place = verb.lemma_ == "be" and (said is None or said.lower_ in words("opinion_words", "fact"))
    return dated or place or child(verb, "expl") is not None or conditional(verb)


def _reports(verb: Token) -> bool:
    """'The report says', 'it shows that'; not 'interest tells another story'."""
    if verb.lemma_ not in words("opinion_words", "report"):
        return False
    who = subject(verb)
    bare = who is not None and who.pos_ == "NOUN" and child(who, "det", "poss", "nummod") is None
    return not bare or child(verb, "ccomp", "xcomp") is not None


def _own(verb: Token) -> list[Token]:
    """The tokens of a sentence up to a colon or a semicolon after the verb."""
    rest = verb.doc[verb.i : verb.sent.end]
    stop = next((item.i for item in rest if item.text in {":", ";"}), verb.sent.end)
    return list(verb.doc[verb.sent.start : stop])


def _figure(token: Token) -> bool:
    return token.like_num and token.lower_ != "one"


def _nobody_in_particular(who: Token, verb: Token, setting: Setting) -> bool:
    if who.lower_ in _FIRST:
        goal = child(verb, "ccomp")
        if goal is not None and goal.i > verb.i and modal(goal) is not None:
            return False
        return verb.lemma_ not in words("opinion_words", "perceive")
    if child(verb, "aux") is not None and modal(verb) in {"can", "ca"}:  # 'a small state cannot whisper for ever'
        return True
    if who.lower_ in {"this", "that"} and below(verb, "attr", "relcl") is not None:
        return False
    if who.lower_ in _THEM | _SOME or who.lemma_.lower() in {"view", "author", "writer"}:
        return False
    if who.pos_ == "PRON" or who.lower_ in _NOBODY:
        return verb.lemma_ == "be" or who.pos_ != "PRON" or who.lower_ not in {"it", "this", "that"}
    if has_child(who, "this", "that", "these", "those"):
        return False
    named = any(referent.kind in _POWERS for referent in setting.referents.of(who))
    proper = who.pos_ == "PROPN" and (not who.is_sent_start or bool(who.ent_type_))
    return not named and not proper and not (child(who, "poss") and verb.lemma_ != "be")


def _i_think(verb: Token, setting: Setting) -> Found | None:
    """'I still think it was', 'I doubt that'; what will be is a prediction."""
    who, goal = child(verb, "nsubj"), child(verb, "ccomp", "xcomp", "oprd", "dobj")
    if who is None or who.lower_ not in _FIRST or goal is None or quotation_at(setting.parsed.text, verb.idx):
        return None
    if any(item.lower_ in {"should", "must", "ought"} for item in verb.subtree):
        return None
    likely = any(item.lower_ in words("opinion_words", "likely") for item in goal.subtree)
    if goal.dep_ in {"oprd", "dobj"} and not likely:
        return None
    coming = likely or modal(goal) in {"will", "would", "could", "may", "might", "wo"}
    if verb.tag_ not in _NOW | {"VB"} or asks(verb):
        return None
    start, end = clause_span(verb)
    return Found("prediction" if coming else "evaluation", verb, start, end)


def _to_my_mind(noun: Token, _: Setting) -> Found | None:
    """'to my mind it was the best', 'in our view'."""
    if noun.dep_ != "pobj" or not has_child(noun, *_MINE) or noun.head.lower_ not in {"to", "in", "on"}:
        return None
    head = noun.sent.root
    if modal(head) is not None or asks(head):
        return None
    start, end = clause_span(head)
    return Found("evaluation", head, start, end)


def _to_her_credit(noun: Token, _: Setting) -> Found | None:
    """'a condition that the minister, to her credit, rejected'."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "to" or child(noun, "poss") is None:
        return None
    start, end = clause_span(noun.sent.root)
    return Found("evaluation", noun.sent.root, start, end, strong=True)


def _not_needed(verb: Token, setting: Setting) -> Found | None:
    """'None of this needed a mediator', 'no brother was needed', 'the threat did not work here'."""
    who = subject(verb)
    if not setting.column or verb.tag_ not in {"VBD", "VBN", "VB"} or who is None or modal(verb) is not None:
        return None
    if has_child(verb, "has", "have", "had"):
        return None
    none = who.lower_ in _NOBODY or has_child(who, "no") or child(verb, "neg") is not None
    if not none or any(item.i in setting.times.by_token for item in verb.subtree):
        return None
    start, end = clause_span(verb)
    return Found("evaluation", verb, start, end)


def _little_more(token: Token, setting: Setting) -> Found | None:
    """'yielded little more than a photograph', 'was nothing but a show'."""
    after = [item.lower_ for item in token.doc[token.i + 1 : token.i + 3]]
    if not setting.column or (after not in (["more", "than"], ["less", "than"]) and after[:1] != ["but"]):
        return None
    head = token.sent.root
    what = below(head, "dobj") or below(head, "attr")
    if what is None or what.lemma_.lower() in nouns("measure") or modal(head) is not None:
        return None
    start, end = clause_span(head)
    return Found("evaluation", head, start, end)


def _has_gained(token: Token, setting: Setting) -> Found | None:
    """'has learnt nothing from it', 'have achieved little'."""
    verb = token.head
    if not setting.column or token.dep_ != "dobj" or verb.tag_ != "VBN" or not has_child(verb, "has", "have"):
        return None
    if quotation_at(setting.parsed.text, verb.idx) is not None or verb.lemma_ in act_words("saying"):
        return None
    start, end = clause_span(verb)
    return Found("evaluation", verb, start, end)
