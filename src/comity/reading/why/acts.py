"""Why an event was read so."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.events import id_of
from comity.reading.layers import Act
from comity.reading.why.again import Again
from comity.reading.why.dating import expression, when
from comity.reading.why.explanation import Explanation, Mark, Part, Passage, passage, words_of_place
from comity.reading.why.lexicon import coded_by
from comity.reading.why.placing import where
from comity.reading.why.sides import side
from comity.reading.why.voicing import speaking, standing
from comity.reading.why.weighing import domain, sureness, typed
from comity.record import Event


def explain_event(again: Again, event: Event) -> Explanation:
    """The explanation of an event of the document as it reads now: of its fullest telling."""
    act = _act(again, event)
    parts = (
        Part("Coded by", coded_by(act, again)),
        Part("Type", typed(act, event)),
        Part("Actor", side(act.actors, act, again)),
        Part("Recipient", side(act.recipients, act, again)),
        Part("Date", when(act, event.date, again)),
        Part("Place", where(act, event, again)),
        Part("Status", standing(act, event, again)),
        Part("Said by", speaking(act, again)),
        Part("Substance", domain(act, event, again.substances.of(act))),
        Part("Confidence", sureness(act, event)),
    )
    return Explanation(tuple(_passages(event, act, again)), parts)


def _act(again: Again, event: Event) -> Act:
    """The act that gave the event its id."""
    own = again.record.document.id
    return next(act for act in again.layers.acts if id_of(act, own) == event.id)


def _passages(event: Event, act: Act, again: Again) -> Iterator[Passage]:
    dated = expression(act, event.date, again) if event.date.text else None
    for start, end in dict.fromkeys((one.start, one.end) for one in event.evidence):
        triggers = [one.trigger for one in event.evidence if one.trigger and one.start == start]
        marks = [Mark(*trigger, "act") for trigger in triggers]
        marks += [Mark(one.start, one.end, "actor") for one in event.actors]
        marks += [Mark(one.start, one.end, "recipient") for one in event.recipients]
        marks += [Mark(dated.start, dated.end, "date")] if dated else []
        marks += words_of_place(event.place, start, end, again.parsed.text)
        yield passage(start, end, marks)
