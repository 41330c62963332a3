"""Drawings for paper: figures in a font of ours, and pictures of them."""

from __future__ import annotations

import re

from comity.brief.document import Figure
from comity.brief.forms.figures import figure_svg
from comity.brief.forms.fonts import compiled

WIDEST = 482.0
"""Points between the margins of an A4 page."""
_PICTURE = b"""#set page(width: auto, height: auto, margin: 0pt, fill: white)
#image(bytes(sys.inputs.svg), format: "svg")"""


def drawing(figure: Figure) -> str:
    """The figure as SVG with its words in a font of ours."""
    return re.sub(r'font-family="[^"]*"', 'font-family="Noto Sans"', figure_svg(figure))


def width_of(svg: str) -> float:
    """How wide a drawing is, in points (96 pixels an inch); without a width of its own, as wide as a page."""
    found = re.search(r'<svg[^>]*\bwidth="([\d.]+)', svg)
    return float(found[1]) * 0.75 if found else WIDEST


def png_of(svg: str) -> bytes:
    """A picture of a drawing on white, three dots a pixel."""
    made = compiled(_PICTURE, {"svg": svg}, format="png", ppi=216)
    return made if isinstance(made, bytes) else made[0]
