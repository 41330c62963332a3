"""Ledgers made by chance: several states, items of all kinds, sources that contradict each other, hostile text."""

from __future__ import annotations

import datetime as dt
from typing import Any, get_args

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from assessment.rows import acts, imported
from comity.ledger import Ledger
from comity.record import Attribution, Record
from comity.record.values import ClaimKind, OpinionKind, Status, TieKind, TieStatus

from .factory import QUADS, Draft, money, on
from .made import HOSTILE, LONG, RTL, SCRIPTS

STATES = ("KHM", "KOR", "PRK", "PHL")
HARD = (HOSTILE, RTL, LONG, SCRIPTS, "“7 of 9” (3 to 5 %)", "12 ties\tin 1999", "**b** | c", "{{ 7*7 }}", "“", "”")
VALUES: dict[str, tuple[dict[str, Any], ...]] = {
    "ordinal": ({"rank": 1}, {"rank": 1, "window": "P8Y"}, {"rank": 2, "since": "1997"}),
    "count": ({"count": 2, "of": "visit"}, {"count": 40, "of": "agreement"}),
    "duration": ({"duration": "P50Y", "of": "relation"}, {"since": "1965"}),
    "anniversary": ({"years": 60, "of": "diplomatic relations"},),
    "existence": ({"of": "embassy"}, {"of": "relation"}),
    "absence": ({"of": "embassy"}, {"of": "trade"}),
    "comparison": ({"superlative": "main", "one_of": True},),
    "trend": ({"direction": "up", "change": {"value": 20.3, "unit": "percent"}},),
    "quantity": ({"value": 779e6, "unit": "USD", "of": "trade", "year": 2019},),
}
_WORDS = st.one_of(
    st.sampled_from(HARD),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30),
).map(lambda text: " ".join(text.split()) or "x")
_DATES = st.dates(dt.date(1960, 1, 1), dt.date(2024, 12, 31))


def _one(of: Any) -> SearchStrategy[Any]:
    return st.sampled_from(get_args(of))


@st.composite
def _told(draw: DrawFn) -> str | None:
    """A day, a month or a year; sometimes none."""
    day = draw(st.none() | _DATES)
    return day and day.isoformat()[: draw(st.sampled_from((4, 7, 10)))]


@st.composite
def _act(draw: DrawFn, draft: Draft, sentence: str, pair: tuple[str, str]) -> None:
    kind, told = draw(st.sampled_from(sorted(QUADS))), draw(_told())
    person = f"person:{draw(st.integers(1, 3))}-{pair[0].lower()}"
    draft.person(person, draw(_WORDS), pair[0])
    draft.act(
        sentence, draw(st.sampled_from((pair[0], person))), pair[1], on(told) if told else None, event_type=kind,
        mode="visit" if kind == "CONSULT" and draw(st.booleans()) else None,
        status=draw(_one(Status)), substance=draw(st.sampled_from(("symbolic", "practical"))),
        score=draw(st.sampled_from((-8.0, -2.5, 0.0, 3.4, 7.0))),
        amount=draw(st.none() | st.sampled_from((money(24e6), money(751.4e6), money(30000, "tonnes")))),
        attribution=Attribution(speaker=draw(st.sampled_from(("author", person)))),
    )  # fmt: skip


@st.composite
def _tie(draw: DrawFn, draft: Draft, sentence: str, pair: tuple[str, str]) -> None:
    start, end = sorted((draw(_DATES), draw(_DATES)))
    draft.tie(
        sentence, draw(_one(TieKind)), *pair, status=draw(_one(TieStatus)),
        name=draw(st.none() | _WORDS), level=draw(st.sampled_from((None, "strategic partnership"))),
        start=draw(st.sampled_from((None, str(start.year), start.isoformat()))),
        end=draw(st.sampled_from((None, str(end.year), end.isoformat()))),
    )  # fmt: skip


@st.composite
def _said(draw: DrawFn, draft: Draft, sentence: str, pair: tuple[str, str]) -> None:
    words = sentence.split(": ", 1)[1]
    if draw(st.booleans()):
        draft.opinion(sentence, words, draw(_one(OpinionKind)), *pair)
        return
    kind = draw(_one(ClaimKind))
    draft.claim(sentence, words, kind, *pair, value=draw(st.none() | st.sampled_from(VALUES[kind])))


@st.composite
def _document(draw: DrawFn, number: int) -> Record:
    """One text with up to five items, each in a sentence of its own."""
    kinds = draw(st.lists(st.sampled_from((_act, _act, _tie, _said)), min_size=1, max_size=5))
    sentences = [f"{number}.{at}: {draw(_WORDS)} " for at in range(len(kinds))]
    published = draw(st.none() | _DATES)
    draft = Draft(
        " ".join(sentences), published and published.isoformat(), title=draw(st.none() | _WORDS),
        publisher=draw(st.sampled_from((None, "Mekong Ledger", HOSTILE))), author=draw(st.none() | _WORDS),
        genre=draw(st.sampled_from(("news", "opinion"))),
    )  # fmt: skip
    for kind, sentence in zip(kinds, sentences, strict=True):
        a, b = draw(st.permutations(STATES))[:2]
        draw(kind(draft, sentence.strip(), (a, b)))
    return draft.record()


RECORDS = st.integers(1, 12).flatmap(lambda most: st.tuples(*map(_document, range(most))))
_KINDS = st.sampled_from(("CONSULT", "SUPPORT", "AID", "ACCUSE", "SANCTION"))
_ROW = st.tuples(
    _DATES.map(dt.date.isoformat), st.just("KHM"), st.sampled_from(STATES[1:]), _KINDS,
    st.sampled_from((-5.0, 2.0, 6.4)),
)  # fmt: skip
ROWS = st.lists(_ROW, min_size=1, max_size=60)


def filled(ledger: Ledger, records: tuple[Record, ...], rows: list[tuple[str, str, str, str, float]]) -> Ledger:
    """The ledger with what was made, the rows both ways."""
    for record in records:
        ledger.add(record)
    if rows:
        back = [(day, other, one, kind, score) for day, one, other, kind, score in rows[::2]]
        imported(ledger, "events", acts(*rows, *back))
    return ledger
