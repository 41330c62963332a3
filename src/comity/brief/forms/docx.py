"""A brief as a Word document with real styles, which its readers can edit."""

from __future__ import annotations

from comity.brief.document import Brief, Figure, Heading, Quotation, Table
from comity.brief.forms.origin import about
from comity.brief.forms.page import Origin, Page, Proven, Shown, lay_out
from comity.brief.forms.plain import plain_part
from comity.brief.forms.templating import web_address
from comity.brief.forms.word_figure import add_figure
from comity.brief.forms.word_notes import Footnotes
from comity.brief.forms.word_paper import Paper
from comity.brief.forms.word_style import blank
from comity.brief.forms.word_text import add_link, add_text
from comity.brief.forms.wording import Wording
from comity.languages import LANGUAGES

MANY_CHAPTERS = 3
"""A brief with more chapters has a table of contents."""


def docx_of(brief: Brief) -> bytes:
    """The whole brief as a .docx file; the same brief gives the same bytes.

    Footnotes tell what a statement rests on; their numbers of evidence are links to the list of evidence, whose
    items link back. Figures are drawings (SVG) with a picture (PNG) for programs that show none. Raises
    `UsageError` for a language without words.
    """
    brief = plain_part(brief)
    words = Wording(brief.language)
    document = blank(brief, LANGUAGES[brief.language].replace("_", "-"))
    paper = Paper(document, Footnotes(document, brief, words))
    page = lay_out(brief)
    paper.chapters = {one.heading.anchor: f"chapter_{n}" for n, one in enumerate(page.chapters, 1) if one.heading}
    _head(paper, brief, page, words)
    for chapter in page.chapters:
        if chapter.heading:
            paper.heading(
                chapter.heading.text, 1, paper.chapters[chapter.heading.anchor], chapter.heading.starts_page
            )
        for shown in chapter.blocks:
            _block(paper, shown)
    if page.origins:
        paper.heading(words["evidence"], 1, "evidence")
    for origin in page.origins:
        _origin(paper, origin, words)
    _figures(paper, page, words)
    paper.line("Colophon", words["made"].format(brief.version))
    return paper.packed()


def _head(paper: Paper, brief: Brief, page: Page, words: Wording) -> None:
    add_text(paper.line("Kicker", "COMITY  ", "Evidence Number"), words["kind"])
    paper.line("Title", brief.title)
    paper.line("Subtitle", brief.subtitle)
    for label, value in brief.facts:
        add_text(paper.line("Fact", f"{label}  "), value, "Value")
    chapters = _contents(page, words)
    if len(chapters) > MANY_CHAPTERS:
        paper.paragraph("Contents")
        for bookmark, text in chapters.items():
            add_link(paper.paragraph("Contents"), text, "Hyperlink", bookmark=bookmark)


def _contents(page: Page, words: Wording) -> dict[str, str]:
    """The chapters by their bookmarks."""
    held = {f"chapter_{n}": one.heading.text for n, one in enumerate(page.chapters, 1) if one.heading}
    held |= {"evidence": words["evidence"]} if page.origins else {}
    return held | ({"figures_as_tables": words["figures_as_tables"]} if _tabled(page) else {})


def _block(paper: Paper, shown: Shown) -> None:
    match shown.block:
        case Table(caption, columns):
            paper.table(paper.line("Caption", caption), columns, shown.rows)
        case Quotation(text, voice):
            paper.line("Quote", text)
            paper.mark(paper.line("Quote Voice", voice), shown.mark, voice)
        case Figure() as figure:
            paper.mark(paper.line("Caption", figure.caption), shown.mark, figure.caption)
            add_figure(paper.paragraph("Figure"), figure)
        case Heading(text=text):
            paper.heading(text, 2)
        case _:
            for told in shown.told:
                paper.told("List Bullet" if shown.kind == "bullets" else "Normal", told)


def _origin(paper: Paper, origin: Origin, words: Wording) -> None:
    source = origin.source
    paper.heading(source.title, 2)
    paragraph = paper.line("Source", " · ".join([*about(source, words), ""]))
    add_text(paragraph, source.id, "Code")
    for url in source.urls:
        add_text(paragraph, " · ")
        if web_address(url):
            add_link(paragraph, url, "Hyperlink", address=url)
        else:
            add_text(paragraph, url)
    for proven in origin.proven:
        _item(paper, proven, words)


def _item(paper: Paper, proven: Proven, words: Wording) -> None:
    """An item of evidence: its number and words, then its id and where it is cited."""
    note = proven.note
    first, *others = [*([note.quotation] if note.quotation else []), *note.lines] or [""]
    paragraph = paper.line("Evidence", f"{note.number}\t", "Evidence Number")
    paper.bookmarks.around(paragraph, f"n_{note.number}", 1)
    add_text(paragraph, first)
    for line in others:
        paper.line("Evidence Trace", line, "Code")
    trace = paper.line("Evidence Trace", note.item, "Code")
    if proven.marks:
        add_text(trace, f" · {words['cited']}")
    for number, mark in enumerate(proven.marks, 1):
        add_text(trace, " ")
        add_link(trace, f"↑{number}", "Hyperlink", bookmark=mark)


def _figures(paper: Paper, page: Page, words: Wording) -> None:
    figures = _tabled(page)
    if figures:
        paper.heading(words["figures_as_tables"], 1, "figures_as_tables")
    for figure in figures:
        paper.table(paper.line("Caption", figure.caption), figure.rows[0], figure.rows[1:])


def _tabled(page: Page) -> list[Figure]:
    """The figures that have a table."""
    return [figure for figure in page.figures if figure.rows]
