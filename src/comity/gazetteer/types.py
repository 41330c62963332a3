"""What the gazetteer hands out."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from comity.record.values import EntityKind

Form = Literal["name", "demonym", "metonym"]


@dataclass(frozen=True, slots=True)
class Name:
    """A name found in a text, at characters `[start, end)`; a possessive 's is not part of it.

    `entity` is an ISO3 code, the id of an intergovernmental body, or `kind:slug`. `country` is the state
    that the named one belongs to: null for intergovernmental bodies, seas, and places in dispute.
    """

    start: int
    end: int
    entity: str
    kind: EntityKind
    country: str | None
    sector: str | None
    form: Form


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who a short mention stands for. What the words do not tell is `None`; `confidence` is 0.0 if all is."""

    entity: str | None = None
    country: str | None = None
    sector: str | None = None
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class State:
    """A state or territory with an ISO 3166 code, or a past state (then `end` is set).

    `code` is the ISO3 code; past states that never had one carry a code of ours (RVN, YAR, UAR, AHU, OTT).
    `start` is set only where another state spoke for the territory before it.
    """

    code: str
    iso2: str | None
    name: str
    names: tuple[str, ...]
    """Every name that stands for the state in English text, `name` first."""
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    """Nouns for its people, singular and plural."""
    capital: str | None
    metonyms: tuple[str, ...]
    """Cities whose name may stand for the government."""
    start: dt.date | None = None
    end: dt.date | None = None
    successors: tuple[str, ...] = ()

    @property
    def demonyms(self) -> tuple[str, ...]:
        """Adjectives and nouns, each once."""
        return tuple(dict.fromkeys(self.adjectives + self.people))

    def existed(self, on: dt.date) -> bool:
        """Whether the state existed on a day, as far as the table knows."""
        return not (self.start and on < self.start) and not (self.end and on >= self.end)


@dataclass(frozen=True, slots=True)
class Role:
    """A title or role noun; `kind` tells persons ('envoy'), organs ('ministry') and groups ('troops') apart.

    `inherits`: its sector is that of whoever it is said of ('police spokesman').
    """

    title: str
    sector: str | None
    kind: EntityKind = "person"
    inherits: bool = False
