"""Names of persons: runs of capitalised words that a title, the parser or an earlier name vouches for."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz
from spacy.tokens import Doc, Token

_BUILDINGS = {"museum", "bridge", "hospital", "university", "zone", "studio", "company", "bank", "forum"}
_PARTICLES = {
    "al",
    "bin",
    "ibn",
    "bint",
    "ben",
    "de",
    "del",
    "della",
    "da",
    "dos",
    "di",
    "du",
    "van",
    "von",
    "der",
    "den",
    "el",
    "la",
    "le",
    "ter",
    "zu",
}
_ACTS = {"poss", "nsubj", "nsubjpass", "pobj", "dobj"}
_PLACES = {
    "province",
    "sea",
    "river",
    "street",
    "road",
    "boulevard",
    "avenue",
    "city",
    "island",
    "islands",
    "bay",
    "gulf",
    "strait",
    "day",
    "year",
    "act",
    "law",
    "palace",
    "monument",
}
_NOT_PERSONS = {
    "museum",
    "forum",
    "palace",
    "university",
    "company",
    "group",
    "bank",
    "council",
    "province",
    "agreement",
    "treaty",
    "resolution",
    "monument",
    "ministry",
    "airport",
    "bridge",
    "street",
    "party",
    "post",
    "times",
    "institute",
    "centre",
    "center",
    "association",
    "committee",
    "court",
    "summit",
    "conference",
    "zone",
    "sea",
    "river",
    "temple",
    "hotel",
    "hospital",
    "corporation",
    "studio",
    "games",
    "day",
    "year",
    "road",
    "boulevard",
    "avenue",
    "city",
    "island",
    "islands",
    "plan",
    "fund",
    "act",
    "law",
    "declaration",
    "charter",
    "protocol",
    "bay",
    "gulf",
    "strait",
}
_HONORIFICS = {
    "mr",
    "mr.",
    "mrs",
    "mrs.",
    "ms",
    "ms.",
    "dr",
    "dr.",
    "sir",
    "lady",
    "lord",
    "prof.",
    "gen.",
    "col.",
}
_MISSPELT = 85.0
"""Similarity (0 to 100) above which one word is a misspelling of another: 'Ment' and 'Manet' have 88.9."""
_LABELS = {"PERSON"}
_OTHER_LABELS = {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL", "LAW", "LANGUAGE"}


def person_names(doc: Doc, blocked: set[int], titled: set[int]) -> Iterator[tuple[int, int]]:
    """Token ranges (first, last) of personal names; `blocked` tokens belong to other names or to titles.

    `titled` holds the tokens that end a title: a capitalised run straight behind one is a name.
    """
    runs = list(_runs(doc, blocked))
    vouched = {run for run in runs if _vouched(doc, *run, titled)}
    known = {token.text for first, last in vouched for token in doc[first : last + 1] if token.is_alpha}
    for first, last in runs:
        words = [token.text for token in doc[first : last + 1] if token.is_alpha]
        if (
            (first, last) in vouched
            or all(word in known for word in words)
            or (len(words) == 1 and doc[last].dep_ in _ACTS and any(similar(words[0], word) for word in known))
        ):
            yield first, last


def similar(word: str, other: str) -> bool:
    """Whether two words may be spellings of one name; both need four letters and the same first one."""
    longer = min(len(word), len(other)) >= 4 and word[0] == other[0]
    return longer and fuzz.ratio(word, other) >= _MISSPELT


def thing_names(doc: Doc, blocked: set[int]) -> Iterator[tuple[int, int]]:
    """Token ranges of names of things and bodies: 'Angkor Panorama Museum', 'World Knowledge Forum'."""
    for first, last in _capitalised(doc, blocked):
        if doc[last].lower_ in _NOT_PERSONS - _PLACES and last > first:
            yield first, last
        elif last + 1 < len(doc) and doc[last + 1].lower_ in _BUILDINGS:
            yield first, last + 1


def _runs(doc: Doc, blocked: set[int]) -> Iterator[tuple[int, int]]:
    return (run for run in _capitalised(doc, blocked) if not _names_a_thing(doc, *run))


def _capitalised(doc: Doc, blocked: set[int]) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(doc):
        if not _starts(doc[at], blocked):
            at += 1
            continue
        last = at
        while last + 1 < len(doc) and _goes_on(doc, last + 1, blocked):
            last += 1
        while last > at and not _name_like(doc[last]) and not _after_hyphen(doc, last):
            last -= 1
        yield at, last
        at = last + 1


def _starts(token: Token, blocked: set[int]) -> bool:
    return token.i not in blocked and token.pos_ == "PROPN" and _name_like(token) and not _dated(token)


def _name_like(token: Token) -> bool:
    # A name that ends a sentence may keep its full stop in the parse ('Hun Sen.').
    word = token.text.rstrip(".")
    return word.isalpha() and word[0].isupper() and not (word.isupper() and len(word) > 3)


def _dated(token: Token) -> bool:
    before = token.nbor(-1) if token.i else None
    return token.lower_ in _MONTHS and not (before is not None and before.pos_ == "PROPN")


_MONTHS = {
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
}


def _goes_on(doc: Doc, at: int, blocked: set[int]) -> bool:
    token = doc[at]
    if at in blocked or token.is_sent_start or token.is_space:
        return False
    if token.text == "-":
        return not doc[at - 1].whitespace_ and not token.whitespace_
    if _after_hyphen(doc, at):
        return token.is_alpha
    if token.lower_ in _PARTICLES:
        return at + 1 < len(doc) and _name_like(doc[at + 1]) and at + 1 not in blocked
    return _name_like(token) and token.pos_ in {"PROPN", "NOUN", "VERB", "ADJ"} and not _dated(token)


def _after_hyphen(doc: Doc, at: int) -> bool:
    return at > 0 and doc[at - 1].text == "-" and not doc[at - 1].whitespace_


def _names_a_thing(doc: Doc, first: int, last: int) -> bool:
    """'Angkor Panorama Museum', 'Siem Reap province': the run or the word behind it names a thing."""
    behind = doc[last + 1].lower_ if last + 1 < len(doc) else ""
    return behind in _NOT_PERSONS or any(token.lower_ in _NOT_PERSONS for token in doc[first : last + 1])


def _vouched(doc: Doc, first: int, last: int, titled: set[int]) -> bool:
    if first and (first - 1 in titled or doc[first - 1].lower_ in _HONORIFICS):
        return True
    labels = {token.ent_type_ for token in doc[first : last + 1] if token.is_alpha}
    return bool(labels & _LABELS) and not labels & (_OTHER_LABELS | {"ORG", "FAC"})
