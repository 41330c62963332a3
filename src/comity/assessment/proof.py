"""What a finding rests on: passages of texts, and rows of the public record that were looked at."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from comity.assessment.counting import AnyHeld
from comity.assessment.grades import Grade, best, credibility
from comity.assessment.window import ALWAYS, Window
from comity.ledger import Found
from comity.record import Claim, Event, Opinion, Tie

Kind = Literal["event", "tie", "claim", "opinion", "text"]
"""What a passage shows; 'text': words in which nothing was read, found by what they name."""
SHOWN = 20
"""Rows of a table that a proof keeps to be shown; all of them can be read again with its `condition`."""
_KINDS: dict[type, Kind] = {Event: "event", Tie: "tie", Claim: "claim", Opinion: "opinion"}


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of one document, verbatim, that show one item; offsets are into the document's text."""

    kind: Kind
    id: str
    document: str
    origin: str = field(repr=False)
    title: str | None
    publisher: str | None
    published: dt.date | None
    start: int
    end: int
    quotation: str
    reliability: str


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of a common table that were looked at, also where there is none: then `n` is 0.

    `condition` is SQL over the columns of the table: `ledger.table(table).filter(condition)` gives them again.
    `shown` are the first of them in words, at most `SHOWN`. `files` are names of the imported files.
    """

    table: str
    source: str
    condition: str
    n: int
    window: Window = ALWAYS
    shown: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    reliability: str = "F"


Proof = Passage | Rows


def passage(held: AnyHeld, reliability: str) -> Passage:
    """The fullest telling of an item."""
    item, document = held.item, held.document
    shown = item.evidence[0] if isinstance(item, Event | Tie) else item.evidence
    return Passage(
        kind=_KINDS[type(item)],
        id=item.id,
        document=document.id,
        origin=held.origin,
        title=document.title,
        publisher=document.publisher,
        published=document.published,
        start=shown.start,
        end=shown.end,
        quotation=document.text[shown.start : shown.end],
        reliability=reliability,
    )


def sentence(told: Found, start: int, end: int, reliability: str) -> Passage:
    """Words of a document that no item was read from."""
    document = told.document
    return Passage(
        kind="text",
        id=f"text-{document.id[:16]}-{start}",
        document=document.id,
        origin=min((document.id, *told.copies)),
        title=document.title,
        publisher=document.publisher,
        published=document.published,
        start=start,
        end=end,
        quotation=document.text[start:end],
        reliability=reliability,
    )


def graded(statements: Sequence[Iterable[Proof]], against: Iterable[Proof] = ()) -> Grade:
    """The grade of what makes several statements, by the proofs of each: that of the weakest.

    A statement has the best letter among its sources, and the figure for how many independent ones tell it. Each
    dataset counts as one, with rows or searched in vain.
    """
    denied = origins(against)
    letters = [best(proof.reliability for proof in proofs) for proofs in statements]
    figures = [credibility(origins(proofs), denied) for proofs in statements]
    return Grade(max(letters, default="F"), max(figures, default="6"))


def origins(proofs: Iterable[Proof]) -> int:
    """How many independent texts and datasets there are among them."""
    return len({
        ("text", proof.origin) if isinstance(proof, Passage) else ("dataset", proof.source) for proof in proofs
    })  # fmt: skip
