"""Sentences a second of the whole reader beside those of the bare parser, on the same texts in one run.

Texts: the sample corpus that ships in the package, several times over.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from importlib.resources import files

from comity.reading.layers import Meta
from comity.reading.model import nlp
from comity.reading.normalise import normalise
from comity.reading.reader import read_text

REPEATS = 5


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
    print(f"ratio        {ratios[middle]:7.2f} of the parser's time (median of {REPEATS}; aim: 2.0 or less)")


def timed(work: Callable[[], object]) -> float:
    """Seconds that a call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
