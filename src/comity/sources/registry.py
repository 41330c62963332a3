"""The readers of the datasets: built in, each a folder here."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from comity.errors import UsageError
from comity.sources.descriptor import Descriptor, descriptor
from comity.sources.form import Form


def source(name: str, mapping: Path | None = None) -> tuple[Descriptor, Sequence[Form]]:
    """What is known of a dataset, and its forms. Raises `UsageError` for a name that there is not.

    `mapping` is for a dataset whose reader takes one, and only for such.
    """
    about = descriptor(name)
    reader = import_module(f"comity.sources.{name}.reader")
    if hasattr(reader, "mapped"):
        return reader.mapped(about, mapping)  # type: ignore[no-any-return]
    if mapping is not None:
        raise UsageError(f"{name} has columns of its own and takes no mapping: import it without one")
    return about, reader.FORMS
