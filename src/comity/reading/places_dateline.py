"""'GENEVA, May 14 - …', 'Lima, 16 April 1999': where a report was written, and what that tells of its acts."""

from __future__ import annotations

import re

from spacy.tokens import Token

from comity.gazetteer.places import country_of, sites
from comity.reading.clauses import clause
from comity.reading.layers import Parsed
from comity.reading.places_words import lemma_in, place_words
from comity.record import Place

_DAY = r"(?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]{2,8}\.? \d{1,2})(?:,? \d{4})?"
_CITY = r"(?P<city>[A-Z][\w'.-]*(?: [A-Z][\w'.-]*){0,2})(?:, [A-Z][\w. ]{2,40}?)?"
_DATELINE = re.compile(
    rf"^(?:[Pp]ress [Rr]elease, )?{_CITY}(?:(?:, {_DAY})?(?: \([^)\n]{{2,40}}\))? ?[-–—]{{1,2}} |, {_DAY}$)",
    re.MULTILINE,
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_BEGINNING = 600
"""Characters in which a dateline stands."""
_OPENING = 4
"""Paragraphs, headline and dateline included, that tell the news itself."""


def at_the_dateline(trigger: Token, named: Place | None, parsed: Parsed) -> Place | None:
    """`named`, a place without its state, or the dateline's city where the act is most likely there.

    A seat of government without its country ('the Royal Palace') is that of the dateline's state.
    """
    seat = named is not None and named.name.split()[-1].lower() in place_words("seat")
    if not seat and (named or not _is_fresh(trigger, parsed)):
        return named
    here = dateline(parsed.text)
    return Place(name=named.name, country=here.country) if named and here else here or named


def reported_from(trigger: Token, parsed: Parsed) -> Place | None:
    """The dateline's city, if the act is what the sentence that it stands before tells first."""
    span = parsed.sentence(trigger).span
    opened = _DATELINE.match(parsed.text, span.start_char, _BEGINNING)
    return dateline(parsed.text) if opened and trigger == span.root else None


def dateline(text: str) -> Place | None:
    """The city in which a text says that it was written."""
    for match in _DATELINE.finditer(text, 0, _BEGINNING):
        name = match["city"].title() if match["city"].isupper() else match["city"]
        country = country_of(sites(name), ())
        if country:
            return Place(name=name, country=country)
    return None


def _is_fresh(trigger: Token, parsed: Parsed) -> bool:
    """Whether the act is the news of the report: a meeting or signing in its opening, of no other time."""
    if not lemma_in(trigger, "dateline_act"):
        return False
    sentence = parsed.sentence(trigger)
    opening = sentence.paragraph <= _OPENING and sentence.kind == "body"
    own = (token for token in sentence.span if clause(token) == clause(trigger))
    return opening and not any(one.lower_ in place_words("not_here") or _YEAR.fullmatch(one.text) for one in own)
