"""Whether a brief says the same in two languages: the same blocks, evidence, numbers and quotations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from comity.brief.document import Block, Brief, Bullets, Figure, Heading, Paragraph, Quotation, Sentence, Table

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_SIGNS = {
    "en": ((re.compile(r"(?<=\d),(?=\d{3})"), ""),),
    "fr": ((re.compile(r"(?<=\d)\u00a0(?=\d{3})"), ""), (re.compile(r"(?<=\d),(?=\d)"), ".")),
}
_QUOTED = re.compile(r"“([^“”]*)”")


def unlike(english: Brief, other: Brief) -> tuple[str, ...]:
    """A sentence for each place where the other one differs; none where both say the same."""
    shown = (line for note in english.notes for line in (note.quotation, *note.lines))
    held = "\n".join((*shown, *(source.title for source in english.sources)))
    compared = _Compared(english.language, other.language, held)
    found = [fault for pair in zip_longest(english.blocks, other.blocks) for fault in compared.blocks(*pair)]
    if [note.item for note in english.notes] != [note.item for note in other.notes]:
        found.append("the evidence is not the same, or in another order")
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Compared:
    """What differs between texts in two languages; `held` are the words of others, which stay as they are."""

    language: str
    other: str
    held: str

    def blocks(self, one: Block | None, same: Block | None) -> Iterator[str]:
        if one is None or same is None or type(one) is not type(same):
            yield f"a {type(one).__name__} stands beside a {type(same).__name__}"
            return
        for text, other in zip_longest(_plain(one), _plain(same), fillvalue=""):
            yield from self.texts(text, other)
        for pair in zip_longest(_sentences(one), _sentences(same)):
            yield from self.said(*pair)

    def said(self, one: Sentence | None, same: Sentence | None) -> Iterator[str]:
        if one is None or same is None:
            yield f"said only once: {(one or same).text}"  # type: ignore[union-attr]
        elif (one.notes, one.role, one.finding, one.link) != (same.notes, same.role, same.finding, same.link):
            yield f"other evidence: {one.text} | {same.text}"
        else:
            yield from self.texts(one.text, same.text)

    def texts(self, text: str, same: str) -> Iterator[str]:
        """Other numbers, or a quotation that is not there word for word."""
        shown = f"{text} | {same}"
        for quoted in _QUOTED.findall(text):
            if quoted in same:
                text, same = text.replace(quoted, "", 1), same.replace(quoted, "", 1)
            elif quoted.rstrip(" …") in self.held:
                yield f"not quoted: {quoted} | {same}"
        if numbers(text, self.language) != numbers(same, self.other):
            yield f"other numbers: {shown}"


def numbers(text: str, language: str) -> Counter[str]:
    """The numbers in digits, those of dates among them, as often as they stand there."""
    for sign, by in _SIGNS[language]:
        text = sign.sub(by, text)
    return Counter(_NUMBER.findall(text))


def _plain(block: Block) -> tuple[str, ...]:
    """Texts of a block that are no sentences."""
    match block:
        case Heading():
            return (block.text,)
        case Paragraph():
            return (block.lead,)
        case Bullets():
            return tuple(item.lead for item in block.items)
        case Table():
            return (block.caption, *block.columns)
        case Quotation():
            return (block.text, block.voice)
        case Figure():
            return (block.caption, block.alt, *(cell for row in block.rows for cell in row))


def _sentences(block: Block) -> tuple[Sentence, ...]:
    match block:
        case Paragraph():
            return block.sentences
        case Bullets():
            return tuple(sentence for item in block.items for sentence in item.sentences)
        case Table():
            return tuple(sentence for row in block.rows for cell in row for sentence in cell)
        case _:
            return ()
