"""The objects of an array within a JSON file, one by one, without holding the file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from comity.sources.form import Unreadable

_BLOCK = 1 << 20
_LONGEST = 16 << 20
"""Characters of the longest object."""


def members(path: Path, key: str | None) -> Iterator[Mapping[str, object] | Unreadable]:
    """The objects in the first array under `key`, or where it is None in the array that the file is.

    A part that is no JSON ends the reading, since where the next object begins is not known.
    """
    opening = re.compile(rf'"{re.escape(key)}"\s*:\s*\[' if key else r"^\s*\[")
    decoder, number = json.JSONDecoder(), 0
    with path.open(encoding="utf-8-sig", errors="replace") as file:
        text = file.read(_BLOCK)
        begun = opening.search(text)
        if begun is None:
            yield Unreadable(None, f"no array {key!r}", text[:200])
            return
        text = text[begun.end() :]
        while True:
            text = text.lstrip(" \t\r\n,")
            if text.startswith("]"):
                return
            try:
                found, end = decoder.raw_decode(text)
            except json.JSONDecodeError:
                more = file.read(_BLOCK)
                if not more or len(text) > _LONGEST:
                    yield Unreadable(None, f"broken or cut short after {number:,} objects", text[:200])
                    return
                text += more
                continue
            text, number = text[end:], number + 1
            yield found if isinstance(found, dict) else Unreadable(None, "no object", str(found))
