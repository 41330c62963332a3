"""The forms of a brief: one module each, all of the same `Brief`."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from comity.brief.document import Brief

FORMS = {".html": "html", ".pdf": "pdf", ".docx": "docx", ".md": "markdown"}
"""The module of each form, by the ending of the file's name."""


def form_of(ending: str) -> Callable[[Brief], bytes]:
    """What makes the bytes of a form; its module is loaded only here. `KeyError` for an ending without a form."""
    name = FORMS[ending]
    made = getattr(import_module(f"comity.brief.forms.{name}"), f"{name}_of")

    def form(brief: Brief) -> bytes:
        found = made(brief)
        return found.encode() if isinstance(found, str) else found

    return form
