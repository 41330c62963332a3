"""Words that are said of more than one state: 'Congolese', 'Korea', 'Dominican'; the text tells which is meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from spacy.tokens import Token

from comity import gazetteer
from comity.reading.layers import Mention, Parsed
from comity.reading.words import words
from comity.tables import rows


def settled(parsed: Parsed, named: Mapping[int, Mention]) -> dict[int, Mention]:
    """The known names by token, each word of several states given to the one that the text means.

    That is the only one of them that the text names otherwise; where it names two, the only one of the
    same sentence, else the one that a despatch is dated from; where that does not tell, the word is left
    out. A word that stands alone keeps what the gazetteer makes of it.
    """
    sure = {at: one for at, one in named.items() if _words(one, parsed) not in _states()}
    found = dict(sure)
    for token in parsed.doc:
        if token.text in _states() and (token.i not in named or token.i not in sure):
            meant = _meant(token, parsed, sure, named.get(token.i))
            if meant:
                found[token.i] = meant
    return found


def _meant(token: Token, parsed: Parsed, sure: Mapping[int, Mention], known: Mention | None) -> Mention | None:
    if any(child.lower_ in {"other", "both", "two"} for child in token.lefts):
        return None
    states = _states()[token.text]
    told = {one.entity for one in sure.values() if one.entity in states}
    if not told:
        return known
    one = _contrasted(token, parsed, sure, states)
    one = one or (next(iter(told)) if len(told) == 1 else _nearest(token, parsed, sure, states))
    return _mention(token, one, known) if one and one not in _never() else None


def _contrasted(token: Token, parsed: Parsed, sure: Mapping[int, Mention], states: tuple[str, ...]) -> str | None:
    """'Congo accused the DRC': beside the one by its own name, the bare name is the other."""
    if len(states) != 2 or _is_demonym(token.text):
        return None
    span = parsed.sentences[parsed.sentence_of[token.i]].span
    acting = (sure[at] for at in range(span.start, span.end) if at in sure and not _is_where(sure[at], parsed))
    here = {one.entity for one in acting} & set(states)
    others = [state for state in states if state not in here]
    return others[0] if len(here) == 1 else None


def _is_where(mention: Mention, parsed: Parsed) -> bool:
    """'Off Brazzaville': a place, no party."""
    before = parsed.doc[mention.first - 1].lower_ if mention.first else ""
    return mention.form == "metonym" and before in words("place preposition")


def _is_demonym(word: str) -> bool:
    return word.endswith(("n", "ns", "ese"))


def _nearest(token: Token, parsed: Parsed, sure: Mapping[int, Mention], states: tuple[str, ...]) -> str | None:
    """The only one that such a word may mean, else the only one of the sentence, else that of the dateline."""
    likely = [state for state in states if state not in _never()]
    if len(likely) == 1:
        return likely[0]
    span = parsed.sentences[parsed.sentence_of[token.i]].span
    here = {sure[at].entity for at in range(span.start, span.end) if at in sure} & set(states)
    if len(here) == 1:
        return next(iter(here))
    dated = (one for one in sure.values() if parsed.text[one.start : one.end].isupper() and one.form == "metonym")
    first = next(dated, None)
    return first.entity if first and first.entity in states and not here else None


def _mention(token: Token, state: str, known: Mention | None) -> Mention:
    name = gazetteer.load().name(state)
    if known is not None:
        return replace(known, name=name, entity=state, country=state)
    form = "demonym" if _is_demonym(token.text) else "name"
    end = token.idx + len(token)
    return Mention(token.idx, end, token.i, token.i, form, "state", name, state, state)  # type: ignore[arg-type]


def _words(mention: Mention, parsed: Parsed) -> str:
    return parsed.text[mention.start : mention.end]


@cache
def _never() -> frozenset[str]:
    """States that such a word is not said of alone: plain 'Korea' is the southern one, or open."""
    return frozenset(row["never"] for row in rows("reading", "namesakes.csv") if row["never"])


@cache
def _states() -> dict[str, tuple[str, ...]]:
    table: Iterable[dict[str, str]] = rows("reading", "namesakes.csv")
    return dict(_pairs(table))


def _pairs(table: Iterable[dict[str, str]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for row in table:
        for word in row["words"].split():
            yield word, tuple(row["states"].split())
