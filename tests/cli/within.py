"""The command line run within the test: as the console script does it, but the model is loaded once a suite."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

from comity.cli.main import run

Done = subprocess.CompletedProcess[str]


def comity(*arguments: str, at: Path, text: str | bytes = b"") -> Done:
    """A command in a folder whose ledger is `ledger.db`, with `text` as its standard input."""
    data = text.encode() if isinstance(text, str) else text
    settings = {"COMITY_LEDGER": str(at / "ledger.db"), "COLUMNS": "200"}
    streams = {"stdin": _stream(data), "stdout": _stream(), "stderr": _stream()}
    with contextlib.ExitStack() as stack:
        stack.enter_context(contextlib.chdir(at))
        stack.enter_context(patch.dict(os.environ, settings))
        stack.enter_context(patch.multiple(sys, argv=["comity", *arguments], **streams))
        status = _status()
    return Done(arguments, status, _text(streams["stdout"]), _text(streams["stderr"]))


def _status() -> int:
    try:
        run()
    except SystemExit as ended:
        return int(ended.code or 0)
    return 0


def _stream(data: bytes = b"") -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(data), encoding="utf-8", newline="")


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode()
