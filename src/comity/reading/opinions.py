"""Opinions: what somebody thinks of states' dealings, word for word. An invented one is the worst fault."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import cast

from spacy.tokens import Token

from comity.reading import (
    opinion_columns,
    opinion_counsels,
    opinion_judgements,
    opinion_outcomes,
    opinion_quoted,
    opinion_views,
)
from comity.reading.clauses import child
from comity.reading.frames import act_words
from comity.reading.layers import Meta, Parsed, Referents, Sentence, Times, Voice
from comity.reading.opinion_answers import answered
from comity.reading.recent import text_of
from comity.reading.statements import Concerned, Found, Rule, Setting, apply
from comity.record import Evidence, Opinion, item_id
from comity.record.values import OpinionKind

REPORTING = frozenset({"news", "release", "communique"})
"""Genres whose author reports: there a judgement counts only where somebody else is named as its holder."""


_MODULES = (
    opinion_views,
    opinion_counsels,
    opinion_outcomes,
    opinion_judgements,
    opinion_quoted,
    opinion_columns,
)
_WEIGHING = re.compile(
    r"\W*(?:analysis|comment|commentary|opinion|essay|backgrounder|explainer|review)\b", re.IGNORECASE
)
"""What stands before the title of a piece whose author weighs what he tells, whatever its genre."""


@cache
def rules() -> dict[str, tuple[Rule, ...]]:
    """By the word, form or tag that sets them off."""
    table: dict[str, tuple[Rule, ...]] = {}
    for module in _MODULES:
        for word, rules in module.rules().items():
            table[word] = (*table.get(word, ()), *rules)
    return table


def find_opinions(
    parsed: Parsed,
    referents: Referents,
    times: Times,
    voice: Callable[[Token], Voice],
    meta: Meta,
    document_id: str,
) -> tuple[Opinion, ...]:
    """The opinions of a text in text order, one of a kind for each clause.

    Of body sentences after a state or body was named; the author's own count as `REPORTING` says, except
    words such as 'excellent' that are plainly a judgement.
    """
    setting = setting_of(parsed, referents, times, meta)
    concerned = Concerned(referents)
    return tuple(
        _opinion(found, holder, sentence, concerned.about(found), document_id)
        for sentence in parsed.sentences
        if sentence.kind == "body" and concerned.near(sentence)
        for found in _in_sentence(sentence, setting)
        for holder in [_holder(found, voice, referents)]
        if holder != "author" or not _is_anothers(found.head)
        if holder != "author" or found.strong or meta.genre not in REPORTING or setting.weighed
    )


def setting_of(parsed: Parsed, referents: Referents, times: Times, meta: Meta) -> Setting:
    """What the rules may look at, and how the author speaks."""
    weighs = meta.genre == "report" or _WEIGHING.match(meta.title or parsed.text) is not None
    return Setting(parsed, referents, times, meta.genre == "opinion", weighs)


def _in_sentence(sentence: Sentence, setting: Setting) -> list[Found]:
    """What is thought in a sentence; the last rules speak only of what the others left."""
    answer = answered(sentence, setting)
    if answer is not None:
        return [answer]
    kept = _once(found for token in sentence.span for found in apply(token, rules(), setting))
    if not setting.column:
        return kept
    rest = (found for token in sentence.span for found in apply(token, opinion_columns.last_rules(), setting))
    return kept + [item for item in rest if not any(_overlap(item, other) for other in kept)][:1]


def _overlap(one: Found, other: Found) -> bool:
    return one.start < other.end and other.start < one.end


def _once(found: Iterable[Found]) -> list[Found]:
    """One opinion of a kind for each clause; no evaluation of what a clause only foresees or recommends."""
    kept: list[Found] = []
    for item in found:
        overlapping = [other for other in kept if _overlap(item, other)]
        if not any(other.kind == item.kind or other.head == item.head for other in overlapping):
            kept.append(item)
    return kept


def _holder(found: Found, voice: Callable[[Token], Voice], referents: Referents) -> str:
    if found.holder is not None:
        return referents.of(found.holder)[0].id
    return voice(found.head).speaker


def _is_anothers(head: Token) -> bool:
    """'A columnist argued that X should': of somebody whom the text does not name, least of all the author."""
    verb = head.head
    who = child(verb, "nsubj") if head.dep_ == "ccomp" and verb.lemma_ in act_words("saying") else None
    return who is not None and who.pos_ == "NOUN" and child(who, "poss") is None


def _opinion(found: Found, holder: str, sentence: Sentence, about: tuple[str, ...], document_id: str) -> Opinion:
    start, end = sentence.span.start_char, sentence.span.end_char
    return Opinion(
        id=item_id(document_id, "opinion", found.kind, found.start, found.end),
        kind=cast(OpinionKind, found.kind),
        holder=holder,
        about=about,
        text=text_of(sentence.span.doc)[found.start : found.end],
        evidence=Evidence(start=start, end=end),
    )
