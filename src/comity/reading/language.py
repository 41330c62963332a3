"""Whether a text is in English, the one language that is read: by its small words."""

from __future__ import annotations

from spacy.tokens import Doc

from comity.reading.words import words

_ENOUGH, _ENGLISH = 12, 0.04
"""Words that a text needs to be judged by its small words, and the least share of them in English prose."""
UNDETERMINED = "und"


def language_of(doc: Doc) -> str:
    """'en' or, for any other language and for noise, 'und' (ISO 639).

    English that has few small words ('Malaysia frees nine') still has more of them than of other
    languages'. A text of a few words counts as English if its letters are Latin.
    """
    told = [token.lower_ for token in doc if any(map(str.isalpha, token.text))]
    if not told or sum(map(str.isascii, told)) < len(told) / 2:
        return UNDETERMINED if told else "en"
    if len(told) < _ENOUGH:
        return "en"
    english = sum(word in words("small") for word in told)
    other = sum(word in words("foreign small") for word in told)
    return "en" if english >= other and english >= _ENGLISH * len(told) else UNDETERMINED
