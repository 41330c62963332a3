"""States in other languages, looked up by whole names; read on first use, in some 30 milliseconds.

`abroad.csv` (Unicode CLDR) and `capitals.csv` (GeoNames, CC BY 4.0) are made by `tools/gazetteer_names.py`;
`endonyms.csv` is written by hand.
"""

from __future__ import annotations

from functools import cache
from unicodedata import normalize

from comity.gazetteer.tables import bare, rows, split

_UNSPACED = "\u2e80"
"""From here on scripts are written without spaces between words."""
_LONG = 5
"""Letters from which a name is also known without its accents."""


def state_abroad(name: str) -> str | None:
    """The code of the one state that has this name, or a capital of this name, in some language.

    `None` where two states have it. Where words are not spaced, the beginning of the name is enough.
    """
    key = abroad_key(name)
    known = _states().get(key) or _states().get(_without_article(key))
    if known or name.isascii():
        return known
    if name[:1] >= _UNSPACED:
        return next((_states()[name[:end]] for end in range(len(name), 1, -1) if name[:end] in _states()), None)
    return _states().get(bare(key)) if len(key) >= _LONG else None


def abroad_key(name: str) -> str:
    """What a name is looked up by: lower case, composed, plain apostrophes."""
    return normalize("NFC", name).casefold().replace("’", "'")


def _without_article(name: str) -> str:
    first, _, rest = name.partition(" ")
    if first in _articles():
        return rest
    return name[2:] if name.startswith(("l'", "d'")) else name


@cache
def _articles() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("articles"))


@cache
def _states() -> dict[str, str]:
    tables = ("capitals", "abroad")
    made = {name: row["code"] for table in tables for row in rows(table) for name in split(row["names"])}
    return made | {abroad_key(name): row["code"] for row in rows("endonyms") for name in split(row["names"])}
