"""What the steps ask of the same words again and again, kept for the texts read last.

An answer hangs on the parse alone, which no step changes; `RECENT` bounds how many texts are kept alive.
"""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Doc, Token

RECENT = 4_096
"""Words whose answers are kept: those of one long text, or of some short ones."""


@lru_cache(RECENT)
def words_below(token: Token) -> frozenset[str]:
    """The words of all that hangs under a token, itself among them, lower case."""
    return frozenset(word.lower_ for word in token.subtree)


@lru_cache(8)
def text_of(doc: Doc) -> str:
    """The text of a parse, which `Doc.text` puts together anew from all its words."""
    return doc.text
