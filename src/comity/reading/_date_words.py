"""The words that dates are written with: months, weekdays, seasons, numbers, and patterns made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable


def listed(words: str) -> tuple[str, ...]:
    """The words of a text, one by one."""
    return tuple(words.split())


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The month a season begins in, north of the equator; each lasts three."""

_ONES = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = listed("twenty thirty forty fifty sixty seventy eighty ninety")
NUMBERS: dict[str, float] = {
    **{word: number for number, word in enumerate(_ONES)},
    **{word: 10 * number for number, word in enumerate(_TENS, start=2)},
    "a": 1,
    "an": 1,
    "another": 1,
    "couple": 2,
    "dozen": 12,
    "hundred": 100,
    "half": 0.5,
}
_ORDINAL_ONES = listed(
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
ORDINALS = {
    **{word: number for number, word in enumerate(_ORDINAL_ONES)},
    **{word[:-1] + "ieth": int(NUMBERS[word]) for word in _TENS},
    "hundredth": 100,
    "last": -1,
    "final": -1,
}
DECADES = {word[:-1] + "ies": int(NUMBERS[word]) for word in _TENS}
JUBILEES = {
    "silver": 25,
    "ruby": 40,
    "golden": 50,
    "diamond": 60,
    "platinum": 70,
    "centenary": 100,
    "centennial": 100,
    "bicentenary": 200,
    "bicentennial": 200,
}

_OPENING = (
    "the a an some about around almost nearly just only over more less at roughly barely exactly early "
    "mid late very beginning start outset middle end close this last next that same for within during "
    "throughout in every each once twice per annual annually yearly monthly weekly daily quarterly "
    "biennial biennially biannual biannually earlier later sometime anniversary anniversaries mark marks "
    "marked marking celebrate celebrates celebrated celebrating commemorate commemorates commemorated "
    "commemorating observe observes observed observing on fiscal financial budget fy b today tonight "
    "yesterday tomorrow recent coming past few several many ' ’ ‘ mon tue tues wed thu thur thurs fri sat "
    "sun "
    "minutes hours days weeks fortnights months years decades centuries"
)
OPENERS = frozenset(listed(_OPENING)).union(
    MONTHS, WEEKDAYS, (day + "s" for day in WEEKDAYS), SEASONS, NUMBERS, ORDINALS, DECADES, JUBILEES
)
"""The words that a date can begin with."""


def choice(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


FULL_MONTH = choice(name for name in MONTHS if len(name) > 4 or name in ("may", "june", "july"))
MONTH = rf"(?:{FULL_MONTH}\b|{choice(name for name in MONTHS if len(name) <= 4)}\b\.?)"
FULL_WEEKDAY = choice(WEEKDAYS)
WEEKDAY = rf"(?:{FULL_WEEKDAY}|(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\b\.?)"
SEASON = choice(SEASONS)
DAY = r"(?:(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d))"
BUDDHIST = r"(?-i:B\.?E\.?\s?2[3-6]\d\d(?!\d)|2[3-6]\d\d\s?(?:B\.E\.|BE\b))"
COMMON_YEAR = r"(?:(?:1\d|20)\d\d(?!\d))"
YEAR = rf"(?:{BUDDHIST}|{COMMON_YEAR})"
NUMBER = (
    r"(?:\d{1,4}|half\sa|an?\scouple(?:\sof)?|an?\sdozen|an?\shundred|"
    rf"{choice(_TENS)}[-\s]{choice(_ONES[1:10])}|{choice(NUMBERS.keys() - {'half', 'couple'})})"
)
ORDINAL = rf"(?:\d{{1,3}}(?:st|nd|rd|th)|{choice(_TENS)}[-\s]{choice(_ORDINAL_ONES[1:10])}|{choice(ORDINALS)})"
SPAN_UNIT = "(?:minute|hour|day|week|fortnight|month|year|decade|centur(?:y|ie))"
PART = (
    r"(?:(?:very\s)?(?:early|mid|late)(?:-|\s)(?:in\s)?|"
    r"(?:the\s)?(?:beginning|start|outset|middle|end|close)\sof\s(?:the\s(?:year|month)\s)?)"
)
_PARTS = {
    "early": "early",
    "begin": "early",
    "start": "early",
    "outse": "early",
    "mid": "mid",
    "middl": "mid",
}


def month_number(word: str) -> int:
    """1 to 12 for a month's name, whole or short."""
    return MONTHS[word.lower().rstrip(".")]


def number(words: str) -> float:
    """The number that `NUMBER` matched: '12', 'twenty-one', 'a couple of', 'half a'."""
    parts = [part for part in re.split(r"[-\s]", words.lower()) if part != "of"]
    if parts[0].isdecimal():
        return float(parts[0])
    if parts[0] in ("a", "an") and len(parts) > 1:
        parts = parts[1:]
    if parts[0] == "half":
        return 0.5
    return sum(NUMBERS[part] for part in parts)


def ordinal(words: str) -> int:
    """The number that `ORDINAL` matched; -1 for 'last'."""
    digits = re.match(r"\d+", words)
    if digits:
        return int(digits[0])
    return int(sum(ORDINALS.get(part, NUMBERS.get(part, 0)) for part in re.split(r"[-\s]", words.lower())))


def year_number(words: str) -> int:
    """The year that `YEAR` matched, Buddhist-era years moved to the common era."""
    found = int("".join(re.findall(r"\d", words)))
    return found - 543 if re.search("[bB]", words) else found


def unit(word: str) -> str:
    """The unit that `SPAN_UNIT` matched, in the singular."""
    return "century" if word.lower().startswith("centur") else word.lower().removesuffix("s")


def part(words: str | None) -> str | None:
    """'early', 'mid' or 'late' for what `PART` matched."""
    if not words:
        return None
    word = words.lower().strip().removeprefix("very ").removeprefix("the ")
    return next((name for start, name in _PARTS.items() if word.startswith(start)), "late")
