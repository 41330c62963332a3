"""JSON Lines: one document a line, with `text` and any of the document fields of the record."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator, Mapping
from typing import Any, cast, get_args

from comity.errors import ComityError, InputError
from comity.reading.formats.found import FormatError
from comity.reading.formats.text import decode
from comity.reading.layers import DateOrder, Meta
from comity.reading.source import Source, one_line, parse_date, source
from comity.record.values import Genre

_WORDS = ("title", "publisher", "author", "url")
FIELDS = ("text", *_WORDS, "published", "genre", "date_order", "language", "id")
"""`id` is allowed and not kept: the id of a document is worked out from its text."""


def read(data: bytes, name: str, overrides: Meta) -> Iterator[Source | InputError]:
    """Each line's source, or the error that names the line; empty lines are passed over."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in data:
        data = decode(data).encode()
    lines = data.removeprefix(codecs.BOM_UTF8).split(b"\n")
    if data.lstrip()[:1] == b"[":
        raise FormatError("is one JSON list; write one object a line")
    for number, line in enumerate(lines, 1):
        if line.strip():
            place = f"{name}, line {number}"
            try:
                yield _source(line, place, overrides)
            except ComityError as error:
                yield error if isinstance(error, InputError) else InputError(str(error))


def _source(line: bytes, place: str, overrides: Meta) -> Source:
    row = _row(line, place)
    unknown = [name for name in row if name not in FIELDS]
    if unknown:
        raise InputError(f"{place}: the field {unknown[0]!r} is unknown; the fields are {', '.join(FIELDS)}")
    text = _string(row, "text", place)
    if text is None:
        raise InputError(f"{place}: has no 'text'")
    _check_language(row, place)
    return source(text, _meta(row, place), place, overrides)


def _row(line: bytes, place: str) -> Mapping[str, Any]:
    try:
        row = json.loads(line.decode())
    except UnicodeDecodeError as error:
        raise InputError(f"{place}: is not text in UTF-8; save the file as UTF-8") from error
    except json.JSONDecodeError as error:
        raise InputError(f"{place}: is not JSON: {error.msg} at character {error.colno}") from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"{place}: is not JSON that can be read: too deep or too long a number") from error
    if not isinstance(row, dict):
        raise InputError(f'{place}: is not a JSON object; write {{"text": …}} with the fields in it')
    return row


def _meta(row: Mapping[str, Any], place: str) -> Meta:
    published = _string(row, "published", place)
    words = {name: one_line(_string(row, name, place)) for name in _WORDS}
    return Meta(
        **words,
        published=parse_date(published, f"{place}, field 'published'") if published is not None else None,
        genre=_genre(_string(row, "genre", place), place),
        date_order=_date_order(_string(row, "date_order", place), place),
    )


def _date_order(value: str | None, place: str) -> DateOrder | None:
    orders = get_args(DateOrder)
    if value is not None and value not in orders:
        raise InputError(f"{place}: the date order {value!r} is unknown; the orders are {', '.join(orders)}")
    return cast(DateOrder | None, value)


def _genre(value: str | None, place: str) -> Genre:
    genres = get_args(Genre)
    if value is not None and value not in genres:
        raise InputError(f"{place}: the genre {value!r} is unknown; the genres are {', '.join(genres)}")
    return cast(Genre, value or "unknown")


def _check_language(row: Mapping[str, Any], place: str) -> None:
    language = _string(row, "language", place)
    if language is not None and language.lower().split("-")[0] != "en":
        raise InputError(f"{place}: is in the language {language!r}; only English ('en') can be read")


def _string(row: Mapping[str, Any], name: str, place: str) -> str | None:
    """A field's text, or None where it is missing or null."""
    value = row.get(name)
    if value is not None and not isinstance(value, str):
        raise InputError(f"{place}: the field {name!r} is {json.dumps(value)[:40]}, not a text")
    return value
