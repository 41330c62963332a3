"""Origins: near-copies of one text are one origin, however many papers print them.

A link says of two documents that they are one text or, against what was found, that they are not. Links
are added and ended, never changed. What is one by way of a third text is one too, unless it was told apart.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Named,
    Table,
    TypedColumns,
    and_,
    insert,
    select,
    update,
)  # fmt: skip

from comity.ledger import retractions
from comity.ledger.documents import DOCUMENT
from comity.ledger.metadata import METADATA

COMITY = "comity"
"""Who made a link that no person made."""


class LinkColumns(TypedColumns):
    """`document` is the one added first; `score` is the part shared, `None` for a person's word."""

    number: Named[int] = Column(primary_key=True)
    document: Named[int] = Column(ForeignKey("document.seq"), index=True)
    other: Named[int] = Column(ForeignKey("document.seq"), index=True)
    same: Named[bool]
    method: Named[str]
    score: Named[float | None]
    made_by: Named[str]
    why: Named[str | None]
    made: Named[str]
    ended: Named[str | None]


LINK = Table("origin_link", METADATA, LinkColumns)


def found(connection: Connection, seq: int, copies: Mapping[int, tuple[str, float]]) -> None:
    """Link the new document `seq` to its copies, each with the method and the score."""
    rows = [{**_row((seq, other), COMITY), "same": True, "method": method, "score": score}
            for other, (method, score) in copies.items()]  # fmt: skip
    if rows:
        connection.execute(insert(LINK), rows)


def decide(connection: Connection, pair: tuple[int, int], same: bool, made_by: str, why: str | None) -> None:
    """Keep a person's word on two documents; what was said of the pair before is ended, not lost."""
    row = _row(pair, made_by)
    told = and_(LINK.c.document == row["document"], LINK.c.other == row["other"], LINK.c.ended.is_(None))
    connection.execute(update(LINK).where(told).values(ended=row["made"]))
    connection.execute(insert(LINK), {**row, "same": same, "method": "person", "why": why})


def _row(pair: tuple[int, int], made_by: str) -> dict[str, int | str]:
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    return {"document": min(pair), "other": max(pair), "made_by": made_by, "made": now}


def groups(connection: Connection) -> Mapping[int, str]:
    """By `seq`, for documents that have copies: the id of the one that stands for them all, the smallest.

    What is retracted stands for nothing and is no copy that counts, but still shows that two others are one text.
    """
    ids, home = _homes(connection)
    gone = retractions.seqs(connection)
    counting = {seq: group - gone for seq, group in home.items() if seq not in gone}
    return {seq: min(ids[one] for one in group) for seq, group in counting.items() if len(group) > 1}


def copies(connection: Connection, seq: int) -> tuple[str, ...]:
    """The ids of the other documents of the same origin, without those retracted."""
    ids, home = _homes(connection)
    others = home.get(seq, set()) - retractions.seqs(connection) - {seq}
    return tuple(sorted(ids[one] for one in others))


def _homes(connection: Connection) -> tuple[dict[int, str], dict[int, set[int]]]:
    """The ids of the documents linked, and for each all that are one text with it, itself among them.

    Costs a pass over the links. The surest links are followed first, and none that would bring
    together what was told apart, so that the order of addition plays no part.
    """
    ids, together, apart = _links(connection)
    home = {seq: {seq} for seq in ids}
    for one, other in together:
        if home[one] is not home[other] and not _kept_apart(home[one], home[other], apart):
            home[one] |= home[other]
            home.update(dict.fromkeys(home[other], home[one]))
    return ids, home


def decisions(connection: Connection) -> list[list[str | bool]]:
    """What persons said of pairs of documents and still holds, in an order of its own."""
    first, second = DOCUMENT.alias(), DOCUMENT.alias()
    query = (
        select(first.c.id, second.c.id.label("other_id"), LINK.c.same)
        .join_from(LINK, first, first.c.seq == LINK.c.document)
        .join(second, second.c.seq == LINK.c.other)
        .where(LINK.c.ended.is_(None), LINK.c.made_by != COMITY)
    )
    return sorted([*sorted((row.id, row.other_id)), row.same] for row in connection.execute(query))


def _links(connection: Connection) -> tuple[dict[int, str], list[tuple[int, int]], set[tuple[int, int]]]:
    """Ids of the documents linked; pairs that are one text, the surest first; pairs told apart, both ways."""
    rows = connection.execute(select(LINK).where(LINK.c.ended.is_(None))).all()
    linked = select(LINK.c.document).union(select(LINK.c.other)).subquery()
    known = select(DOCUMENT.c.seq, DOCUMENT.c.id).join(linked, linked.c.document == DOCUMENT.c.seq)
    ids = {row.seq: row.id for row in connection.execute(known)}
    told = [(-(row.score or 2.0), *sorted((ids[row.document], ids[row.other])), row) for row in rows]
    together = [(row.document, row.other) for *_, row in sorted(told, key=lambda one: one[:3]) if row.same]
    apart = {
        pair for row in rows if not row.same for pair in ((row.document, row.other), (row.other, row.document))
    }
    return ids, together, apart


def _kept_apart(one: set[int], other: set[int], apart: set[tuple[int, int]]) -> bool:
    return bool(apart) and any((a, b) in apart for a in one for b in other)
