"""A brief as one HTML file that needs nothing else: no network, no font; scripts only to ask its figures."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path

from markupsafe import Markup

from comity.brief.document import Brief, Figure
from comity.brief.forms.figures import drawn_spec, figure_svg, figures_script
from comity.brief.forms.page import lay_out
from comity.brief.forms.plain import plain_part
from comity.brief.forms.templating import render, text_of
from comity.brief.forms.wording import Wording


def html_of(brief: Brief, templates: Path | None = None) -> str:
    """The whole brief as an HTML document; the same brief gives the same bytes on one machine.

    `templates` is a folder of an organisation's own Jinja templates, which go before ours and run in a sandbox
    (docs/brief-templates.md). Without scripts every figure is there as a static drawing. With figures the page
    bears Vega, 0.9 MB. Raises `UsageError` for a mistake in the templates and for a language without words.
    """
    brief = plain_part(brief)
    page = lay_out(brief)
    figures = page.figures
    style = text_of(templates, "brief.css")
    script = figures_script() if figures else ""
    return render(
        templates,
        "brief.html.j2",
        brief=brief,
        page=page,
        words=Wording(brief.language),
        drawings={figure.name: Markup(figure_svg(figure)) for figure in figures},  # noqa: S704 - drawn and bared
        specs={figure.name: _data(figure) for figure in figures},
        style=Markup(style),  # noqa: S704 - ours, or the organisation's
        script=Markup(script),  # noqa: S704 - out of a package
        policy=_policy(style, script, templates is not None),
    )


def _policy(style: str, script: str, is_own: bool) -> str:
    """What the page may do: nothing but its own style and script; for own templates also what is inside it."""
    parts = ["default-src 'none'", f"style-src '{_digest(style)}'"]
    if script:
        parts.append(f"script-src '{_digest(script)}'")
    if is_own:
        parts += ["img-src data:", "font-src data:"]
    return "; ".join([*parts, "base-uri 'none'", "form-action 'none'"])


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _data(figure: Figure) -> Markup:
    """A specification as JSON that cannot end the element it stands in."""
    text = json.dumps(drawn_spec(figure), ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704 - no markup is left in it
