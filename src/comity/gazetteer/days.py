"""An answer on a day: the state that was there then, and how much the names in use then support it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from comity.gazetteer.confidence import BARE_ROLE, DOUBTFUL
from comity.gazetteer.context import is_contested
from comity.gazetteer.history import iso3, out_of_use, state_on
from comity.gazetteer.phrases import Phrase
from comity.gazetteer.types import Resolution


def on_day(found: Resolution, text: str, on: dt.date | None, phrases: list[Phrase]) -> Resolution:
    """The same with the ISO code of the state that was there on a day, where one is given."""
    if found.country is None:
        return found
    code = state_on(found.country, on, text) if on else found.country
    if code is None and not _tells_state(found.country, phrases):
        code = found.country  # 'Viet Cong' names one of the two states, as 'Vietnamese' does not
    if code == found.country == iso3(found.country):
        return found
    entity = code if found.entity == found.country else found.entity
    if code is None and entity is None:
        return replace(found, entity=None, country=None, confidence=BARE_ROLE if found.sector else 0.0)
    return replace(found, entity=entity, country=code and iso3(code))


def _tells_state(code: str, phrases: list[Phrase]) -> bool:
    return any(entry.kind == "state" and entry.country == code for one in phrases for _, _, entry in one.names)


def doubted(found: Resolution, text: str, phrases: list[Phrase], on: dt.date | None) -> Resolution:
    """Less sure of names that are contested, or were not in use on the day."""
    for phrase in phrases:
        for name in phrase.names:
            unsure = name[2].country is not None and name[2].country == found.country and is_contested(text, name)
            if unsure or (on and out_of_use(text[name[0] : name[1]], on)):
                return replace(found, confidence=min(found.confidence, DOUBTFUL))
    return found
