"""Which characters of a text an item of the ledger rests on, and as what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.reading.why.explanation import Mark, Passage, Role, passage, words_of_place
from comity.record import Claim, Event, Opinion, Tie

if TYPE_CHECKING:
    from comity.record import Period


def passages(item: Event | Tie | Claim | Opinion, text: str) -> list[Passage]:
    """The sentences of an item with its parts marked, each once."""
    if isinstance(item, (Claim, Opinion)):
        only = item.evidence
        at = text.find(item.text, only.start, only.end)
        role: Role = "claim" if isinstance(item, Claim) else "opinion"
        return [passage(only.start, only.end, [Mark(at, at + len(item.text), role)])]
    spans = dict.fromkeys((one.start, one.end) for one in item.evidence)
    return [_sentence(item, start, end, text) for start, end in spans]


def _sentence(item: Event | Tie, start: int, end: int, text: str) -> Passage:
    marks = [Mark(*one.trigger, "act") for one in item.evidence if one.trigger and one.start == start]
    if isinstance(item, Event):
        marks += [Mark(one.start, one.end, "actor") for one in item.actors]
        marks += [Mark(one.start, one.end, "recipient") for one in item.recipients]
        marks += date_words(item.date, start, end, text)
        marks += words_of_place(item.place, start, end, text)
    return passage(start, end, marks)


def date_words(date: Period, start: int, end: int, text: str) -> list[Mark]:
    """The words of a date where a sentence has them; a date taken over from elsewhere has none there."""
    at = text.find(date.text, start, end) if date.text else -1
    return [Mark(at, at + len(date.text), "date")] if date.text and at >= 0 else []
