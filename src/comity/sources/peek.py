"""A first look at a raw file, by which its form is known."""

from __future__ import annotations

import codecs
import csv
import io
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

_HEAD = 1 << 18


@dataclass(frozen=True)
class Peek:
    """The beginning of an unpacked file; `name` is the one that its publisher gave it."""

    path: Path
    name: str

    @cached_property
    def head(self) -> bytes:
        """The first 256 KiB."""
        with self.path.open("rb") as file:
            return file.read(_HEAD)

    @cached_property
    def text(self) -> str:
        """The head as text; what is neither UTF-8 nor UTF-16 is taken for Latin-1."""
        if self.is_utf16:
            return self.head.decode("utf-16", errors="replace")
        try:
            return codecs.getincrementaldecoder("utf-8-sig")().decode(self.head)
        except UnicodeDecodeError:
            return self.head.decode("latin-1")

    @property
    def is_utf16(self) -> bool:
        """Whether it is text of two bytes a character, as some spreadsheets write it."""
        return self.head[:2] in {b"\xff\xfe", b"\xfe\xff"}

    @property
    def is_archive(self) -> bool:
        """Whether it is packed itself."""
        return self.head[:4] == b"PK\x03\x04" or self.head[:2] == b"\x1f\x8b"

    @cached_property
    def first_line(self) -> str:
        """The first line that is not empty; only what ends a line in a file does, not all that Unicode has."""
        lines = io.StringIO(self.text, newline=None)
        return next((line.rstrip("\n") for line in lines if line.strip()), "")

    @property
    def is_html(self) -> bool:
        """Whether it is a web page, such as the notice that a download has failed."""
        start = self.text[:1000].lstrip().lower()
        return start.startswith(("<!doctype html", "<html")) or "<html" in start

    @property
    def is_parquet(self) -> bool:
        """Whether it is a Parquet file."""
        return self.head[:4] == b"PAR1"

    def fields(self, delimiter: str, quote: str = '"', skip: int = 0) -> list[str]:
        """The fields of the first line after those skipped, without blanks around them."""
        lines = self.text.splitlines()
        line = (lines[skip] if skip < len(lines) else "") if skip else self.first_line
        if not quote:
            return [one.strip() for one in line.split(delimiter)]
        row = next(csv.reader([line], delimiter=delimiter, quotechar=quote), [])
        return [one.strip() for one in row]

    @cached_property
    def parquet_columns(self) -> list[str]:
        """The columns of a Parquet file; none where it is damaged or no Parquet file."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        if not self.is_parquet:
            return []
        try:
            return list(pq.read_schema(self.path).names)
        except (pa.ArrowInvalid, OSError):
            return []
