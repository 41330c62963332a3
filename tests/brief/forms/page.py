"""A finished page, read back: what it states, and where its marks lead."""

from __future__ import annotations

from lxml import html as lxml_html
from lxml.html import HtmlElement

from comity.brief.document import Block, Brief, Bullets, Figure, Heading, Paragraph, Quotation, Table
from comity.brief.forms.plain import plain


class Page:
    """The page as a tree."""

    def __init__(self, html: str) -> None:
        self.root = lxml_html.document_fromstring(html)

    def all(self, path: str) -> list[HtmlElement]:
        return list(self.root.xpath(path))

    def said(self) -> list[tuple[str, str, tuple[int, ...]]]:
        """Every sentence in order: its words, its role, and the numbers that its mark leads to."""
        return [
            (words(one), one.get("class").split()[1], cited(one.getnext()))
            for one in self.all("//main//span[contains(@class, 'said')]")
        ]


def words(element: HtmlElement) -> str:
    """The text of an element, spaces made one."""
    return " ".join("".join(element.itertext()).split())


def cited(mark: HtmlElement | None) -> tuple[int, ...]:
    """The numbers of a mark, runs written out; none where the element is no mark."""
    if mark is None or mark.tag != "sup":
        return ()
    numbers: list[int] = []
    for link in mark.findall("a"):
        number = int(link.text)
        assert link.get("href") == f"#n_{number}"
        after_dash = bool(numbers) and (link.getprevious().tail or "") == "–"
        numbers += range(numbers[-1] + 1, number + 1) if after_dash else [number]
    return tuple(numbers)


def stated(brief: Brief) -> list[tuple[str, str, tuple[int, ...]]]:
    """The sentences of a brief as `Page.said` reads them from a page."""
    return [(shown(one.text), one.role, one.notes) for one in brief.sentences()]


def around(block: Block) -> list[str]:
    """What a block shows beside its sentences."""
    match block:
        case Heading():
            return [shown(block.text)]
        case Paragraph():
            return [shown(block.lead)] if block.lead else []
        case Bullets():
            return [shown(item.lead) for item in block.items if item.lead]
        case Table():
            return [shown(block.caption), *map(shown, block.columns)]
        case Quotation():
            return [shown(block.text), shown(block.voice)]
        case Figure():
            return [shown(block.caption), *(shown(cell) for row in block.rows for cell in row)]


def shown(text: str) -> str:
    """A text as a page shows it."""
    return " ".join(plain(text).split())
