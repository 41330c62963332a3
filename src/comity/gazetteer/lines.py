"""Mentions as JSON Lines, each answered on its own: the good are kept, the bad are named."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from io import BufferedReader
from typing import Any

from comity.errors import InputError
from comity.gazetteer.gazetteer import load
from comity.jsonlines import decoded, encoded, lines_of

LONGEST_TEXT = 10_000
"""Characters of the longest mention; a mention is a few words."""
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def resolve_lines(
    stream: BufferedReader, name: str, before_wait: Callable[[], None] = lambda: None
) -> Iterator[str | InputError]:
    """Each line with `country`, `sector`, `entity` and `confidence` added, or the error that names the line.

    Empty lines are passed over; `name` is what errors call the stream. `before_wait` is called whenever all
    input at hand is answered, so that a caller can send its answers off before waiting for more.
    """
    for number, line in lines_of(stream, name):
        if line is None:
            before_wait()
        elif isinstance(line, InputError):
            yield line
        else:
            try:
                yield _answered(line)
            except InputError as error:
                yield InputError(f"{name}, line {number}: {error}")


def _answered(line: bytes) -> str:
    row = decoded(line, '{"id": …, "text": …}')
    found = load().resolve(_text(row), _date(row))
    row["country"], row["sector"], row["entity"] = found.country, found.sector, found.entity
    row["confidence"] = found.confidence or None
    return encoded(row)


def _text(row: dict[str, Any]) -> str:
    text = row.get("text")
    if text is None:
        raise InputError("has no 'text'; write the mention as \"text\"")
    if not isinstance(text, str):
        raise InputError(f"its 'text' is {json.dumps(text)[:40]}, not a text")
    if len(text) > LONGEST_TEXT:
        raise InputError(f"its text has {len(text):,} characters, more than {LONGEST_TEXT:,}; give a short one")
    return text


def _date(row: dict[str, Any]) -> dt.date | None:
    date = row.get("date")
    if date is None:
        return None
    day = _day(date) if isinstance(date, str) else None
    if day is None:
        shown = json.dumps(date, ensure_ascii=False)[:40]
        raise InputError(f"the date {shown} is not one; write year, month and day, for example 2024-09-13")
    return day


@lru_cache(maxsize=1 << 14)
def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if _ISO_DATE.fullmatch(text) else None
    except ValueError:
        return None
