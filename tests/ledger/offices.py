"""Records of one sentence that tells of a person in an office."""

from __future__ import annotations

import datetime as dt
from typing import Any

from comity.ledger import Ledger
from comity.record import Entity, Event, Evidence, Office, Party, Period, Record

from . import factory


def told(name: str, title: str, of: str | None, day: str | None, **other: Any) -> Record:
    """A document of a day that shows a person in an office then; without a day neither is known.

    `other`: `country` and `published`, and whatever else the office says (`host`, `former`, `from_`, `to`).
    """
    country = other.pop("country", of)
    published = other.pop("published", day)
    where = f" to {other['host']}" if other.get("host") else ""
    text = other.pop("text", f"{title} of {of}{where} {name} spoke ({day}, {other.get('from_')}).")
    at = text.index(name)
    office = Office(
        title=title, of=of, on=factory.day(day) if day else None,
        evidence=(Evidence(start=0, end=len(text)),), **other,
    )  # fmt: skip
    person = Entity(
        id=f"person:{name.lower().replace(' ', '-')}", kind="person", name=name, country=country,
        offices=(office,), mentions=((at, at + len(name)),),
    )  # fmt: skip
    date = dt.date.fromisoformat(published) if published else None
    return Record(document=factory.document(text, title=f"Report on {name}", published=date), entities=(person,))


def act(text: str, party: tuple[str, str], other: tuple[str, str], when: Period, **known: Any) -> Record:
    """An event of an office without a name, given as its words and its state, and another party."""
    (words, state), (name, code) = party, other
    own = f"group:{state.lower()}-{words.replace(' ', '-')}"
    published = known.pop("published", None)
    start = text.index(words)
    unnamed = Party(entity=own, country=state, start=start, end=start + len(words))
    event: Event = factory.event(text, [unnamed], [factory.party(text, name, code, code)], date=when, **known)
    group = Entity(id=own, kind="group", name=f"{state}: {words}", country=state)
    host = Entity(id=code, kind="state", name=name, country=code)
    date = dt.date.fromisoformat(published) if published else None
    return Record(document=factory.document(text, published=date), entities=(group, host), events=(event,))


def fill(ledger: Ledger, *records: Record) -> None:
    """Add records."""
    for record in records:
        ledger.add(record)
