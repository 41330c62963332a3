"""What an act is about: the words of its sentence that are neither names nor said of any act."""

from __future__ import annotations

import re
from functools import cache

from comity.tables import rows

_LETTERS = 5
"""Words that begin with the same so many letters are forms of one: 'extradite', 'extradition'."""
_WORD = re.compile(r"(?<![\w’'-])[a-z]{4,}")


def topics(sentence: str) -> frozenset[str]:
    """The beginnings of the words that say what an act is about; names, with their capitals, are left out."""
    return frozenset(word[:_LETTERS] for word in _WORD.findall(sentence) if word not in _general())


@cache
def _general() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("ledger", "general.csv"))
