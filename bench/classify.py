"""How many marked sentences a second the classifier answers, beside the bare parse of the same sentences."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import islice

from comity.learned.classify import classify_all
from comity.learned.marked import examples
from comity.reading.model import nlp

_SENTENCES = 2_000


def main() -> None:
    asked = [example.marked for example in islice(examples(), _SENTENCES)]
    next(classify_all(asked[:1]))
    parse = _seconds(lambda: list(nlp().pipe((one.text for one in asked), batch_size=64, disable=["ner"])))
    whole = _seconds(lambda: list(classify_all(asked)))
    print(f"bare parse    {len(asked) / parse:6.0f} sentences/s")
    print(f"classify      {len(asked) / whole:6.0f} sentences/s, {whole / parse:.2f} x the bare parse")


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
