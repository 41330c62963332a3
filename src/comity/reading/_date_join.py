"""Dates that belong together: 'from 1970 to 1975', 'since 2019', 'by 22 December', 'until Monday'."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from comity.reading import _calendar as cal
from comity.reading._date_clock import Meaning

_LEAD = re.compile(
    r"\b(?P<word>no\s+later\s+than|not\s+later\s+than|prior\s+to|ahead\s+of|up\s+to|by|until|till|before|since|after"
    r"|following|from|between)\s+(?:at\s+least\s+|about\s+|around\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"\s*(?P<word>to|until|till|up\s+to|through|and|[-–—])\s*(?:on\s+|in\s+)?(?:the\s+)?", re.IGNORECASE
)
_ONWARDS = re.compile(
    r"\s+(?:onwards?\b|on\s*[,.;]|(?:to|until|through)\s+(?:now|the\s+present|date)\b)", re.IGNORECASE
)
_EDGE = re.compile(r"(?:the\s+)?(beginning|start|outset|end|close)\s+of\b", re.IGNORECASE)
_NEGATED = re.compile(r"\b(?:not|never|no)\b[^.;:!?]*$|n['’]t\b[^.;:!?]*$", re.IGNORECASE)
_FAR = 90
"""Characters before 'until' in which a 'not' makes it the time itself: 'not established until 1990'."""
_REACH = 32
"""Characters looked at before a date: the longest lead with room for a line break."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A form with its meaning, at offsets of the text; `modifies` where it stands before its noun,
    `anchored` where it counts from another date of the text."""

    start: int
    end: int
    meaning: Meaning
    sentence: int
    modifies: bool = False
    anchored: bool = False


def joined(dates: list[Dated], text: str, published: dt.date | None) -> list[Dated]:
    """The same dates with pairs made one, and each with the word that bounds it ('since', 'by')."""
    out: list[Dated] = []
    for one in dates:
        pair = _pair(out[-1], one, text) if out else None
        if pair:
            out[-1] = pair
        else:
            out.append(one)
    return [_bounded(one, text, published) for one in out]


def _pair(first: Dated, second: Dated, text: str) -> Dated | None:
    """Both as one span where 'to', a dash, or 'between … and' links them."""
    link = _LINK.fullmatch(text, first.end, second.start)
    if not link or first.sentence != second.sentence or not first.meaning.kind == second.meaning.kind == "date":
        return None
    lead = _lead(first, text)
    if link["word"].lower() == "and" and not (lead and lead["word"].lower() == "between"):
        return None
    basis = second.meaning.basis
    one, other = first.meaning.stretch, second.meaning.stretch
    whole = cal.span(one.start, other.end) if one and other else None
    if one and other and not whole:
        return None
    start = lead.start() if lead and lead["word"].lower() in ("from", "between") else first.start
    return Dated(start, second.end, Meaning(whole, basis), first.sentence, modifies=first.modifies)


def _lead(one: Dated, text: str) -> re.Match[str] | None:
    return _LEAD.search(text, max(0, one.start - _REACH), one.start)


def _bounded(one: Dated, text: str, published: dt.date | None) -> Dated:
    lead = _lead(one, text)
    word = re.sub(r"\s+", " ", lead["word"].lower()) if lead else ""
    after = _ONWARDS.match(text, one.end)
    if after and word in ("", "from", "since"):
        word, one = "since", replace(one, end=after.end() - (text[after.end() - 1] in ",.;"))
    if not word or one.modifies or one.meaning.kind != "date" or word in ("from", "between"):
        return one
    if word in ("until", "till") and lead and _NEGATED.search(text, max(0, lead.start() - _FAR), lead.start()):
        return one
    edge = _edge(text[one.start : one.end])
    word = "by" if edge == "end" and word.startswith(("before", "prior", "ahead")) else word
    meaning = _bound(_at_edge(one.meaning, edge if word == "by" else ""), word, published)
    return replace(one, start=lead.start() if lead else one.start, meaning=meaning)


def _edge(words: str) -> str:
    """'start' or 'end' where the words name that of a longer time ('the end of the year')."""
    found = _EDGE.match(words)
    return "" if not found else "end" if found[1].lower() in ("end", "close") else "start"


def _at_edge(meaning: Meaning, edge: str) -> Meaning:
    """'by the start of 2024' bounds by its first day, not by its first months."""
    if edge != "start" or not (meaning.stretch and meaning.stretch.start):
        return meaning
    return replace(meaning, stretch=meaning.stretch._replace(end=meaning.stretch.start))


def _bound(meaning: Meaning, word: str, published: dt.date | None) -> Meaning:
    """The open interval that a bounding word makes of a date."""
    if meaning.stretch is None:
        return replace(meaning, since=word == "since")
    start, end, _ = meaning.stretch
    if word == "since":
        last = published if published and start and start <= published else None
        return replace(meaning, stretch=cal.span(start, last), since=True)
    if word in ("after", "following"):
        return replace(meaning, stretch=cal.span(cal.moved(end, 1, "day"), None))
    if word in ("before", "prior to", "ahead of"):
        return replace(meaning, stretch=cal.span(None, cal.moved(start, -1, "day")))
    return replace(meaning, stretch=cal.span(None, end))
