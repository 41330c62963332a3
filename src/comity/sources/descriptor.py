"""What is known of a public dataset before a file of it is opened: `source.toml` in its folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from comity.errors import UsageError


@dataclass(frozen=True, slots=True)
class Expected:
    """What a good file of a form looks like; the figures come from real files.

    `rows`: the fewest in a whole file. `filled`: by column of the common table the least share of rows with a
    value in it.
    """

    rows: int = 1
    filled: Mapping[str, float] = field(default_factory=dict)

    def of(self, table: str) -> dict[str, float]:
        """The columns of one table that are to be filled, each with its least share."""
        told = {tuple(column.split(".")): share for column, share in self.filled.items()}
        return {column: share for (of, column), share in told.items() if of == table}


@dataclass(frozen=True, slots=True)
class Descriptor:
    """A public dataset: where it comes from, what may be done with it, what a good file looks like.

    `version` is that of our reader: a file read by an older one may be imported again. `supersedes` tells which
    earlier files a new one replaces: that of the same name, or all of the source of the same form.
    `bad_share` is the share of rows above which a file is refused. `shipped` has files that come with the package,
    by the word that stands for each where files are named.
    """

    name: str
    title: str
    publisher: str
    licence: str
    use: str
    citation: str
    address: str
    cost: str
    schedule: str
    version: int
    supersedes: Literal["name", "form"]
    bad_share: float
    expect: Mapping[str, Expected]
    fetch: Mapping[str, Any]
    shipped: Mapping[str, str] = field(default_factory=dict)

    def file(self, path: Path) -> Path:
        """The file that comes with the package where the path is the word for one, else the path."""
        name = self.shipped.get(str(path))
        return path if name is None or path.exists() else Path(__file__).with_name(self.name) / name

    def expected(self, form: str) -> Expected:
        """What a file of the form has at least."""
        return self.expect.get(form, Expected())


def descriptor(name: str) -> Descriptor:
    """That of a dataset; `UsageError` with the names there are where there is none."""
    import tomllib

    if name not in names():
        raise UsageError(f"no dataset is called {name!r}: choose one of {', '.join(names())}")
    text = files("comity.sources").joinpath(name, "source.toml").read_text(encoding="utf-8")
    told = tomllib.loads(text)
    expect = {form: Expected(**one) for form, one in told.pop("expect", {}).items()}
    return Descriptor(name=name, expect=expect, fetch=told.pop("fetch", {}), **told)


def names() -> tuple[str, ...]:
    """The datasets that can be imported, in alphabetical order: each a folder with a `source.toml`."""
    folders = files("comity.sources").iterdir()
    return tuple(sorted(one.name for one in folders if one.joinpath("source.toml").is_file()))
