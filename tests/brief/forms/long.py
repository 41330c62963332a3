"""A brief of the usual length: 300 paragraphs, 300 notes of 40 sources, six figures and tables too wide to fit."""

from __future__ import annotations

import datetime as dt

from brief.made import LONG, SCRIPTS
from comity.brief.document import (
    Block,
    Brief,
    Bullets,
    Figure,
    Heading,
    Note,
    Paragraph,
    Quotation,
    Sentence,
    Source,
    Table,
)

PARTNERS = ("South Korea", "North Korea", "Thailand", "Viet Nam", "China", "Japan", "France", "Laos", LONG[:60])
SPEC = {
    "width": 620,
    "height": 180,
    "data": {"values": [{"year": 1990 + n, "acts": n * 7 % 11, "by": "ab"[n % 2]} for n in range(30)]},
    "params": [{"name": "stretch", "select": "interval", "bind": "scales"}],
    "mark": {"type": "point", "filled": True, "size": 80, "clip": True},
    "encoding": {
        "x": {"field": "year", "type": "quantitative", "scale": {"zero": False}, "axis": {"format": "d"}},
        "y": {"field": "acts", "type": "quantitative"},
        "shape": {"field": "by", "type": "nominal"},
        "color": {"field": "by", "type": "nominal", "scale": {"range": ["#1d3f66", "#a8571f"]}},
    },
}


def long_brief() -> Brief:
    """Ten chapters of two sections each, all with evidence."""
    blocks = tuple(block for chapter in range(10) for block in _chapter(chapter))
    return Brief(
        title="Cambodia between Thailand and Viet Nam",
        subtitle="What the record of thirty years says about two neighbours, and what it does not say",
        language="fr",
        facts=(("Ledger state", "0123456789abcdef"), ("Period", "1 January 1990 to 31 December 2019")),
        blocks=blocks,
        notes=tuple(
            Note(n, (n - 1) * 40 // 300 + 1, f"event-{n}", f"Sentence number {n}. {SCRIPTS}")
            for n in range(1, 301)
        ),
        sources=tuple(_source(n) for n in range(1, 41)),
        version="0.1.0",
    )


def _chapter(chapter: int) -> list[Block]:
    figures = [
        Figure("same", f"Acts by year, {chapter}", "Thirty points, rising and falling.", SPEC, _rows(), (1, 2))
    ]
    blocks: list[Block] = [Heading(1, f"Chapter {chapter}", f"chapter-{chapter}")]
    blocks += figures if chapter < 6 else []
    for section in range(2):
        first = chapter * 30 + section * 15 + 1
        blocks.append(Heading(2, f"What is known of question {section}", f"part-{chapter}-{section}"))
        blocks += [_paragraph(first + n) for n in range(10)]
        blocks.append(Bullets(tuple(_paragraph(first + 10 + n) for n in range(5))))
    return [*blocks, _table(), Quotation("It was small, and it was late.", "A. Writer", (3, 4, 5, 6, 9))]


def _paragraph(number: int) -> Paragraph:
    text = "The two governments met and agreed on a road, a bridge and a market at the border."
    return Paragraph((Sentence(text, (number,)), Sentence("Nothing is known of the price.", role="gap")), "What?")


def _table() -> Table:
    cells = tuple((Sentence("12 of 40 acts (30 per cent)", (1, 2, 3, 4, 5)),) for _ in PARTNERS)
    return Table(
        "Every partner side by side",
        ("Question", *PARTNERS),
        (((Sentence("How much?", role="label"),), *cells),) * 3,
    )


def _rows() -> tuple[tuple[str, ...], ...]:
    points = SPEC["data"]["values"]  # type: ignore[index]
    return (("year", "acts", "by"), *((str(p["year"]), str(p["acts"]), p["by"]) for p in points))


def _source(number: int) -> Source:
    address = f"https://example.org/{number}/" + "long-" * 40
    return Source(
        number,
        "document",
        f"Report {number}",
        "A Paper",
        "A. Writer",
        dt.date(2019, 3, 1),
        (address,),
        "B",
        f"{number:064}",
    )
