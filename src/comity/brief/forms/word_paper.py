"""The parts of a Word document out of which a brief is made: lines, statements with their evidence, tables."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Length, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from comity.brief.forms.columns import shares
from comity.brief.forms.page import Mark, Said, Told
from comity.brief.forms.word_notes import Footnotes
from comity.brief.forms.word_style import TABLE
from comity.brief.forms.word_text import (
    LEFT_TO_RIGHT,
    Bookmarks,
    add_link,
    add_run,
    add_text,
    directed,
    element,
    ends_from_right,
    styled,
)

MANY_COLUMNS = 6
"""A table with more columns has a page turned on its side."""
THIN_SPACE = "\u2009"
STYLES = {"opinion": "Opinion", "gap": "Gap"}


class Paper:
    """A Word document that grows at its end. Styles are those of `word_styles.csv`."""

    def __init__(self, document: WordDocument, footnotes: Footnotes) -> None:
        self._document = document
        self._footnotes = footnotes
        self.bookmarks = Bookmarks()
        self.chapters: dict[str, str] = {}
        """The bookmarks of chapters by the anchors that lead to them."""

    def paragraph(self, style: str) -> Paragraph:
        """An empty paragraph; one of the text keeps off a table before it."""
        made = styled(self._document.add_paragraph(), style)
        before = made._p.getprevious()
        if style in ("Normal", "List Bullet") and before is not None and before.tag == qn("w:tbl"):
            made.paragraph_format.space_before = Pt(10)
        return made

    def line(self, style: str, text: str = "", letters: str | None = None) -> Paragraph:
        """A paragraph with a text, in a style of letters if not in its own."""
        paragraph = self.paragraph(style)
        add_text(paragraph, text, letters)
        directed(paragraph)
        return paragraph

    def heading(self, text: str, level: int, bookmark: str = "", starts_page: bool = False) -> None:
        """A heading, with a bookmark for what leads there."""
        paragraph = self.line(f"Heading {level}", text)
        if starts_page:
            paragraph.paragraph_format.page_break_before = True
        if bookmark:
            self.bookmarks.around(paragraph, bookmark, 1)

    def told(self, style: str, told: Told) -> None:
        """Sentences behind their lead."""
        paragraph = self.paragraph(style)
        if told.lead:
            add_text(paragraph, f"{told.lead} ", "Lead")
        self._said(paragraph, told.sentences)

    def mark(self, paragraph: Paragraph, mark: Mark | None, before: str) -> None:
        """The footnote on the evidence behind a text, with a bookmark to come back to."""
        if mark is None:
            return
        if ends_from_right(before):
            add_run(paragraph, LEFT_TO_RIGHT)
        elif before[-1:].isdigit():
            add_run(paragraph, THIN_SPACE)  # or the number behind it would be read as its power
        first = len(paragraph._p)
        self._footnotes.refer(paragraph, mark)
        self.bookmarks.around(paragraph, mark.id, first)

    def table(self, caption: Paragraph, columns: tuple[str, ...], rows: tuple[tuple[Any, ...], ...]) -> None:
        """A table under its caption, with a head that every page repeats; cells are sentences or plain words."""
        is_wide = len(columns) > MANY_COLUMNS
        if is_wide:
            self._turn(WD_ORIENT.LANDSCAPE)
            self._document.element.body.insert(len(self._document.element.body) - 1, caption._p)
        table = self._document.add_table(len(rows) + 1, len(columns), style=TABLE)
        table.autofit = False
        widths = [round(self._width() * share) for share in shares(columns, rows)]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Length(width)
        for number, (held, row) in enumerate(zip(table._tbl.tr_lst, (columns, *rows), strict=True)):
            properties = held.get_or_add_trPr()
            properties.append(element("cantSplit"))
            if number == 0:
                properties.append(element("tblHeader"))
            for cell, words, width in zip(held.tc_lst, row, widths, strict=True):
                cell.width = Length(width)
                self._cell(_Cell(cell, table).paragraphs[0], words)
        if is_wide:
            self._turn(WD_ORIENT.PORTRAIT)

    def packed(self) -> bytes:
        """The document as a file whose parts bear no time."""
        saved, packed = io.BytesIO(), io.BytesIO()
        self._document.save(saved)
        with zipfile.ZipFile(saved) as old, zipfile.ZipFile(packed, "w") as new:
            for name in old.namelist():
                new.writestr(zipfile.ZipInfo(name), old.read(name), zipfile.ZIP_DEFLATED)
        return packed.getvalue()

    def _width(self) -> int:
        """What is between the margins of the last page."""
        section = self._document.sections[-1]
        return (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)

    def _said(self, paragraph: Paragraph, sentences: tuple[Said, ...]) -> None:
        for number, said in enumerate(sentences):
            self._words(paragraph, said, " " if number else "")
            self.mark(paragraph, said.mark, said.text)
        directed(paragraph)

    def _words(self, paragraph: Paragraph, said: Said, before: str) -> None:
        bookmark = self.chapters.get(said.link.removeprefix("#"))
        if bookmark:
            add_text(paragraph, before)
            add_link(paragraph, said.text, "Hyperlink", bookmark=bookmark)
        else:
            add_text(paragraph, before + said.text, STYLES.get(said.role))

    def _cell(self, paragraph: Paragraph, words: str | tuple[Said, ...]) -> None:
        styled(paragraph, "Table Text")
        if isinstance(words, str):
            add_text(paragraph, words)
        else:
            self._said(paragraph, words)

    def _turn(self, orientation: WD_ORIENT) -> None:
        section = self._document.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = orientation
        section.page_width, section.page_height = section.page_height, section.page_width
