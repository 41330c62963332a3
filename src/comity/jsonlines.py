"""Streams of JSON Lines: read in chunks that keep memory flat, each line answered or refused on its own."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from io import BufferedReader
from typing import Any, NoReturn

from comity.errors import InputError

LONGEST_LINE = 1_000_000
"""Bytes of the longest line, with all the fields that a caller keeps beside what is asked."""
_CHUNK = 1 << 16


def _refuse(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number in JSON")


_DECODER = json.JSONDecoder(parse_constant=_refuse)
_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False)


def lines_of(stream: BufferedReader, name: str) -> Iterator[tuple[int, bytes | InputError | None]]:
    """The lines with their numbers, or the error for one that is too long; empty ones are passed over.

    `name` is what errors call the stream. None stands where all input at hand has been handed out, so that a
    caller can send its answers off before waiting for more.
    """
    number = 0
    for line in _lines(stream):
        if line is None:
            yield number, None
            continue
        number += 1
        if len(line) > LONGEST_LINE:
            where = f"{name}, line {number}"
            yield number, InputError(f"{where}: is longer than {LONGEST_LINE:,} bytes; write less a line")
        elif line.strip():
            yield number, line


def decoded(line: bytes, wanted: str) -> dict[str, Any]:
    """The object of a line; raises `InputError` that says what is wrong, `wanted` being the form to write."""
    try:
        row = _DECODER.decode(line.decode())
    except UnicodeDecodeError as error:
        raise InputError("is not text in UTF-8; save the file as UTF-8") from error
    except json.JSONDecodeError as error:
        raise InputError(f"is not JSON: {error.msg} at character {error.colno}") from error
    except (ValueError, RecursionError) as error:
        raise InputError("is not JSON that can be read: too deep, or a number too long or not finite") from error
    if not isinstance(row, dict):
        raise InputError(f"is not a JSON object; write {wanted}")
    return row


def encoded(row: dict[str, Any]) -> str:
    """The object as one line, without its end."""
    answer = _ENCODER.encode(row)
    # Half of a surrogate pair is good JSON when escaped, and no text in UTF-8.
    return answer if answer.isascii() or _is_text(answer) else json.dumps(row)


def _lines(stream: BufferedReader) -> Iterator[bytes | None]:
    """The lines, a byte order mark off; of an over-long one the beginning, so that memory stays flat."""
    rest, mark = b"", codecs.BOM_UTF8
    while chunk := stream.read1(_CHUNK):
        *whole, rest = (rest + chunk).removeprefix(mark).split(b"\n")
        mark, rest = b"", rest[: LONGEST_LINE + 1]
        yield from whole
        yield None
    if rest:
        yield rest


def _is_text(line: str) -> bool:
    try:
        line.encode()
    except UnicodeEncodeError:
        return False
    return True
