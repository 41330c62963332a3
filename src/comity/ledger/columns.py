"""The columns of the flat tables, each with its type and a description that travels in the schema."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from comity.ledger.answers import Kind

Columns = tuple[tuple[str, pa.DataType, str], ...]

_TEXT, _NUMBER, _COUNT, _DAY = pa.string(), pa.float64(), pa.int64(), pa.date32()

_ORIGIN: Columns = (
    ("id", _TEXT, "id of the item"),
    ("document_id", _TEXT, "id of its document: SHA-256 of the text"),
    ("published", _DAY, "day the document was published"),
    ("publisher", _TEXT, "publisher of the document"),
    ("title", _TEXT, "title of the document"),
    ("origin", _TEXT, "id of the document that stands for all near-copies of it, its own where there are none"),
)
_EVIDENCE: Columns = (
    ("sentence", _TEXT, "the words that show the item, the fullest telling"),
    ("start", _COUNT, "offset of the sentence in the document's text, in characters"),
    ("end", _COUNT, "offset of the first character after the sentence"),
)
_VOICE: Columns = (
    ("speaker", _TEXT, "who says so: 'author' or an entity id"),
    ("manner", _TEXT, "asserted, quoted or reported"),
)
_ABOUT: Columns = (("about", _TEXT, "entity ids, joined by ';'"),)


def _side(role: str) -> Columns:
    return (
        (role, _TEXT, f"entity ids of the {role}s, joined by ';'"),
        (f"{role}_country", _TEXT, "the state each acts for, in the same order; empty where it is none"),
        (f"{role}_sector", _TEXT, "PLOVER sector of each, in the same order; empty where unknown"),
        (f"{role}_holder", _TEXT, "entity id of who held each office told of without a name; empty where unknown"),
    )


_EVENTS: Columns = (
    ("event_type", _TEXT, "PLOVER event type"),
    ("mode", _TEXT, "PLOVER mode"),
    ("contexts", _TEXT, "PLOVER contexts, joined by ';'"),
    ("cameo", _TEXT, "CAMEO code"),
    ("quad", _TEXT, "verbal or material, cooperation or conflict"),
    ("score", _NUMBER, "PLOVER score, conflict below and cooperation above 0"),
    *_side("actor"),
    *_side("recipient"),
    ("date_start", _DAY, "first day on which the act may have happened"),
    ("date_end", _DAY, "last such day"),
    ("date_precision", _TEXT, "day, month, year, decade, span or unknown"),
    ("status", _TEXT, "actual, historical, future, hypothetical or negated"),
    *_VOICE,
    ("domain", _TEXT, "field of the act"),
    ("substance", _TEXT, "symbolic or practical"),
    ("amount_value", _NUMBER, "quantity given or agreed"),
    ("amount_unit", _TEXT, "its ISO 4217 currency or noun"),
    ("confidence", _NUMBER, "of the reading, 0 to 1"),
    ("place", _TEXT, "where it happened"),
    ("own_ontology", _TEXT, "the user's own ontology that coded the act, as name@version"),
    ("own_type", _TEXT, "its type in that ontology"),
    ("own_mode", _TEXT, "its mode there"),
    ("own_quad", _TEXT, "the quad of that type"),
    ("own_score", _NUMBER, "the score of that type and mode"),
    ("act", _TEXT, "id of the act: the same for all reports of it"),
    ("reports", _COUNT, "how many documents tell of the act"),
    ("origins", _COUNT, "how many of them are independent of each other: near-copies count once"),
)
_TIES: Columns = (
    ("kind", _TEXT, "kind of tie"),
    ("first", _TEXT, "entity id of the party that acts, owns, sends or sanctions"),
    ("second", _TEXT, "entity id of the other party"),
    ("name", _TEXT, "name of the treaty, project or body"),
    ("level", _TEXT, "level of the tie, such as that of a partnership"),
    ("status", _TEXT, "active, ended, suspended, proposed or absent"),
    ("date_start", _TEXT, "beginning: a year, month or day in ISO 8601"),
    ("date_end", _TEXT, "end, likewise"),
    ("confidence", _NUMBER, "of the reading, 0 to 1"),
)
_CLAIMS: Columns = (
    ("kind", _TEXT, "kind of claim"),
    ("text", _TEXT, "the claim, word for word"),
    *_ABOUT,
    ("value", _TEXT, "its checkable form, as JSON"),
    *_VOICE,
)
_OPINIONS: Columns = (
    ("kind", _TEXT, "evaluation, prediction or recommendation"),
    ("holder", _TEXT, "who holds it: 'author' or an entity id"),
    *_ABOUT,
    ("text", _TEXT, "the opinion, word for word"),
)


def _schema(columns: Columns) -> pa.Schema:
    every = (*_ORIGIN, *columns, *_EVIDENCE)
    return pa.schema([pa.field(name, kind, metadata={"description": text}) for name, kind, text in every])


SCHEMAS: Mapping[Kind, pa.Schema] = {
    "events": _schema(_EVENTS),
    "ties": _schema(_TIES),
    "claims": _schema(_CLAIMS),
    "opinions": _schema(_OPINIONS),
}
