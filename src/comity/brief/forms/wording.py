"""The words that a form adds around a brief, in the brief's language."""

from __future__ import annotations

import datetime as dt

from comity.assessment import when
from comity.errors import UsageError
from comity.languages import LANGUAGES, speaking
from comity.languages.french import spaced
from comity.tables import rows


class Wording:
    """`wording["contents"]` is a word or phrase. Raises `UsageError` for a language that has none."""

    def __init__(self, language: str) -> None:
        if language not in LANGUAGES:
            raise UsageError(f"no words for a brief in the language {language!r}: take {' or '.join(LANGUAGES)}")
        self._language = language
        self._words = {row["key"]: _spaced(row[language], language) for row in rows("brief", "form_words.csv")}

    def __getitem__(self, key: str) -> str:
        return self._words[key]

    def day(self, date: dt.date | None) -> str:
        """'22 August 2024', or that there is no date."""
        if date is None:
            return self["undated"]
        with speaking(self._language):
            return when.day(date)

    def grade(self, letter: str) -> str:
        """'reliability B: usually reliable'; a grade of another kind stands without words."""
        meaning = self._words.get(f"grade_{letter}")
        shown = self["grade"].format(letter)
        return f"{shown}{self['colon']} {meaning}" if meaning else shown


def _spaced(text: str, language: str) -> str:
    return spaced(text) if language == "fr" else text
