"""Which state or body an entity counts for when a pair of states is looked at."""

from __future__ import annotations

from collections.abc import Mapping

from comity.record import Party, Record


def stands_for(party: Party) -> str:
    """The state that a party acts for; a body of several states (UN, ASEAN) stands for itself."""
    return party.country or party.entity


def countries(record: Record) -> Mapping[str, str]:
    """By entity id: the state that the entity belongs to, or the entity itself."""
    return {entity.id: entity.country or entity.id for entity in record.entities}
