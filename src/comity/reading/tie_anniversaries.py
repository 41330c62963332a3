"""Anniversaries say when a tie began: the 60th of relations in 2024 that they did in 1964."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from comity.reading.layers import Sentence, TimeExpression, Times

Beginning = tuple[Token, str]
"""The word 'anniversary' and the partial date that it counts from."""


def anniversaries(sentence: Sentence, times: Times) -> Iterator[Beginning]:
    """The anniversaries of a sentence whose number and day or year are known."""
    span = sentence.span
    for one in times.expressions:
        inside = span.start_char <= one.start < span.end_char
        if inside and one.kind == "anniversary" and one.years and one.period.start:
            yield span.doc[one.head], _beginning(one, times, span.doc)


def _beginning(one: TimeExpression, times: Times, doc: Doc) -> str:
    """To the day where the anniversary is kept on a day: 'On 3 May they will mark the tenth anniversary'."""
    assert one.period.start is not None
    assert one.years is not None
    year = one.period.start.year - one.years
    day = _kept_on(one, times, doc)
    if day is None or day.period.start is None or day.period.start.year != one.period.start.year:
        return str(year)
    return f"{year}-{day.period.start.isoformat()[5:]}"


def _kept_on(one: TimeExpression, times: Times, doc: Doc) -> TimeExpression | None:
    """The day that opens the sentence, or that stands with the verb that marks the anniversary."""
    anniversary = doc[one.head]
    first = anniversary.sent.start
    heads = [first, first + 1, *(inner.i for child in anniversary.head.children for inner in child.children)]
    found = (times.by_token.get(i) for i in heads)
    return next((x for x in found if x and x.kind == "date" and x.period.precision == "day"), None)
