"""The words that dates are written with: months, weekdays, seasons, numbers, eras, and what they count."""

from __future__ import annotations

import re

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
FEASTS = {row["name"].lower(): (int(row["month"]), int(row["day"])) for row in rows("reading", "feasts.csv")}
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

ONES = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
TENS = listed("twenty thirty forty fifty sixty seventy eighty ninety")
NUMBERS: dict[str, float] = {
    **{word: number for number, word in enumerate(ONES)},
    **{word: 10 * number for number, word in enumerate(TENS, start=2)},
    "a": 1,
    "an": 1,
    "another": 1,
    "couple": 2,
    "dozen": 12,
    "hundred": 100,
    "half": 0.5,
}
ORDINAL_ONES = listed(
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
ORDINALS = {
    **{word: number for number, word in enumerate(ORDINAL_ONES)},
    **{word[:-1] + "ieth": int(NUMBERS[word]) for word in TENS},
    "hundredth": 100,
    "last": -1,
    "final": -1,
}
DECADES = {word[:-1] + "ies": int(NUMBERS[word]) for word in TENS}
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
    "throughout in before every each once twice per annual annually yearly monthly weekly daily quarterly "
    "biennial biennially biannual biannually earlier later sometime anniversary anniversaries mark marks "
    "marked marking celebrate celebrates celebrated celebrating commemorate commemorates commemorated "
    "commemorating observe observes observed observing on fiscal financial budget fy b today tonight "
    "yesterday tomorrow recent coming past few several many ' ’ ‘ mon tue tues wed thu thur thurs fri sat "
    "sun "
    "minutes hours days weeks fortnights months years decades centuries first opening closing final weekend "
    "then overnight well close up so austral southern christmas new boxing immediately shortly "
    "soon"
)
OPENERS = frozenset(listed(_OPENING)).union(
    MONTHS, WEEKDAYS, (day + "s" for day in WEEKDAYS), SEASONS, NUMBERS, ORDINALS, DECADES, JUBILEES,
    (re.split(r"\W", name)[0].lower() for name in [*ERAS, *HIJRI_MONTHS]),
)  # fmt: skip
"""The words that a date can begin with."""


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
    if found := re.match(r"\d+", words):
        return int(found[0])
    return int(sum(ORDINALS.get(part, NUMBERS.get(part, 0)) for part in re.split(r"[-\s]", words.lower())))


def digits(words: str) -> int:
    """The number that the digits make, those that a scan took for letters too: '2nd', 'l2', '2O24'."""
    plain = words.lower().replace("l", "1").replace("o", "0")
    return int(re.sub(r"\D", "", plain))


def year_number(words: str) -> int:
    """The year that `YEAR` or `SCANNED_YEAR` matched, years of another era moved to the common one."""
    name = era_name(words)
    return int(re.sub(r"\D", "", words)) + ERAS[name][1] if name in ERAS else digits(words)


def era_name(words: str) -> str:
    """What stands beside the number: 'B.E.' of '2567 B.E.'."""
    return " ".join(re.sub(r"\d|[Yy]ear", "", words).split())


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
