"""Names of persons and things: runs of capitalised words, and what vouches for what they name."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rapidfuzz.distance import DamerauLevenshtein
from spacy.tokens import Doc, Span, Token

from comity.gazetteer.places import sites
from comity.reading.slugs import plain_letters
from comity.reading.words import words

_SHORT, _LONG = 5, 9
"""Letters that two words need to be spellings of one name with one slip, and with two."""
_NAME_TAGS = {"PROPN", "NOUN", "VERB", "ADJ", "ADV", "X", "INTJ", "ADP"}
Run = tuple[int, int]


def person_names(
    doc: Doc, blocked: set[int], is_titled: Callable[[int, int], bool], is_state: Callable[[int], bool]
) -> Iterator[Run]:
    """Token ranges (first, last) of personal names; `blocked` tokens belong to other names or to titles.

    `is_titled` tells whether a title leads to the first token or follows the last one, `is_state` whether
    a token names a state: both vouch for a run of capitalised words. A run of words that are all part of
    a vouched name elsewhere in the text, or of one misspelt, is one too.
    """
    bare = (_with_article(doc, _without_honorifics(doc, *run)) for run in _capitalised(doc, blocked))
    runs = [run for run in bare if run and not _names_a_thing(doc, *run)]
    vouched = {run for run in runs if _vouched(doc, *run, is_titled, is_state)}
    known = {word for run in vouched for word in _letters(doc, *run)}
    found = [r for r in runs if r in vouched or _told_before(doc, r, known) or _is_fuller(doc, r, known)]
    inside = blocked | {token for first, last in runs for token in range(first, last + 1)}
    found += [(token.i, token.i) for token in doc if token.i not in inside and _is_told_name(token, known)]
    yield from sorted(found)


def _is_told_name(token: Token, known: set[str]) -> bool:
    """A word of a known name that the parser did not take for one: 'Ri left', 'Yoo will open'."""
    if not token.text[:1].isupper() or not token.is_alpha or plain_letters(token.text) not in known:
        return False
    behind = token.nbor(1) if token.i + 1 < len(token.doc) else token
    return token.dep_ in words("acts") or behind.pos_ in {"VERB", "AUX"} or behind.tag_ == "POS"


def is_honorific(token: Token) -> bool:
    """'Mr', 'Gen.', 'Excellency': words before a name that are no part of it."""
    return token.lower_.rstrip(".") in words("honorific") and token.text[0].isupper()


def _without_honorifics(doc: Doc, first: int, last: int) -> Run | None:
    while first <= last and is_honorific(doc[first]):
        first += 1
    return (first, last) if first <= last else None


def _with_article(doc: Doc, run: Run | None) -> Run | None:
    """'al-Fatih Osman', where the article begins the name; before a surname alone it is left out."""
    if run is None or run[0] < 2 or run[1] == run[0] or doc[run[0] - 1].text != "-":
        return run
    article = doc[run[0] - 2]
    return (article.i, run[1]) if article.lower_ in {"al", "el"} and not doc[run[0] - 1].whitespace_ else run


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
    told = (token.text.rstrip(".") for token in doc[first : last + 1])
    return [plain_letters(word) for word in told if word.isalpha() and word.lower() not in words("particle")]


def similar(word: str, other: str) -> bool:
    """Whether two words may be spellings of one name: a slip or two apart by length, the first letter the same."""
    letters = min(len(word), len(other))
    slips = 2 if letters >= _LONG else 1
    return letters >= _SHORT and word[0] == other[0] and DamerauLevenshtein.distance(word, other) <= slips


def thing_names(doc: Doc, blocked: set[int], is_described: Callable[[int, int], bool]) -> Iterator[Run]:
    """Token ranges of names of things and bodies: 'Angkor Panorama Museum', 'World Knowledge Forum'.

    `is_described` tells whether the words around say that it is a body ('X, a shipping company').
    """
    found = [(_after_article(span), span.end - 1) for span in doc.ents if _is_body(span, blocked)]
    inside = {token for first, last in found for token in range(first, last + 1)}
    runs = list(_capitalised(doc, blocked | inside))
    for first, last in runs:
        if last + 1 < len(doc) and doc[last + 1].lower_ in words("building"):
            found.append((first, last + 1))
        elif (doc[last].lower_ in words("thing") and last > first) or is_described(first, last):
            found.append((first, last))
    known = {doc[first : last + 1].text for first, last in found}
    again = [(first, last) for first, last in runs if doc[first : last + 1].text in known]
    yield from sorted({*found, *again})


def _after_article(span: Span) -> int:
    return span.start + (span[0].lower_ == "the")


def _is_body(span: Span, blocked: set[int]) -> bool:
    """'Justice and Unity Front': a name joined by a small word, which the parser takes for that of a body."""
    small = any(token.lower_ in {"of", "and", "for"} for token in span)
    ends = {span.doc[_after_article(span)].lower_, span[-1].lower_} & words("thing")
    return bool(span.label_ == "ORG" and small and ends) and not blocked & set(range(span.start, span.end))


def _capitalised(doc: Doc, blocked: set[int]) -> Iterator[Run]:
    at = 0
    while at < len(doc):
        if not _starts(doc[at], blocked):
            at += 1
            continue
        last = at
        while last + 1 < len(doc) and _goes_on(doc, last + 1, blocked):
            last += 1
        while (
            last > at
            and not _name_like(doc[last])
            and not _is_capital_surname(doc[last])
            and not _after_hyphen(doc, last)
        ):
            last -= 1
        yield at, last
        at = last + 1


def _is_capital_surname(token: Token) -> bool:
    """'MORITA Kenji', 'Kenji MORITA': a surname in capitals beside a name in small letters."""
    if not token.text.isupper() or not token.text.isalpha() or token.pos_ != "PROPN":
        return False
    near = [token.nbor(step) for step in (-1, 1) if 0 <= token.i + step < len(token.doc)]
    return any(_name_like(one) and one.pos_ == "PROPN" and not is_honorific(one) for one in near)


def _starts(token: Token, blocked: set[int]) -> bool:
    if token.i in blocked or (token.pos_ != "PROPN" and token.ent_type_ != "PERSON"):
        return False
    return (_name_like(token) or _is_capital_surname(token)) and not _dated(token)


def _name_like(token: Token) -> bool:
    # A name that ends a sentence may keep its full stop in the parse ('Hun Sen.').
    word = token.text.rstrip(".").replace("'", "").replace("’", "")
    return word.isalpha() and word[0].isupper() and not (word.isupper() and len(word) > 3)


def _dated(token: Token) -> bool:
    before = token.nbor(-1) if token.i else None
    return token.lower_ in words("calendar") and not (before is not None and before.pos_ == "PROPN")


def _goes_on(doc: Doc, at: int, blocked: set[int]) -> bool:
    token = doc[at]
    if at in blocked or token.is_sent_start or token.is_space or _ends_sentence(doc[at - 1]):
        return False
    if token.text == "-":
        return not doc[at - 1].whitespace_ and not token.whitespace_
    if _after_hyphen(doc, at):
        return token.is_alpha
    if token.lower_ in words("particle") and token.text.islower():
        return _particle_leads_on(doc, at, blocked)
    named = _name_like(token) or _is_capital_surname(token)
    return named and token.pos_ in _NAME_TAGS and not _dated(token)


def _ends_sentence(token: Token) -> bool:
    """A name that keeps its full stop ('Hun Sen.'), not an initial or 'Gen.'."""
    word = token.text
    inside = token.i > 0 and _name_like(token.nbor(-1)) and token.nbor(-1).pos_ == "PROPN"
    title = is_honorific(token) and not inside  # 'Sen.' after 'Hun' is no senator
    return word.endswith(".") and len(word) > 2 and not title and word.lower() != "jr."


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
    inside = things | words("misnamed")
    return behind in things or any(token.lower_ in inside for token in doc[first : last + 1])


def _is_of_a_state(doc: Doc, last: int, is_state: Callable[[int], bool]) -> bool:
    """'Mikko Saarvela of Finland'."""
    return last + 2 < len(doc) and doc[last + 1].lower_ == "of" and is_state(last + 2)


def _vouched(
    doc: Doc, first: int, last: int, is_titled: Callable[[int, int], bool], is_state: Callable[[int], bool]
) -> bool:
    before = doc[first - 1] if first else None
    if last > first and _is_of_a_state(doc, last, is_state):
        return True
    if before is not None and is_honorific(before):
        return True
    kin = doc[first - 2] if first > 1 and doc[first - 1].text == "," else before
    if kin is not None and kin.lower_ in words("kinfolk") and last > first:
        return True
    if is_titled(first, last):
        return last > first or before is None or before.text != ","
    if before is not None and before.lower_ in words("place preposition"):
        return False
    if before is not None and before.lower_ in {"to", "from"} and sites(doc[first : last + 1].text):
        return False
    if (first == last and doc[first].text.isupper()) or doc[first].text in words("club"):
        return False
    labels = {token.ent_type_ for token in doc[first : last + 1] if token.is_alpha}
    return "PERSON" in labels and not labels & (words("no person label") | {"ORG", "FAC"})
