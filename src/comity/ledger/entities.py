"""Who a document speaks of, with every place in the text that names them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Column, Connection, Named, Table, select

from comity.ledger.metadata import METADATA, ItemColumns, PartColumns, part_of
from comity.ledger.shelf import Rows
from comity.record import Entity, Record


class EntityColumns(ItemColumns):
    """`start` is the first mention, 0 for an entity that is only implied."""

    kind: Named[str]
    name: Named[str] = Column(index=True)
    country: Named[str | None] = Column(index=True)
    sector: Named[str | None]


class MentionColumns(PartColumns):
    """A stretch of the text that names the entity."""

    start: Named[int]
    end: Named[int]


ENTITY = Table("entity", METADATA, EntityColumns)
MENTION = Table("mention", METADATA, MentionColumns, part_of("entity"))


def rows(record: Record) -> Iterable[tuple[Table[Any], Rows]]:
    """What a record puts into each table."""
    numbered = list(enumerate(record.entities))
    yield ENTITY, ({"position": at, **_row(entity)} for at, entity in numbered)
    yield (
        MENTION,
        (
            {"item": at, "position": place, "start": start, "end": end}
            for at, entity in numbered
            for place, (start, end) in enumerate(entity.mentions)
        ),
    )


def of_document(connection: Connection, seq: int) -> tuple[Entity, ...]:
    """The entities of one document in the order of its record."""
    query = select(ENTITY.c.body).where(ENTITY.c.document == seq).order_by(ENTITY.c.position)
    return tuple(Entity.model_validate_json(body) for body in connection.scalars(query))


def _row(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "start": entity.mentions[0][0] if entity.mentions else 0,
        "body": entity.model_dump_json(by_alias=True),
        "kind": entity.kind,
        "name": entity.name,
        "country": entity.country,
        "sector": entity.sector,
    }
