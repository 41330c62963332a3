"""The body of a text: its words without headline, byline, dateline, credit and what a site puts around it."""

from __future__ import annotations

import re
from functools import cache

from comity.tables import rows

_HEADING_WORDS = 14
"""A paragraph of so few words that ends without a stop is a headline, a byline or a label."""
_STOPPED = re.compile(r"[.!?…][”’\"')\]]*$")
_BYLINE = re.compile(r"By(?: [A-Z][\w.’'-]*){1,5}(?:(?:,| and) [\w ,.’'-]{1,60})?$")
_DATELINE = re.compile(r"(?:[A-Z][^.!?\n]{0,60}?|)(?:\([A-Za-z][\w ./-]{1,30}\)\s*[-–—:]*|[-–—]+)\s+(?=[A-Z“\"])")
_CREDIT = re.compile(r"(?<=[.!?”\"])\s*[(–—/-]+\s*[A-Z][\w./ -]{1,30}\)?\.?$")
_WORD = re.compile(r"\d+(?:[.,]\d+)+|\w+(?:['’]\w+)*")
_FIRST = re.compile(r"(?:^|[.!?:\n“\"])\W*\w+")


def words(text: str) -> tuple[str, ...]:
    """The words of the body, the first of each sentence in lower case: a capital is left to names alone.

    Where all is frame, those of the whole text.
    """
    return tuple(_WORD.findall(_FIRST.sub(lambda first: first[0].lower(), _body(text))))


def is_fact(word: str) -> bool:
    """Whether a word names or counts."""
    return word[0].isupper() or word[0].isdigit()


def _body(text: str) -> str:
    paragraphs = [one.replace("\n", " ") for one in text.split("\n\n")] if "\n\n" in text else text.split("\n")
    kept = [one for one in (_CREDIT.sub("", paragraph) for paragraph in paragraphs) if not _is_frame(one)]
    if not kept:
        return text
    if dateline := _DATELINE.match(kept[0]):
        kept[0] = kept[0][dateline.end() :]
    return "\n".join(kept)


def _is_frame(paragraph: str) -> bool:
    if paragraph.lower().startswith(_beginnings()) or _BYLINE.match(paragraph):
        return len(paragraph.split()) <= 2 * _HEADING_WORDS
    return len(paragraph.split()) <= _HEADING_WORDS and not _STOPPED.search(paragraph)


@cache
def _beginnings() -> tuple[str, ...]:
    return tuple(row["begins"] for row in rows("ledger", "frame.csv"))
