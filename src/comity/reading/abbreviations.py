"""Abbreviations that a text brings in itself: 'Lao Front for National Construction (LFNC)', then 'the LFNC'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from comity.reading.layers import Mention


def abbreviated(doc: Doc, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """A mention for every place where an abbreviation stands that follows a known name in brackets."""
    long_forms = {mention.head: mention for mention in mentions if mention.form == "name"}
    known = dict(_introduced(doc, long_forms))
    for token in doc:
        if token.text in known:
            meant = known[token.text]
            yield replace(meant, start=token.idx, end=token.idx + len(token), first=token.i, head=token.i)


def _introduced(doc: Doc, long_forms: dict[int, Mention]) -> Iterator[tuple[str, Mention]]:
    for head in sorted(long_forms):
        if head + 3 >= len(doc) or doc[head + 1].text != "(" or doc[head + 3].text != ")":
            continue
        short, meant = doc[head + 2].text, long_forms[head]
        if meant.entity == short or _abbreviates(short, meant.name):
            yield short, meant


def _abbreviates(short: str, name: str) -> bool:
    """Capitals, two or more, that begin like the name's initials, or like those of its state before: 'BDF'."""
    initials = "".join(word[0] for word in name.split() if word[0].isupper())
    return (
        len(short) >= 2
        and short.isupper()
        and short.isalnum()
        and (short[0] == initials[:1] or short[1:] == initials)
    )
