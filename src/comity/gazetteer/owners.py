"""Whose the head noun of a mention is: the state, body or organisation that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from comity.gazetteer.elsewhere import city_country, state_abroad
from comity.gazetteer.phrases import Phrase
from comity.gazetteer.types import Name

NAMED, ELSEWHERE, PLACED = 0.95, 0.75, 0.7
"""Confidence where a name says it, where a city or a name in another language does, where 'in X' does."""
_BELONGS = {"of", "from"}
_STAYS = {"in", "at", "near", "inside", "within", "around", "based"}
_ABROAD = re.compile(
    r"ambassador|envoy|embass|consul|mission|attach|emissary|high commission|nunci|charg|diplomat|delegat"
    r"|represent|negotiat|peacekeep",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\s*(?:-|–|/|and|&|,)\s*(?:the )?")
_CAPITALISED = re.compile(r"[^\W\d_a-z][\w’'-]*(?: (?:(?:de|da|del|la|el|al) )?[^\W\d_a-z][\w’'-]*)*")


@dataclass(frozen=True, slots=True)
class Owner:
    """A known name, or only a country; neither where the mention does not tell."""

    name: Name | None = None
    country: str | None = None
    confidence: float = 0.0


def find_owner(text: str, head: Phrase, links: list[Phrase]) -> Owner:
    """The owner named in the head phrase, else in what is linked to it; envoys 'in X' are not of X."""
    if head.names:
        return _in_head(text, head)
    if country := _country_elsewhere(text, head):
        return Owner(country=country, confidence=ELSEWHERE)
    for link, confidence in _ties(text, head, links):
        if link.names:
            return _owner(link.names[0], confidence)
        if country := _country_elsewhere(text, link):
            return Owner(country=country, confidence=min(confidence, ELSEWHERE))
    return Owner()


def _owner(name: Name, confidence: float) -> Owner:
    return Owner(name, name.country, confidence)


def _in_head(text: str, head: Phrase) -> Owner:
    """The last state, else the last place or organisation of a state, else the last body."""
    states = [name for name in head.names if name.kind == "state"]
    others = [name for name in head.names if name.country]
    chosen = (states or others or list(head.names))[-1]
    return Owner() if _several(text, head) else _owner(chosen, NAMED)


def _several(text: str, head: Phrase) -> bool:
    """'Cambodian and Thai soldiers', 'Germany and UNICEF' belong to no single one."""
    return any(
        one.country != other.country and _JOINED.fullmatch(text, one.end, other.start)
        for one, other in pairwise(head.names)
    )


def _ties(text: str, head: Phrase, links: list[Phrase]) -> Iterator[tuple[Phrase, float]]:
    """The linked phrases that may name an owner, nearest first; the first of another kind ends them."""
    military = head.role is not None and head.role.role.sector == "MIL"
    for link in links:
        abroad = bool(_ABROAD.search(text, head.start, link.start))
        if link.link in _BELONGS or (link.link == "for" and not abroad):
            yield link, NAMED
        elif link.link in _STAYS and not abroad and not military:
            yield link, PLACED
        else:
            return


def _country_elsewhere(text: str, phrase: Phrase) -> str | None:
    """A city, or a state in another language, by capitalised words that no title comes before."""
    until = phrase.role.start if phrase.role and not phrase.link else phrase.end
    run = _CAPITALISED.fullmatch(text[phrase.start : until].strip().removeprefix("the ").removesuffix("'s"))
    return (state_abroad(run[0]) or city_country(run[0])) if run else None
