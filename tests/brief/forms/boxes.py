"""Where the words of a PDF stand: a box for each stretch of text that is set at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream

Matrix = tuple[float, float, float, float, float, float]
_PLAIN = re.compile(r"Libertinus|DejaVu|NotoSans-")
"""Fonts that set a letter beside the other."""
UNIT: Matrix = (1, 0, 0, 1, 0, 0)


class Box(NamedTuple):
    """In points from the left and the foot of the page; letters stand `size` high on `base`."""

    left: float
    right: float
    base: float
    size: float
    is_shaped: bool

    def is_over(self, other: Box) -> bool:
        """Whether letters of the two stand upon each other, more than kerning; shaped ones do by nature."""
        if self.is_shaped or other.is_shaped:
            return False
        wide = min(self.right, other.right) - max(self.left, other.left)
        return wide > 0.25 * max(self.size, other.size) and abs(self.base - other.base) < 0.4 * min(
            self.size, other.size
        )


def boxes(reader: PdfReader, page: PageObject) -> Iterator[Box]:
    """The boxes of a page as Typst writes it: text upright, letters as two bytes each, drawings in forms."""
    content = page.get_contents()
    if content is not None:
        yield from _set(ContentStream(content, reader), page["/Resources"], UNIT)


def _set(content: ContentStream, resources: Any, outer: Matrix) -> Iterator[Box]:
    kept, now, at, widths, size, is_shaped = [], outer, UNIT, {}, 0.0, False
    for operands, operator in content.operations:
        match operator:
            case b"q":
                kept.append(now)
            case b"Q":
                now = kept.pop()
            case b"cm":
                now = _times(_matrix(operands), now)
            case b"Tf":
                font = resources["/Font"][operands[0]].get_object()
                widths, size, is_shaped = _widths(font), float(operands[1]), not _PLAIN.search(font["/BaseFont"])
            case b"Tm":
                at = _matrix(operands)
            case b"TJ" | b"Tj":
                place = _times(at, now)
                length = sum(_length(part, widths) for part in _parts(operands[0])) / 1000 * size
                ends = sorted((place[4], place[4] + length * place[0]))
                yield Box(*ends, place[5], size * abs(place[3]), is_shaped)
            case b"Do":
                form = resources["/XObject"][operands[0]].get_object()
                if form["/Subtype"] == "/Form":
                    inner = _times(_matrix(form.get("/Matrix", UNIT)), now)
                    yield from _set(ContentStream(form, None), form.get("/Resources", {}), inner)


def _parts(shown: Any) -> list[Any]:
    return list(shown) if isinstance(shown, list) else [shown]


def _length(part: Any, widths: dict[int, float]) -> float:
    """Of a text, in thousandths; a number moves back by so many."""
    if isinstance(part, int | float):
        return -float(part)
    codes = part if isinstance(part, bytes) else part.original_bytes
    return sum(widths.get(int.from_bytes(codes[at : at + 2]), 0.0) for at in range(0, len(codes), 2))


def _widths(font: Any) -> dict[int, float]:
    (inner,) = font["/DescendantFonts"]
    found: dict[int, float] = {}
    listed = list(inner.get_object().get("/W", []))
    while listed:
        first, held = int(listed.pop(0)), listed.pop(0).get_object()
        if isinstance(held, list):
            found |= {first + at: float(width) for at, width in enumerate(held)}
        else:
            found |= dict.fromkeys(range(first, int(held) + 1), float(listed.pop(0)))
    return found


def _matrix(operands: Any) -> Matrix:
    a, b, c, d, e, f = (float(one) for one in operands)
    return a, b, c, d, e, f


def _times(one: Matrix, other: Matrix) -> Matrix:
    """The one, then the other."""
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u
