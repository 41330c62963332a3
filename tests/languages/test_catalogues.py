"""Every text of the code has its words in every language, with the gaps that there are."""

import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from tools import messages

ALL = sorted(messages.CATALOGUES.glob("*/*.po"))
PYTHON = re.compile(r",?(\.\d+)?[dfgse%]?")
FORMS = {"de", "à", "en", "que", "le", "quand", "nu", "er", "maj"}


def _messages(path: Path) -> list[Message]:
    with path.open("rb") as file:
        return [message for message in read_po(file, locale=path.parent.name) if message.id]


def _texts(found: str | tuple[str, ...] | list[str]) -> list[str]:
    return [found] if isinstance(found, str) else list(found)


def _gaps(text: str) -> dict[str, str]:
    return {name: spec or "" for _, name, spec, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("path", ALL, ids=lambda path: f"{path.parent.name}-{path.stem}")
class TestACatalogue:
    def test_has_words_for_each_of_its_texts(self, path: Path) -> None:
        lacking = [message.id for message in _messages(path) if not message.string or not all(message.string)]
        assert lacking == []

    def test_fills_only_gaps_that_the_english_has_in_forms_that_there_are(self, path: Path) -> None:
        for message in _messages(path):
            for text in _texts(message.string):
                given, wanted = _gaps(_texts(message.id)[-1]), _gaps(text)
                assert wanted.keys() <= given.keys() | {"n"}, message.id
                forms = [part for spec in wanted.values() for part in spec.split(":") if part]
                assert all(form in FORMS or "|" in form or PYTHON.fullmatch(form) for form in forms), text


@pytest.mark.parametrize("folder", messages.FOLDERS)
@pytest.mark.parametrize("language", sorted(home.name for home in messages.CATALOGUES.iterdir()))
def test_every_text_of_the_code_is_in_the_catalogue_of_its_folder(language: str, folder: str) -> None:
    path = messages.CATALOGUES / language / f"{folder.rpartition('/')[2]}.po"
    said = [message.id for message in messages.said_in(folder, language) if message.id]
    known = {str(message.id) for message in _messages(path)} if path.exists() else set()
    assert [text for text in said if str(text) not in known] == [], "run make messages, and translate what is new"
