"""The steps up to the parties, for tests that look at one of them."""

import datetime as dt

from comity.reading.corefer import corefer
from comity.reading.layers import Mention, Meta, Parsed, Referents
from comity.reading.mentions import find_mentions
from comity.reading.normalise import normalise
from comity.reading.segment import parse

PUBLISHED = dt.date(2021, 6, 15)


def parsed(text: str) -> Parsed:
    return parse(normalise(text))


def mentions(text: str) -> dict[str, Mention]:
    """By their words."""
    read = parsed(text)
    return {read.text[one.start : one.end]: one for one in find_mentions(read)}


def referents(text: str, **about: object) -> tuple[Parsed, Referents]:
    read = parsed(text)
    return read, corefer(read, find_mentions(read), Meta(**about))  # type: ignore[arg-type]


def who(text: str, words: str, **about: object) -> tuple[str, ...]:
    """The ids that the last word of `words` stands for, at their last place in the text."""
    read, found = referents(text, **about)
    end = read.text.rindex(words) + len(words)
    return next((found.at.get(token.i, ()) for token in read.doc if token.idx + len(token) >= end), ())
