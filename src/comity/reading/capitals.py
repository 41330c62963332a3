"""Capitals that share their name with persons and other cities: 'Victoria' in a text that tells of the Seychelles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from spacy.tokens import Token

from comity import gazetteer
from comity.gazetteer.tables import states
from comity.reading.layers import Mention, Parsed
from comity.reading.words import words


def find_capitals(parsed: Parsed, named: Mapping[int, Mention]) -> Iterator[tuple[int, Mention]]:
    """By token, a metonym for each capital that no list holds alone, where the text names its state otherwise.

    A word that is part of somebody's name anywhere in the text ('Victoria Namale') is left out.
    """
    told = {one.country for one in named.values() if one.kind == "state" and one.form != "metonym"}
    found = [token for token in parsed.doc if _shared().get(token.text) in told and token.i not in named]
    personal = {token.text for token in found if _is_inside_a_name(token, named)}
    for token in found:
        if token.text not in personal and token.pos_ in {"PROPN", "NOUN"}:
            yield token.i, _mention(token, _shared()[token.text])


def _is_inside_a_name(token: Token, named: Mapping[int, Mention]) -> bool:
    """Beside another capitalised word, which is no state: 'Victoria Namale', 'Port Victoria'."""
    near = [token.doc[at] for at in (token.i - 1, token.i + 1) if 0 <= at < len(token.doc)]
    return any(one.pos_ == "PROPN" and one.text[0].isupper() and not _is_apart(one, named) for one in near)


def _is_apart(token: Token, named: Mapping[int, Mention]) -> bool:
    return token.i in named or token.lower_ in words("calendar") or token.ent_type_ == "DATE"


def _mention(token: Token, state: str) -> Mention:
    name = gazetteer.load().name(state)
    return Mention(
        token.idx, token.idx + len(token), token.i, token.i, "metonym", "state", name, state, state
    )


@cache
def _shared() -> Mapping[str, str]:
    """By a capital of one word that is no metonym of its own, the state."""
    alone = (state for state in states().values() if state.capital and not state.metonyms)
    return {str(s.capital): s.code for s in alone if s.capital.isalpha() and s.capital not in s.names}
