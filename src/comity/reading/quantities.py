"""Numbers, lengths of time and sums as texts write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from comity.record import Amount
from comity.tables import rows

if TYPE_CHECKING:
    from spacy.tokens import Token

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBERS = {word: number for number, word in enumerate(_SMALL.split())} | {
    word: 10 * number for number, word in enumerate(_TENS.split(), 2)
}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
ORDINALS = {word: number for number, word in enumerate(_ORDINALS.split(), 1)} | {
    "twentieth": 20,
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60,
    "seventieth": 70,
    "eightieth": 80,
    "ninetieth": 90,
    "hundredth": 100,
    "centenary": 100,
}
UNITS = {
    "year": ("Y", 1),
    "decade": ("Y", 10),
    "century": ("Y", 100),
    "month": ("M", 1),
    "week": ("W", 1),
    "fortnight": ("W", 2),
    "day": ("D", 1),
}
_NUMERAL = re.compile(r"\d[\d,]*(?:\.\d+)?$")
_ORDINAL_NUMERAL = re.compile(r"(\d+)(?:st|nd|rd|th)$")


@cache
def _units(kind: str) -> dict[str, str]:
    """Signs and codes before a figure, or names after it, lower case, with the unit of each."""
    return {row["word"].lower(): row["unit"] for row in rows("reading", "amount_units.csv") if row["kind"] == kind}


@cache
def _amount() -> re.Pattern[str]:
    signs, codes, names = (
        "|".join(sorted(map(re.escape, _units(kind)), key=len, reverse=True)) for kind in ("sign", "code", "name")
    )
    small = "|".join(name for name in _NUMBERS if name != "zero")
    figure = (
        rf"(?P<%s>\d[\d,]*(?:\.\d+)?|\b(?:(?:{_TENS.replace(' ', '|')})-)?(?:{small}|half\ a)\b)"
        r"(?:[ -]?(?P<%s>hundred|thousand|million|billion|trillion|m|bn)\b)?"
    )
    before, after = figure % ("number", "scale"), figure % ("number2", "scale2")
    return re.compile(
        rf"(?P<sign>{signs}|(?-i:\b(?:{codes.upper()})\b))\s?{before}"
        rf"|{after}(?:\s|-)?(?P<unit>(?:{names})(?:s|es)?\b|%)",
        re.IGNORECASE,
    )


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount with its place in the text."""

    start: int
    end: int
    amount: Amount


def number(token: Token) -> float | None:
    """The value of a number word or numeral with those before it ('1.2 billion', 'twenty-two')."""
    value = _plain(token.lower_)
    if value is None:
        return None
    for item in token.children:
        part = _plain(item.lower_) if item.dep_ == "compound" else None
        if part is not None:
            value = part * value if value >= 100 else part + value
    return value


def _plain(form: str) -> float | None:
    if _NUMERAL.match(form):
        return float(form.replace(",", ""))
    found = _NUMBERS.get(form, _SCALES.get(form))
    return None if found is None else float(found)


def ordinal(token: Token) -> int | None:
    """Which one: 'sixtieth' and '60th' are 60; `None` for other words."""
    numeral = _ORDINAL_NUMERAL.match(token.lower_)
    return int(numeral.group(1)) if numeral else ORDINALS.get(token.lower_)


def counted(noun: Token) -> float | None:
    """How many of a noun: its number, 0.5 for 'half a', 1 for 'a', `None` where not said."""
    for item in noun.children:
        if item.dep_ == "nummod":
            return number(item)
    if any(item.lower_ == "half" for item in noun.children):
        return 0.5
    article = any(item.lower_ in {"a", "an", "one"} for item in noun.children)
    return 1.0 if article and noun.tag_ == "NN" else None


def length(unit: Token) -> str | None:
    """A length of time in ISO 8601 ('P8Y') of a noun such as 'years'; `None` without a number."""
    found, many = UNITS.get(unit.lemma_.lower()), counted(unit)
    if found is None or many is None:
        return None
    letter, size = found
    return f"P{many * size:g}{letter}"


def hyphened(unit: Token) -> float | None:
    """How many of a unit before a noun: 2 for 'two-day visit', 34 for '34-member mission'."""
    if unit.i < 2 or unit.nbor(-1).text not in {"-", "‑", "–"}:
        return None
    return number(unit.nbor(-2))


def sums(text: str, start: int, end: int) -> Iterator[Sum]:
    """The sums of money, shares and quantities between two characters of a text, in order."""
    return map(_sum, _amount().finditer(text, start, end))


def sum_from(text: str, first: int, last: int, end: int) -> Sum | None:
    """The first sum before `end` that begins between two characters."""
    found = (_amount().match(text, at, end) for at in range(first, last + 1))
    return next((_sum(match) for match in found if match), None)


def _sum(match: re.Match[str]) -> Sum:
    figure = (match["number"] or match["number2"]).replace(",", "").lower()
    scale = (match["scale"] or match["scale2"] or "").lower()
    value = _value(figure) * {"m": 1e6, "bn": 1e9, "": 1.0, **_SCALES}[scale]
    return Sum(match.start(), match.end(), Amount(value=value, unit=_unit(match)))


def _value(figure: str) -> float:
    """'1.5', 'twenty-five', 'half a'."""
    if figure[0].isdigit():
        return float(figure)
    return 0.5 if figure == "half a" else float(sum(_NUMBERS[part] for part in figure.split("-")))


def _unit(match: re.Match[str]) -> str:
    if match["sign"]:
        name = match["sign"].lower()
        return _units("sign").get(name) or _units("code")[name]
    name, names = match["unit"].lower(), {**_units("name"), "%": "percent"}
    return next(names[form] for form in (name, name.removesuffix("s"), name.removesuffix("es")) if form in names)
