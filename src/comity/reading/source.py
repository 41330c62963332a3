"""What comes out of a file before it is read: a text with what the file says about it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, fields, replace

from comity.errors import InputError, UsageError
from comity.reading.layers import Meta
from comity.reading.normalise import normalise

TEXT_LIMIT = 2_000_000
"""Most characters of one text; about 300,000 words."""
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Source:
    """A text in normal form; `place` names its file (and line) for messages."""

    text: str
    meta: Meta
    place: str


def source(text: str, meta: Meta, place: str, overrides: Meta) -> Source:
    """A checked source; what `overrides` says wins. InputError for an empty or too long text."""
    normal = normalise(text)
    if not normal:
        raise InputError(f"{place}: holds no text")
    if len(normal) > TEXT_LIMIT:
        length = f"holds {len(normal):,} characters, more than the {TEXT_LIMIT:,} of one document"
        raise InputError(f"{place}: {length}; split it")
    return Source(normal, _merged(meta, overrides), place)


def _merged(meta: Meta, overrides: Meta) -> Meta:
    empty = Meta()
    given = {one.name: getattr(overrides, one.name) for one in fields(Meta)}
    return replace(meta, **{name: value for name, value in given.items() if value != getattr(empty, name)})


def one_line(value: object) -> str | None:
    """A metadata value as one line of text; None where there is none."""
    return " ".join(normalise(value).split()) or None if isinstance(value, str) else None


def parse_date(text: str, where: str) -> dt.date:
    """The day that an ISO date names; UsageError, beginning with `where`, for anything else."""
    try:
        if _ISO_DATE.fullmatch(text):
            return dt.date.fromisoformat(text)
    except ValueError:
        pass
    raise UsageError(f"{where}: {text!r} is not a date; write year, month and day, for example 2024-09-13")
