"""A brief as a PDF, set by Typst: tagged for readers of all kinds (PDF/UA-1), with outline, links and fonts."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from comity.brief.document import Brief, Figure, Source, Table
from comity.brief.forms.columns import shares
from comity.brief.forms.drawing import WIDEST, on_paper, width_of
from comity.brief.forms.figures import figure_svg
from comity.brief.forms.fonts import compiled, drawable
from comity.brief.forms.origin import about
from comity.brief.forms.page import Page, Shown, lay_out
from comity.brief.forms.plain import plain_part
from comity.brief.forms.templating import web_address
from comity.brief.forms.wording import Wording

WORDS = ("kind", "evidence", "cited_on", "figures_as_tables")


def pdf_of(brief: Brief) -> bytes:
    """The whole brief as a PDF on A4; the same brief gives the same bytes.

    Numbers of evidence lead to the list of evidence, which says the pages where each item is cited and leads back.
    A character that no font of ours can draw stands as its code, '[U+13E3]', and the last line says its script.
    Raises `UsageError` for a language without words.
    """
    made = _compiled(brief, format="pdf", pdf_standards="ua-1")
    assert isinstance(made, bytes)
    return made


def pictures_of(brief: Brief, dots: float = 144) -> list[bytes]:
    """The pages of the PDF as PNG pictures of so many dots an inch."""
    made = _compiled(brief, format="png", ppi=dots)
    return [made] if isinstance(made, bytes) else made


def _compiled(brief: Brief, **options: Any) -> bytes | list[bytes]:
    text, scripts = drawable(json.dumps(_given(plain_part(brief)), ensure_ascii=False))
    unseen = Wording(brief.language)["unseen"].format(", ".join(scripts)) if scripts else ""
    source = files("comity.brief.forms").joinpath("templates/brief.typ").read_bytes()
    return compiled(source, {"brief": text, "unseen": unseen}, **options)


def _given(brief: Brief) -> dict[str, Any]:
    """What the template sets, as JSON has it."""
    page = lay_out(brief)
    words = Wording(brief.language)
    drawings = {figure.name: on_paper(figure_svg(figure)) for figure in page.figures}
    return {
        "title": brief.title,
        "subtitle": brief.subtitle,
        "language": brief.language,
        "facts": brief.facts,
        "words": {key: words[key] for key in WORDS} | {"made": words["made"].format(brief.version)},
        "chapters": _chapters(page, drawings),
        "origins": [
            {"source": _source(origin.source, words), "proven": [_data(one) for one in origin.proven]}
            for origin in page.origins
        ],
        "drawings": drawings,
    }


def _chapters(page: Page, drawings: Mapping[str, str]) -> list[dict[str, Any]]:
    return [
        {
            "heading": _data(chapter.heading),
            "blocks": [_data(shown) | _measures(shown, drawings) for shown in chapter.blocks],
        }
        for chapter in page.chapters
    ]


def _measures(shown: Shown, drawings: Mapping[str, str]) -> dict[str, Any]:
    """The width of a figure, and the parts of it that the columns of a table have, a figure's too."""
    match shown.block:
        case Table(columns=columns):
            return {"shares": shares(columns, shown.rows)}
        case Figure(rows=rows):
            widths = {"width": min(width_of(drawings[shown.id]), WIDEST)}
            return widths | ({"shares": shares(rows[0], rows[1:])} if rows else {})
    return {}


def _source(source: Source, words: Wording) -> dict[str, Any]:
    return {
        "title": source.title,
        "about": about(source, words),
        "id": source.id,
        "urls": [{"text": url, "is_link": web_address(url) is not None} for url in source.urls],
    }


def _data(value: Any) -> Any:
    """Data classes and named tuples as objects, without what the template has no use for."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: _data(getattr(value, field.name))
            for field in dataclasses.fields(value)
            if field.name != "spec"
        }
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {key: _data(held) for key, held in value._asdict().items()}
    return [_data(held) for held in value] if isinstance(value, list | tuple) else value
