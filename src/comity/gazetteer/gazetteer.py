"""The front door of the room."""

from __future__ import annotations

import datetime as dt
from functools import cache, cached_property

from comity.errors import UsageError
from comity.gazetteer import codes, roles
from comity.gazetteer.entries import display_names, entries
from comity.gazetteer.finder import Finder
from comity.gazetteer.resolve import Resolver
from comity.gazetteer.tables import rows, states
from comity.gazetteer.types import Name, Resolution, Role, State
from comity.gazetteer.wider import mention_entries


class Gazetteer:
    """Names of states, their people, seats and bodies. Get one from `load`; it is immutable."""

    @cached_property
    def _finder(self) -> Finder:
        return Finder(entries())

    @cached_property
    def _names(self) -> dict[str, str]:
        return display_names()

    @cached_property
    def _parents(self) -> dict[str, str]:
        return {row["id"]: row["parent"] for row in rows("bodies") if row["parent"]}

    @cached_property
    def _resolver(self) -> Resolver:
        return Resolver(Finder(mention_entries()))

    def find(self, text: str) -> list[Name]:
        """All names in a text, in order, not overlapping, the longest where several begin.

        Case counts, save that a name may be all in capitals. A word that its neighbours show to be no
        state (a person's name, a language, a US state) is left out or given as the place it is.
        """
        return [
            Name(start, end, entry.entity, entry.kind, entry.country, entry.sector, entry.form)
            for start, end, entry in self._finder.find(text)
        ]

    def resolve(self, mention: str, on: dt.date | None = None) -> Resolution:
        """Who a short mention ('American warplanes') stands for, on a day where one is given.

        The head noun decides the sector, names decide the country. A state that did not exist on that
        day gives way to the one that spoke for it; where two did, the country stays unknown.
        """
        return self._resolver.resolve(mention, on)

    def state(self, code: str) -> State:
        """The state with an ISO3 code, or a past one. Raises `UsageError` for any other code."""
        try:
            return states()[code]
        except KeyError:
            raise UsageError(f"no state has the code {code!r}: give an ISO3 code such as KHM") from None

    def country_code(self, text: str) -> str:
        """The code of a state by ISO2 or ISO3 code, name or demonym; else `UsageError` with the nearest."""
        return codes.country_code(text)

    def name(self, entity_id: str) -> str:
        """The display name of anything that `find` gives; the id itself when unknown."""
        return self._names.get(entity_id, entity_id)

    def parent(self, entity_id: str) -> str | None:
        """The body that an organ belongs to ('UNSC' to 'UN'); `None` for anything else."""
        return self._parents.get(entity_id)

    def role(self, lemma_phrase: str) -> Role | None:
        """The title or role noun that a whole phrase names, in any number, also after 'former' or 'ex-'."""
        return roles.role(lemma_phrase)


@cache
def load() -> Gazetteer:
    """The gazetteer; its tables are read on first use, in about a tenth of a second."""
    return Gazetteer()
