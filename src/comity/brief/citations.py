"""Citation marks: handed out while the brief is laid out, numbered once everything has been cited."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from comity.assessment import AnyHeld
from comity.brief.quotation import Stretch, stretches


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the brief that cites; `id` is its anchor, `stretches` what it cites."""

    id: str
    stretches: tuple[Stretch, ...]


class Citations:
    """The marks of one brief, in the order they were asked for, and the items they cite."""

    def __init__(self) -> None:
        self.marks: list[Mark] = []
        self.items: dict[str, AnyHeld] = {}

    def cite(self, items: Iterable[AnyHeld]) -> Mark:
        """A mark that leads to every telling of each of the items."""
        cited = {held.item.id: held for held in items}
        self.items.update(cited)
        places = (stretch for held in cited.values() for stretch in stretches(held))
        mark = Mark(f"c{len(self.marks) + 1}", tuple(dict.fromkeys(places)))
        self.marks.append(mark)
        return mark
