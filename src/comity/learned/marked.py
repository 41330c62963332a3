"""A sentence with its two parties marked: as training data write it, and as `comity classify` is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import cast

from comity.errors import InputError
from comity.record.values import EventType, Status

_MARK = re.compile(r"\[([ar]) ([^\]]+)\]")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Marked:
    """Half-open character spans of the parties in `text`; one that the sentence does not name is None."""

    text: str
    actor: Span | None
    recipient: Span | None


@dataclass(frozen=True, slots=True)
class Example:
    """A training sentence and what it tells."""

    batch: str
    """The file that holds it: sentences of one manner."""
    marked: Marked
    event_type: EventType
    mode: str | None
    status: Status


def located(sentence: str, actor: str, recipient: str) -> Marked:
    """The sentence with the first place of each text; two of the same words are told apart by order.

    Case and spaces do not count. A text that is empty, or not in the sentence, gives None.
    """
    one = _find(sentence, actor, None)
    return Marked(sentence, one, _find(sentence, recipient, one))


def examples() -> Iterator[Example]:
    """The training sentences of `data/sentences`, in the order of files and lines."""
    folder = files("comity.learned") / "data" / "sentences"
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            yield _example(line, file.name, number)


def unmarked(text: str) -> Marked:
    """The plain sentence of '[a Lagos] rebuffed [r the Fund]'. Raises `InputError` unless each stands once."""
    plain, at = "", 0
    found: dict[str, Span] = {}
    for mark in _MARK.finditer(text):
        plain += text[at : mark.start()]
        if mark[1] in found:
            raise InputError(f"{text!r} marks two {mark[1]!r}; mark one actor and one recipient")
        found[mark[1]] = (len(plain), len(plain) + len(mark[2]))
        plain, at = plain + mark[2], mark.end()
    if len(found) < 2:
        raise InputError(f"{text!r} marks {len(found)} parties; mark one [a …] and one [r …]")
    return Marked(plain + text[at:], found["a"], found["r"])


def _example(line: str, batch: str, number: int) -> Example:
    parts = line.split("\t")
    if len(parts) != 4:
        where = f"{batch}, line {number}"
        raise InputError(f"{where}: has {len(parts)} fields; write type, mode, status and sentence between tabs")
    return Example(batch, unmarked(parts[3]), cast(EventType, parts[0]), parts[1] or None, cast(Status, parts[2]))


def _find(sentence: str, words: str, taken: Span | None) -> Span | None:
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    places = [found.span() for found in re.finditer(pattern, sentence, re.IGNORECASE)] if pattern else []
    free = [place for place in places if taken is None or place[1] <= taken[0] or taken[1] <= place[0]]
    return next(iter(free or places), None)
