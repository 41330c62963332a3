"""Whether words that look like a date are one, by their tags and neighbours: 'May' the verb, 'Rule 1997'."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Span, Token

from comity.reading._date_grammar import Found
from comity.reading._date_words import listed, year_number

BEFORE_DATE = frozenset(
    listed(
        "in on of since by until till from to during between and after before last next this early late "
        "mid through around circa for late"
    )
)
AMBIGUOUS = listed("may march mar august dec jan sept")
VERBAL = ("MD", "VB", "VBD", "VBP", "VBZ", "VBN", "VBG")
NUMBERED = frozenset(
    listed(
        "resolution resolutions rule article articles section regulation directive order no nos number "
        "decree annex chapter page line model unit channel flight boeing airbus highway route room bus "
        "train phone tel telephone ext hotel battalion brigade case file res unscr vision agenda horizon "
        "strategy goal goals"
    )
)
_MONEY_OR_MEASURE = re.compile(
    r"\s*(?:%|per\s?cent|percent|million|billion|trillion|thousand|dollars?|euros?|pounds?|yuan|won|riels?|yen|rupees?"
    r"|km|kilomet|met(?:re|er)s|miles|kg|tonnes|tons|barrels|hectares|people|troops|soldiers|hours|GMT|UTC)\b|\s*%",
    re.IGNORECASE,
)
_BEFORE_CHRIST = re.compile(r"\s?(?:BCE?\b|B\.\s?C\.)")
_DIGITS_BEFORE = re.compile(r"(?:\d[.,/+-]|[+]\d*[\s-]?|\d\s|[-/]\d*)$")
_DIGITS_AFTER = re.compile(r"[.,/-]?\d|\s\d{3,}\b|-\d")
NAME = ("NNP", "NNPS")


def plausible(found: Found, doc: Doc) -> bool:
    """True unless tags or neighbours show that the words name something else than a time."""
    span = doc.char_span(found.start, found.end, alignment_mode="expand")
    if span is None or not len(span):
        return False
    if found.group("m") and not _is_month(found, doc):
        return False
    check = {
        "year": _is_year,
        "year_range": _is_year,
        "weekday": _is_weekday,
        "season": _is_season,
        "bare_era": _is_number,
        "year_month": _is_year,
        "numeric_month": _is_number,
        "short_quarter": _is_short_quarter,
        "iso": _is_number,
        "numeric": _is_number,
        "frequency": _is_frequency,
        "day_word": _is_day_word,
    }
    return check[found.rule](found, span) if found.rule in check else True


def _is_month(found: Found, doc: Doc) -> bool:
    """The names that are common words too need a capital inside the sentence, or a date's company."""
    at = found.match.start("m")
    token = _token_at(doc, at)
    word = found.match["m"]
    if found.rule == "month" and token.ent_type_ == "PERSON" and _before(token) not in BEFORE_DATE:
        return False
    if found.group("y") or word.lower().rstrip(".") not in AMBIGUOUS:
        return True
    if _before(token) in BEFORE_DATE or found.group("rel") or found.group("part"):
        return True
    if found.rule == "month" and word.isupper():
        return False
    if found.rule != "month":
        return token.tag_ not in VERBAL or not word.islower()
    if token.is_sent_start:
        return token.tag_ not in VERBAL
    return not word.islower() and not _in_name(token)


def _in_name(token: Token) -> bool:
    """'the Long March', 'Theresa May': the word before is a capitalised part of a name."""
    before = token.doc[token.i - 1] if token.i else None
    return bool(before and before.text[:1].isupper() and before.tag_ in (*NAME, "JJ"))


def _token_at(doc: Doc, at: int) -> Token:
    span = doc.char_span(at, at + 1, alignment_mode="expand")
    return span[0] if span is not None else doc[-1]


def _before(token: Token) -> str:
    return token.doc[token.i - 1].lower_ if token.i and not token.is_sent_start else ""


def _is_number(found: Found, _: Span) -> bool:
    """No piece of a longer run of digits: a phone number, an amount, a version."""
    text = found.match.string
    before, after = text[max(0, found.start - 6) : found.start], text[found.end : found.end + 6]
    return not _DIGITS_BEFORE.search(before) and not _DIGITS_AFTER.match(after)


def _is_year(found: Found, span: Span) -> bool:
    text = found.match.string
    if _BEFORE_CHRIST.match(text, found.end) or year_number(found.match["y"]) < 1:
        return False
    if not _is_number(found, span) or _MONEY_OR_MEASURE.match(text[found.end : found.end + 16]):
        return False
    token = _token_at(span.doc, found.match.start("y"))
    before = _before(token)
    if before.rstrip(".") in NUMBERED or before in ("$", "€", "£", "¥", "usd", "eur", "#"):
        return False
    return bool(found.group("part")) or not _counts(token)


def _counts(token: Token) -> bool:
    """A number of things ('sent 2000 troops'), not the year of one ('the 2019 talks')."""
    head = token.head
    if token.dep_ != "nummod" or head.tag_ not in ("NNS", "NNPS") or head.i < token.i:
        return False
    before = _before(token)
    dated = before in ("the", "'s", "’s", "its", "their", "his", "her") or before in BEFORE_DATE
    return not dated or (token.text.endswith("00") and before in BEFORE_DATE)


def _is_short_quarter(found: Found, span: Span) -> bool:
    """'Q3 2023', and 'Q3' alone after a word that leads to a date."""
    return bool(found.group("y")) or _before(span[0]) in BEFORE_DATE


def _is_weekday(found: Found, span: Span) -> bool:
    """Not inside a name: 'Black Friday', 'the Sunday Times', 'Good Friday'; but 'On Friday Ngoc …'."""
    token = _token_at(span.doc, found.match.start("w"))
    if _before(token) in ("black", "bloody", "good", "holy", "easter", "super", "ash", "palm", "cyber"):
        return False
    named = token.text[:1].isupper() and token.dep_ == "compound" and token.head.i == token.i + 1
    return not (named and token.head.tag_ in NAME) or _before(token) == "on"


def _is_season(_: Found, span: Span) -> bool:
    """'in spring', not 'in spring conference' or 'in fall of'."""
    token = span[-1]
    return token.dep_ not in ("compound", "amod") and token.tag_ not in VERBAL and _after(token) != "of"


def _after(token: Token) -> str:
    return token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""


def _is_frequency(_: Found, span: Span) -> bool:
    """'daily', not the 'Daily' of a newspaper's name."""
    return not (len(span) == 1 and span[0].text[0].isupper() and not span[0].is_sent_start)


def _is_day_word(_: Found, span: Span) -> bool:
    """'today', not 'USA Today' or the 'Today' programme."""
    return not (span[0].text == "Today" and not span[0].is_sent_start)
