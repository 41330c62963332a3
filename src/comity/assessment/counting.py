"""Items of any kind counted: how many texts tell them, how many of these are independent, numbers with nouns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from comity.languages import say_of
from comity.ledger import Held
from comity.record import Claim, Event, Opinion, Tie

AnyHeld = Held[Event] | Held[Tie] | Held[Claim] | Held[Opinion]


def counted(number: int, noun: str) -> str:
    """'1 act', '7 acts', '2 countries', '1,204 days'."""
    ends_in_y = noun.endswith("y") and noun[-2:-1] not in "aeiou"
    return say_of(number, f"{{n}} {noun}", f"{{n:,}} {noun[:-1]}ies" if ends_in_y else f"{{n:,}} {noun}s")


def documents(items: Iterable[AnyHeld]) -> int:
    """How many different texts tell the items; copies of a text count once."""
    return len({held.document.id for held in items})


def told(items: Iterable[AnyHeld], noun: str = "report") -> str:
    """'1 report'; '3 reports, 2 independent': near-copies of one text are not independent of each other."""
    everyone = tuple(items)
    number = documents(everyone)
    independent = len({held.origin for held in everyone})
    if number < 2:
        return counted(number, noun)
    return say_of(
        independent, "{counted}, {n} independent", "{counted}, {n} independent", counted=counted(number, noun)
    )


def by_publication(held: AnyHeld) -> tuple[dt.date, str, str, str]:
    """A sort key: by date of publication (unknown ones last), title, document and item."""
    document = held.document
    return document.published or dt.date.max, document.title or "", document.id, held.item.id
