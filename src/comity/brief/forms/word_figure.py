"""Figures in Word: a drawing (SVG), with a picture (PNG) of it for programs that show no drawings."""

from __future__ import annotations

import io

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from comity.brief.document import Figure
from comity.brief.forms.drawing import WIDEST, on_paper, png_of, width_of
from comity.brief.forms.figures import figure_svg

_EXTENSION = """
<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
  <a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">
    <asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"
      xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="{}"/>
  </a:ext>
</a:extLst>"""


def add_figure(paragraph: Paragraph, figure: Figure) -> None:
    """The figure as the only thing in a paragraph, with its text alternative, not wider than the page."""
    svg = figure_svg(figure)
    width = Pt(min(width_of(svg), WIDEST))
    shape = paragraph.add_run().add_picture(io.BytesIO(png_of(on_paper(svg))), width=width)
    about = shape._inline.docPr
    about.set("name", figure.name)
    about.set("descr", figure.alt)
    package = paragraph.part.package
    name = PackURI(f"/word/media/{figure.name}.svg")
    part = Part(name, "image/svg+xml", svg.encode(), package)
    key = paragraph.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    shape._inline.graphic.graphicData.pic.blipFill.blip.append(parse_xml(_EXTENSION.format(key)))
