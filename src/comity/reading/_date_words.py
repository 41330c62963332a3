"""The words that dates are written with: months, weekdays, seasons, numbers, and patterns made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from comity.tables import rows


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
MONTHS |= {row["word"].lower(): int(row["month"]) for row in rows("reading", "misspelt_months.csv")}
FEASTS = {
    row["name"].lower(): (int(row["month"]), int(row["day"])) for row in rows("reading", "feasts.csv")
}
"""Days of the year that have a name, with month and day."""
ERAS = {
    word: (row["kind"], int(row["first"]), row["place"])
    for row in rows("reading", "eras.csv")
    for word in row["words"].split("|")
}
"""Ways to count years: how the year is laid, what is added to its number, on which side its name stands."""
HIJRI_MONTHS = {
    name.lower(): int(row["number"])
    for row in rows("reading", "hijri_months.csv")
    for name in row["names"].split("|")
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
    "minutes hours days weeks fortnights months years decades centuries first opening closing final weekend "
    "overnight well close up so austral southern christmas new boxing seconds moments immediately shortly soon"
)
OPENERS = frozenset(listed(_OPENING)).union(
    MONTHS, WEEKDAYS, (day + "s" for day in WEEKDAYS), SEASONS, NUMBERS, ORDINALS, DECADES, JUBILEES,
    (re.split(r"\W", name)[0].lower() for name in [*ERAS, *HIJRI_MONTHS]),
)  # fmt: skip
"""The words that a date can begin with."""


def choice(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


FULL_MONTH = choice(name for name in MONTHS if len(name) > 4 or name in ("may", "june", "july"))
MONTH = rf"(?:{FULL_MONTH}\b|{choice(name for name in MONTHS if len(name) <= 4)}\b\.?)"
FULL_WEEKDAY = choice(WEEKDAYS)
WEEKDAY = rf"(?:{FULL_WEEKDAY}|(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\b\.?)"
SEASON = choice(SEASONS)
DAY = (
    r"(?:(?:3[01]|[12]\d|0?[1-9]|(?=\w?\d)(?:3[01lo]|[12l][\dlo]))(?:st|nd|rd|th)?(?![^\W_])(?!/\d))"
)
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
    rf"{choice(_TENS)}[-\s]{choice(_ONES[1:10])}|{choice(NUMBERS.keys() - {'half', 'couple'})})"
)
ORDINAL_WORD = rf"(?:{choice(_TENS)}[-\s]{choice(_ORDINAL_ONES[1:10])}|{choice(ORDINALS)})"
ORDINAL = rf"(?:\d{{1,3}}(?:st|nd|rd|th)|{ORDINAL_WORD})"
_BELOW_HUNDRED = rf"(?:{choice(_TENS)}[-\s]{choice(_ONES[1:10])}|{choice((*_TENS, *_ONES[1:]))})"
YEAR_WORDS = (
    rf"(?:(?:{choice(_ONES[10:])}|twenty)\s(?:hundred(?:\sand)?\s)?{_BELOW_HUNDRED}"
    rf"|two\sthousand(?:\sand)?(?:\s{_BELOW_HUNDRED})?)"
)
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


def digits(words: str) -> int:
    """The number that the digits make, those that a scan took for letters too: '2nd', 'l2', '2O24'."""
    plain = words.lower().replace("l", "1").replace("o", "0")
    return int(re.sub(r"\D", "", plain))


def year_number(words: str) -> int:
    """The year that `YEAR` or `SCANNED_YEAR` matched, years of another era moved to the common one."""
    name = re.sub(r"[\d\s]|[Yy]ear", "", words)
    return digits(re.sub(r"[^\d]", "", words)) + ERAS[name][1] if name in ERAS else digits(words)


def worded_year(words: str) -> int:
    """The year that `YEAR_WORDS` matched: 'nineteen hundred and ninety-one', 'two thousand and five'."""
    parts = [NUMBERS[part] for part in re.findall(r"[a-z]+", words.lower()) if part in NUMBERS]
    hundreds = 20 if "thousand" in words.lower() else parts[0]
    rest = [part for part in parts[1:] if part != 100]
    return int(hundreds * 100 + sum(rest))


def unit(word: str) -> str:
    """The unit that `SPAN_UNIT` matched, in the singular."""
    return "century" if word.lower().startswith("centur") else word.lower().removesuffix("s")


def part(words: str | None) -> str | None:
    """'early', 'mid' or 'late' for what `PART` matched."""
    if not words:
        return None
    word = words.lower().strip().removeprefix("very ").removeprefix("the ")
    return next((name for start, name in _PARTS.items() if word.startswith(start)), "late")
