"""Whose the head noun of a mention is: the state, body, organisation or person that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from comity.gazetteer.abroad import state_abroad
from comity.gazetteer.confidence import ELSEWHERE, NAMED, PLACED
from comity.gazetteer.context import Found
from comity.gazetteer.entries import Entry
from comity.gazetteer.phrases import Phrase
from comity.gazetteer.places import country_of, is_no_place, sites
from comity.gazetteer.wider import mention_entries

CITY, TOWN = 100_000, 15_000
"""People that a place needs to be known by its bare name, and after a preposition."""
_ENGLISH = frozenset({"USA", "GBR", "CAN", "AUS", "NZL", "IRL"})
"""Where towns are called like families, so that only cities are known by name."""
_SHORTEST = 3
"""Letters of names that are too short to trust."""
_BELONGS = frozenset({"of", "from", "with"})
_STAYS = frozenset({"in", "at", "near", "inside", "within", "around", "based", "across", "throughout", "outside"})
_ABROAD = re.compile(
    r"ambassador|envoy|embass|consul|mission|attach|emissary|high commission|nunci|charg|diplomat|delegat"
    r"|represent|negotiat|peacekeep|rapporteur|touris|visitor|travel|migrant|refugee|asylum|expat|pilgrim"
    r"|mercenar|correspondent|invader|occupier|legion|foreign(?! (?:minist|office|secretar|affair|polic))",
    re.IGNORECASE,
)
_MINORITY = re.compile(r"\bethnic\b|\bminorit", re.IGNORECASE)
"""'Ethnic Albanians in Macedonia' are Macedonia's."""
_HELPS = re.compile(r"advis|aide\b|assistant|deputy|counsel|secretary|heir|successor|close", re.IGNORECASE)
_JOINED = re.compile(r"\s*(?:-|–|/|and|&|,)\s*(?:the )?")


class Owner(NamedTuple):
    """A known name, or only a country; neither where the mention does not tell."""

    entry: Entry | None = None
    country: str | None = None
    confidence: float = 0.0


def find_owner(text: str, head: Phrase, links: list[Phrase]) -> Owner:
    """The owner named in the head phrase, else in what is linked to it; envoys 'in X' are not of X."""
    if head.names:
        owner = _in_head(text, head)
        elsewhere = links and (_is_stateless(owner) or _MINORITY.search(text, head.start, head.end))
        return _placed_by_links(text, head, links, owner) if elsewhere else owner
    if country := _elsewhere(text, head, TOWN):
        return Owner(None, country, ELSEWHERE)
    for link, confidence in _ties(text, head, links):
        if link.names:
            return _one(text, link, confidence)
        if country := _elsewhere(text, link, TOWN):
            return Owner(None, country, min(confidence, ELSEWHERE))
    return Owner()


def _is_stateless(owner: Owner) -> bool:
    """Kurds, Kashmir, the Islamic State: of several states or none until a place is told."""
    return owner.entry is not None and owner.country is None and owner.entry.kind != "igo"


def _placed_by_links(text: str, head: Phrase, links: list[Phrase], owner: Owner) -> Owner:
    """'Kurdish rebels in Iraq', 'King Abdullah of Jordan'."""
    for link, confidence in _ties(text, head, links):
        if link.names and not are_several(text, link) and (country := _placed(link)[2].country):
            return Owner(owner.entry, country, confidence)
    return owner


def are_several(text: str, phrase: Phrase) -> bool:
    """'Cambodian and Thai soldiers', 'Germany and UNICEF' belong to no single one."""
    return any(
        whose(one[2]) != whose(other[2])
        and (_JOINED.fullmatch(text, one[1], other[0]) or any(one[1] <= at < other[0] for at in phrase.joins))
        for one, other in pairwise(phrase.names)
    )


def whose(entry: Entry) -> str:
    """The state of a name, else the named one itself."""
    return entry.country or entry.entity


def _in_head(text: str, head: Phrase) -> Owner:
    """The last of the best kind of names there is; envoys go with the first."""
    if len(head.names) == 1:
        return _owner(head.names[0], NAMED)
    if are_several(text, head):
        return Owner()
    best = min(_rank(entry) for _, _, entry in head.names)
    chosen = [name for name in head.names if _rank(name[2]) == best]
    abroad = head.role is not None and _ABROAD.search(text, head.role.start, head.role.end)
    return _owner(chosen[0 if abroad else -1], NAMED)


def _rank(entry: Entry) -> int:
    """States before what belongs to one, bodies ('NATO chief Jens Stoltenberg') before persons, these before
    the stateless ('Kurdish leader Masoud Barzani').
    """
    if entry.kind == "state":
        return 0
    if entry.kind == "igo":
        return 2
    if entry.kind == "person":
        return 3
    return 1 if entry.country else 4


def _one(text: str, link: Phrase, confidence: float) -> Owner:
    return Owner() if are_several(text, link) else _owner(_placed(link), confidence)


def _placed(link: Phrase) -> Found:
    """The first name with a state: 'at the Red Cross hospital in Kabul' is of Kabul's."""
    return next((name for name in link.names if name[2].country), link.names[0])


def _owner(name: Found, confidence: float) -> Owner:
    return Owner(name[2], name[2].country, confidence)


def _ties(text: str, head: Phrase, links: list[Phrase]) -> Iterator[tuple[Phrase, float]]:
    """The linked phrases that may name an owner, nearest first; the first of another kind ends them."""
    military = head.role is not None and head.role.role.sector == "MIL"
    for link in links:
        abroad = _ABROAD.search(text, head.start, link.start) is not None
        if link.link in _BELONGS or (link.link == "for" and not abroad):
            yield link, NAMED
        elif link.link in _STAYS and not abroad and not military:
            yield link, PLACED
        elif link.link != "to" or not _HELPS.search(text, head.start, link.start):
            return
        else:
            yield link, NAMED


def _elsewhere(text: str, phrase: Phrase, least: int) -> str | None:
    """A city, or a state in another language, by the capitalised words that no title comes before."""
    start = next((start for start, _ in phrase.others if not text[start].islower()), None)
    until = phrase.role.start if phrase.role else phrase.end
    if start is None or start >= until:
        return None
    words = text[start:until].strip(" -,").removesuffix("'s").removesuffix("’s")
    if words in mention_entries():
        return None  # a name in English that stands for nothing here: 'Iraq' in 'Iraq war veterans'
    return state_abroad(words) or city_country(words, least)


def city_country(name: str, least: int) -> str | None:
    """The state of the one place that a name means, if it has so many people; `None` where namesakes come near."""
    if len(name) <= _SHORTEST or is_no_place(name) or is_no_place(name, "person"):
        return None
    found = sites(name)
    if not found or (found[0].weight == 0 and len(found) > 1):
        return None  # provinces of several states
    country = country_of(found, ())
    least = CITY if country in _ENGLISH and least < CITY else least
    return country if found[0].weight >= least or found[0].weight == 0 else None
