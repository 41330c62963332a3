"""A document in colour: the text with what was found in it, and under each paragraph its numbered items."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from comity.cli.headings import heading, short
from comity.cli.marks import date_words
from comity.cli.painting import STYLES, entry, flow, legend, painted
from comity.cli.printing import plain
from comity.reading.why.explanation import words_of_place
from comity.record import Claim, Event, Opinion, Record, Tie

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from comity.assessment import Names

_PARAGRAPH = re.compile(r"[^\n](?:[^\n]|\n(?!\n))*")
_LEGEND = ("state", "person", "body", "place", "date", "act", "claim", "opinion")
_KINDS = {"state": "state", "person": "person", "place": "place"}
"""The part that an entity of a kind is painted as; all others are bodies."""
_MARGIN = 5
_Painted = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class _Note:
    """An item with its number in the text ('3', 'T1', 'C2') and the character that the number stands behind."""

    number: str
    at: int
    part: str
    item: Event | Tie | Claim | Opinion


def print_document(out: Console, record: Record, names: Names) -> None:
    """Print a text with its legend; numbers in it lead to the lines under the paragraph."""
    text = record.document.text
    spans, notes = list(_spans(record)), _notes(record)
    out.print(legend(_LEGEND))
    for found in _PARAGRAPH.finditer(text):
        own = [one for one in notes if found.start() < one.at <= found.end()]
        out.print()
        whole = painted(found[0], _within(spans, *found.span()), found.start())
        flow(out, _numbered(whole, own, found.start()))
        for note in own:
            entry(out, note.number.rjust(_MARGIN), [_line(note, record, names)], note.part, _MARGIN + 2)


def _line(note: _Note, record: Record, names: Names) -> Text:
    from rich.text import Text

    return Text(plain(heading(note.item, record.document, names))).append(f"  {plain(short(note.item.id))}", "dim")


def _within(spans: Iterable[_Painted], start: int, end: int) -> list[_Painted]:
    return [(max(one, start), min(last, end), part) for one, last, part in spans if one < end and last > start]


def _numbered(text: Text, notes: Iterable[_Note], offset: int) -> Text:
    """The text with the number of each note in brackets behind its words."""
    from rich.text import Text

    ordered = sorted(notes, key=lambda note: note.at)
    pieces = text.divide([note.at - offset for note in ordered])
    whole = Text()
    for at, piece in enumerate(pieces):
        whole.append_text(piece)
        if at < len(ordered):
            whole.append(f"[{ordered[at].number}]", STYLES[ordered[at].part] + " reverse")
    return whole


def _notes(record: Record) -> list[_Note]:
    """The items in the order of the text; events are numbered, others have a letter before their number."""
    acts = sorted(record.events, key=lambda event: event.evidence[0].trigger or (event.evidence[0].start, 0))
    found = [_Note(str(at), _behind(event), "act", event) for at, event in enumerate(acts, 1)]
    found += [_Note(f"T{at}", _behind(tie), "act", tie) for at, tie in enumerate(record.ties, 1)]
    text = record.document.text
    found += [_Note(f"C{at}", _end(one, text), "claim", one) for at, one in enumerate(record.claims, 1)]
    return found + [_Note(f"O{at}", _end(one, text), "opinion", one) for at, one in enumerate(record.opinions, 1)]


def _behind(item: Event | Tie) -> int:
    first = item.evidence[0]
    return first.trigger[1] if first.trigger else first.end


def _end(said: Claim | Opinion, text: str) -> int:
    return text.find(said.text, said.evidence.start, said.evidence.end) + len(said.text)


def _spans(record: Record) -> Iterator[_Painted]:
    """Claims and opinions first, so that the parties in them keep their own colours."""
    text = record.document.text
    statements: tuple[Claim | Opinion, ...] = (*record.claims, *record.opinions)
    for said in statements:
        at = text.find(said.text, said.evidence.start, said.evidence.end)
        yield at, at + len(said.text), "claim" if isinstance(said, Claim) else "opinion"
    for event in record.events:
        for one in event.evidence:
            marks = date_words(event.date, one.start, one.end, text)
            marks += words_of_place(event.place, one.start, one.end, text)
            yield from ((mark.start, mark.end, str(mark.role)) for mark in marks)
    for entity in record.entities:
        yield from ((start, end, _KINDS.get(entity.kind, "body")) for start, end in entity.mentions)
    bound: tuple[Event | Tie, ...] = (*record.ties, *record.events)
    for item in bound:
        yield from ((*one.trigger, "act") for one in item.evidence if one.trigger)
