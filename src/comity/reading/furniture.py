"""Paragraphs that are not the text itself: photo captions and the closing lines about the author."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Span

from comity.reading.layers import SentenceKind

_CLOSING = 4
"""So many paragraphs at the end may be about the author."""
_CAPTION_WORDS = 70
_NAME = r"[A-Z][\w’'.-]+(?: (?:[a-z]{2,3} )?[A-Z][\w’'.-]*){1,4}"
_WORK = (
    r"fellow|professor|lecturer|researcher|analyst|journalist|columnist|editor|student|candidate|scholar|"
    r"author|correspondent|commentator|consultant|expert|specialist|writer|reporter|historian|economist|"
    r"academic|scientist|director|founder|intern|associate|adviser|advisor|diplomat|ambassador|lawyer"
)
_ABOUT_AUTHOR = re.compile(
    rf"(?:\W*(?:Dr\.? |Prof\.? |Professor |Amb\.? )?{_NAME})(?:,[^,.]{{1,60}},)?(?: and {_NAME})?"
    rf" (?:(?:is|was|are|were)\b(?: currently| also| now)?(?: an?| the)? ?[^.;]{{0,120}}?\b(?:{_WORK})s?\b"
    r"|(?:teaches|lectures|writes|blogs|studies|researches|reports|covers|tweets)\b)"
)
_VIEWS = re.compile(
    r"\W*(?:(?:the |all |any )?(?:views|opinions)(?: and opinions| and views)?\b[^.]{0,60}"
    r"\b(?:expressed|are (?:his|her|their|the author|my)|represent|reflect)"
    r"|(?:this|the) (?:article|column|commentary|piece|essay|op-ed)\b[^.]{0,60}"
    r"\b(?:originally|first|was written by|represents|reflects|does not)"
    r"|(?:additional )?(?:reporting|writing|editing) by\b"
    r"|about the authors?\b|the (?:author|writer)s? (?:is|are)\b)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\W*(?:he|she|they|his|her|their|follow)\b", re.IGNORECASE)
_SPOKEN = re.compile(r"[“\"]|\b(?:said|told)\b")
_AGENCIES = (
    r"STPM|AFP|AP|EPA(?:-EFE)?|EFE|Reuters|REUTERS|Yonhap|KCNA|TASS|Tass|Xinhua|AKP|Kyodo|Getty Images|Getty|"
    r"ANSA|dpa|DPA|PTI|VNA|Bernama|Antara|NurPhoto|Bloomberg"
)
_CREDIT_SIGN = re.compile(
    r"(?:\W*(?:file )?(?:photo|picture|image|photograph)s?(?: by\b|:|/)"
    r"|\W*(?:in this|this) (?:[\w,]+ )?photo\b)",
    re.IGNORECASE,
)
_ENDS_IN_CREDIT = re.compile(
    rf"(?:[\s(/|–—-](?:{_AGENCIES})(?:(?:/| via )[A-Z][\w -]*)?\)?"
    r"|[.!?]”? \(?(?:[A-Z]{2,8}|[Ss]upplied|SUPPLIED|[Hh]andout|HANDOUT|[Pp]ool)(?:[/ ][A-Z][\w-]*){0,3}\)?"
    r"|[\s(](?:Photo|Picture|Image|PHOTO)s?(?:: | by |/)[^.]{1,60}\)?\.?"
    rf"|\((?:{_AGENCIES})(?:[ /][^().]{{1,40}})?\)\.?)$"
)
_NAME_CREDIT = re.compile(r"[.!?]”? [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,2}(?:/[A-Z][\w -]+)?$")


def paragraph_kinds(paragraphs: Sequence[Span]) -> list[SentenceKind]:
    """What each paragraph of a text is; with none but such paragraphs, all are the text itself."""
    kinds: list[SentenceKind] = ["caption" if _is_caption(one) else "body" for one in paragraphs]
    for number in range(max(1, len(paragraphs) - _CLOSING), len(paragraphs)):
        if kinds[number] == "body" and _is_about_author(paragraphs, kinds, number):
            kinds[number] = "bio"
    return kinds if "body" in kinds else ["body"] * len(kinds)


def _is_about_author(paragraphs: Sequence[Span], kinds: Sequence[SentenceKind], number: int) -> bool:
    text = paragraphs[number].text
    if _VIEWS.match(text) or (kinds[number - 1] == "bio" and _GOES_ON.match(text)):
        return True
    named = _ABOUT_AUTHOR.match(text)
    return bool(named) and not _SPOKEN.search(text) and not _is_known(paragraphs[:number], paragraphs[number])


def _is_known(earlier: Sequence[Span], paragraph: Span) -> bool:
    """Whether the text has spoken of the person before: then it is news about them, not about its author."""
    words = paragraph.text.split()[:2]
    return any(len(one.text.split()) > 8 and " ".join(words) in one.text for one in earlier)


def _is_caption(paragraph: Span) -> bool:
    """A short paragraph that ends in a picture's credit; before a bare name, one told in the present."""
    text = paragraph.text
    if len(paragraph) > _CAPTION_WORDS or not any(letter.isalpha() for letter in text):
        return False
    if _CREDIT_SIGN.match(text) or _ENDS_IN_CREDIT.search(text):
        return True
    return bool(_NAME_CREDIT.search(text)) and not any(token.tag_ == "VBD" for token in paragraph)
