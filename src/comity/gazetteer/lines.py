"""Mentions as JSON Lines, each answered on its own: the good are kept, the bad are named."""

from __future__ import annotations

import codecs
import datetime as dt
import json
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from io import BufferedReader
from typing import Any, NoReturn

from comity.errors import InputError
from comity.gazetteer.gazetteer import load

LONGEST_TEXT = 10_000
"""Characters of the longest mention; a mention is a few words."""
LONGEST_LINE = 1_000_000
"""Bytes of the longest line, with all the fields that a caller keeps beside the text."""
_CHUNK = 1 << 16
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def _refuse(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number in JSON")


_DECODER = json.JSONDecoder(parse_constant=_refuse)
_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False)


def resolve_lines(
    stream: BufferedReader, name: str, before_wait: Callable[[], None] = lambda: None
) -> Iterator[str | InputError]:
    """Each line with `country`, `sector`, `entity` and `confidence` added, or the error that names the line.

    Empty lines are passed over; `name` is what errors call the stream. `before_wait` is called whenever all
    input at hand is answered, so that a caller can send its answers off before waiting for more.
    """
    for number, line in enumerate(_lines(stream, before_wait), 1):
        if len(line) > LONGEST_LINE:
            yield InputError(f"{name}, line {number}: is longer than {LONGEST_LINE:,} bytes; write less a line")
        elif line.strip():
            try:
                yield _answered(line)
            except InputError as error:
                yield InputError(f"{name}, line {number}: {error}")


def _lines(stream: BufferedReader, before_wait: Callable[[], None]) -> Iterator[bytes]:
    """The lines, a byte order mark off; of an over-long one the beginning, so that memory stays flat."""
    rest, mark = b"", codecs.BOM_UTF8
    while chunk := _next(stream, before_wait):
        *whole, rest = (rest + chunk).removeprefix(mark).split(b"\n")
        mark, rest = b"", rest[: LONGEST_LINE + 1]
        yield from whole
    if rest:
        yield rest


def _next(stream: BufferedReader, before_wait: Callable[[], None]) -> bytes:
    before_wait()
    return stream.read1(_CHUNK)


def _answered(line: bytes) -> str:
    row = _row(line)
    found = load().resolve(_text(row), _date(row))
    row["country"], row["sector"], row["entity"] = found.country, found.sector, found.entity
    row["confidence"] = found.confidence or None
    answer = _ENCODER.encode(row)
    # Half of a surrogate pair is good JSON when escaped, and no text in UTF-8.
    return answer if answer.isascii() or _is_text(answer) else json.dumps(row)


def _row(line: bytes) -> dict[str, Any]:
    try:
        row = _DECODER.decode(line.decode())
    except UnicodeDecodeError as error:
        raise InputError("is not text in UTF-8; save the file as UTF-8") from error
    except json.JSONDecodeError as error:
        raise InputError(f"is not JSON: {error.msg} at character {error.colno}") from error
    except (ValueError, RecursionError) as error:
        raise InputError("is not JSON that can be read: too deep, or a number too long or not finite") from error
    if not isinstance(row, dict):
        raise InputError('is not a JSON object; write {"id": …, "text": …}')
    return row


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


def _is_text(line: str) -> bool:
    try:
        line.encode()
    except UnicodeEncodeError:
        return False
    return True
