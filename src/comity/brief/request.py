"""What a brief is asked for: states, length, audience and language; the same request gives the same brief."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, cast, get_args

from comity import gazetteer
from comity.errors import UsageError

Length = Literal["one-page", "standard", "full"]
Audience = Literal["minister", "desk", "researcher", "press"]
Language = Literal["en", "fr"]


@dataclass(frozen=True, slots=True)
class Request:
    """A brief on two states, or on the first of three between the other two; `states` are ISO3 codes.

    Of a dossier it is one state, and the pages are asked for as the request says.

    `since` adds what is new since that day. A minister and the press get plain sentences; the desk the grade and
    the number that each rests on; a researcher also the method.
    """

    states: tuple[str, ...]
    length: Length = "standard"
    audience: Audience = "desk"
    since: dt.date | None = None
    language: Language = "en"

    @property
    def shows_basis(self) -> bool:
        """Whether grade and number stand behind each answer."""
        return self.audience in ("desk", "researcher")

    @property
    def shows_method(self) -> bool:
        """Whether the measure behind an answer is named with it."""
        return self.audience == "researcher" or self.length == "full"


def requested_of(
    country: str,
    length: str = "one-page",
    audience: str = "desk",
    since: dt.date | None = None,
    language: str = "en",
) -> Request:
    """The request of a dossier on one state. Raises `UsageError` as `requested` does."""
    _check(length, audience, language)
    return _request((gazetteer.load().country_code(country),), length, audience, since, language)


def requested(
    countries: tuple[str, ...],
    length: str = "standard",
    audience: str = "desk",
    since: dt.date | None = None,
    language: str = "en",
) -> Request:
    """The request in words, states by name or code. Raises `UsageError` for what is none of those there are."""
    _check(length, audience, language)
    codes = tuple(dict.fromkeys(gazetteer.load().country_code(country) for country in countries))
    if len(codes) not in (2, 3) or len(codes) != len(countries):
        given = ", ".join(countries) or "none"
        raise UsageError(f"a brief takes two or three different countries, not {given}: try KHM KOR PRK")
    return _request(codes, length, audience, since, language)


def _request(states: tuple[str, ...], length: str, audience: str, since: dt.date | None, language: str) -> Request:
    return Request(states, cast(Length, length), cast(Audience, audience), since, cast(Language, language))


def _check(length: str, audience: str, language: str) -> None:
    known = (
        (length, "length", get_args(Length)),
        (audience, "audience", get_args(Audience)),
        (language, "language", get_args(Language)),
    )
    for given, name, values in known:
        if given not in values:
            raise UsageError(f"{given!r} is no {name} of a brief: choose one of {', '.join(values)}")
