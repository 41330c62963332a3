"""Whose a thing is, as the text tells it: who built, pays for or runs it."""

from __future__ import annotations

from collections.abc import Mapping

from comity.reading.layers import Mention, Parsed
from comity.reading.syntax import slots_of_verb

_OWNING = {"build", "finance", "fund", "own", "run", "operate", "erect", "construct", "set"}


def find_owners(parsed: Parsed, mentions: tuple[Mention, ...]) -> Mapping[str, str]:
    """By name of a thing ('Angkor Panorama Museum'), the one state that owns, built or pays for it."""
    by_token = {token: one for one in mentions for token in range(one.first, one.head + 1)}
    claims: dict[str, set[str]] = {}
    for verb in parsed.doc:
        if verb.lemma_ not in _OWNING or verb.pos_ != "VERB":
            continue
        slots = slots_of_verb(verb)
        owners = {by_token[t.i].country for t in slots.subject if t.i in by_token} - {None}
        for thing in (by_token[token.i] for token in slots.object if token.i in by_token):
            if thing.kind == "organisation" and thing.form == "name":
                claims.setdefault(thing.name, set()).update(str(owner) for owner in owners)
    return {name: next(iter(owners)) for name, owners in claims.items() if len(owners) == 1}
