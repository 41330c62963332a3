"""A finished brief, read back as a reader's program would."""

from __future__ import annotations

import re

from lxml import html as lxml_html
from lxml.html import HtmlElement


class Page:
    """The brief as a tree, with what the tests look for."""

    def __init__(self, html: str) -> None:
        self.root = lxml_html.document_fromstring(html)

    def all(self, path: str) -> list[HtmlElement]:
        """Elements by XPath."""
        return list(self.root.xpath(path))

    def text(self, path: str) -> str:
        """The text of the only element found, without the citation marks, spaces made one."""
        (element,) = self.all(path)
        return plain(element)

    def cell(self, topic: str, column: int) -> HtmlElement:
        """A cell of the table of comparison; columns count from 1."""
        (found,) = self.all(f"//table[@class='compared']/tbody[tr/th='{topic}']/tr[2]/td[{column}]")
        return found

    def lines(self, topic: str, column: int) -> list[str]:
        """The lines of a cell, their notes apart by ' | '."""
        return [
            " | ".join(
                filter(None, (plain(line, skip=("small",)), *(plain(note) for note in line.xpath("small"))))
            )
            for line in self.cell(topic, column).xpath(".//li")
        ]

    def passages(self) -> dict[int, str]:
        """The numbered quotations, word for word."""
        return {
            int(passage.get("value")): "".join(passage.xpath("blockquote")[0].itertext())
            for passage in self.all("//ol[@class='passages']/li")
        }


def cited(element: HtmlElement) -> list[int]:
    """The numbers that the marks inside an element stand for, runs written out."""
    numbers: list[int] = []
    for link in element.xpath(".//sup[contains(@class, 'cite')]/a"):
        first, last = (re.findall(r"\d+", link.text) * 2)[:2]
        numbers += range(int(first), int(last) + 1)
    return numbers


def plain(element: HtmlElement, skip: tuple[str, ...] = ()) -> str:
    """The text of an element without citation marks."""
    words = element.xpath(".//text()[not(ancestor::sup)]")
    kept = (word for word in words if not any(word.getparent().tag == tag and not word.is_tail for tag in skip))
    return " ".join("".join(kept).split())
