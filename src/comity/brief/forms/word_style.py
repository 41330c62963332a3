"""How a brief looks in Word: page, styles and properties, out of python-docx's own template."""

from __future__ import annotations

from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from comity.brief.document import Brief
from comity.brief.forms.word_text import element
from comity.tables import rows

TABLE = "Brief Table"
_TABLE = f"""
<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="BriefTable">
  <w:name w:val="{TABLE}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:qFormat/>
  <w:tblPr><w:tblBorders>
    <w:top w:val="single" w:sz="4" w:color="D9D4C7"/><w:bottom w:val="single" w:sz="4" w:color="D9D4C7"/>
    <w:insideH w:val="single" w:sz="4" w:color="D9D4C7"/>
  </w:tblBorders>
  <w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="120" w:type="dxa"/></w:tblCellMar></w:tblPr>
  <w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/><w:color w:val="565C66"/></w:rPr>
    <w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:color="1D2229"/></w:tcBorders></w:tcPr></w:tblStylePr>
  <w:tblStylePr w:type="firstCol"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr>
</w:style>"""
BORDERS = {
    "Kicker": ("top", "single", "36", "1D3F66", "8"),
    "Heading 1": ("bottom", "single", "10", "1D3F66", "3"),
    "Quote": ("left", "single", "18", "D9D4C7", "10"),
}
"""Side, line, eighths of a point, colour, and distance in points."""


def blank(brief: Brief, region: str) -> WordDocument:
    """A document without words: A4, our styles, the brief's title, its language ('en-GB'), page numbers below."""
    made = Document()
    _describe(made, brief, region)
    for row in rows("brief", "word_styles.csv"):
        _style(made, row)
    made.styles.element.append(parse_xml(_TABLE))
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(20)
    _number_pages(section.footer.paragraphs[0], brief.title)
    return made


def _describe(made: WordDocument, brief: Brief, region: str) -> None:
    """Properties without times or names; Word's present layout rather than that of Word 2010."""
    properties = made.core_properties._element
    for child in list(properties):
        properties.remove(child)
    made.core_properties.title = brief.title[:255]
    made.core_properties.subject = brief.subtitle[:255]
    made.core_properties.language = region
    made.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}").set(qn("w:val"), region)
    for setting in made.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    made.settings.element.find(qn("w:themeFontLang")).set(qn("w:val"), region)
    package = made.part.package
    for key in [key for key, held in package.rels.items() if held.reltype.endswith("/thumbnail")]:
        del package.rels[key]


def _style(made: WordDocument, row: dict[str, str]) -> None:
    kind = WD_STYLE_TYPE.PARAGRAPH if row["kind"] == "paragraph" else WD_STYLE_TYPE.CHARACTER
    known = {style.name for style in made.styles}
    style: Any = made.styles[row["name"]] if row["name"] in known else _new(made, row["name"], kind)
    style.hidden, style.quick_style = False, True
    if row["based_on"]:
        style.base_style = made.styles[row["based_on"]]
    _letters(style, row)
    if row["kind"] == "paragraph":
        _spaces(style, row)
    if row["name"] == "footnote reference":
        style.font.superscript = True


def _new(made: WordDocument, name: str, kind: WD_STYLE_TYPE) -> Any:
    """A style that the template lacks; Word's own names of what are its own are in small letters."""
    style = made.styles.add_style(name, kind, builtin=name.islower())
    style.element.styleId = name.title().replace(" ", "")
    return style


def _letters(style: Any, row: dict[str, str]) -> None:
    """The font, size and weight for all scripts; the template's theme has no say."""
    font, properties = style.font, style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:rFonts")) + properties.findall(qn("w:spacing")):
        properties.remove(old)
    if row["font"]:
        font.name = row["font"]
    font.bold = font.cs_bold = True if row["bold"] else None
    font.italic = font.cs_italic = True if row["italic"] else None
    if row["color"]:
        font.color.rgb = RGBColor.from_string(row["color"])
    for old in properties.findall(qn("w:szCs")):
        properties.remove(old)
    if row["size"]:
        font.size = Pt(float(row["size"]))
        properties.find(qn("w:sz")).addnext(element("szCs", val=str(round(float(row["size"]) * 2))))


def _spaces(style: Any, row: dict[str, str]) -> None:
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(float(row["before"])), Pt(float(row["after"]))
    form.line_spacing = 1.0 if row["name"] == "Title" else 1.12
    form.keep_with_next, form.keep_together = row["keep"] == "next" or None, bool(row["keep"]) or None
    form.widow_control = True
    if row["name"] in ("Evidence", "Evidence Trace"):
        form.left_indent = Mm(10)
        form.first_line_indent = Mm(-10) if row["name"] == "Evidence" else None
    if row["name"].startswith("Quote"):
        form.left_indent = Mm(5)
    properties = style.element.get_or_add_pPr()
    for old in properties.findall(qn("w:pBdr")) + properties.findall(qn("w:tabs")):
        properties.remove(old)
    if row["name"] in BORDERS:
        properties.insert_element_before(_border(*BORDERS[row["name"]]), "w:shd", "w:tabs", "w:spacing", "w:ind",
                                         "w:contextualSpacing", "w:jc", "w:outlineLvl")  # fmt: skip


def _border(side: str, line: str, width: str, color: str, space: str) -> Any:
    border = element("pBdr")
    border.append(element(side, val=line, sz=width, space=space, color=color))
    return border


def _number_pages(paragraph: Any, title: str) -> None:
    """The title, and 'page / pages' at the right."""
    paragraph.style = "Footer"
    form = paragraph.paragraph_format
    form.tab_stops.add_tab_stop(Mm(170), alignment=2)
    paragraph.add_run((title if len(title) < 90 else "") + "\t")
    _field(paragraph, "PAGE")
    paragraph.add_run(" / ")
    _field(paragraph, "NUMPAGES")


def _field(paragraph: Any, name: str) -> None:
    field = element("fldSimple", instr=name)
    field.append(paragraph.add_run("1")._r)
    paragraph._p.append(field)
