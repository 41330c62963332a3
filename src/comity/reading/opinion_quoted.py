"""Judgements between quotation marks: a fragment that somebody calls a thing, and a maxim in somebody's mouth."""

from __future__ import annotations

from spacy.tokens import Token

from comity.reading.clauses import asks, child, clause_span, conditional, has_child, modal, subject
from comity.reading.frames import act_words
from comity.reading.quoted import quotation_at
from comity.reading.statements import Found, Rules, Setting, by_word, words

_NOW = frozenset({"VBZ", "VBP"})
_NOBODY = frozenset({"nobody", "no-one", "everybody", "everyone", "nothing"})
_SHORTEST = 3
"""A fragment of fewer words is a name or a phrase taken up, not a judgement."""
_FEELINGS = frozenset({"thank", "praise"})


def rules() -> Rules:
    """Rules by verb of judging, by verb of saying, by tense, and by adverb of manner."""
    return by_word(
        (words("opinion_words", "brand"), _branded),
        (act_words("saying"), _fragment),
        ({"<VBZ>", "<VBP>", "<VB>"}, _maxim),
        (words("opinion_words", "manner"), _manner),
    )


def _branded(verb: Token, setting: Setting) -> Found | None:
    """'condemned it as "an unfriendly act"', 'accused the two of "turning their backs on them"'."""
    holder, text = subject(verb), setting.parsed.text
    if (
        verb.pos_ != "VERB"
        or holder is None
        or not setting.referents.of(holder)
        or modal(verb)
        or conditional(verb)
    ):
        return None
    if quotation_at(text, verb.idx) is not None:
        return None
    rest = verb.doc[verb.i + 1 : verb.sent.end]
    span = next((at for item in rest if (at := quotation_at(text, item.idx + len(item) // 2))), None)
    if span is None or len(text[span[0] : span[1]].split()) < _SHORTEST:
        return None
    between = verb.doc.char_span(verb.idx, span[0], alignment_mode="expand")
    words_ = {item.lower_ for item in between} if between is not None else set()
    if between is None or any(item.tag_ in {"VBD", "VBZ", "VBP", "MD"} for item in between[1:]):
        return None
    if (verb.lemma_ in _FEELINGS and "for" not in words_) or "to" in words_:
        return None
    start, end = clause_span(verb)
    return Found("evaluation", verb, start, max(end, span[1]), holder=holder, strong=True)


def _fragment(verb: Token, setting: Setting) -> Found | None:
    """'says that the trip "rewards the jailers"': the predicate alone is quoted."""
    goal, holder, text = child(verb, "ccomp"), subject(verb), setting.parsed.text
    if goal is None or holder is None or not setting.referents.of(holder) or goal.i < verb.i or modal(goal):
        return None
    span, told = quotation_at(text, goal.idx), subject(goal)
    if span is None or told is None or quotation_at(text, told.idx) is not None or quotation_at(text, verb.idx):
        return None
    if len(text[span[0] : span[1]].split()) < _SHORTEST or text[span[0] : span[1]].rstrip('"”').endswith("?"):
        return None
    start, end = clause_span(goal)
    return Found("evaluation", goal, start, max(end, span[1]), holder=holder, strong=True)


def _maxim(verb: Token, setting: Setting) -> Found | None:
    """'"A veto does not feed anyone"', '"Nobody wants another war"': in the present, of no one in particular."""
    if quotation_at(setting.parsed.text, verb.idx) is None or asks(verb) or conditional(verb):
        return None
    present = verb.tag_ in _NOW and child(verb, "aux", "auxpass") is None
    denied = verb.tag_ == "VB" and has_child(verb, "does", "do") and modal(verb) is None
    who = child(verb, "nsubj")
    if not (present or denied) or who is None or verb.dep_ not in {"ROOT", "ccomp", "conj"}:
        return None
    anyone = (
        has_child(who, "a", "an")
        or (who.lower_ in {"this", "that"} and verb.lemma_ != "be")
        or who.lower_ in _NOBODY
        or (who.lower_ == "one" and has_child(who, "no"))
    )
    if not anyone or setting.referents.of(who):
        return None
    start, end = clause_span(verb)
    return Found("evaluation", verb, start, end)


def _manner(adverb: Token, setting: Setting) -> Found | None:
    """'"We have treated these men well"': how something was done, between quotation marks or in a column."""
    verb = adverb.head
    said = setting.column or quotation_at(setting.parsed.text, adverb.idx) is not None
    if not said or adverb.dep_ != "advmod" or verb.pos_ != "VERB" or modal(verb) or conditional(verb):
        return None
    if adverb.i < verb.i and adverb.lower_ in {"well", "better"}:
        return None
    beside = {item.lower_ for item in adverb.doc[max(adverb.i - 1, 0) : adverb.i + 2]}
    if "as" in beside or verb.tag_ == "VB" or child(verb, *("nsubj", "nsubjpass")) is None:
        return None
    start, end = clause_span(verb)
    return Found("evaluation", verb, start, end)
