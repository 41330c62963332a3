"""One telling of a tie."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from comity.reading.layers import Sentence
from comity.reading.tie_words import Effect
from comity.record.values import TieKind

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Telling:
    """What one place of a text says of a tie.

    `date` is the partial date of the effect; `since` says that a tie that lasts began then.
    `by_envoy` says that only an envoy shows the mission, `counted` that its date was counted back from an
    anniversary. `noun` is the lemma of the thing and `noun_at` the index of its token, where there is one.
    """

    kind: TieKind
    parties: Pair
    effect: Effect
    date: str | None
    sentence: Sentence
    trigger: Token
    noun: str = ""
    noun_at: int = -1
    name: str | None = None
    level: str | None = None
    since: bool = False
    by_envoy: bool = False
    counted: bool = False
    confidence: float = 0.85


def same_owner(found: tuple[Pair, ...], known: tuple[Pair, ...]) -> bool:
    """Whether two words tell of the same owner's thing, of which the first told more plainly where it is."""
    return len(found) == len(known) == 1 and found[0][0] == known[0][0]
