"""Frames of a user's own: the rows of a file in the notation of the lexicon, checked before they are used."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import cast, get_args

from comity.ontology.entry import Entry, listed, shown
from comity.ontology.own import Own, OwnKind
from comity.reading.conditions import PARTY_WORDS
from comity.reading.frames import Condition, Frame, act_classes, alternative, built_in
from comity.record.values import Domain, Substance

_KEYS = (
    "words", "pos", "object", "type", "mode", "actor", "recipient", "open", "domain", "substance",
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_ALTERNATIVE = re.compile(r"[&!]?([^&!|]+[&!])*[^&!|]+")
_SIDES = {"actor": "a", "recipient": "r"}

Row = tuple[str, str, Frame]


def own_frames(entries: list[Entry], kinds: Mapping[str, OwnKind]) -> tuple[Row, ...]:
    """(lemma, part of speech, frame) in file order. Raises `UsageError` for the first mistake."""
    rows: list[Row] = []
    seen: dict[tuple[str, str, frozenset[object]], str] = {}
    for entry in entries:
        entry.only(_KEYS)
        for lemma, pos, frame in _rows(entry, kinds):
            key = lemma, pos, frozenset(frame.objects)
            if key in seen:
                entry.refuse(f"the {pos} {lemma!r} has this object already ({seen[key]}): leave one of them out")
            seen[key] = entry.place.rpartition(": ")[2]
            rows.append((lemma, pos, frame))
    return tuple(rows)


def _rows(entry: Entry, kinds: Mapping[str, OwnKind]) -> Iterator[Row]:
    words = entry.texts("words")
    if not words:
        entry.refuse("words is an empty list: name at least one word")
    pos = entry.choice("pos", ("verb", "noun", "adj"))
    frame = _frame(entry, kinds)
    for word in words:
        lemma, _, particle = word.partition("_")
        if not all(_is_word(part) for part in (lemma, particle or "x")):
            entry.refuse(
                f"words: {shown(word)} is no dictionary form: write one lower-case word, as in 'lend', "
                "or with its particle, as in 'hand_back'"
            )
        yield word, pos, frame


def _frame(entry: Entry, kinds: Mapping[str, OwnKind]) -> Frame:
    name = entry.text("type")
    if name not in kinds:
        entry.refuse(
            f"type = {shown(name)} is not declared: add it under [[types]], or use {listed(tuple(kinds))}"
        )
    kind = kinds[name]
    mode = _mode(entry, kind) if entry.has("mode") else None
    domain = entry.choice("domain", get_args(Domain)) if entry.has("domain") else kind.domain
    substance = entry.choice("substance", get_args(Substance)) if entry.has("substance") else kind.substance
    return Frame(
        tuple(_conditions(entry, text) for text in (entry.texts("object") if entry.has("object") else ())),
        kind.event_type,
        kind.mode,
        kind.cameo,
        kind.contexts,
        _slots(entry, "actor"),
        _slots(entry, "recipient"),
        "".join(_SIDES[side] for side in entry.choices("open", _SIDES)),
        cast(Substance, substance),
        Own(kind.types[mode], cast(Domain, domain)),
        place=entry.place,
    )


def _mode(entry: Entry, kind: OwnKind) -> str:
    declared = [mode for mode in kind.types if mode]
    if not declared:
        entry.refuse("mode: the type declares no modes: leave it out, or add modes to the type")
    return entry.choice("mode", declared)


def _slots(entry: Entry, key: str) -> tuple[str, ...]:
    entry.texts(key)
    return entry.choices(key, ("subject", "object", *sorted(_prepositions())))


def _conditions(entry: Entry, text: str) -> tuple[Condition, ...]:
    if not _ALTERNATIVE.fullmatch(text):
        entry.refuse(
            f"object: {shown(text)} cannot be read: join what must hold by '&' and what must not by '!', "
            "and give alternatives as further texts of the list"
        )
    found = alternative(text)
    for condition in found:
        _check(entry, text, condition)
    return found


def _check(entry: Entry, text: str, condition: Condition) -> None:
    word, preposition = condition.word, condition.preposition
    where = f"object: {shown(text)}: "
    if preposition is not None and preposition not in _prepositions():
        entry.refuse(f"{where}{shown(preposition)} is no preposition: use {listed(sorted(_prepositions()))}")
    if word[:1] == "@" and word not in PARTY_WORDS:
        entry.refuse(f"{where}{shown(word)} asks for no known sort of party: use {listed(sorted(PARTY_WORDS))}")
    if word[:1] == "#" and word[1:] not in act_classes():
        entry.refuse(f"{where}{shown(word)} is no class of words: use {listed(sorted(act_classes()))}")
    if word[:1] not in {"@", "#"} and not _is_word(word.removeprefix("~")):
        entry.refuse(f"{where}{shown(word)} is no condition: write one lower-case word, and join several by '&'")


def _is_word(text: str) -> bool:
    return bool(_WORD.fullmatch(text)) and text == text.lower()


@cache
def _prepositions() -> frozenset[str]:
    """Those that the built-in lexicon looks behind."""
    every = [frame for found in built_in().frames.values() for frame in found]
    asked = {one.preposition for frame in every for each in frame.objects for one in each if one.preposition}
    return frozenset(asked | {name for frame in every for name in (*frame.actor, *frame.recipient)}) - {
        "subject",
        "object",
    }
