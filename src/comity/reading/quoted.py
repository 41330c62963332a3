"""What stands between quotation marks, and whose words they are."""

from __future__ import annotations

import re
from functools import lru_cache

from spacy.tokens import Token

from comity.reading.frames import act_words
from comity.reading.layers import Parsed
from comity.reading.subjects import surface_subjects

_QUOTED = re.compile(r"“[^”\n]*(?:”|\n|$)|\"[^\"\n]*(?:\"|\n|$)")


@lru_cache(maxsize=8)
def quotations(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches of a text between quotation marks; one that is not closed ends with its paragraph."""
    return tuple(found.span() for found in _QUOTED.finditer(text))


def quotation_at(text: str, at: int) -> tuple[int, int] | None:
    """The quotation that a character stands in."""
    return next((span for span in quotations(text) if span[0] < at < span[1]), None)


def sayer(parsed: Parsed, at: int) -> Token | None:
    """The subject of the verb of saying that brings the quotation around a character.

    It stands in a sentence with the quotation, outside of it; a quotation without one goes on from the
    quotation before it in the paragraph.
    """
    text = parsed.text
    span = quotation_at(text, at)
    start = text.rfind("\n\n", 0, at) + 1
    while span is not None:
        if (found := _beside(parsed, span)) is not None:
            return found
        earlier = [one for one in quotations(text) if start <= one[0] and one[1] <= span[0]]
        span = earlier[-1] if earlier else None
    return None


def _beside(parsed: Parsed, span: tuple[int, int]) -> Token | None:
    words = parsed.doc.char_span(*span, alignment_mode="expand")
    if words is None or not len(words):
        return None
    behind = [token for token in words[-1].sent if token.idx >= span[1]]
    before = [token for token in reversed(words[0].sent) if token.idx < span[0]]
    if words.end < len(parsed.doc) and words[-1].is_sent_end:  # '"We regret it." Tan said.'
        following = parsed.doc[words.end].sent
        behind += list(following[:3]) if following.start_char - span[1] <= 1 else []
    said = (
        token for token in (*behind, *before) if _is_saying(token) and quotation_at(parsed.text, token.idx) is None
    )
    return next((subject for verb in said for subject in surface_subjects(verb)), None)


def _is_saying(token: Token) -> bool:
    return token.pos_ == "VERB" and token.lemma_ in act_words("saying")
