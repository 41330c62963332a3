"""Public datasets: each a folder with what is known of it (`source.toml`) and its forms (`reader.py`).

What needs the ledger or the network is loaded when it is first used, so that help stays quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from comity.sources.descriptor import Descriptor, descriptor, names

if TYPE_CHECKING:
    from comity.sources.fetch_files import fetch, fetch_address
    from comity.sources.importing import Options, import_files
    from comity.sources.report import Outcome, Progress, Report

__all__ = [
    "Descriptor", "Options", "Outcome", "Progress", "Report", "descriptor", "fetch", "fetch_address",
    "import_files", "names",
]  # fmt: skip

_LATER = {
    "fetch": "fetch_files",
    "fetch_address": "fetch_files",
    "Options": "importing",
    "import_files": "importing",
    "Outcome": "report",
    "Progress": "report",
    "Report": "report",
}


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
