"""Numbers, lengths of time and sums as texts write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from comity.record import Amount

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
UNITS = {"year": ("Y", 1), "decade": ("Y", 10), "century": ("Y", 100), "month": ("M", 1)}
_NUMERAL = re.compile(r"\d[\d,]*(?:\.\d+)?$")
_ORDINAL_NUMERAL = re.compile(r"(\d+)(?:st|nd|rd|th)$")

_FIGURE = r"(?P<number>\d[\d,]*(?:\.\d+)?)(?:[ -]?(?P<scale>thousand|million|billion|trillion|m|bn)\b)?"
_SIGNS = {
    "us$": "USD",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "a$": "AUD",
    "nz$": "NZD",
    "c$": "CAD",
}
_CURRENCIES = {
    "dollar": "USD",
    "us dollar": "USD",
    "u.s. dollar": "USD",
    "euro": "EUR",
    "yen": "JPY",
    "yuan": "CNY",
    "rouble": "RUB",
    "ruble": "RUB",
    "franc": "CHF",
    "dirham": "AED",
    "riyal": "SAR",
    "rand": "ZAR",
}
_MEASURES = {"percent": "percent", "per cent": "percent", "%": "percent", "tonne": "tonnes", "ton": "tons"}
_MEASURES |= {"barrel": "barrels", "tourist": "tourists", "visitor": "visitors"}
_AMOUNT = re.compile(
    rf"(?P<sign>US\$|A\$|NZ\$|C\$|[$€£¥])\s?{_FIGURE}"
    rf"|{_FIGURE.replace('<number>', '<number2>').replace('<scale>', '<scale2>')}\s?"
    r"(?P<unit>%|per\ cent|percent|(?:US\ |U\.S\.\ )?[a-z]+)",
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


def sums(text: str, start: int, end: int) -> Iterator[Sum]:
    """The sums of money, shares and quantities between two characters of a text, in order."""
    for match in _AMOUNT.finditer(text, start, end):
        unit = _unit(match)
        if unit is not None:
            figure = (match["number"] or match["number2"]).replace(",", "")
            scale = (match["scale"] or match["scale2"] or "").lower()
            value = float(figure) * {"m": 1e6, "bn": 1e9, "": 1.0, **_SCALES}[scale]
            yield Sum(match.start(), match.end(), Amount(value=value, unit=unit))


def _unit(match: re.Match[str]) -> str | None:
    if match["sign"]:
        return _SIGNS[match["sign"].lower()]
    name = match["unit"].lower()
    name = name if name in _MEASURES or name in _CURRENCIES else name.removesuffix("s")
    return _CURRENCIES.get(name, _MEASURES.get(name))
