"""What the steps of reading cost beside the parse: who, when and where an act was, on the sample corpus."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable
from importlib.resources import files
from typing import TypeVar

from comity.reading.acts import find_acts
from comity.reading.corefer import corefer
from comity.reading.layers import Meta
from comity.reading.mentions import find_mentions
from comity.reading.normalise import normalise
from comity.reading.places import place_of
from comity.reading.reader import read_text
from comity.reading.segment import parse
from comity.reading.sequence import date_acts
from comity.reading.times import find_times

ROUNDS = 3
ASIDE = {"parse", "acts"}
_T = TypeVar("_T")


class _Clock(Counter[str]):
    def time(self, step: str, work: Callable[[], _T]) -> _T:
        started = time.perf_counter()
        done = work()
        self[step] += time.perf_counter() - started  # type: ignore[assignment]
        return done


def main() -> int:
    folder = files("comity") / "sample"
    texts = [
        normalise(file.read_text(encoding="utf-8")) for file in folder.iterdir() if file.name.endswith(".txt")
    ]
    for text in texts:
        read_text(text, Meta())
    clock = _Clock()
    for text in texts * ROUNDS:
        _steps(text, clock)
    for step, seconds in clock.items():
        print(f"{step:10} {seconds / clock['parse']:6.1%} of the parse")
    asked = sum(seconds for step, seconds in clock.items() if step not in ASIDE)
    print(f"who, when and where together {asked / clock['parse']:.1%} of the parse")
    return 0


def _steps(text: str, clock: _Clock) -> None:
    parsed = clock.time("parse", lambda: parse(text))
    mentions = clock.time("mentions", lambda: find_mentions(parsed))
    referents = clock.time("corefer", lambda: corefer(parsed, mentions, Meta()))
    times = clock.time("times", lambda: find_times(parsed, None))
    acts = clock.time("acts", lambda: find_acts(parsed, referents))
    clock.time("dating", lambda: date_acts(acts, times, parsed))
    clock.time("places", lambda: [place_of(act.trigger, parsed, referents) for act in acts])


if __name__ == "__main__":
    sys.exit(main())
