"""What a dataset is, in words: its title and publisher, and what of it was imported."""

from __future__ import annotations

from comity.assessment.events import TEXTS
from comity.assessment.holdings import Holdings
from comity.assessment.when import day
from comity.languages import say
from comity.sources.descriptor import descriptor, names


def title(source: str) -> str:
    """The title without its details; 'the texts' for what was read; the bare name of a dataset not described."""
    if source == TEXTS:
        return say("the texts")
    return say(descriptor(source).title.partition(":")[0]) if source in names() else source


def called(holdings: Holdings, source: str) -> str:
    """The title, with a word of it where only a sample was imported."""
    return say("{source}, a sample", source=title(source)) if is_sample(holdings, source) else title(source)


def is_sample(holdings: Holdings, source: str) -> bool:
    """Whether only a sample of the dataset was imported: then no volume or rank can be read off it."""
    return any("sample" in file.form for file in holdings.files if file.source == source)


def coverage(holdings: Holdings, source: str) -> tuple[str, ...]:
    """A line for each imported file: what it is, whether it is a sample, and its days."""
    if source == TEXTS:
        return (say("what texts in the ledger tell; there may be more"),)
    files = [file for file in holdings.files if file.source == source]
    return tuple(
        f"{title(source)}, {file.name}"
        + (say(": a sample, whose counts are too low") if "sample" in file.form else "")
        + (
            say(", {first_day} to {last_day}", first_day=day(file.first_day), last_day=day(file.last_day))
            if file.first_day and file.last_day
            else ""
        )
        for file in files
    )
