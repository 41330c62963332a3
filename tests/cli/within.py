"""The command line: within the test, where the model is loaded once a suite, or as a process of its own."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

from comity.cli.main import run

COMITY = Path(sys.executable).with_name("comity")
Done = subprocess.CompletedProcess[str]


def comity(*arguments: str, at: Path, text: str | bytes = b"") -> Done:
    """A command in a folder whose ledger is `ledger.db`, with `text` as its standard input."""
    settings, data = _settings(at), _bytes(text)
    streams = {"stdin": _stream(data), "stdout": _stream(), "stderr": _stream()}
    with contextlib.ExitStack() as stack:
        stack.enter_context(contextlib.chdir(at))
        stack.enter_context(patch.dict(os.environ, settings))
        stack.enter_context(patch.multiple(sys, argv=["comity", *arguments], **streams))
        status = _status()
    return Done(arguments, status, _text(streams["stdout"]), _text(streams["stderr"]))


def process(*arguments: str, at: Path, text: str | bytes = b"") -> Done:
    """The same by the installed console script, for what is particular to a process."""
    environment = {**os.environ, **_settings(at)}
    command, data = [str(COMITY), *arguments], _bytes(text)
    done = subprocess.run(command, input=data, capture_output=True, cwd=at, env=environment, timeout=120)
    return Done(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def _settings(at: Path) -> dict[str, str]:
    return {"COMITY_LEDGER": str(at / "ledger.db"), "COLUMNS": "200"}


def _bytes(text: str | bytes) -> bytes:
    return text.encode() if isinstance(text, str) else text


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
