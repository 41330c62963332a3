"""On which side of one state another lies, as far as their capitals tell: 'its northern neighbour'."""

from __future__ import annotations

import math

from comity.gazetteer.places import capitals_at

_TOWARDS = {"northern": 0.0, "eastern": 90.0, "southern": 180.0, "western": 270.0}
_WIDE = 70.0
"""How many degrees off the straight direction still count."""


def lies(code: str, direction: str, of: str) -> bool:
    """Whether the capital of `code` lies 'northern', 'eastern' ... of that of `of`; false if one is unknown."""
    places = capitals_at()
    if code not in places or of not in places or code == of:
        return False
    (north, east), (own_north, own_east) = places[code], places[of]
    across = (east - own_east + 180) % 360 - 180
    angle = math.degrees(math.atan2(across * math.cos(math.radians(own_north)), north - own_north))
    return abs((angle - _TOWARDS[direction] + 180) % 360 - 180) <= _WIDE


def is_direction(word: str) -> bool:
    """Whether a word, lower case, is one of the four."""
    return word in _TOWARDS
