"""Whether a text is in English, the one language that is read: by its small words."""

from __future__ import annotations

from spacy.tokens import Doc

from comity.reading.words import words

_ENOUGH, _ENGLISH = 12, 0.12
"""Words that a text needs to be judged by its small words, and their share in English of any kind."""
UNDETERMINED = "und"


def language_of(doc: Doc) -> str:
    """'en' or, for any other language and for noise, 'und' (ISO 639).

    Prose has a quarter to a half of small words, lists and headlines fewer; French, Spanish or Indonesian
    text has less than a tenth of those that are English. A text of a few words counts as English if its
    letters are Latin.
    """
    told = [token.lower_ for token in doc if any(map(str.isalpha, token.text))]
    if not told or sum(map(str.isascii, told)) < len(told) / 2:
        return UNDETERMINED if told else "en"
    if len(told) < _ENOUGH:
        return "en"
    small = sum(word in words("small") for word in told)
    return "en" if small >= _ENGLISH * len(told) else UNDETERMINED
