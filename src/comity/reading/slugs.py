"""Names as ids: lower case, ASCII where it can be, words joined by hyphens."""

import re
import unicodedata

_LATIN = str.maketrans(
    {
        "ı": "i",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "’": "",
        "'": "",
    }
)
"""Latin letters that Unicode does not take apart into a plain one and a mark."""


def plain_letters(text: str) -> str:
    """Lower case without accents and apostrophes: 'Aydınlı' to 'aydinli'."""
    parts = unicodedata.normalize("NFKD", text.lower().translate(_LATIN))
    return "".join(char for char in parts if not unicodedata.combining(char)).translate(_LATIN)


def slug(name: str) -> str:
    """'Norodom Sihanouk' to 'norodom-sihanouk'; letters of other scripts are kept."""
    plain = plain_letters(name)
    return re.sub(r"[^\w]+", "-", plain).strip("-") or "unnamed"
