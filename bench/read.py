"""Sentences a second of the whole reader beside those of the bare parser, on the same texts in one run.

Texts: the sample corpus that ships in the package, several times over.
"""

from __future__ import annotations

import json
import time
from collections import deque
from collections.abc import Callable
from importlib.resources import files

from comity.reading.layers import Meta
from comity.reading.many import read_lines
from comity.reading.model import nlp
from comity.reading.normalise import normalise
from comity.reading.reader import read_text
from comity.reading.source import Source

REPEATS = 5
COPIES = 20
"""So often the corpus is read by one process and by two."""


def main() -> None:
    folder = files("comity") / "sample"
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    texts = [normalise((folder / entry["file"]).read_text(encoding="utf-8")) for entry in index]
    parser = nlp()
    read_text(texts[0])
    sentences = sum(len(list(parser(text).sents)) for text in texts)
    ratios, rates = [], []
    for _ in range(REPEATS):
        bare = timed(lambda: [parser(text) for text in texts])
        whole = timed(lambda: [read_text(text, Meta()) for text in texts])
        ratios.append(whole / bare)
        rates.append((sentences / bare, sentences / whole))
    middle = sorted(range(REPEATS), key=ratios.__getitem__)[REPEATS // 2]
    print(f"bare parser  {rates[middle][0]:7.0f} sentences a second")
    print(f"comity read  {rates[middle][1]:7.0f} sentences a second")
    print(f"ratio        {ratios[middle]:7.2f} of the parser's time (median of {REPEATS}; aim: 1.6 or less)")
    one, two = (_stream(texts * COPIES, jobs) for jobs in (1, 2))
    print(f"two processes are {one / two:.2f} times as fast as one, their start included (aim: 1.8 or more)")


def _stream(texts: list[str], jobs: int) -> float:
    """Seconds on the clock that a stream of texts takes."""
    sources = [Source(text, Meta(), "-") for text in texts]
    start = time.perf_counter()
    deque(read_lines(sources, jobs), maxlen=0)
    return time.perf_counter() - start


def timed(work: Callable[[], object]) -> float:
    """Seconds of processor time that a call takes, which others on the machine change little."""
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
