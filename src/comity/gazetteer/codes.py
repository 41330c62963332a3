"""From what a user types to the code of a state."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from comity.errors import UsageError
from comity.gazetteer.tables import fold, rows, split, states


def country_code(text: str) -> str:
    """The code of a state given by ISO2 or ISO3 code, name or demonym, in any case.

    Raises `UsageError` with the nearest names when nothing matches.
    """
    found = _codes().get(fold(text)) or _codes().get(fold(text).removeprefix("the "))
    if found is None:
        raise UsageError(f"no state is called {text!r}: {_hint(text)}")
    return found


def _hint(text: str) -> str:
    from rapidfuzz import fuzz, process

    names = {name: fold(name) for state in states().values() for name in state.names if len(name) > 3}
    near = process.extract(fold(text), names, scorer=fuzz.WRatio, limit=6, score_cutoff=60)
    if not near:
        return "give an ISO code such as KHM, or an English name such as Cambodia"
    codes = dict.fromkeys(_codes()[folded] for folded, _, _ in near)
    return f"did you mean {', '.join(f'{states()[code].name} ({code})' for code in list(codes)[:3])}?"


@cache
def _codes() -> dict[str, str]:
    codes: dict[str, str] = {}
    for name, code in _named():
        codes.setdefault(fold(name), code)
    return codes


def _named() -> Iterator[tuple[str, str]]:
    """Codes before names before demonyms: the earlier wins."""
    every = states().values()
    yield from ((state.code, state.code) for state in every)
    yield from ((state.iso2, state.code) for state in every if state.iso2)
    yield from ((name, state.code) for state in every for name in state.names)
    former = list(rows("former_names"))
    yield from ((row["name"], row["code"]) for row in former)
    yield from ((name, state.code) for state in every for name in state.demonyms)
    people = ((name, row) for row in former for name in split(row["adjectives"]) + split(row["people"]))
    yield from ((name, row["code"]) for name, row in people)


@cache
def present_states() -> dict[str, str]:
    """ISO3 of the state of today that each name, demonym or code means, by its folded form.

    A past state is left out unless a single state of today goes on in its place, as Germany does for West Germany.
    """
    today = {code for code, state in states().items() if state.end is None}
    heirs = {row["code"]: row["iso3"] for row in rows("states") if row["iso3"]}
    found = {name: heirs.get(code, code) for name, code in _codes().items()}
    return {name: code for name, code in found.items() if code in today}
