"""What sector a mention is of: its head noun's, or that of what the head noun is said of."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from functools import cache

from comity.gazetteer.entries import Entry
from comity.gazetteer.leaders import sector_on
from comity.gazetteer.phrases import Phrase
from comity.gazetteer.roles import retired
from comity.gazetteer.tables import first_day, last_day, rows, slug
from comity.gazetteer.types import Role

_NEAR = frozenset({"of", "for", "from", "in", "at", "with"})
_UNLAWFUL = frozenset({"REB", "CRM"})
_Part = tuple[dt.date | None, dt.date | None, str]


def sector_of(head: Phrase, links: list[Phrase], on: dt.date | None) -> str | None:
    """The sector of a head phrase that has a role ('Hamas official', 'head of the army', 'FARC soldiers')."""
    *_, (_, _, said, over) = head.roles
    sector = (_inherited(head, links, on) or _borne(head, on) or said.sector) if said.inherits else said.sector
    if over:
        return retired(Role(said.title, sector)).sector
    if sector != "MIL":
        return sector
    sides = [own_sector(name[2], on) for name in head.names] + [one.role.sector for one in head.roles[:-1]]
    belongs = [own_sector(name[2], on) for link in links if link.link in {"of", "from"} for name in link.names]
    return next((side for side in (*sides, *belongs) if side in _UNLAWFUL), sector)


def own_sector(entry: Entry, on: dt.date | None) -> str | None:
    """The sector of a name by itself, on a day where one is given."""
    if entry.kind == "person":
        return sector_on(entry.entity, on)
    parts = _parts().get(entry.entity, ()) if on else ()
    then = (part for start, end, part in parts if on and (not start or start <= on) and (not end or on <= end))
    return next(then, entry.sector)


@cache
def ending_sector(word: str) -> str | None:
    """What the last word of an unknown organisation's name says: 'Holdings', 'Tribune', 'Polytechnic'."""
    return _endings().get(word)


def _inherited(head: Phrase, links: list[Phrase], on: dt.date | None) -> str | None:
    """What stands nearest before the head noun, else what is linked to it; persons and bodies lend nothing."""
    said = head.roles[-1]
    lent = [(one.start, one.role.sector) for one in head.roles[:-1] if not one.role.inherits]
    lent += [(start, _lent(entry, on)) for start, _, entry in head.names if start < said.start]
    nearest = next((sector for _, sector in sorted(lent, key=lambda one: -one[0]) if sector), None)
    if nearest:
        return nearest
    near = (link for link in links if link.link in _NEAR)
    linked = (sector for link in near for sector in _sectors(link, on))
    return next((sector for sector in linked if sector), None)


def _borne(head: Phrase, on: dt.date | None) -> str | None:
    """What the person is whom the role stands before: 'Kurdish leader Abdullah Ocalan'."""
    after = (entry for start, _, entry in head.names if start > head.roles[-1].start and entry.kind == "person")
    sector = next((own_sector(entry, on) for entry in after), None)
    return None if sector in {"ELI", "IGO"} else sector


def _sectors(link: Phrase, on: dt.date | None) -> list[str | None]:
    return [said.role.sector for said in reversed(link.roles)] + [_lent(name[2], on) for name in link.names]


def _lent(entry: Entry, on: dt.date | None) -> str | None:
    """What a name lends to its officials; a person lends only a part that is no office."""
    sector = own_sector(entry, on)
    return None if sector == "IGO" or (entry.kind == "person" and sector in {"GOV", "ELI"}) else sector


@cache
def _parts() -> dict[str, tuple[_Part, ...]]:
    """Organisations whose sector changed over time, by entity."""
    found: dict[str, list[_Part]] = defaultdict(list)
    for row in rows("changes"):
        part = (first_day(row["start"]), last_day(row["end"]), row["sector"])
        found[f"organisation:{slug(row['name'])}"].append(part)
    return {entity: tuple(parts) for entity, parts in found.items()}


@cache
def _endings() -> dict[str, str]:
    return {row["word"]: row["sector"] for row in rows("endings")}
