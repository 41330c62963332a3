"""Items as flat Arrow tables, one row an item, for dataframes and files."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import pyarrow as pa

from comity.ledger.answers import Held, Kind
from comity.ledger.columns import SCHEMAS
from comity.ledger.incumbents import Incumbents
from comity.ledger.merge import same_acts
from comity.record import Claim, Document, Event, Evidence, Opinion, OwnType, Party, Tie

Row = dict[str, Any]


def table(kind: Kind, held: Sequence[Held[Any]], incumbents: Incumbents | None = None) -> pa.Table:
    """A table with the columns of `columns.SCHEMAS`, in the order of `held`, also without a row.

    With `incumbents` events say who held the offices told of without a name.
    """
    rows = [{**_origin(one), **_OWN[kind](one.item), **_sentence(one)} for one in held]
    if kind == "events":
        acts = {id(one): act for act in same_acts(held) for one in act.events}
        for row, one in zip(rows, held, strict=True):
            row.update(act=acts[id(one)].id, reports=acts[id(one)].documents, origins=acts[id(one)].origins)
    if incumbents:
        for row, one in zip(rows, held, strict=True):
            row.update(_holders(one, incumbents))
    return _filled(rows, SCHEMAS[kind])


def _filled(rows: Sequence[Row], schema: pa.Schema) -> pa.Table:
    # Arrow itself loads pandas to look at Python values; Polars is quicker to load.
    import polars as pl

    return pl.DataFrame(rows, pl.Schema(schema)).to_arrow().cast(schema)


def _origin(held: Held[Any]) -> Row:
    document = held.document
    return {
        "id": held.item.id,
        "document_id": document.id,
        "published": document.published,
        "publisher": document.publisher,
        "title": document.title,
        "origin": held.origin,
    }


def _sentence(held: Held[Any]) -> Row:
    item, document = held.item, held.document
    shown: Evidence = item.evidence[0] if isinstance(item, Event | Tie) else item.evidence
    return {"sentence": _words(document, shown), "start": shown.start, "end": shown.end}


def _words(document: Document, evidence: Evidence) -> str:
    return document.text[evidence.start : evidence.end]


def _event(event: Event) -> Row:
    return {
        **event.model_dump(include={"event_type", "mode", "cameo", "quad", "score", "status", "domain"}),
        **event.attribution.model_dump(),
        **_side("actor", event.actors),
        **_side("recipient", event.recipients),
        "contexts": _joined(event.contexts),
        "date_start": event.date.start,
        "date_end": event.date.end,
        "date_precision": event.date.precision,
        "substance": event.substance,
        "amount_value": event.amount.value if event.amount else None,
        "amount_unit": event.amount.unit if event.amount else None,
        "confidence": event.confidence,
        "place": event.place.name if event.place else None,
        **_own(event.own_type),
    }


def _own(own: OwnType | None) -> Row:
    return {f"own_{name}": getattr(own, name) if own else None for name in OwnType.model_fields}


def _side(role: str, parties: Iterable[Party]) -> Row:
    everyone = tuple(parties)
    return {
        role: _joined([party.entity for party in everyone]),
        f"{role}_country": _joined([party.country for party in everyone]),
        f"{role}_sector": _joined([party.sector for party in everyone]),
    }


def _holders(held: Held[Event], incumbents: Incumbents) -> Row:
    sides = {"actor": held.item.actors, "recipient": held.item.recipients}
    found = {role: [incumbents.of(held, party) for party in side] for role, side in sides.items()}
    return {f"{role}_holder": _joined([one.person if one else None for one in who]) for role, who in found.items()}


def _tie(tie: Tie) -> Row:
    first, second = tie.parties
    same = tie.model_dump(include={"kind", "name", "level", "status", "confidence"})
    return {**same, "first": first, "second": second, "date_start": tie.start, "date_end": tie.end}


def _claim(claim: Claim) -> Row:
    value = None if claim.value is None else json.dumps(claim.value, ensure_ascii=False)
    same = {"kind": claim.kind, "text": claim.text, "about": _joined(claim.about), "value": value}
    return {**same, **claim.attribution.model_dump()}


def _opinion(opinion: Opinion) -> Row:
    same = opinion.model_dump(include={"kind", "holder", "text"})
    return {**same, "about": _joined(opinion.about)}


def _joined(values: Sequence[str | None]) -> str | None:
    """One cell; `None` where nothing is known, an empty place for what is unknown among the known."""
    return ";".join(value or "" for value in values) if any(values) else None


_OWN: Mapping[Kind, Callable[[Any], Row]] = {
    "events": _event,
    "ties": _tie,
    "claims": _claim,
    "opinions": _opinion,
}
