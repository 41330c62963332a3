"""The words that a form adds around a brief, in the brief's language."""

from __future__ import annotations

import datetime as dt

from babel.dates import format_date

from comity.errors import UsageError
from comity.tables import rows

LOCALES = {"en": "en_GB", "fr": "fr_FR"}


class Wording:
    """`wording["contents"]` is a word or phrase. Raises `UsageError` for a language that has none."""

    def __init__(self, language: str) -> None:
        if language not in LOCALES:
            raise UsageError(f"no words for a brief in the language {language!r}: take {' or '.join(LOCALES)}")
        self._locale = LOCALES[language]
        self._words = {row["key"]: row[language] for row in rows("brief", "form_words.csv")}

    def __getitem__(self, key: str) -> str:
        return self._words[key]

    def day(self, date: dt.date | None) -> str:
        """'22 August 2024', or that there is no date."""
        return format_date(date, "long", self._locale) if date else self["undated"]

    def grade(self, letter: str) -> str:
        """'reliability B: usually reliable'; a grade of another kind stands without words."""
        meaning = self._words.get(f"grade_{letter}")
        shown = self["grade"].format(letter)
        return f"{shown}: {meaning}" if meaning else shown
