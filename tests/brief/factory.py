"""Records made by hand: sentences of our own, each item placed by the words it is read from."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self

from comity import gazetteer
from comity.record import (
    Amount,
    Attribution,
    Claim,
    Document,
    Entity,
    Event,
    Evidence,
    Opinion,
    Party,
    Period,
    Record,
    Tie,
    document_id,
    item_id,
)  # fmt: skip

STATES = {"KHM": "Cambodia", "KOR": "South Korea", "PRK": "North Korea", "UN": "the United Nations"}
QUADS = {
    "CONSULT": "verbal_cooperation", "SUPPORT": "verbal_cooperation", "AGREE": "verbal_cooperation",
    "COOPERATE": "material_cooperation", "AID": "material_cooperation", "SANCTION": "material_conflict",
    "ACCUSE": "verbal_conflict", "REJECT": "verbal_conflict", "ASSAULT": "material_conflict",
    "CONCEDE": "verbal_cooperation", "RETREAT": "material_cooperation", "REQUEST": "verbal_conflict",
    "THREATEN": "verbal_conflict", "PROTEST": "material_conflict", "MOBILIZE": "material_conflict",
    "COERCE": "material_conflict",
}  # fmt: skip


class Draft:
    """A record in the making. Every sentence given must stand in the text."""

    def __init__(self, text: str, published: str | None = None, **known: Any) -> None:
        self.text = text
        date = dt.date.fromisoformat(published) if published else None
        self.document = Document(id=document_id(text), text=text, published=date, **known)
        self.entities = {
            code: Entity(id=code, kind="igo" if code == "UN" else "state", name=name, country=code)
            for code, name in STATES.items()
        }
        self.items: dict[str, list[Any]] = {"events": [], "ties": [], "claims": [], "opinions": []}

    def person(self, entity: str, name: str, country: str) -> Self:
        """Let a person be named by an entity id."""
        self.entities[entity] = Entity(id=entity, kind="person", name=name, country=country, sector="GOV")
        return self

    def act(self, sentence: str, actor: str, recipient: str, when: Period | None = None, **other: Any) -> Self:
        """An act between two entities; without a trigger the whole sentence shows it."""
        event_type = other.pop("event_type", "CONSULT")
        trigger = other.pop("trigger", None)
        values = {
            "status": "actual", "substance": "practical", "domain": "diplomatic", "score": 1.0,
            "confidence": 0.9, "quad": QUADS[event_type], "attribution": Attribution(), **other,
        }  # fmt: skip
        event = Event(
            id=self._id("event"), event_type=event_type, date=when or Period(),
            actors=(self._party(actor, sentence),), recipients=(self._party(recipient, sentence),),
            evidence=(self._evidence(sentence, trigger),), **values,
        )  # fmt: skip
        return self._add("events", event)

    def tie(self, sentence: str, kind: str, *parties: str, **other: Any) -> Self:
        """A tie; active unless told otherwise."""
        for party in parties:
            self._party(party, sentence)
        values = {"status": "active", "confidence": 0.9, **other}
        evidence = (self._evidence(sentence),)
        return self._add("ties", Tie(id=self._id("tie"), kind=kind, parties=parties, evidence=evidence, **values))

    def claim(
        self, sentence: str, text: str, kind: str, *about: str, speaker: str = "author", **other: Any
    ) -> Self:
        """A claim, word for word."""
        for party in about:
            self._party(party, sentence)
        voice = Attribution(speaker=speaker)
        evidence = self._evidence(sentence)
        claim = Claim(
            id=self._id("claim"), kind=kind, text=text, about=about, attribution=voice, evidence=evidence, **other
        )
        return self._add("claims", claim)

    def opinion(self, sentence: str, text: str, kind: str, *about: str, holder: str = "author") -> Self:
        """An opinion, word for word."""
        for party in about:
            self._party(party, sentence)
        evidence = self._evidence(sentence)
        opinion = Opinion(
            id=self._id("opinion"), kind=kind, holder=holder, about=about, text=text, evidence=evidence
        )
        return self._add("opinions", opinion)

    def record(self) -> Record:
        """The record, validated."""
        items = {kind: tuple(found) for kind, found in self.items.items()}
        return Record(document=self.document, entities=tuple(self.entities.values()), **items)

    def _add(self, kind: str, item: Any) -> Self:
        self.items[kind].append(item)
        return self

    def _id(self, kind: str) -> str:
        return item_id(self.document.id, kind, len(self.items["events"]), *map(len, self.items.values()))

    def _party(self, entity: str, sentence: str) -> Party:
        start = self.text.index(sentence)
        if entity not in self.entities:
            name = gazetteer.load().name(entity)
            self.entities[entity] = Entity(id=entity, kind="state", name=name, country=entity)
        country = self.entities[entity].country
        return Party(entity=entity, country=country, start=start, end=start + len(sentence))

    def _evidence(self, sentence: str, trigger: str | None = None) -> Evidence:
        start = self.text.index(sentence)
        at = self.text.index(trigger, start) if trigger else None
        span = (at, at + len(trigger)) if trigger and at is not None else None
        return Evidence(start=start, end=start + len(sentence), trigger=span)


def on(date: str) -> Period:
    """A year, a month or a day of the text: '1997', '2024-05', '2024-08-20'."""
    parts = [int(part) for part in date.split("-")]
    start = dt.date(*[*parts, 1, 1][:3])
    if len(parts) == 3:
        end = start
    else:
        after = dt.date(start.year + 1, 1, 1) if len(parts) == 1 else (start + dt.timedelta(31)).replace(day=1)
        end = after - dt.timedelta(1)
    precision = ("year", "month", "day")[len(parts) - 1]
    return Period(start=start, end=end, precision=precision, basis="explicit", text=date)


def money(value: float, unit: str = "USD") -> Amount:
    """A quantity."""
    return Amount(value=value, unit=unit)
