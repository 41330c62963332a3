"""What the forms on paper state, read back out of their text."""

from __future__ import annotations

import re
import struct
import zlib
from dataclasses import replace

from comity.brief.document import Brief, Heading, Sentence
from comity.brief.forms.plain import plain

from .long import long_brief
from .page import around

_UNSEEN = re.compile("[\\s\u00ad\u200b-\u200f\u2060]")
_SHAPED = re.compile("[\u0600-\u06ff\u1780-\u17ff]")
"""Arabic and Khmer letters take other shapes and places on the page: who reads a PDF back gets them in part."""


def chapters() -> Brief:
    """The first two chapters of the long brief with what they cite: a dozen pages."""
    made = long_brief()
    third = made.blocks.index(
        next(one for one in made.blocks if isinstance(one, Heading) and one.text == "Chapter 2")
    )
    return replace(made, blocks=made.blocks[:third], notes=made.notes[:60], sources=made.sources[:8])


def bare(text: str, is_shaped: bool = False) -> str:
    """A text without spaces and what cannot be seen; `is_shaped`: without the letters that a PDF tells in part."""
    text = _UNSEEN.sub("", plain(text))
    return _SHAPED.sub("", text) if is_shaped else text


def check_order(text: str, brief: Brief, is_shaped: bool = False) -> None:
    """Every statement of the brief stands in the bare text in its order, each with its numbers and no others."""
    place = 0
    for sentence in brief.sentences():
        words = bare(sentence.text, is_shaped)
        place = text.index(words, place) + len(words)
        assert _numbers(text, place) == sentence.notes, sentence
    for block in brief.blocks:
        for part in around(block):
            assert bare(part, is_shaped) in text


def check_evidence(text: str, brief: Brief, is_shaped: bool = False) -> None:
    """Every note stands in the text under its source, in order, with its number and id."""
    place = 0
    for source in brief.sources:
        place = text.index(bare(source.title, is_shaped), place)
        assert bare(source.id) in text[place:]
        for note in (note for note in brief.notes if note.source == source.number):
            body = bare(note.quotation + "".join(note.lines) + note.item, is_shaped)
            place = text.index(f"{note.number}{body}", place)


def _numbers(text: str, place: int) -> tuple[int, ...]:
    found = re.compile(r"\[([\d,–]+)\]").match(text, place)
    runs = [run.split("–") for run in found[1].split(",")] if found else []
    return tuple(number for run in runs for number in range(int(run[0]), int(run[-1]) + 1))


def gap(text: str) -> Sentence:
    """A sentence that needs no evidence."""
    return Sentence(text, role="gap")


def rows_of(png: bytes) -> list[list[bool]]:
    """The rows of a PNG of eight bits a channel: whether each point bears ink."""
    width, height, _, kind = struct.unpack(">IIBB", png[16:26])
    step = {2: 3, 6: 4}[kind]
    chunks, at = b"", 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        chunks += png[at + 8 : at + 8 + length] if png[at + 4 : at + 8] == b"IDAT" else b""
        at += length + 12
    data, before, rows = zlib.decompress(chunks), bytearray(width * step), []
    for y in range(height):
        start = y * (width * step + 1)
        before = _unfiltered(data[start], data[start + 1 : start + 1 + width * step], before, step)
        rows.append([any(part < 250 for part in before[x : x + 3]) for x in range(0, len(before), step)])
    return rows


def _unfiltered(kind: int, line: bytes, above: bytearray, step: int) -> bytearray:
    made = bytearray(line)
    for x in range(len(made)):
        left = made[x - step] if x >= step else 0
        corner = above[x - step] if x >= step else 0
        guess = (0, left, above[x], (left + above[x]) // 2, _paeth(left, above[x], corner))[kind]
        made[x] = (made[x] + guess) & 255
    return made


def _paeth(left: int, above: int, corner: int) -> int:
    ends = {left: abs(above - corner), above: abs(left - corner), corner: abs(left + above - 2 * corner)}
    return min((left, above, corner), key=lambda value: ends[value])
