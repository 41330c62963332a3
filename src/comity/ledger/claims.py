"""Statements that the record could bear out or not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, Named, Table

from comity.ledger import about
from comity.ledger.metadata import METADATA, ItemColumns, part_of
from comity.ledger.parties import countries
from comity.ledger.shelf import Rows, Shelf
from comity.record import Claim, Record


class ClaimColumns(ItemColumns):
    """`start` and `end` are those of the evidence."""

    kind: Named[str] = Column(index=True)
    speaker: Named[str]
    manner: Named[str]
    end: Named[int]


CLAIM = Table("claim", METADATA, ClaimColumns)
CLAIM_ABOUT = Table("claim_about", METADATA, about.AboutColumns, part_of("claim"))


def _rows(record: Record) -> Iterable[tuple[Table[Any], Rows]]:
    yield CLAIM, ({"position": at, **_row(claim)} for at, claim in enumerate(record.claims))
    yield CLAIM_ABOUT, about.rows(record.claims, countries(record))


def _row(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "kind": claim.kind,
        "speaker": claim.attribution.speaker,
        "manner": claim.attribution.manner,
        "start": claim.evidence.start,
        "end": claim.evidence.end,
        "body": claim.model_dump_json(by_alias=True),
    }


def _concerns(codes: Sequence[str]) -> ColumnElement[bool]:
    return about.concerns(CLAIM, CLAIM_ABOUT, codes)


CLAIMS = Shelf(Claim, CLAIM, _rows, _concerns)
