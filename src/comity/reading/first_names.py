"""Names of states that are first names in a text: 'Jordan Pikewell', and then 'Jordan says'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from comity.reading.layers import Mention


def first_names(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """A mention of the person for every word that looks like a state but is told of that person alone.

    It stays a state where the text names the state by another word too ('Jordanian', 'Amman').
    """
    people = {one.name.split()[0]: one for one in mentions if one.kind == "person" and one.form == "name"}
    for one in mentions:
        person = people.get(one.name) if one.kind == "state" and one.form == "name" else None
        if person and " " in person.name and not _is_named_otherwise(one, mentions):
            yield replace(one, kind="person", name=person.name, entity=None, country=person.country)


def _is_named_otherwise(state: Mention, mentions: Sequence[Mention]) -> bool:
    return any(one.entity == state.entity and one.form != "name" for one in mentions)
