"""What a claim speaks of: meetings, an embassy, trade; with the ties and acts that would show it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from comity.tables import rows

OUTCOME = "outcome"
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Subject:
    """A thing that claims are made of; `word` is what the text calls it, `ties` and `acts` may show it."""

    name: str
    word: str
    ties: tuple[str, ...]
    acts: tuple[str, ...]
    mode: str | None


def subject_of(*texts: str) -> Subject | None:
    """The subject of the first of some texts that names one: what came of a meeting, else what is named first."""
    for text in texts:
        found = subjects_of(text)
        if found:
            return next((subject for subject in found if subject.name == OUTCOME), found[0])
    return None


def subjects_of(text: str) -> tuple[Subject, ...]:
    """All subjects that a text names, in text order."""
    known = _subjects()
    return tuple(known[word] for word in stems(text) if word in known)


def stems(text: str) -> tuple[str, ...]:
    """The words of a text, lower case, each also without the ending of the plural: 'relations', 'relation'."""
    words = _WORD.findall(text.lower())
    return tuple(dict.fromkeys(form for word in words for form in (word, _single(word))))


def _single(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


@cache
def _subjects() -> Mapping[str, Subject]:
    return {
        row["word"]: Subject(
            row["subject"],
            row["word"],
            tuple(row["ties"].split()),
            tuple(row["acts"].split()),
            row["mode"] or None,
        )
        for row in rows("assessment", "claim_subjects.csv")
    }
