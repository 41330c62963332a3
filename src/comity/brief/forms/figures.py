"""Figures: a static drawing that needs no script, and the same specification for where scripts run."""

from __future__ import annotations

import hashlib
import itertools
import os
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from defusedxml import ElementTree
from platformdirs import user_cache_path

from comity.brief.document import Figure
from comity.brief.forms import early
from comity.brief.forms.plain import plain_part

_LETTERS = {"labelColor": "#3a3f47", "labelFontSize": 11.5, "titleColor": "#3a3f47", "titleFontSize": 12}
HOUSE = {
    "aria": False,
    "background": "transparent",
    "font": "Helvetica, Arial, Liberation Sans, sans-serif",
    "view": {"stroke": None},
    "mark": {"tooltip": True},
    "axis": {**_LETTERS, "domainColor": "#8b8778", "gridColor": "#e2ddd0", "tickColor": "#8b8778"},
    "legend": _LETTERS,
}
"""Vega-Lite configuration under that of a figure. The whole figure has its text alternative: marks need none."""
SVG = "http://www.w3.org/2000/svg"


def figure_svg(figure: Figure) -> str:
    """The figure as an SVG element of its natural size, without links; its ids begin with the figure's name.

    It may stand in HTML or be a file. Nothing is fetched: a specification that names an address is not drawn
    (`ValueError`). The first drawing of a process takes half a second longer, unless begun `early`.
    """
    root = ElementTree.fromstring(early.drawn(drawn_spec(figure)))
    _bare(root, figure.name)
    root.set("xmlns", SVG)
    return str(ElementTree.tostring(root, encoding="unicode"))


def drawn_spec(figure: Figure) -> dict[str, Any]:
    """The specification with plain text, without links, and with the house's configuration under its own."""
    spec = _unlinked(plain_part(figure).spec)
    return {**spec, "config": _over(HOUSE, spec.get("config", {}))}


@cache
def figures_script() -> str:
    """Vega, Vega-Lite and the lines that bring a page's figures to life, out of the vl-convert package.

    0.9 MB. Bundling takes seconds, so the bundle is kept in the user's cache folder where that can be written.
    """
    import vl_convert

    lines = files("comity.brief.forms").joinpath("templates/figures.js").read_text(encoding="utf-8")
    key = hashlib.sha256(f"{version('vl-convert-python')} {lines}".encode()).hexdigest()[:16]
    kept = user_cache_path("comity") / f"figures-{key}.js"
    with suppress(OSError):
        return kept.read_text(encoding="utf-8")
    bundle = str(vl_convert.javascript_bundle(lines))
    with suppress(OSError):
        _keep(bundle, kept)
    return bundle


def _keep(text: str, path: Path) -> None:
    """Whole or not at all, even if two processes write at once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(f".{os.getpid()}")
    part.write_text(text, encoding="utf-8")
    part.replace(path)


def _over(low: Mapping[str, Any], high: Mapping[str, Any]) -> dict[str, Any]:
    merged = {**low, **high}
    both = (key for key in low if isinstance(low[key], Mapping) and isinstance(high.get(key), Mapping))
    return merged | {key: _over(low[key], high[key]) for key in both}


def _unlinked(part: Any) -> Any:
    """Marks lead nowhere: Vega does not draw a figure with an address that it mistrusts."""
    if isinstance(part, Mapping):
        return {
            key: held if key in ("data", "datasets") else _unlinked(held)
            for key, held in part.items()
            if key != "href"
        }
    return [_unlinked(held) for held in part] if isinstance(part, list | tuple) else part


def _bare(root: Element, name: str) -> None:
    """Only what draws: no address, style, class or role; ids that no other drawing on the page has."""
    ids = {old: f"{name}_{number}" for old, number in zip(_ids(root), itertools.count(1), strict=False)}
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
        element.attrib = {
            key: _renamed(value, ids) if key != "id" else ids[value]
            for key, value in element.attrib.items()
            if not key.startswith(("{", "aria-", "class", "role", "style"))
        }


def _ids(root: Element) -> list[str]:
    return list(dict.fromkeys(element.attrib["id"] for element in root.iter() if "id" in element.attrib))


def _renamed(value: str, ids: Mapping[str, str]) -> str:
    inner = value.removeprefix("url(#").removesuffix(")")
    return f"url(#{ids[inner]})" if value.startswith("url(#") and inner in ids else value
