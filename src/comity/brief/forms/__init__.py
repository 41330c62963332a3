"""The forms of a brief: one module each, all of the same `Brief`."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from comity.brief.document import Brief, Figure

FORMS = {".html": "html", ".pdf": "pdf", ".docx": "docx", ".md": "markdown"}
"""The module of each form, by the ending of the file's name."""
WITHOUT_DRAWINGS = frozenset({".md"})
"""The forms that show figures as tables only."""


def form_of(ending: str) -> Callable[[Brief], bytes]:
    """What makes the bytes of a form; its module is loaded only here. `KeyError` for an ending without a form."""
    name = FORMS[ending]
    made = getattr(import_module(f"comity.brief.forms.{name}"), f"{name}_of")

    def form(brief: Brief) -> bytes:
        found = made(brief)
        return found.encode() if isinstance(found, str) else found

    return form


def beginner(ending: str) -> Callable[[Figure], None]:
    """What begins to draw a figure of a form while the brief is still composed."""
    if ending in WITHOUT_DRAWINGS:
        return lambda _: None
    from comity.brief.forms import early
    from comity.brief.forms.figures import drawn_spec

    early.start()
    return lambda figure: early.begin(drawn_spec(figure))
