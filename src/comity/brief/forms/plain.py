"""Text that a form may set as it is: nothing in it acts on the page or on the text around it."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from typing import Any, TypeVar

from comity.brief.document import Brief, Figure

Part = TypeVar("Part", Brief, Figure)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_ACTING = re.compile("[\x80-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def plain(text: str) -> str:
    """The text with what cannot be seen made visible.

    Control characters become their pictures (U+0007 is ␇); overrides of the direction of writing, separators of
    lines and halves of surrogate pairs become U+FFFD. Line ends are those of Unix.
    """
    text = re.sub("\r\n?", "\n", text)
    return _ACTING.sub("\ufffd", _CONTROL.sub(_picture, text))


def plain_part(part: Part) -> Part:
    """A brief, or a figure, with every text in it made plain, those of the figures' data too."""
    made: Part = _plain(part)
    return made


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, Mapping):
        return {_plain(key): _plain(held) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_plain(held) for held in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return type(value)(**{
            field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)
        })  # fmt: skip
    return value


def _picture(control: re.Match[str]) -> str:
    code = ord(control[0])
    return chr(0x2421 if code == 0x7F else 0x2400 + code)
