"""Drawings for paper: figures in a font of ours, and pictures of them."""

from __future__ import annotations

import re

from comity.brief.forms.fonts import compiled

WIDEST = 482.0
"""Points between the margins of an A4 page."""
_PICTURE = b"""#set page(width: auto, height: auto, margin: 0pt, fill: white)
#image(bytes(sys.inputs.svg), format: "svg")"""


def on_paper(svg: str) -> str:
    """A drawing with its words in a font of ours."""
    return re.sub(r'font-family="[^"]*"', 'font-family="Noto Sans"', svg)


def width_of(svg: str) -> float:
    """How wide a drawing is, in points (96 pixels an inch); without a width of its own, as wide as a page."""
    found = re.search(r'<svg[^>]*\bwidth="([\d.]+)', svg)
    return float(found[1]) * 0.75 if found else WIDEST


def png_of(svg: str) -> bytes:
    """A picture of a drawing on white, three dots a pixel."""
    made = compiled(_PICTURE, {"svg": svg}, format="png", ppi=216)
    return made if isinstance(made, bytes) else made[0]
