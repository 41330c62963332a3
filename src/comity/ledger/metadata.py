"""The collection that every table of the ledger belongs to, and the columns that items have in common."""

from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, MetaData, Named, TypedColumns

METADATA = MetaData()


class ItemColumns(TypedColumns):
    """An item is known by its document and its place in that document's list of items of the kind.

    `id` is not the key: a record made elsewhere may use an id that another document uses too.
    `body` is the item's JSON exactly as in the record; all other columns repeat parts of it for queries.
    """

    document: Named[int] = Column(ForeignKey("document.seq"), primary_key=True)
    position: Named[int] = Column(primary_key=True)
    id: Named[str] = Column(index=True)
    start: Named[int]
    body: Named[str]


class PartColumns(TypedColumns):
    """One of several parts (parties, evidence, mentions) of an item; `item` is the item's position."""

    document: Named[int] = Column(primary_key=True)
    item: Named[int] = Column(primary_key=True)
    position: Named[int] = Column(primary_key=True)


def part_of(table: str) -> ForeignKeyConstraint:
    """The reference from a part to the item of `table` that it belongs to."""
    return ForeignKeyConstraint(["document", "item"], [f"{table}.document", f"{table}.position"])
