"""Patterns for the words of dates, out of which the rules of `_date_rules` are made."""

from __future__ import annotations

import re
from collections.abc import Iterable

from comity.reading._date_words import (
    ERAS,
    HIJRI_MONTHS,
    MONTHS,
    NUMBERS,
    ONES,
    ORDINAL_ONES,
    ORDINALS,
    SEASONS,
    TENS,
    WEEKDAYS,
)


def choice(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


FULL_MONTH = choice(name for name in MONTHS if len(name) > 4 or name in ("may", "june", "july"))
MONTH = rf"(?:{FULL_MONTH}\b|{choice(name for name in MONTHS if len(name) <= 4)}\b\.?)"
FULL_WEEKDAY = choice(WEEKDAYS)
WEEKDAY = rf"(?:{FULL_WEEKDAY}|(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\b\.?)"
SEASON = choice(SEASONS)
DAY = r"(?:(?:3[01]|[12]\d|0?[1-9]|(?=\w?\d)(?:3[01lo]|[12l][\dlo]))(?:st|nd|rd|th)?(?![^\W_]))"
"""Also as poor scans have it: 'l2' and '2O'."""


def _eras(*kinds: str) -> str:
    """Years of the eras of some kinds, their names with capitals as they are written."""
    names = [word for word, era in ERAS.items() if era[0] in kinds]
    before = choice(re.escape(word) for word in names if ERAS[word][2] != "after")
    after = choice(re.escape(word) for word in names if ERAS[word][2] != "before")
    return rf"(?-i:{before}\s?(?:[Yy]ear\s)?\d{{1,4}}(?!\d)|\d{{2,4}}\s?{after}(?!\w))"


ERA_YEAR = _eras("offset")
OTHER_YEAR = _eras("hijri", "spring")
HIJRI_MONTH = choice(HIJRI_MONTHS)
COMMON_YEAR = r"(?:(?:1\d|20)\d\d(?!\d))"
BARE_BUDDHIST = r"(?:2[45]\d\d(?!\d))"
SCANNED_YEAR = r"(?:(?=\w*\d)[1l][\dlo]{3}(?!\w)|2[0o][\dlo]{2}(?!\w))"
YEAR = rf"(?:{ERA_YEAR}|{COMMON_YEAR})"
NUMBER = (
    r"(?:\d{1,4}|half\sa|an?\scouple(?:\sof)?|an?\sdozen|an?\shundred|"
    rf"{choice(TENS)}[-\s]{choice(ONES[1:10])}|{choice(NUMBERS.keys() - {'half', 'couple'})})"
)
ORDINAL_WORD = rf"(?:{choice(TENS)}[-\s]{choice(ORDINAL_ONES[1:10])}|{choice(ORDINALS)})"
ORDINAL = rf"(?:\d{{1,3}}(?:st|nd|rd|th)|{ORDINAL_WORD})"
_BELOW_HUNDRED = rf"(?:{choice(TENS)}[-\s]{choice(ONES[1:10])}|{choice((*TENS, *ONES[1:]))})"
YEAR_WORDS = (
    rf"(?:(?:{choice(ONES[10:])}|twenty)\s(?:hundred(?:\sand)?\s)?{_BELOW_HUNDRED}"
    rf"|two\sthousand(?:\sand)?(?:\s{_BELOW_HUNDRED})?)"
)
SPAN_UNIT = "(?:minute|hour|day|week|fortnight|month|year|decade|centur(?:y|ie))"
PART = (
    r"(?:(?:very\s)?(?:early|mid|late)(?:-|\s)(?:in\s)?|"
    r"(?:the\s)?(?:beginning|start|outset|middle|end|close)\sof\s(?:the\s(?:year|month)\s)?)"
)
