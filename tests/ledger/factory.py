"""Small records for the tests: texts of our own, offsets found in them with `str.index`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from comity.record import (
    Attribution,
    Claim,
    Document,
    Entity,
    Event,
    Evidence,
    Office,
    Opinion,
    Party,
    Period,
    Record,
    Tie,
    document_id,
    item_id,
)

VISIT = (
    "The foreign minister of Laos visited Mongolia on 3 June 2021. "
    "Laos and Mongolia opened diplomatic relations in 1962. "
    "It was the second such visit in ten years. "
    "Laos should trade more with Mongolia."
)
LAOS = Entity(id="LAO", kind="state", name="Laos", country="LAO", mentions=((24, 28),))
MONGOLIA = Entity(id="MNG", kind="state", name="Mongolia", country="MNG", mentions=((37, 45),))
MINISTER = Entity(
    id="person:laos-foreign-minister",
    kind="person",
    name="foreign minister of Laos",
    country="LAO",
    sector="GOV",
    offices=(Office(title="Foreign Minister", of="LAO", from_="2016"),),
    mentions=((4, 28),),
)


def document(text: str, **known: Any) -> Document:
    """A document of `text` with whatever is known of it."""
    return Document(id=document_id(text), text=text, **known)


def party(text: str, words: str, entity: str, country: str | None = None) -> Party:
    """A party at the first place in the text that reads `words`."""
    start = text.index(words)
    return Party(entity=entity, country=country, start=start, end=start + len(words))


def evidence(text: str, words: str) -> Evidence:
    """The first stretch of the text that reads `words`."""
    start = text.index(words)
    return Evidence(start=start, end=start + len(words))


def day(date: str) -> Period:
    """One day."""
    return Period(start=dt.date.fromisoformat(date), end=dt.date.fromisoformat(date), precision="day")


def event(text: str, actors: Sequence[Party], recipients: Sequence[Party], **other: Any) -> Event:
    """A visit on an unknown date, shown by the whole text, unless `other` says otherwise."""
    values: dict[str, Any] = {
        "event_type": "CONSULT",
        "mode": "visit",
        "quad": "verbal_cooperation",
        "score": 4.0,
        "date": Period(),
        "status": "actual",
        "attribution": Attribution(),
        "domain": "diplomatic",
        "substance": "practical",
        "confidence": 0.9,
        "evidence": (Evidence(start=0, end=len(text)),),
        **other,
    }
    parts = [values["event_type"], values["date"], *(one.start for one in (*actors, *recipients))]
    values.setdefault("id", item_id(document_id(text), "event", *parts))
    return Event(actors=tuple(actors), recipients=tuple(recipients), **values)


def visit(**known: Any) -> Record:
    """A record with one item of each kind, about Laos and Mongolia."""
    known = {"title": "A visit", "publisher": "Steppe Post", "published": dt.date(2021, 6, 5), **known}
    key = document_id(VISIT)
    sentence = VISIT[: VISIT.index(". ") + 1]
    return Record(
        document=document(VISIT, **known),
        entities=(MINISTER, LAOS, MONGOLIA),
        events=(
            event(
                VISIT,
                [party(VISIT, "The foreign minister of Laos", MINISTER.id, "LAO")],
                [party(VISIT, "Mongolia", "MNG", "MNG")],
                date=day("2021-06-03"),
                contexts=("diplomatic", "political"),
                evidence=(evidence(VISIT, sentence),),
            ),
        ),
        ties=(
            Tie(
                id=item_id(key, "tie", "relations"),
                kind="diplomatic_relations",
                parties=("LAO", "MNG"),
                status="active",
                start="1962",
                confidence=0.9,
                evidence=(evidence(VISIT, "Laos and Mongolia opened diplomatic relations in 1962."),),
            ),
        ),
        claims=(
            Claim(
                id=item_id(key, "claim", "second"),
                kind="ordinal",
                text="the second such visit in ten years",
                about=("LAO", "MNG"),
                value={"rank": 2, "window": "P10Y"},
                attribution=Attribution(),
                evidence=evidence(VISIT, "It was the second such visit in ten years."),
            ),
        ),
        opinions=(
            Opinion(
                id=item_id(key, "opinion", "trade"),
                kind="recommendation",
                holder="author",
                about=("LAO", "MNG"),
                text="Laos should trade more with Mongolia",
                evidence=evidence(VISIT, "Laos should trade more with Mongolia."),
            ),
        ),
    )


def meeting(text: str, actor: str, recipient: str, published: str | None = None, **other: Any) -> Record:
    """A meeting of two states or bodies, each given as the word in `text` and the id: 'Laos=LAO'."""
    (first, actor_id), (second, recipient_id) = actor.split("="), recipient.split("=")
    kinds = {name: "state" if len(name) == 3 else "igo" for name in (actor_id, recipient_id)}
    countries = {name: name if kind == "state" else None for name, kind in kinds.items()}
    return Record(
        document=document(text, published=published and dt.date.fromisoformat(published)),
        entities=[Entity(id=name, kind=kind, name=name, country=countries[name]) for name, kind in kinds.items()],
        events=[
            event(
                text,
                [party(text, first, actor_id, countries[actor_id])],
                [party(text, second, recipient_id, countries[recipient_id])],
                **other,
            )
        ],
    )


def large(items: int) -> Record:
    """A record of `items` events of two parties each, in as many sentences."""
    text = " ".join(f"Laos and Mongolia met for the time number {number}." for number in range(items))
    sentences = [(at, text.index(".", at) + 1) for at in range(len(text)) if text.startswith("Laos", at)]
    events = tuple(
        event(
            text,
            [Party(entity="LAO", country="LAO", start=start, end=start + 4)],
            [Party(entity="MNG", country="MNG", start=start + 9, end=start + 17)],
            evidence=(Evidence(start=start, end=end),),
        )
        for start, end in sentences
    )
    laos = Entity(id="LAO", kind="state", name="Laos", country="LAO", mentions=[(s, s + 4) for s, _ in sentences])
    mongolia = Entity(id="MNG", kind="state", name="Mongolia", country="MNG")
    return Record(document=document(text), entities=(laos, mongolia), events=events)
