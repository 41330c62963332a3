"""From a ledger to one HTML file that needs nothing else: no network, no script, no font."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from comity import gazetteer
from comity._version import __version__
from comity.assessment import FEWEST_FOR_A_SHARE, DyadFinding, Names, listed, stand, when
from comity.brief.page import lay_out
from comity.errors import UsageError
from comity.ledger import Ledger


def write_html(ledger: Ledger, countries: Sequence[str]) -> str:
    """A brief on two countries, or on the first of three between the other two, as an HTML document.

    Countries are names or ISO3 codes. The same ledger contents give the same bytes. Raises `UsageError`
    for any other number of countries, an unknown one, or when the ledger holds nothing between them.
    """
    first, *partners = _codes(countries)
    names = Names(ledger)
    dyads = [stand(ledger, first, partner) for partner in partners]
    if all(dyad.is_empty for dyad in dyads):
        raise UsageError(_nothing(dyads, names))
    page = lay_out(ledger, dyads, names)
    style = Markup(_style())  # noqa: S704 - our own file
    charts = [Markup(chart) for chart in page.charts]  # noqa: S704 - vl-convert escapes the labels
    return _environment().get_template("brief.html.j2").render(
        page=page, charts=charts, style=style, style_hash=_digest(style), version=__version__,
        fewest=FEWEST_FOR_A_SHARE,
    )  # fmt: skip


def web_address(url: str | None) -> str | None:
    """The address if a reader may be led there; other schemes (javascript, file) are shown as no link."""
    return url if url and urlsplit(url).scheme in ("http", "https") else None


def _date(date: dt.date | None) -> str:
    return when.day(date) if date else "no date of publication"


def _unbroken(text: str, names: Sequence[str]) -> str:
    for name in names:
        text = text.replace(name, name.replace(" ", "\N{NO-BREAK SPACE}"))
    return text


def _genre(genre: str) -> str:
    return "" if genre == "unknown" else genre


def _codes(countries: Sequence[str]) -> list[str]:
    states = gazetteer.load()
    codes = list(dict.fromkeys(states.country_code(country) for country in countries))
    if len(codes) not in (2, 3) or len(codes) != len(countries):
        given = ", ".join(countries) or "none"
        raise UsageError(f"a brief takes two or three different countries, not {given}: try KHM KOR PRK")
    return codes


def _nothing(dyads: Sequence[DyadFinding], names: Names) -> str:
    others = listed([names.state(dyad.b) for dyad in dyads])
    return (
        f"nothing in the ledger between {names.state(dyads[0].a)} and {others}:"
        " add documents that speak of both with `comity add`"
    )


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _style() -> str:
    return files("comity.brief").joinpath("templates/brief.css").read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("comity.brief"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters |= {"web_address": web_address, "date": _date, "genre": _genre, "unbroken": _unbroken}
    return environment
