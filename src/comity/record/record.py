"""One document in, one record out: the contract that other programs rely on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from comity.errors import InputError
from comity.record.types import Claim, Document, Entity, Event, Evidence, Opinion, Tie


class Record(BaseModel):
    """Everything read from one document. Validation checks every offset, quotation and reference."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    record_version: Literal[1] = 1
    document: Document
    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    ties: tuple[Tie, ...] = ()
    claims: tuple[Claim, ...] = ()
    opinions: tuple[Opinion, ...] = ()

    @model_validator(mode="after")
    def _holds_together(self) -> Record:
        problem = next(_problems(self), None)
        if problem:
            raise ValueError(problem)
        return self

    def to_json(self) -> str:
        """One line of JSON in the shape of the contract, characters outside ASCII kept."""
        return self.model_dump_json(by_alias=True)

    @classmethod
    def from_json(cls, line: str | bytes) -> Record:
        """Read what `to_json` wrote. Raises `InputError` that names the first field at fault."""
        try:
            return cls.model_validate_json(line)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"]) or "record"
            raise InputError(f"not a valid record: {where}: {first['msg']}") from error


def document_id(text: str) -> str:
    """The id of a document: the SHA-256 of its normalised text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def item_id(document: str, kind: str, *parts: object) -> str:
    """A stable id made from raw values: document, kind of item, and whatever tells it from its neighbours."""
    raw = "|".join([document, kind, *(str(part) for part in parts)])
    return f"{kind}-{hashlib.sha256(raw.encode()).hexdigest()[:16]}"


def _problems(record: Record) -> Iterator[str]:
    if record.document.id != document_id(record.document.text):
        yield "document.id is not the SHA-256 of document.text"
    yield from _bad_spans(record)
    yield from _bad_references(record)
    yield from _bad_quotations(record)


def _bad_spans(record: Record) -> Iterator[str]:
    size = len(record.document.text)
    for what, start, end in _spans(record):
        if not start < end <= size:
            yield f"{what}: span [{start}, {end}) is empty or outside the text of {size} characters"


def _spans(record: Record) -> Iterator[tuple[str, int, int]]:
    for entity in record.entities:
        yield from ((f"entity {entity.id}", start, end) for start, end in entity.mentions)
    for event in record.events:
        for party in event.actors + event.recipients:
            yield f"event {event.id} party {party.entity}", party.start, party.end
    for item, evidence in _evidence(record):
        yield item, evidence.start, evidence.end
        if evidence.trigger:
            yield f"{item} trigger", *evidence.trigger


def _evidence(record: Record) -> Iterator[tuple[str, Evidence]]:
    for event in record.events:
        yield from ((event.id, evidence) for evidence in event.evidence)
    for tie in record.ties:
        yield from ((tie.id, evidence) for evidence in tie.evidence)
    for claim in record.claims:
        yield claim.id, claim.evidence
    for opinion in record.opinions:
        yield opinion.id, opinion.evidence


def _bad_references(record: Record) -> Iterator[str]:
    known = {entity.id for entity in record.entities} | {"author"}
    for where, name in _references(record):
        if name not in known:
            yield f"{where}: entity {name!r} is not among the entities"


def _references(record: Record) -> Iterator[tuple[str, str]]:
    for event in record.events:
        yield event.id, event.attribution.speaker
        yield from ((event.id, party.entity) for party in event.actors + event.recipients)
    for tie in record.ties:
        yield from ((tie.id, party) for party in tie.parties)
    for claim in record.claims:
        yield from ((claim.id, name) for name in (claim.attribution.speaker, *claim.about))
    for opinion in record.opinions:
        yield from ((opinion.id, name) for name in (opinion.holder, *opinion.about))


def _bad_quotations(record: Record) -> Iterator[str]:
    said = [(claim.id, claim.text, claim.evidence) for claim in record.claims]
    said += [(opinion.id, opinion.text, opinion.evidence) for opinion in record.opinions]
    for where, text, evidence in said:
        if text not in record.document.text[evidence.start : evidence.end]:
            yield f"{where}: its text is not found, word for word, in its evidence"
