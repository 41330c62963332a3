"""Mentions without a role: names alone, and names beside words that no table knows."""

from __future__ import annotations

import datetime as dt
import re

from comity.gazetteer.confidence import DOUBTFUL, ELSEWHERE
from comity.gazetteer.entries import Entry
from comity.gazetteer.owners import Owner
from comity.gazetteer.phrases import Phrase, kind_of
from comity.gazetteer.sectors import ending_sector, own_sector
from comity.gazetteer.types import Resolution

_PERSONAL = re.compile(r"(?:(?:ist|ian|man|men|ee|eer|naut|folk)s?|ers|ors)$")


def read_names(text: str, head: Phrase, owner: Owner, on: dt.date | None) -> Resolution:
    """Who a head phrase without a role stands for, given whose it is."""
    if not head.names or owner.entry is None:
        return Resolution()
    last: Entry = head.names[-1][2]
    if last.people:
        return Resolution(None, owner.country, "CVL", owner.confidence)
    if not head.others:
        return all_names(head, owner, on)
    start, end = head.others[-1]
    if _is_family_name(text, head):
        return Resolution()
    if start > head.names[-1][1]:
        if sector := ending_sector(text[start:end]):
            return Resolution(None, owner.country, sector, ELSEWHERE)
        if _is_thing(text, head):
            return Resolution()
    return Resolution(None, owner.country, own_sector(last, on), DOUBTFUL)


def _is_family_name(text: str, head: Phrase) -> bool:
    """'Agnieszka Holland', but not 'Imperial Japan' or 'downtown Cairo'."""
    (start, end), (first, last, entry) = head.others[-1], head.names[-1]
    near = end + 1 == first and text[end] == " " and text[start].isupper() and " " not in text[first:last]
    return near and entry.form != "demonym" and entry.kind in {"state", "place"} and not kind_of(text[start:end])


def _is_thing(text: str, head: Phrase) -> bool:
    """'Turkish coffee', 'US dollars': what states' adjectives qualify and no role names is no actor.

    Possessives stay ('Israel's refusal' is Israel's), and so do words that are made like those for people.
    """
    word = text[slice(*head.others[-1])]
    _, end, entry = head.names[-1]
    owned = text[end : end + 1] == "'" or entry.kind in {"organisation", "person", "igo"}
    return word[0].islower() and not owned and not _PERSONAL.search(word)


def all_names(head: Phrase, owner: Owner, on: dt.date | None) -> Resolution:
    """A mention that is all names: its last one, of the state that another one may tell ('Jordan's Hamas')."""
    last = head.names[-1][2]
    entry = owner.entry if last.kind == "place" and owner.entry else last
    sector = own_sector(entry, on)
    if sector != "IGO":
        return Resolution(entry.entity, owner.country, sector, owner.confidence)
    body = next((name[2] for name in head.names if name[2].kind == "igo"), entry)
    return Resolution(body.entity, None, sector, owner.confidence)
