"""A marked sentence as the encoder takes it: word pieces, '@' about the actor, '#' about the recipient."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from comity.learned.marked import Marked

_FIRST, _LAST, _ACTOR, _RECIPIENT = 101, 102, 1030, 1001
"""The numbers of [CLS], [SEP], '@' and '#' among the word pieces."""
_LONGEST, _LONGEST_PARTY = 200, 12
"""Pieces of a sentence and of a party; what is beyond is cut."""
Coded = tuple[list[int], tuple[int, int]]
"""The numbers, and where the two marks stand among them; 0 for a party that is not marked."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of the encoder's vocabulary."""

    tokenizer: Any

    @classmethod
    def of(cls, folder: Path) -> Pieces:
        """Those of the model in a folder."""
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return cls(tokenizer)

    def code(self, marked: Marked, names: tuple[str, str] | None = None) -> Coded:
        """The sentence in numbers; `names` stand for the words of the parties where they are given."""
        numbers, places, at = [_FIRST], [0, 0], 0
        for party, (start, end) in _parties(marked):
            if start < at:
                continue
            numbers += self._numbers(marked.text[at:start])
            places[party] = len(numbers)
            own = self._numbers(names[party] if names else marked.text[start:end])[:_LONGEST_PARTY]
            mark = (_ACTOR, _RECIPIENT)[party]
            numbers += [mark, *own, mark]
            at = end
        numbers += self._numbers(marked.text[at:])
        first, second = (min(place, _LONGEST) for place in places)
        return [*numbers[:_LONGEST], _LAST], (first, second)

    def _numbers(self, text: str) -> list[int]:
        return list(self.tokenizer.encode(text, add_special_tokens=False).ids)


def _parties(marked: Marked) -> list[tuple[int, tuple[int, int]]]:
    """The parties that are marked, 0 the actor and 1 the recipient, in text order."""
    named = [(party, span) for party, span in enumerate((marked.actor, marked.recipient)) if span is not None]
    return sorted(named, key=lambda one: one[1])
