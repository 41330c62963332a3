"""Why a measure has no number, or what to mind with it, in the language of the moment."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from comity.languages import say, spoken

_GAP = re.compile(r"[A-Z]{3}>[A-Z]{3}|(?<=')[A-Z]{3}(?=')|\b\d+(?:\.\d+)?")
_NONE: Mapping[str, str] = MappingProxyType({})


def reason(told: str, ways: Mapping[str, str] = _NONE) -> str:
    """What a measure tells, with names for its `ways` ('KHM>KOR').

    Measures tell it in English. Catalogues know it with a gap for each number, way and code, in their order:
    '{g1} periods; at least {g2} are needed'.
    """
    if spoken() == "en":
        return _GAP.sub(lambda found: ways.get(found[0], found[0]), told)
    found = _GAP.findall(told)
    places = iter(range(1, len(found) + 1))
    text = _GAP.sub(lambda _: f"{{g{next(places)}}}", told)
    return say(text, **{f"g{at}": ways.get(one) or _number(one) for at, one in enumerate(found, 1)})


def _number(told: str) -> object:
    if not told[0].isdigit():
        return told
    return float(told) if "." in told else int(told)
