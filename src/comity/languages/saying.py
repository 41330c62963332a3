"""Sentences with gaps, said in the language of the moment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from comity.errors import UsageError
from comity.languages.catalogue import Catalogue, catalogue

LANGUAGES = {"en": "en_GB", "fr": "fr_FR"}
"""The languages of a brief, with the locale of each; English is that of the code."""
_spoken: ContextVar[str] = ContextVar("spoken", default="en")


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Within it all is said in that language. Raises `UsageError` for one that is not spoken here."""
    if language not in LANGUAGES:
        raise UsageError(f"nothing is written in the language {language!r}: choose {' or '.join(LANGUAGES)}")
    before = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(before)


def spoken() -> str:
    """The language of the moment: 'en', 'fr'."""
    return _spoken.get()


def say(text: str, /, **gaps: object) -> str:
    """A sentence or a part of one, its `{gaps}` filled; `text` is the English, by which the catalogue knows it.

    A French text may ask for a gap with its preposition, `{a:de}` ('du Cambodge'), or with a capital, `{a:maj}`.
    What the catalogue lacks is said in English, and `unsaid` tells of it.
    """
    if (known := _catalogue()) is None:
        return text.format(**gaps) if gaps else text
    return known.said(text, gaps)


def say_of(number: float, one: str, more: str, /, **gaps: object) -> str:
    """`one` for one, else `more`, by the rule of the language ('0 acte' but '0 acts'); `{n}` is the number."""
    if (known := _catalogue()) is None:
        return (one if number == 1 else more).format(n=number, **gaps)
    return known.counted(number, (one, more), {"n": number, **gaps})


def has_words(text: str) -> bool:
    """Whether the language of the moment has words of its own for a text; English always has."""
    known = _catalogue()
    return known is None or known.has(text)


def called(entity: str) -> str | None:
    """A state or body with its article, 'le Cambodge' for 'KHM'; none in English and for what has no name here."""
    known = _catalogue()
    return known.names.get(entity) if known else None


def bare(name: str) -> str:
    """A name of `called` without its article."""
    known = _catalogue()
    return known.bare(name) if known else name


def several(words: str, parts: Sequence[str] = ()) -> str:
    """Words in a row, of which each takes the preposition of a gap: 'du Cambodge et de la Chine'.

    `parts` are the words of the row where one may have a comma or an 'and' of its own.
    """
    known = _catalogue()
    return known.several(words, parts) if known else words


def unsaid(language: str) -> frozenset[str]:
    """What was to be said in a language and is not in its catalogue, since the program began."""
    return frozenset(catalogue(language).unsaid)


def _catalogue() -> Catalogue | None:
    language = _spoken.get()
    return None if language == "en" else catalogue(language)
