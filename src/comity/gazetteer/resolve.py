"""Who a short mention stands for: the head noun decides the sector, names decide the country."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from itertools import pairwise

from comity.gazetteer import leaders
from comity.gazetteer.abroad import state_abroad
from comity.gazetteer.bare import all_names, read_names
from comity.gazetteer.confidence import BARE_ROLE, ELSEWHERE, NAMED, PLACED
from comity.gazetteer.days import doubted, on_day
from comity.gazetteer.finder import Finder
from comity.gazetteer.owners import Owner, city_country, find_owner, whose
from comity.gazetteer.phrases import Phrase, kind_of, take_apart
from comity.gazetteer.sectors import ending_sector, sector_of
from comity.gazetteer.tables import slug
from comity.gazetteer.tidy import tidy
from comity.gazetteer.types import Resolution
from comity.gazetteer.wider import mention_entries

_METROPOLIS = 500_000
"""People that a city needs to be taken for one when nothing else is said."""
_PARTICLE = re.compile(
    r"\b(?:de|du|des|del|della|dello|di|do|da|dos|von|van|der|den|af|av)(?: (?:la|le|los|las))? |\b[dl]'", re.I
)
_PRIVATE = frozenset({"CVL", "BUS", "AGR", "LAB", "EDU", "JRN", "REL", "CRM", "OPP", "REF"})
"""Sectors that people of a union of states may be of, without being the union's own."""
_Head = tuple[Phrase, list[Phrase]]


class Resolver:
    """Resolves mentions with the names that a finder finds."""

    def __init__(self, finder: Finder) -> None:
        self._finder = finder

    def resolve(self, mention: str, on: dt.date | None) -> Resolution:
        """See `Gazetteer.resolve`."""
        text = tidy(mention)
        if text not in mention_entries() and (code := state_abroad(text)):
            return on_day(Resolution(code, code, None, ELSEWHERE), text, on, [])
        phrases = take_apart(text, self._finder.find(text))
        found = _answer(text, _heads(phrases), on)
        if not found.confidence:
            return on_day(_bare_elsewhere(text), text, on, phrases)
        if mention.islower() and not any(phrase.roles for phrase in phrases) and phrases[0].others:
            return Resolution()  # 'turkey sandwich' is of no state
        return doubted(on_day(found, text, on, phrases), text, phrases, on)


def _heads(phrases: list[Phrase]) -> list[_Head]:
    """Each head phrase with what is linked to it."""
    if len(phrases) == 1:
        return [(phrases[0], [])]
    starts = [at for at, phrase in enumerate(phrases) if not phrase.link]
    ends = [*starts[1:], len(phrases)]
    return [(phrases[at], phrases[at + 1 : behind]) for at, behind in zip(starts, ends, strict=True)]


def _placed_after(heads: list[_Head]) -> bool:
    """'Rome, New York': a name and, after a comma, the larger one that it lies in."""
    plain = not any(head.roles or head.others or head.joins or len(head.names) != 1 for head, _ in heads)
    return plain and heads[0][0].names[0][2].form == "metonym"


def _answer(text: str, heads: list[_Head], on: dt.date | None) -> Resolution:
    """What the first head phrase that says anything says; later ones tell what it leaves open."""
    if len(heads) == 2 and _placed_after(heads):
        heads = heads[1:]
    readings = [(head, _read(text, head, links, on)) for head, links in heads]
    told = [(head, found) for head, found in readings if found.confidence]
    if not told:
        return Resolution()
    (head, first), *others = told
    for _, other in others:
        first = _completed(head, first, other)
    if any(_is_listed(one, other) for (one, _), (other, _) in pairwise(heads)):
        sector = next((found.sector for _, found in told if found.sector), None)
        return Resolution(None, None, sector, BARE_ROLE if sector else 0.0)
    return first


def _completed(head: Phrase, first: Resolution, other: Resolution) -> Resolution:
    """'Merkel, the former chancellor': the office; 'police chief, Bangkok': the place."""
    if head.role is None and other.sector and (first.entity or "").startswith("person:"):
        first = replace(first, sector=other.sector)
    if first.country is None and first.sector != "IGO" and other.country:
        return replace(first, country=other.country, confidence=PLACED, sector=first.sector or other.sector)
    return first


def _is_listed(one: Phrase, other: Phrase) -> bool:
    """'US, British and French troops': states beside one another, of which none is meant alone."""
    plain = one.role is None and not one.others and len(one.names) == 1 and bool(other.names)
    return plain and one.names[0][2].kind == "state" and whose(one.names[0][2]) != whose(other.names[0][2])


def _read(text: str, head: Phrase, links: list[Phrase], on: dt.date | None) -> Resolution:
    owner = find_owner(text, head, links)
    said = head.role
    if said is None:
        within = links[0] if links and links[0].link == "of" and _is_place(text, head) else head
        return read_names(text, within, owner if within is head else find_owner(text, within, links[1:]), on)
    if _is_apposed(head):
        return all_names(head, owner, on)
    sector = sector_of(head, links, on)
    if owner.entry and owner.entry.kind == "igo" and not (owner.entry.peopled and sector in _PRIVATE):
        return Resolution(owner.entry.entity, None, "IGO", owner.confidence)
    if owner.confidence == 0.0 and not head.names and (known := _titled(text, head, on)):
        return Resolution(known.entity, known.country, sector, NAMED)
    confidence = owner.confidence or (BARE_ROLE if sector else 0.0)
    return Resolution(_entity(head, owner), owner.country, sector, confidence)


def _is_place(text: str, head: Phrase) -> bool:
    """'The former Soviet republic of Georgia', 'the south of France'."""
    return bool(head.others) and kind_of(text[slice(*head.others[-1])]) in {"place", "quality"}


def _is_apposed(head: Phrase) -> bool:
    """'China's neighbour Vietnam': the mention ends in the name of a state, which it is about."""
    start, _, entry = head.names[-1] if head.names else (0, 0, None)
    ends = start > head.roles[-1].end and not any(other > start for other, _ in head.others)
    return entry is not None and entry.kind == "state" and entry.form == "name" and ends


def _titled(text: str, head: Phrase, on: dt.date | None) -> leaders.Tenure | None:
    """'President Johnson': by a family name that is known with its title only."""
    after = [text[start:end] for start, end in head.others if start > head.roles[-1].end]
    return leaders.titled(head.roles[-1].role.title, after[0], on) if len(after) == 1 else None


def _entity(head: Phrase, owner: Owner) -> str | None:
    """A person with a title is that person; an organisation answers for its leaders and spokesmen."""
    if owner.entry is None:
        return None
    said = head.roles[-1]
    person = next((entry for start, _, entry in head.names if entry.kind == "person" and start >= said.end), None)
    if person:
        return person.entity
    return owner.entry.entity if owner.entry.kind == "organisation" and said.role.inherits else None


def _abroad_within(text: str) -> str | None:
    """The state in 'gouvernement du Cambodge'."""
    tails = (text[particle.end() :] for particle in _PARTICLE.finditer(text))
    return next((code for tail in tails if (code := state_abroad(tail))), None)


def _bare_elsewhere(text: str) -> Resolution:
    """A mention that is nothing but the name of a large city, or that tells only its kind."""
    if code := _abroad_within(text):
        return Resolution(None, code, None, PLACED)
    country = city_country(text, _METROPOLIS)
    if country:
        return Resolution(f"place:{slug(text)}", country, None, ELSEWHERE)
    sector = ending_sector(text.rpartition(" ")[2]) if text[:1].isupper() and " " in text else None
    return Resolution(None, None, sector, BARE_ROLE) if sector else Resolution()
