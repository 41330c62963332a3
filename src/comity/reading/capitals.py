"""Capitals named like persons and other cities: 'Victoria' in a text that tells of the Seychelles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from spacy.tokens import Token

from comity import gazetteer
from comity.gazetteer.tables import states
from comity.reading.layers import Mention, Parsed
from comity.reading.words import words

_BEFORE = {"Port", "Fort", "Lake", "Mount"}
"""Words that make another place of a capital's name."""


def find_capitals(parsed: Parsed, named: Mapping[int, Mention]) -> Iterator[tuple[int, Mention]]:
    """By token, a metonym for each capital that no list holds alone, where the text names its state otherwise.

    A word that is part of somebody's name anywhere in the text ('Victoria Namale') is left out.
    """
    told = {one.country for one in named.values() if one.kind == "state" and one.form != "metonym"}
    found = [token for token in parsed.doc if _shared().get(token.text) in told and token.i not in named]
    personal = {token.text for token in found if _is_inside_a_name(token, named)}
    for token in found:
        port = token.i > 0 and token.nbor(-1).text in _BEFORE
        if token.text not in personal and not port and token.pos_ in {"PROPN", "NOUN"}:
            yield token.i, _mention(token, _shared()[token.text])


def _is_inside_a_name(token: Token, named: Mapping[int, Mention]) -> bool:
    """Beside another capitalised word, which is no state: 'Victoria Namale', 'Queen Victoria'."""
    near = [token.doc[at] for at in (token.i - 1, token.i + 1) if 0 <= at < len(token.doc)]
    return any(one.pos_ == "PROPN" and one.text[0].isupper() and not _is_apart(one, named) for one in near)


def _is_apart(token: Token, named: Mapping[int, Mention]) -> bool:
    apart = token.i in named or token.text in _BEFORE
    return apart or token.lower_ in words("calendar") or token.ent_type_ == "DATE"


def _mention(token: Token, state: str) -> Mention:
    name = gazetteer.load().name(state)
    return Mention(token.idx, token.idx + len(token), token.i, token.i, "metonym", "state", name, state, state)


@cache
def _shared() -> Mapping[str, str]:
    """By a capital of one word that is no metonym of its own, the state."""
    alone = ((state.capital or "", state) for state in states().values() if not state.metonyms)
    return {name: state.code for name, state in alone if name.isalpha() and name not in state.names}
