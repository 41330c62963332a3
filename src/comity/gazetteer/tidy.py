"""A mention as it came, made ready: without what stands around it, with the capitals that names are found by."""

from __future__ import annotations

import re
from functools import lru_cache

from comity.gazetteer.matcher import plain
from comity.gazetteer.phrases import kind_of
from comity.gazetteer.wider import is_abbreviation

_WRAPPING = " \"'“”‘’«»,;:!?…"
_AMOUNT = re.compile(
    r"^(?:(?:dozens|scores|hundreds|tens|thousands|millions|handful|number|majority|group|groups|couple|most|many"
    r"|some|one|two|three|four|five|crowd|crowds|members|convoy|all|part|parts|any|none|each|bunch|lots|pair)"
    r" of (?:(?:the|its|their) )?)+",
    re.IGNORECASE,
)
_ENDS = ("'", "'s", ".")
_END = re.compile(r"['’]s?$|(?<!\.\w)(?<!\b[A-Z][a-z])\.$")
_INITIAL = re.compile(r"\b([A-Z][a-z]+) (?:[A-Z]\. ?)+(?=[A-Z][a-z])")
_SMALL = re.compile(r"\b(?!(?:of|the|and|in|to|for|from|at|on|by|with|s)\b)[^\W\d_][^\W_]*")


def tidy(mention: str) -> str:
    """The words of a mention; lower-case ones get capitals, middle initials go."""
    text = _without_article(plain(" ".join(mention.split())).strip(_WRAPPING))
    if " of " in text:
        text = _without_article(_AMOUNT.sub("", text))
    if text.endswith(_ENDS):
        text = _END.sub("", text)
    if text.islower():
        text = _SMALL.sub(lambda word: _capital(word[0]), text)
    return _INITIAL.sub(r"\1 ", text) if ". " in text else text


def _without_article(text: str) -> str:
    """'Some officials' as 'officials'; a capital 'The' stays, for it may be part of a name."""
    first, _, rest = text.partition(" ")
    drops = rest and first != "The" and kind_of(first) in {"skip", "amount"}
    return rest if drops else text


@lru_cache(maxsize=1 << 14)
def _capital(word: str) -> str:
    """'thai' as 'Thai', 'uk' as 'UK'."""
    return word.upper() if is_abbreviation(word.upper()) else word[0].upper() + word[1:]
