"""Finding many names in a text at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick, Implementation

_PLAIN = {"’": "'", "‘": "'", "\n": " ", "\t": " ", "\u00a0": " ", "\u202f": " "}

_UNSPACED = "\u2e80"
"""From here on scripts are written without spaces between words."""
_HALF = re.compile("[\ud800-\udfff]")
_INITIAL = re.compile(r"\.\w\.")
"""More of an abbreviation: 'U.S' is no name in 'U.S.S. Enterprise'."""


def plain(text: str) -> str:
    """The text with straight apostrophes and plain spaces, of the same length."""
    if text.isascii() and "\n" not in text and "\t" not in text:
        return text
    for char, other in _PLAIN.items():  # a tenth of the time that str.translate takes
        text = text.replace(char, other)
    return text


class Matcher:
    """Longest matches on word boundaries, left to right, not overlapping. Case counts."""

    def __init__(self, names: Iterable[str]) -> None:
        self._automaton = AhoCorasick(names, implementation=Implementation.ContiguousNFA)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Spans in a text that `plain` made; cost is linear in its length."""
        end = 0
        # All matches are asked for, not the longest only: a longest one that ends inside a word would
        # hide a shorter one that does not ('Georgia Tech' in 'Georgia Technologies').
        hits = self._automaton.find_matches_as_indexes(text if text.isascii() else _whole(text), overlapping=True)
        for first, negative_last in sorted((start, -last) for _, start, last in hits):
            if first >= end and _on_boundaries(text, first, -negative_last):
                end = -negative_last
                yield first, end


def _whole(text: str) -> str:
    """The text without halves of surrogate pairs, which the automaton cannot take, of the same length."""
    return _HALF.sub("\N{REPLACEMENT CHARACTER}", text)


def _on_boundaries(text: str, start: int, end: int) -> bool:
    if start and _joins(text[start - 1]):
        return False
    return end >= len(text) or not (_joins(text[end], "_$") or _INITIAL.match(text, end))


def _joins(char: str, others: str = "_") -> bool:
    return (char.isalnum() and char < _UNSPACED) or char in others
