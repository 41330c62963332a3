"""Reports of one tie: of the same kind between the same two, by the same name, at the same level."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz.fuzz import token_set_ratio, token_sort_ratio

from comity.ledger.answers import Held
from comity.ontology import level_of, tie_types
from comity.record import Tie

SAME_NAME = 85.0
"""Names at least this alike (0 to 100) name one thing. Names of several words may also lack words that the
other has ('Panorama museum', 'Angkor Panorama Museum'); a single word ('museum') could be any."""


def same_ties(ties: Iterable[Held[Tie]]) -> tuple[tuple[Held[Tie], ...], ...]:
    """The reports of each tie, in the order of their ids; the order of `ties` plays no part."""
    groups: list[list[Held[Tie]]] = []
    for held in sorted(ties, key=lambda held: held.item.id):
        group = next((group for group in groups if _same(group[0].item, held.item)), None)
        groups.append([held]) if group is None else group.append(held)
    return tuple(map(tuple, groups))


def rung(tie: Tie) -> str | None:
    """The level as the ladder names it; in lower case where the ladder does not know it."""
    level = level_of(tie.level) if tie.level else None
    return level.level if level else tie.level and tie.level.lower()


def _same(one: Tie, other: Tie) -> bool:
    if one.kind != other.kind or rung(one) != rung(other):
        return False
    if tie_types()[one.kind].directed and one.kind != "project":
        same_parties = one.parties == other.parties
    else:
        same_parties = set(one.parties) == set(other.parties)
    return same_parties and _alike(one.name, other.name)


def _alike(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return one is other
    ratio = token_set_ratio if min(len(one.split()), len(other.split())) > 1 else token_sort_ratio
    return ratio(one.lower(), other.lower()) >= SAME_NAME
