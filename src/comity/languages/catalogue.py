"""The messages and names of one language, out of the files `data/LANGUAGE/*.po` and `names.csv`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from comity.languages.french import French, Several, spaced
from comity.tables import rows

Texts = str | tuple[str, ...]
_GAP = re.compile(r"\{.*?\}")
_WORD = re.compile(r"[^\W\d_]")


class Catalogue:
    """Texts by their English, and `names` by id; `unsaid` gathers what was asked for and is not there."""

    def __init__(self, messages: dict[Texts, Texts], names: dict[str, str], grammar: French) -> None:
        self.names = names
        self.unsaid: set[str] = set()
        self._texts = messages
        self._grammar = grammar

    def said(self, text: str, gaps: Mapping[str, object]) -> str:
        """The text of the language with its gaps filled."""
        found = self._texts.get(text)
        if not isinstance(found, str):
            found = self._english(text)
        return self._grammar.vformat(found, (), gaps) if gaps else found

    def counted(self, number: float, texts: tuple[str, str], gaps: Mapping[str, object]) -> str:
        """The singular for none and one, else the plural."""
        at = 0 if abs(number) < 2 else 1
        found = self._texts.get(texts)
        text = found[at] if isinstance(found, tuple) else self._english(texts[at])
        return self._grammar.vformat(text, (), gaps)

    def has(self, text: str) -> bool:
        """Whether there is a text for the English one."""
        return text in self._texts

    def bare(self, name: str) -> str:
        """The name without its article."""
        return self._grammar.formed(name, "nu")

    def several(self, words: str, parts: Sequence[str]) -> str:
        """Words in a row, as the grammar knows them."""
        return Several(words, parts)

    def _english(self, text: str) -> str:
        if _WORD.search(_GAP.sub("", text)):
            self.unsaid.add(text)
        return text


@cache
def catalogue(language: str) -> Catalogue:
    """All that a language has, read once a run. French is the only one yet that is not English."""
    table = rows("languages", f"{language}/names.csv")
    places = {row["name"]: row["within"] for row in table if row["within"]}
    return Catalogue(dict(_messages(language)), {row["id"]: row["name"] for row in table}, French(places))


def _messages(language: str) -> Iterator[tuple[Texts, Texts]]:
    from babel.messages.pofile import read_po

    folder = files("comity").joinpath("languages", "data", language)
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if file.name.endswith(".po"):
            for message in read_po(file.open("rb"), locale=language, abort_invalid=True):
                if message.id and message.string and not message.fuzzy:
                    yield _texts(message.id), _texts(message.string, spaces=True)


def _texts(found: object, *, spaces: bool = False) -> Texts:
    if isinstance(found, str):
        return spaced(found) if spaces else found
    assert isinstance(found, list | tuple)
    return tuple(spaced(one) if spaces else one for one in found)
