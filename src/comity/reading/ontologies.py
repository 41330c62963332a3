"""An ontology of a user's own: a TOML file of types and of the frames that tell them. Nothing in it is run."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from comity.errors import UsageError
from comity.ontology.entry import Entry, shown
from comity.ontology.own import own_kinds
from comity.reading.frames import Lexicon, built_in, lexicon
from comity.reading.own_frames import own_frames

SIZE_LIMIT = 1_000_000
"""Most bytes of a file."""
_LINE_LIMIT = 2_000
"""Most characters of a line: keys and numbers of endless length cost more than they can be worth."""
_BELOW = {"plover": True, "none": False}


@dataclass(frozen=True, slots=True)
class Ontology:
    """Types and frames to read with; `extends` says whether acts that only the built-in frames tell count too."""

    name: str
    version: str
    extends: bool
    lexicon: Lexicon


def load_ontology(path: str | Path) -> Ontology:
    """Read and check a file. Raises `UsageError` for the first mistake; costs some milliseconds."""
    place = Path(path)
    try:
        if place.exists() and not place.is_file():
            raise UsageError(f"{place}: is not a file: name the TOML file of the ontology")
        with place.open("rb") as stream:
            data = stream.read(SIZE_LIMIT + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UsageError(f"{place}: cannot be read ({reason}): name the TOML file of the ontology") from error
    return parse_ontology(data, str(path))


def parse_ontology(data: bytes, name: str) -> Ontology:
    """As `load_ontology`, for bytes at hand; `name` is what messages call them."""
    text = _text(data, name)
    top = Entry(name, _toml(text, name))
    top.only(("name", "version", "extends", "types", "frames"))
    own, version = top.name("name"), top.text("version")
    if not re.fullmatch(r"[\w.+-]{1,32}", version):
        top.refuse(
            f"version = {shown(version)} is no version: use letters, digits, '.', '-' and '+', as in \"1.0\""
        )
    extends = _BELOW[top.choice("extends", _BELOW)]
    kinds = own_kinds(_entries(top, text, "types"), f"{own}@{version}")
    frames = own_frames(_entries(top, text, "frames"), kinds)
    return Ontology(own, version, extends, lexicon(frames, built_in()))


def _text(data: bytes, name: str) -> str:
    if len(data) > SIZE_LIMIT:
        raise UsageError(
            f"{name}: has more than the {SIZE_LIMIT / 1e6:.0f} MB of an ontology: split it in several"
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UsageError(f"{name} line {line}: is not UTF-8: save the file in that encoding") from error
    for number, line_text in enumerate(text.split("\n"), 1):
        if len(line_text) > _LINE_LIMIT:
            raise UsageError(
                f"{name} line {number}: has more than {_LINE_LIMIT:,} characters: break the list into lines"
            )
    return text


def _toml(text: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise UsageError(f"{name}: is nested too deeply: keep to [[types]] and [[frames]]") from error
    except ValueError as error:
        raise UsageError(f"{name}: is not TOML: {error}: correct the file there") from error


def _entries(top: Entry, text: str, key: str) -> list[Entry]:
    """The tables of a list, each with its place: by line where each has a heading of its own."""
    tables = top.list_of_tables(key)
    headings = list(re.finditer(rf"^[ \t]*\[\[[ \t]*{key}[ \t]*\]\]", text, re.MULTILINE))
    lines = [text.count("\n", 0, found.start()) + 1 for found in headings]
    at = [f" line {line}" for line in lines] if len(lines) == len(tables) else [""] * len(tables)
    return [
        Entry(f"{top.place}{line}: {key}[{number}]", table)
        for number, (line, table) in enumerate(zip(at, tables, strict=True), 1)
    ]
