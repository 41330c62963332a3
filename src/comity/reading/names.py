"""Names of persons and things: runs of capitalised words, and what vouches for what they name."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz
from spacy.tokens import Doc, Token

from comity.reading.words import words

_MISSPELT = 85.0
"""Similarity (0 to 100) above which one word is a misspelling of another: 'Ment' and 'Manet' have 88.9."""
_NAME_TAGS = {"PROPN", "NOUN", "VERB", "ADJ", "ADV", "X", "INTJ", "ADP"}
Run = tuple[int, int]


def person_names(doc: Doc, blocked: set[int], titled: set[int]) -> Iterator[Run]:
    """Token ranges (first, last) of personal names; `blocked` tokens belong to other names or to titles.

    `titled` holds the tokens that end a title: a capitalised run straight behind one is a name. A run
    of words that are all part of a vouched name elsewhere in the text, or of one misspelt, is one too.
    """
    bare = (_without_honorifics(doc, *run) for run in _capitalised(doc, blocked))
    runs = [run for run in bare if run and not _names_a_thing(doc, *run)]
    vouched = {run for run in runs if _vouched(doc, *run, titled)}
    known = {word for run in vouched for word in _letters(doc, *run)}
    for run in runs:
        if run in vouched or _told_before(doc, run, known) or _is_fuller(doc, run, known):
            yield run


def is_honorific(token: Token) -> bool:
    """'Mr', 'Gen.', 'Excellency': words before a name that are no part of it."""
    return token.lower_.rstrip(".") in words("honorific") and token.text[0].isupper()


def _without_honorifics(doc: Doc, first: int, last: int) -> Run | None:
    while first <= last and is_honorific(doc[first]):
        first += 1
    return (first, last) if first <= last else None


def _told_before(doc: Doc, run: Run, known: set[str]) -> bool:
    told = _letters(doc, *run)
    if all(word in known for word in told):
        return True
    misspelt = len(told) == 1 and doc[run[1]].dep_ in words("acts")
    return misspelt and any(similar(told[0], word) for word in known)


def _is_fuller(doc: Doc, run: Run, known: set[str]) -> bool:
    """'Margaret Tremblay-Hogg' where 'Prime Minister Tremblay-Hogg' is vouched for: it ends in a known surname."""
    told = _letters(doc, *run)
    return 1 < len(told) <= 4 and told[-1] in known and doc[run[1]].ent_type_ not in {"ORG", "FAC", "GPE"}


def _letters(doc: Doc, first: int, last: int) -> list[str]:
    return [token.text.rstrip(".") for token in doc[first : last + 1] if token.text.rstrip(".").isalpha()]


def similar(word: str, other: str) -> bool:
    """Whether two words may be spellings of one name; both need four letters and the same first one."""
    longer = min(len(word), len(other)) >= 4 and word[0] == other[0]
    return longer and fuzz.ratio(word, other) >= _MISSPELT


def thing_names(doc: Doc, blocked: set[int]) -> Iterator[Run]:
    """Token ranges of names of things and bodies: 'Angkor Panorama Museum', 'World Knowledge Forum'."""
    for first, last in _capitalised(doc, blocked):
        if doc[last].lower_ in words("thing") and last > first:
            yield first, last
        elif last + 1 < len(doc) and doc[last + 1].lower_ in words("building"):
            yield first, last + 1


def _capitalised(doc: Doc, blocked: set[int]) -> Iterator[Run]:
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
    word = token.text.rstrip(".").replace("'", "").replace("’", "")
    return word.isalpha() and word[0].isupper() and not (word.isupper() and len(word) > 3)


def _dated(token: Token) -> bool:
    before = token.nbor(-1) if token.i else None
    return token.lower_ in words("calendar") and not (before is not None and before.pos_ == "PROPN")


def _goes_on(doc: Doc, at: int, blocked: set[int]) -> bool:
    token = doc[at]
    if at in blocked or token.is_sent_start or token.is_space:
        return False
    if token.text == "-":
        return not doc[at - 1].whitespace_ and not token.whitespace_
    if _after_hyphen(doc, at):
        return token.is_alpha
    if token.lower_ in words("particle") and token.text.islower():
        return _particle_leads_on(doc, at, blocked)
    return _name_like(token) and token.pos_ in _NAME_TAGS and not _dated(token)


def _particle_leads_on(doc: Doc, at: int, blocked: set[int]) -> bool:
    """'bin Farhan', 'de la Cruz', 'al-Sudani': particles join a name only to more of it."""
    while at < len(doc) and (doc[at].lower_ in words("particle") or doc[at].text == "-"):
        at += 1
    return at < len(doc) and at not in blocked and _name_like(doc[at])


def _after_hyphen(doc: Doc, at: int) -> bool:
    return at > 0 and doc[at - 1].text == "-" and not doc[at - 1].whitespace_


def _names_a_thing(doc: Doc, first: int, last: int) -> bool:
    """'Angkor Panorama Museum', 'Siem Reap province': the run or the word behind it names a thing."""
    things = words("thing") | words("placename")
    behind = doc[last + 1].lower_ if last + 1 < len(doc) else ""
    return behind in things or any(token.lower_ in things for token in doc[first : last + 1])


def _vouched(doc: Doc, first: int, last: int, titled: set[int]) -> bool:
    at = first - 1
    if at >= 0 and (at in titled or is_honorific(doc[at])):
        return True
    if at > 0 and doc[at].text == "," and at - 1 in titled and last > first:
        return True
    if first == last and doc[first].text.isupper():
        return False
    labels = {token.ent_type_ for token in doc[first : last + 1] if token.is_alpha}
    return "PERSON" in labels and not labels & (words("no person label") | {"ORG", "FAC"})
