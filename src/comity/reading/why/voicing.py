"""Whether an act counts as done, and who says so: the clause, the words above it, dates, the speaker."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.layers import Act
from comity.reading.voice import Said, Step, steps
from comity.reading.why.again import Again
from comity.record import Event

_HELPERS = {"aux", "auxpass", "neg", "mark", "det"}
_SAID = {
    "negated": "not done",
    "future": "yet to come",
    "hypothetical": "only possible, wished for or conditional",
    "actual": "done",
    "historical": "history",
}


def standing(act: Act, event: Event, again: Again) -> tuple[str, ...]:
    """Answers about the status of an act, the words first, then what its date changes."""
    return (*_words(act), *_dated(act, event, again))


def _words(act: Act) -> Iterator[str]:
    told: Step | None = None
    for step in steps(act.voiced or act.trigger):
        if told is None or step.status != told.status:
            yield _step(step, told is None)
        told = step


def _step(step: Step, first: bool) -> str:
    if first:
        return f"{_with_auxiliaries(step)} tells it as {_SAID[step.status]} ({step.status})."
    row = f" (line {step.line} of reading/data/governors.csv)" if step.line else ""
    return f"“{step.word.text}” above it{row} makes that {_SAID[step.status]} ({step.status})."


def _with_auxiliaries(step: Step) -> str:
    """'“did not invade”'; where no word before the verb shows the status, something around it does."""
    word = step.word
    helpers = [one for one in word.lefts if one.dep_ in _HELPERS]
    words = " ".join(one.text for one in (*helpers, word)).replace(" n't", "n't")
    around = "" if helpers or step.status == "actual" else ", with the words around it,"
    return f"“{words}”{around}"


def _dated(act: Act, event: Event, again: Again) -> Iterator[str]:
    *_, last = steps(act.voiced or act.trigger)
    published = again.times.published
    if event.status == last.status:
        return
    if event.status == "future":
        yield f"Its date lies after publication, {published}: it is yet to come (future)."
    elif event.date.precision == "unknown":
        yield "It has no date and is told on after a matter of history in the sentence before: historical."
    else:
        yield f"Its date ends more than a year before publication, {published}, so that it counts as historical."


def speaking(act: Act, again: Again) -> tuple[str, ...]:
    """Who says so."""
    said = again.voices.source(act.voiced or act.trigger)
    return (said_by(said, again),)


def said_by(said: Said, again: Again) -> str:
    """One sentence on a speaker and the word that shows him."""
    if said.word is None:
        return f"{again.name(said.speaker)}: no verb of saying stands above it and no quotation marks around it."
    where = f"by “{said.word.text}” {again.where(said.word.idx, said.word)}"
    unknown = ", whose subject nothing is known of" if said.speaker == "author" else ""
    return f"{again.name(said.speaker)}, {said.manner}, {where}{unknown}."
