"""The evidence of a brief, read again: quotations in their documents, rows in their tables, opinions as such."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from comity.assessment.finding import Finding
from comity.assessment.holdings import Holdings
from comity.assessment.proof import Rows
from comity.brief.compose import OF_TEXTS
from comity.brief.document import CITED, Brief, Figure, Heading, Note, Quotation, Sentence

_QUOTED = re.compile("“[^“”]*”")
LONG = 20
"""Letters of an opinion that are not in a statement of fact by chance."""


def of_notes(brief: Brief, holdings: Holdings) -> Iterator[str]:
    """Notes out of order, without their source, or with words that do not stand in their document."""
    sources = {source.number: source for source in brief.sources}
    if [note.number for note in brief.notes] != list(range(1, len(brief.notes) + 1)):
        yield "the numbers of evidence do not run from 1 on"
    for note in brief.notes:
        source = sources.get(note.source)
        if source is None:
            yield f"evidence {note.number} has no source"
        elif source.kind == "document" and note.quotation not in holdings.record(source.id).document.text:
            yield f"evidence {note.number} is not in its document: {note.quotation}"
        elif not note.quotation and not note.lines:
            yield f"evidence {note.number} shows nothing"


def of_statements(brief: Brief) -> Iterator[str]:
    """Statements without evidence or with a number that is none, opinions told as facts, anchors given twice."""
    notes = {note.number: note for note in brief.notes}
    opinions = sorted(_opinions(notes.values()), key=len, reverse=True)
    for sentence in brief.sentences():
        if sentence.role in CITED and not sentence.notes:
            yield f"without evidence: {sentence.text}"
        if set(sentence.notes) - set(notes):
            yield f"evidence that is not there: {sentence.text}"
        elif sentence.role == "fact":
            yield from _as_fact(sentence, [notes[number] for number in sentence.notes], opinions)
    for block in brief.blocks:
        if isinstance(block, Quotation | Figure) and set(block.notes) - set(notes):
            yield f"evidence that is not there: {block}"
    anchors = [block.anchor for block in brief.blocks if isinstance(block, Heading)]
    yield from (f"two headings have the anchor {one}" for one in set(anchors) if anchors.count(one) > 1)


def _opinions(notes: Iterable[Note]) -> set[str]:
    return {note.quotation for note in notes if note.item.startswith("opinion") and len(note.quotation) >= LONG}


def _as_fact(sentence: Sentence, notes: list[Note], opinions: list[str]) -> Iterator[str]:
    """What an opinion says stands in quotation marks; what rests on opinions alone is told as one, or quoted."""
    own = sentence.text
    while (shorter := _QUOTED.sub(" ", own)) != own:
        own = shorter
    is_opinion = all(note.item.startswith("opinion") for note in notes)
    if is_opinion and own == sentence.text and not sentence.finding.removeprefix("changes.").startswith(OF_TEXTS):
        yield f"an opinion as a fact: {sentence.text}"
    yield from (f"words of an opinion as a fact: {sentence.text}" for words in opinions if words in own)


def of_rows(findings: Iterable[Finding], holdings: Holdings) -> Iterator[str]:
    """Looks into tables that give another number of rows when they are taken again."""
    looks = dict.fromkeys(one for finding in findings for one in finding.evidence if isinstance(one, Rows))
    for look in looks:
        ((found,),) = holdings.table(look.table).filter(look.condition).count("*").fetchall()
        if found != look.n:
            yield f"{look.n} rows of {look.table} are {found}: {look.condition}"
