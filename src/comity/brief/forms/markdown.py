"""A brief as Markdown (CommonMark with tables and footnote-like marks), for pipelines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from comity.brief.document import (
    Block,
    Brief,
    Bullets,
    Figure,
    Heading,
    Note,
    Paragraph,
    Quotation,
    Sentence,
    Source,
    Table,
    runs,
)
from comity.brief.forms.wording import Wording

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~$&!=+\-])")
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\x00-\x08\x0b-\x1f\x7f]")


def markdown_of(brief: Brief) -> str:
    """The whole brief; text is escaped, links lead to web addresses only.

    Raises `UsageError` for a language without words.
    """
    words = Wording(brief.language)
    lines = [f"# {safe(brief.title)}", "", safe(brief.subtitle), ""]
    lines += [f"- **{safe(label)}**{words['colon']} {safe(text)}" for label, text in brief.facts]
    for block in brief.blocks:
        lines += ["", *_block(block)]
    lines += ["", f"## {words['evidence']}", ""]
    for source in brief.sources:
        lines += [_source(source, words), ""]
        lines += [line for note in brief.notes if note.source == source.number for line in _note(note, words)]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def safe(text: str) -> str:
    """The text on one line with nothing in it that Markdown, HTML or a terminal acts upon."""
    shown = _TURNS.sub("\N{REPLACEMENT CHARACTER}", text)
    return _MARKUP.sub(r"\\\1", " ".join(shown.split()))


def _block(block: Block) -> list[str]:
    match block:
        case Heading():
            return [f"{'#' * (block.level + 1)} {safe(block.text)}"]
        case Paragraph():
            return [_paragraph(block)]
        case Bullets():
            return [f"- {_paragraph(item)}" for item in block.items]
        case Table():
            return _table(block)
        case Quotation():
            return [f"> {safe(block.text)}{marks(block.notes)}", ">", f"> {safe(block.voice)}"]
        case Figure():
            return _figure(block)


def _paragraph(paragraph: Paragraph) -> str:
    lead = [f"**{safe(paragraph.lead)}**"] if paragraph.lead else []
    return " ".join([*lead, *map(_sentence, paragraph.sentences)])


def _sentence(sentence: Sentence) -> str:
    text = safe(sentence.text)
    shown = f"[{text}]({sentence.link})" if sentence.link.startswith("#") else text
    return shown + marks(sentence.notes)


def marks(notes: Iterable[int]) -> str:
    """' [1, 4–7]'; empty without any."""
    numbers = ", ".join(runs(notes))
    return f" \\[{numbers}\\]" if numbers else ""


def _table(table: Table) -> list[str]:
    head = f"| {' | '.join(map(safe, table.columns))} |"
    rule = f"|{' --- |' * len(table.columns)}"
    rows = [f"| {' | '.join(' '.join(map(_sentence, cell)) for cell in row)} |" for row in table.rows]
    return [safe(table.caption), "", head, rule, *rows]


def _figure(figure: Figure) -> list[str]:
    head, *rows = figure.rows or ((),)
    lines = [f"**{safe(figure.caption)}**{marks(figure.notes)}", "", safe(figure.alt)]
    if not head:
        return lines
    table = [f"| {' | '.join(map(safe, row))} |" for row in (head, *rows)]
    return [*lines, "", table[0], f"|{' --- |' * len(head)}", *table[1:]]


def _source(source: Source, words: Wording) -> str:
    told = [source.title, source.author, source.publisher, source.published and source.published.isoformat()]
    line = f"### {safe(', '.join(str(one) for one in told if one))}"
    grade = f"{words['graded'].format(source.grade)} " if source.grade else ""
    return f"{line}\n\n{grade}{', '.join(map(_address, source.urls))}".rstrip()


def _address(url: str) -> str:
    if urlsplit(url).scheme in ("http", "https"):
        return f"<{url.replace('>', '%3E').replace('<', '%3C').replace(' ', '%20')}>"
    return safe(url)


def _note(note: Note, words: Wording) -> list[str]:
    if note.quotation:
        return [f"- \\[{note.number}\\] {words['quoted'].format(safe(note.quotation))} ({safe(note.item)})"]
    return [f"- \\[{note.number}\\] {'; '.join(map(safe, note.lines))} ({safe(note.item)})"]
