"""The lexicon of frames: which word with which complements names which act, and who is who in it.

`data/frames.csv` holds a row a family of words: `pos` is 'noun' for nouns of action; `object` lists what the
object must be: lemmas, '@' (a party), 'person', '@thing' (somebody's thing), '@force', '@body', or a
preposition with '@' ('to@': a party after 'to'); empty means anything. `actor` and `recipient` name slots.
`data/governors.csv` lists words that change what their complement clause says.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from comity.record.values import EventType, Substance
from comity.tables import rows

GovernorKind = Literal["commits", "asks", "refuses", "threatens", "blames", "denies", "negates", "imagines"]


@dataclass(frozen=True, slots=True)
class Frame:
    """One row of the lexicon; an empty `objects` accepts any object or none."""

    objects: tuple[str, ...]
    event_type: EventType
    mode: str | None
    cameo: str
    contexts: tuple[str, ...]
    actor: Literal["subject", "object"]
    recipient: tuple[str, ...]
    substance: Substance


@dataclass(frozen=True, slots=True)
class Governor:
    """A word whose complement clause is promised, asked for, refused, denied …; `hearer` names slots."""

    kind: GovernorKind
    event_type: EventType | None
    hearer: tuple[str, ...]


@cache
def frames() -> dict[tuple[str, str], tuple[Frame, ...]]:
    """Frames by (lemma, 'verb' or 'noun'); those with a condition on the object come first."""
    table: dict[tuple[str, str], list[Frame]] = defaultdict(list)
    for row in rows("reading", "frames.csv"):
        frame = Frame(
            tuple(filter(None, row["object"].split("|"))),
            cast(EventType, row["event_type"]),
            row["mode"] or None,
            row["cameo"],
            tuple(filter(None, row["contexts"].split("|"))),
            cast(Literal["subject", "object"], row["actor"]),
            tuple(row["recipient"].split()),
            cast(Substance, row["substance"]),
        )
        for lemma in row["lemma"].split("|"):
            table[lemma, row["pos"] or "verb"].append(frame)
    return {key: tuple(sorted(found, key=lambda frame: not frame.objects)) for key, found in table.items()}


@cache
def governors() -> dict[str, Governor]:
    """Governing words by lemma; nouns that are also verbs carry '_noun'."""
    return {
        row["lemma"]: Governor(
            cast(GovernorKind, row["kind"]),
            cast(EventType, row["event_type"]) if row["event_type"] else None,
            tuple(row["hearer"].split()),
        )
        for row in rows("reading", "governors.csv")
    }
