"""Who a short mention stands for: the head noun decides the sector, names decide the country."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from comity.gazetteer.elsewhere import city_country, state_abroad
from comity.gazetteer.history import out_of_use, state_on
from comity.gazetteer.owners import ELSEWHERE, Owner, find_owner
from comity.gazetteer.phrases import Finder, Phrase, take_apart
from comity.gazetteer.roles import is_former, retired
from comity.gazetteer.tables import slug, states
from comity.gazetteer.types import Name, Resolution, Role

BARE_ROLE, DOUBTFUL = 0.5, 0.6
"""Confidence of a role without a country, and of a former name on a day when it was not the name."""
_METROPOLIS = 500_000
"""People that a city needs to be taken for one when nothing else is said."""
_WRAPPING = " \"'“”‘’«»,;:!?"
_ARTICLE = re.compile(r"^(?:the|a|an|some|many|several|all|these|those|its|their|his|her|our|my) ", re.I)
_AMOUNT = re.compile(
    r"^(?:(?:dozens|scores|hundreds|tens|thousands|millions|handful|number|majority|group|couple|most|many|some|one|two)"
    r" of (?:the )?)+",
    re.IGNORECASE,
)
_SMALL = r"\b(?!(?:of|the|and|in|to|for|from|at|on|by|with|s)\b)[a-z]"


class Resolver:
    """Resolves mentions with the names that a finder finds; `find` is `Gazetteer.find`."""

    def __init__(self, find: Finder) -> None:
        self._find = find

    def resolve(self, mention: str, on: dt.date | None) -> Resolution:
        """See `Gazetteer.resolve`."""
        text = _stripped(mention)
        phrases = take_apart(text, self._find)
        found = next(_readings(text, phrases), None) or _bare_elsewhere(text)
        return _dated(found, text, phrases, on) if on else found


def _stripped(mention: str) -> str:
    text = _AMOUNT.sub("", _ARTICLE.sub("", " ".join(mention.split()).strip(_WRAPPING)))
    text = re.sub(r"['’]s?$|(?<!\.\w)\.$", "", text)
    # Lower-case input gets the capitals that names are found by.
    return re.sub(_SMALL, lambda letter: letter[0].upper(), text) if text.islower() else text


def _readings(text: str, phrases: list[Phrase]) -> Iterator[Resolution]:
    """What each head phrase says with its links, where it says anything; a comma begins a new head phrase."""
    heads = [at for at, phrase in enumerate(phrases) if not phrase.link]
    for at, behind in zip(heads, [*heads[1:], len(phrases)], strict=True):
        found = _read(text, phrases[at], phrases[at + 1 : behind])
        if found.confidence:
            yield found


def _read(text: str, head: Phrase, links: list[Phrase]) -> Resolution:
    owner = find_owner(text, head, links)
    said = head.role
    if said is None:
        return _without_role(text, head, owner)
    if owner.name and owner.name.kind == "igo":
        return Resolution(owner.name.entity, None, "IGO", owner.confidence)
    sector = _sector(head, links)
    if is_former(text[head.start : head.end].strip()):
        sector = retired(Role(said.role.title, sector)).sector
    confidence = owner.confidence or (BARE_ROLE if sector else 0.0)
    return Resolution(_organisation(owner, said.role), owner.country, sector, confidence)


def _organisation(owner: Owner, role: Role) -> str | None:
    """An organisation answers for its leaders and spokesmen; a state's people have no entity of their own."""
    return owner.name.entity if owner.name and owner.name.kind == "organisation" and role.inherits else None


def _without_role(text: str, head: Phrase, owner: Owner) -> Resolution:
    name = owner.name
    if name is None or name not in head.names:
        return Resolution()
    words = text[head.start : head.end].strip(_WRAPPING)
    if words.endswith(text[name.start : name.end]) and _is_people(text[name.start : name.end], name):
        return Resolution(None, name.country, "CVL", owner.confidence)
    if words == text[name.start : name.end] or name.kind == "igo":
        return Resolution(name.entity, name.country, name.sector, owner.confidence)
    sector = next((one.sector for one in reversed(head.names) if one.sector), None)
    return Resolution(None, name.country, sector, DOUBTFUL)


def _is_people(word: str, name: Name) -> bool:
    """'Cambodians' and 'Dane' are people; 'Cambodian' and 'the Dutch' may be anything of theirs."""
    state = states().get(name.entity)
    return state is not None and word in state.people and word not in state.adjectives


def _sector(head: Phrase, links: list[Phrase]) -> str | None:
    """The sector of the head noun, or of what it is said of ('Hamas official', 'head of the army')."""
    *before, said = head.roles
    if not said.role.inherits:
        return said.role.sector
    own = [one.role.sector for one in before if not one.role.inherits] + [name.sector for name in head.names]
    near = (link for link in links if link.link in {"of", "for", "from", "in"})
    linked = [sector for link in near for sector in _sectors(link)]
    return next((sector for sector in (*reversed(own), *linked) if sector), said.role.sector)


def _sectors(link: Phrase) -> list[str | None]:
    return [said.role.sector for said in reversed(link.roles)] + [name.sector for name in link.names]


def _bare_elsewhere(text: str) -> Resolution:
    """A mention that is nothing but a name in another language or a large city."""
    if code := state_abroad(text):
        return Resolution(code, code, None, ELSEWHERE)
    country = city_country(text, _METROPOLIS) if text[:1].isupper() else None
    return Resolution(f"place:{slug(text)}", country, None, ELSEWHERE) if country else Resolution()


def _dated(found: Resolution, text: str, phrases: list[Phrase], on: dt.date) -> Resolution:
    if any(out_of_use(text[name.start : name.end], on) for phrase in phrases for name in phrase.names):
        found = replace(found, confidence=min(found.confidence, DOUBTFUL))
    if found.country is None:
        return found
    country = state_on(found.country, on, text)
    entity = country if found.entity == found.country else found.entity
    if country is None and entity is None:
        return replace(found, entity=None, country=None, confidence=BARE_ROLE if found.sector else 0.0)
    return replace(found, entity=entity, country=country)
