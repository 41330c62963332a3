"""Drawings begun early, in a process beside this one, while the rest of a brief is composed.

What draws takes half a second to start, and a thread is no help: it lets nothing else run in its process. Where
that process is ended from outside, this one draws.
"""

from __future__ import annotations

import json
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from functools import cache
from typing import Any

from comity.workers import beside

_NOTHING = {"data": {"values": []}, "mark": "point"}
_begun: dict[str, Future[str]] = {}


def start() -> None:
    """Start the process, so that it is ready for the first drawing."""
    begin(_NOTHING)


def begin(spec: dict[str, Any]) -> None:
    """Begin to draw what `drawn` will be asked for."""
    import vl_convert  # the process loads this alone, and nothing of ours

    with suppress(BrokenProcessPool):
        _begun[json.dumps(spec)] = _process().submit(vl_convert.vegalite_to_svg, spec, allowed_base_urls=[])


def drawn(spec: dict[str, Any]) -> str:
    """A specification as SVG: waits for it where it was begun, else draws it. `ValueError` where it cannot be."""
    import vl_convert

    if begun := _begun.pop(json.dumps(spec), None):
        with suppress(BrokenProcessPool):
            return begun.result()
    return str(vl_convert.vegalite_to_svg(spec, allowed_base_urls=[]))


@cache
def _process() -> ProcessPoolExecutor:
    return beside()
