"""Records of every shape, for properties that hold of all of them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from comity.record import (
    Amount,
    Attribution,
    Claim,
    Entity,
    Event,
    Evidence,
    Office,
    Opinion,
    OwnType,
    Party,
    Period,
    Place,
    Record,
    Tie,
)

from .factory import document

CODES = ("LAO", "MNG", "PER", "ASEAN", "person:a-b")
WORDS = st.none() | st.text(st.characters(codec="utf-8"), max_size=8)
DAYS = st.none() | st.dates(dt.date(1950, 1, 1), dt.date(2030, 12, 31))
PARTIAL = st.none() | st.sampled_from(["1962", "2024-05", "2024-05-16"])
ENTITY = st.sampled_from(CODES)
SPEAKER = st.builds(Attribution, speaker=st.sampled_from([*CODES, "author"]))
JSON = st.dictionaries(
    st.text(max_size=4), st.integers() | st.none() | st.floats(allow_nan=False, allow_infinity=False)
)


@st.composite
def records(draw: st.DrawFn) -> Record:
    """A record of a text of any kind with up to three items of each kind."""
    text = draw(st.text(st.characters(codec="utf-8"), min_size=1, max_size=60))
    known = {name: draw(WORDS) for name in ("title", "publisher", "author", "url")}
    lists = {
        "events": _events(text),
        "ties": _ties(text),
        "claims": _claims(text),
        "opinions": _opinions(text),
    }
    return Record(
        document=document(text, published=draw(DAYS), **known),
        entities=tuple(draw(_entities(text, code)) for code in CODES),
        **{name: tuple(draw(st.lists(one, max_size=3))) for name, one in lists.items()},
    )


@st.composite
def _spans(draw: st.DrawFn, text: str) -> tuple[int, int]:
    start = draw(st.integers(0, len(text) - 1))
    return start, draw(st.integers(start + 1, len(text)))


@st.composite
def _evidence(draw: st.DrawFn, text: str) -> Evidence:
    start, end = draw(_spans(text))
    return Evidence(start=start, end=end, trigger=draw(st.none() | _spans(text)))


@st.composite
def _parties(draw: st.DrawFn, text: str) -> Party:
    start, end = draw(_spans(text))
    return Party(entity=draw(ENTITY), country=draw(st.none() | ENTITY), sector=draw(WORDS), start=start, end=end)


@st.composite
def _periods(draw: st.DrawFn) -> Period:
    start, end = draw(DAYS), draw(DAYS)
    if start and end and start > end:
        start, end = end, start
    return Period(start=start, end=end, precision=draw(st.sampled_from(["day", "month", "unknown"])))


def _entities(text: str, code: str) -> st.SearchStrategy[Entity]:
    offices = st.builds(
        Office,
        title=st.text(max_size=4),
        of=WORDS,
        host=WORDS,
        from_=PARTIAL,
        to=PARTIAL,
        former=st.booleans(),
        on=st.none() | _periods(),
        evidence=st.lists(_evidence(text), max_size=2),
    )
    return st.builds(
        Entity,
        id=st.just(code),
        kind=st.sampled_from(["state", "person", "igo"]),
        name=st.text(max_size=4),
        country=WORDS,
        sector=WORDS,
        offices=st.lists(offices, max_size=2),
        mentions=st.lists(_spans(text), max_size=3),
    )


def _events(text: str) -> st.SearchStrategy[Event]:
    parties = st.lists(_parties(text), max_size=2)
    return st.builds(
        Event,
        id=st.text(max_size=6),
        event_type=st.sampled_from(["CONSULT", "AID"]),
        mode=WORDS,
        own_type=st.none() | st.builds(OwnType, mode=WORDS, score=st.floats(-10, 10)),
        contexts=st.lists(st.text(max_size=4), max_size=2),
        score=st.floats(-10, 10),
        actors=parties,
        recipients=parties,
        date=_periods(),
        place=st.none() | st.builds(Place, name=st.text(max_size=4), country=WORDS),
        attribution=SPEAKER,
        amount=st.none() | st.builds(Amount, value=st.floats(0, 1e12), unit=st.text(max_size=3)),
        confidence=st.floats(0, 1),
        evidence=st.lists(_evidence(text), min_size=1, max_size=2),
    )


def _ties(text: str) -> st.SearchStrategy[Tie]:
    return st.builds(
        Tie,
        id=st.text(max_size=6),
        parties=st.tuples(ENTITY, ENTITY),
        name=WORDS,
        start=PARTIAL,
        end=PARTIAL,
        confidence=st.floats(0, 1),
        evidence=st.lists(_evidence(text), min_size=1, max_size=2),
    )


@st.composite
def _quoted(draw: st.DrawFn, text: str) -> dict[str, Any]:
    evidence = draw(_evidence(text))
    about = tuple(draw(st.lists(ENTITY, max_size=3)))
    return {"id": draw(st.text(max_size=6)), "text": text[evidence.start : evidence.end], "about": about,
            "evidence": evidence}  # fmt: skip


@st.composite
def _claims(draw: st.DrawFn, text: str) -> Claim:
    return Claim(kind="ordinal", value=draw(st.none() | JSON), attribution=draw(SPEAKER), **draw(_quoted(text)))


@st.composite
def _opinions(draw: st.DrawFn, text: str) -> Opinion:
    return Opinion(kind="evaluation", holder=draw(st.sampled_from([*CODES, "author"])), **draw(_quoted(text)))
