"""Whether memory stays flat while `comity read` reads a long stream: 100,000 sentences, varied without end.

The texts are the sample corpus, the gold documents for development and the classifier's training sentences, with
other numbers and made-up names in them. Fails where the processes take more than `SHARE` beyond what they took
after the warm-up. Takes some ten minutes: `make soak`, or `make soak ARGS=20000` for fewer sentences.
"""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.resources import files
from itertools import chain
from pathlib import Path

from comity.learned.marked import examples

SENTENCES = 100_000
EVERY = 10_000
SHARE = 0.15
_GOLD = Path(__file__).resolve().parents[1] / "tests" / "gold" / "dev"
_SYLLABLES = ["ka", "ro", "mi", "ten", "dal", "vi", "sho", "pra", "lu", "ne", "gor", "ban", "eth", "ul", "yam"]
_END = re.compile(r"(?<=[.!?])\s+")
_NAME = re.compile(r"(?<=[a-z] )[A-Z][a-z]{3,}\b")
_IN_A_TEXT = 10


def main() -> int:
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else SENTENCES
    command = [sys.executable, "-c", "from comity.cli.main import run; run()", "read", "-"]
    with tempfile.TemporaryFile() as stream:
        for text in texts(wanted // _IN_A_TEXT):
            stream.write(json.dumps({"text": text}).encode() + b"\n")
        stream.seek(0)
        with subprocess.Popen(
            [*command, "--input-format", "jsonl", "--jobs", "1"], stdin=stream, stdout=subprocess.PIPE
        ) as reader:
            taken = list(_watched(reader))
    growth = max(taken[1:], default=taken[0]) / taken[0] - 1
    print(f"{growth:+.1%} after the first {EVERY:,} sentences (at most {SHARE:.0%})")
    return int(reader.returncode != 0 or growth > SHARE)


def _watched(reader: subprocess.Popen[bytes]) -> Iterator[float]:
    """The megabytes taken each time that so many sentences have come out."""
    assert reader.stdout is not None
    for number, _ in enumerate(reader.stdout, 1):
        if number * _IN_A_TEXT % EVERY == 0:
            taken = resident(reader.pid)
            print(f"{number * _IN_A_TEXT:9,} sentences  {taken:6.0f} MB", flush=True)
            yield taken


def resident(process: int) -> float:
    """Megabytes of memory that a process takes."""
    found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{process}/status").read_text(encoding="utf-8"))
    return int(found[1]) / 1024 if found else 0.0


def texts(number: int) -> Iterator[str]:
    """So many texts of ten sentences in two paragraphs; the same ones every time."""
    chance = random.Random(7)
    known = list(_sentences())
    for _ in range(number):
        told = [_varied(one, chance) for one in chance.choices(known, k=_IN_A_TEXT)]
        yield "\n\n".join(" ".join(part) for part in (told[:5], told[5:]))


def _sentences() -> Iterator[str]:
    corpus = chain((files("comity") / "sample").iterdir(), _GOLD.iterdir())
    for file in corpus:
        if file.name.endswith(".txt"):
            yield from _END.split(file.read_text(encoding="utf-8").strip())
    yield from (example.marked.text for example in examples())


def _varied(sentence: str, chance: random.Random) -> str:
    """With other digits, and made-up names for some of the names."""
    numbered = re.sub(r"\d", lambda _: str(chance.randint(1, 9)), sentence)
    return _NAME.sub(lambda name: _made_up(chance) if chance.random() < 0.4 else name[0], numbered)


def _made_up(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))).capitalize()


if __name__ == "__main__":
    sys.exit(main())
