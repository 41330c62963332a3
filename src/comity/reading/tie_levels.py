"""Named levels of partnership: 'a comprehensive strategic partnership', 'strategic partners', 'an alliance'."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Token

from comity.ontology import Level, ladder_names, level_of
from comity.reading.recent import text_of

_LOOSE = 3
"""Levels from this rank on are bonds of their own; below are plain relations."""
_LAST = re.compile(r"partner(?:s|ships?)?|alliances?", re.IGNORECASE)
_LONG = 80
"""No wording is longer than this many characters."""


def rung_at(token: Token) -> tuple[Level, bool] | None:
    """The rung whose wording ends with a token, the longest, and whether it is that word alone."""
    if not _LAST.fullmatch(token.text) or token.nbor(-1 if token.i else 0).lower_ in {"trading", "trade"}:
        return None
    end = token.idx + len(token)
    found = _pattern().search(text_of(token.doc)[max(token.sent.start_char, end - _LONG) : end])
    if found is None:
        return None
    wording = re.sub(r"partners?$", "partnership", found.group().lower())
    level = level_of(wording)
    return (level, " " not in wording) if level and level.rank >= _LOOSE else None


@cache
def _pattern() -> re.Pattern[str]:
    """The wordings at the end of a text."""
    names = sorted((name for name in ladder_names() if "treaty" not in name), key=len, reverse=True)
    wordings = [re.sub("partnership$", "partner(?:ship|s)?", re.escape(name)) for name in names]
    return re.compile(r"\b(?:" + "|".join(wordings) + r")$", re.IGNORECASE)
