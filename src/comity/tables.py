"""Vocabularies are data: CSV files with a header, UTF-8, in the `data` folder of a room."""

import csv
import io
from importlib.resources import files


def rows(room: str, name: str) -> list[dict[str, str]]:
    """The rows of the table `data/NAME` of a room ('ontology'), in file order, every field as text."""
    text = files("comity").joinpath(room, "data", name).read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text)))
