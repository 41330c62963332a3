"""Quotations: what a document says, cut out of its text by offsets and never otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from comity.assessment import AnyHeld
from comity.record import Claim, Evidence, Opinion, Span


class Stretch(NamedTuple):
    """Where a quotation stands: the id of its document and the offsets."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a quotation; a marked one is the word that names the act, or the words of a claim."""

    text: str
    marked: bool


def evidence(held: AnyHeld) -> tuple[Evidence, ...]:
    """The tellings of an item in its document, the fullest first."""
    item = held.item
    return (item.evidence,) if isinstance(item, Claim | Opinion) else item.evidence


def stretches(held: AnyHeld) -> tuple[Stretch, ...]:
    """Where the tellings of an item stand."""
    return tuple(Stretch(held.document.id, shown.start, shown.end) for shown in evidence(held))


def highlights(held: AnyHeld) -> tuple[Span, ...]:
    """What to mark in the tellings of an item; nothing in an opinion, which is quoted whole."""
    item = held.item
    if isinstance(item, Claim):
        start = held.document.text.index(item.text, item.evidence.start)
        return ((start, start + len(item.text)),)
    return tuple(shown.trigger for shown in evidence(held) if shown.trigger)


def pieces(text: str, span: Span, marked: Iterable[Span] = ()) -> tuple[Piece, ...]:
    """The words `text[start:end]` in pieces, those inside `marked` spans apart; joined they are the words."""
    start, end = span
    clipped = [(max(start, first), min(end, last)) for first, last in marked]
    spans = [(first, last) for first, last in clipped if first < last]
    edges = sorted({start, end, *(edge for span in spans for edge in span)})
    return tuple(
        Piece(text[lo:hi], any(first <= lo and hi <= last for first, last in spans)) for lo, hi in pairwise(edges)
    )


def quote(held: AnyHeld) -> tuple[Piece, ...]:
    """The fullest telling of an item, with its trigger marked."""
    shown = evidence(held)[0]
    return pieces(held.document.text, (shown.start, shown.end), highlights(held))
