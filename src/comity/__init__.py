"""Comity reads what states do with one another and keeps every act with its sentence.

`read` makes a record of a text; `open_ledger` opens the file that records are kept in.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from comity._version import __version__
from comity.errors import ComityError, InputError, LedgerError, UsageError

if TYPE_CHECKING:
    from comity.ledger import Ledger
    from comity.reading.ontologies import Ontology
    from comity.record import Record
    from comity.record.values import Genre

__all__ = [
    "ComityError",
    "InputError",
    "LedgerError",
    "UsageError",
    "__version__",
    "load_ontology",
    "open_ledger",
    "read",
]


def read(
    text: str,
    *,
    published: dt.date | None = None,
    title: str | None = None,
    publisher: str | None = None,
    author: str | None = None,
    url: str | None = None,
    genre: Genre = "unknown",
    ontology: Ontology | str | Path | None = None,
) -> Record:
    """What a text says, with the evidence. The first call loads the language model (about a second).

    `ontology` is a file of event types of your own, or what `load_ontology` made of one, which is quicker
    for many texts. Raises `UsageError` for a mistake in the file.
    """
    from comity.reading.layers import Meta
    from comity.reading.reader import read_text

    own = load_ontology(ontology) if isinstance(ontology, str | Path) else ontology
    return read_text(text, Meta(title, publisher, author, url, published, genre), own)


def load_ontology(path: str | Path) -> Ontology:
    """Event types of your own, with the words that tell them, out of a TOML file (docs/ontology.md).

    Raises `UsageError` that names the place, the value and the way out for the first mistake in it.
    """
    from comity.reading.ontologies import load_ontology as load_it

    return load_it(path)


def open_ledger(path: str | Path | None = None, create: bool = True) -> Ledger:
    """The ledger at `path`, else at `COMITY_LEDGER`, else in the user's data folder; a context manager.

    Raises `LedgerError` where the file is no ledger, is from a newer version, or cannot be opened.
    """
    from comity.ledger import open_ledger as open_it

    return open_it(path, create=create)
