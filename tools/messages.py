"""Bring the message catalogues up to date with the code: `make messages`.

A file a folder of sentences (`dyads.po`); what is new has an empty translation, what is no longer said goes.
`words.po` is kept by hand: it has the words that stand in tables and not in the code.
"""

from __future__ import annotations

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
CODE = ROOT / "src" / "comity"
CATALOGUES = CODE / "languages" / "data"
ROOMS = ("checks", "dyads", "precedents", "questions", "rankings", "triangles")
FOLDERS = ("assessment", "brief", *(f"assessment/{name}" for name in ROOMS), "brief/figures", "brief/forms")
KEYWORDS = {"say": None, "say_of": (2, 3)}


def said_in(folder: str, language: str) -> Catalog:
    """All that the modules of a folder say, in their order."""
    found = Catalog(locale=language, fuzzy=False)
    for module in sorted((CODE / folder).glob("*.py")):
        for _, text, _, _ in extract_from_file("python", module, keywords=KEYWORDS):
            if any(sign.isalpha() for sign in str(text)):
                found.add(text, locations=[(f"{folder}/{module.name}", 0)])
    return found


def brought_up(path: Path, said: Catalog, language: str) -> Catalog:
    """The catalogue with the translations that the file has."""
    kept = Catalog(locale=language, fuzzy=False)
    if path.exists():
        with path.open("rb") as file:
            kept = read_po(file, locale=language)
    for message in said:
        known = kept.get(message.id) if message.id else None
        if known and known.pluralizable == message.pluralizable:
            message.string = known.string
    return said


def main() -> None:
    """Write every catalogue of every language; says how many texts have no translation."""
    for home in sorted(CATALOGUES.iterdir()):
        for folder in FOLDERS:
            path = home / f"{folder.rpartition('/')[2]}.po"
            found = brought_up(path, said_in(folder, home.name), home.name)
            if not len(found):
                continue
            with path.open("wb") as file:
                write_po(file, found, width=0, include_lineno=False, omit_header=True)
            missing = sum(not message.string or not all(message.string) for message in found if message.id)
            print(f"{path.relative_to(ROOT)}: {len(found)} texts, {missing} without a translation")


if __name__ == "__main__":
    main()
