"""Persons by name: words in any order, with a letter wrong, but never one person for another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from comity.gazetteer.tables import fold

Words = frozenset[str]
Forms = tuple[Words, ...]
_SHORT, _LONG = 5, 8
"""Letters: a shorter word has to be exact ('Moon' is not 'Yoon'), a longer one may have two slips."""
_NEAR = 60.0
"""Names at least this alike are worth suggesting."""


@lru_cache(maxsize=65536)
def words_of(name: str) -> Words:
    """The words of a name, folded; 'Jung-wook' is two."""
    return frozenset(re.findall(r"\w+", name.lower() if name.isascii() else fold(name)))


def fitting(names: Iterable[str], *queries: str) -> set[str]:
    """The names that one of the queries may mean: those with all its words, in any order and however hyphened.

    A name of several words also fits a longer query ('Samdech Hun Manet'). Only where no name has the words
    as they are do misspelt ones count.
    """
    known = {name: _forms(name) for name in names}
    asked = [_forms(query) for query in queries]
    for contains in (_has, _has_nearly):
        found = {name for name, forms in known.items() if any(_fits(query, forms, contains) for query in asked)}
        if found:
            return found
    return set()


def nearest(names: Iterable[str], query: str, limit: int) -> list[str]:
    """Names somewhat like a query, the likest first."""
    found = process.extract(
        query, sorted(set(names)), scorer=fuzz.WRatio, processor=fold, limit=limit, score_cutoff=_NEAR
    )
    return [name for name, _, _ in found]


def _forms(name: str) -> Forms:
    """The words with hyphened ones apart, and as one where there are any: 'Jungwook'."""
    apart = words_of(name)
    return (apart, words_of(name.replace("-", ""))) if "-" in name else (apart,)


def _fits(query: Forms, name: Forms, contains: Callable[[Words, Words], bool]) -> bool:
    return any(
        contains(theirs, asked) or (len(theirs) > 1 and contains(asked, theirs))
        for asked in query
        for theirs in name
    )


def _has(name: Words, words: Words) -> bool:
    return bool(words) and words <= name


def _has_nearly(name: Words, words: Words) -> bool:
    """Whether each word is in the name or a misspelling of another word of it."""
    missing, rest = words - name, name - words
    near = all(any(_is_misspelt(word, one) for one in rest) for word in missing)
    return near and 0 < len(missing) <= len(rest)


def _is_misspelt(word: str, other: str) -> bool:
    slips = 2 if len(word) >= _LONG else 1
    return len(word) >= _SHORT and OSA.distance(word, other, score_cutoff=slips) <= slips
