"""What happens to a thing: the words around it that begin, change or end a tie, each with its effect."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from comity.reading.tie_predicates import predicates
from comity.reading.tie_things import Thing
from comity.reading.tie_words import Effect, tie_turns

_CLOSING = {"ends", "suspends"}


def turns_of(thing: Thing) -> Iterator[tuple[Token, Effect]]:
    """Each word once; a deployment that is ended is no beginning."""
    seen: dict[int, tuple[Token, Effect]] = {}
    for trigger, role in predicates(thing.token):
        effect = tie_turns().get((thing.kind, role, trigger.lemma_.lower())) or _whatever(thing, trigger, role)
        if effect and not _takes_away(thing, trigger, role):
            seen.setdefault(trigger.i, (trigger, effect))
    for trigger, effect in seen.values():
        above = seen.get(trigger.head.i) if trigger.head != trigger else None
        if trigger.pos_ == "VERB" or above is None or above[1] not in _CLOSING:
            yield trigger, effect


def _takes_away(thing: Thing, trigger: Token, role: str) -> bool:
    """'Withdrew its police from the reservoir': what ends is not the thing."""
    return thing.kind == "project" and role == "from" and any(one.dep_ == "dobj" for one in trigger.children)


def _whatever(thing: Thing, trigger: Token, role: str) -> Effect | None:
    """What a role says whatever the verb: 'under the treaty it pays'."""
    return tie_turns().get((thing.kind, role, "*")) if trigger.pos_ == "VERB" else None
