"""Short mentions resolved a second, in one process, on a list of distinct ones so that no answer is remembered.

The list crosses the gazetteer's own names with role nouns in the shapes that news uses.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import cycle

from comity import gazetteer
from comity.gazetteer.tables import rows, split, states

AT_LEAST = 2_000
REPEATS = 5
AIM = 20_000
SHAPES = ("{adjective} {role}", "the {role} of {name}", "former {adjective} {role}", "{name}'s {role}",
          "a spokesman for the {adjective} {role}", "{role} in {name}", "dozens of {adjective} {role}s",
          "{adjective} {role} accused of spying")  # fmt: skip


def main() -> None:
    found = list(dict.fromkeys(mentions()))
    assert len(found) >= AT_LEAST
    start = time.perf_counter()
    world = gazetteer.load()
    for first in ("Камбоджа", "Lyon police", "Nowhere-at-all police"):
        world.resolve(first)  # what is read on first use belongs to the start
    print(f"start     {time.perf_counter() - start:9.2f} seconds")
    rates = [len(found) / timed(world, found) for _ in range(REPEATS)]
    known = sum(world.resolve(text).country is not None for text in found)
    print(f"mentions  {len(found):9} distinct ones, {known / len(found):.0%} with a country")
    print(f"first run {rates[0]:9.0f} mentions a second")
    print(f"median    {sorted(rates)[REPEATS // 2]:9.0f} mentions a second (of {REPEATS} runs; aim: {AIM:,})")


def mentions() -> Iterator[str]:
    """Crossed states and roles, persons, organisations, provinces, and states in other languages."""
    roles = cycle(row["phrase"] for row in rows("roles"))
    for state in states().values():
        for adjective in state.adjectives[:2]:
            for shape in SHAPES:
                yield shape.format(adjective=adjective, name=state.name, role=next(roles))
    for row in rows("leaders"):
        yield row["names"].split("|")[0]
    for row in rows("mention_organisations"):
        yield f"{row['name']} {next(roles)}"
    for row in rows("units"):
        yield f"{row['name']} {next(roles)}"
    for row in rows("abroad"):
        yield from split(row["names"])[:10]


def timed(world: gazetteer.Gazetteer, texts: list[str]) -> float:
    """Seconds that resolving all takes."""
    start = time.perf_counter()
    for text in texts:
        world.resolve(text)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
