"""What an act amounts to: its type and score with the rule that changed them, domain, substance, sum, sureness."""

from __future__ import annotations

from collections.abc import Iterator

from comity.ontology import PROMISED_TYPES
from comity.ontology.cameo import cameo_codes
from comity.reading.events import DOMAINS
from comity.reading.layers import Act
from comity.reading.quantities import sums
from comity.reading.substance import Ground, Ruling
from comity.record import Event

_GROUNDS = {
    Ground.SAID: "is what the text calls it",
    Ground.MATTER: "tells of a matter that can be settled",
    Ground.OCCASION: "is the occasion of it",
    Ground.OFFICIAL: "is the sort of visit",
    Ground.COURTESY: "tells of a courtesy, and nothing of a matter",
    Ground.VAGUE: "is all that is told, and no matter",
    Ground.GOODWILL: "tells of goodwill, and nothing of a matter",
}


def typed(act: Act, event: Event) -> tuple[str, ...]:
    """Answers about type, mode, CAMEO code, quad and score."""
    return tuple(_typed(act, event))


def _typed(act: Act, event: Event) -> Iterator[str]:
    cameo = cameo_codes().get(event.cameo or "")
    known = f", CAMEO {event.cameo} ({cameo.name})" if cameo else ""
    mode = f", mode {event.mode}" if event.mode else ", no mode"
    yield f"{event.event_type}{mode}{known}."
    if event.own_type:
        own = event.own_type
        named = " ".join(filter(None, (own.type, own.mode)))
        yield f"In the terms of {own.ontology}: {named}, score {own.score:g}."
    if event.event_type != act.event_type:
        yield _changed(act, event)
    elif act.promised and act.promised != act.event_type:
        yield f"What is agreed to, asked for or threatened is itself {act.promised}."
    rows = "ontology/data/plover.csv"
    yield f"{event.quad.replace('_', ' ').capitalize()}, score {event.score:g}: by type and mode, in {rows}."


def _changed(act: Act, event: Event) -> str:
    words = f"The words name {act.event_type}"
    if event.status == "future" and act.event_type in PROMISED_TYPES:
        return f"{words}, but it is yet to come: PLOVER codes {act.event_type} that is only promised as AGREE."
    if event.status == "future":
        return f"{words}, but it is yet to come: giving way that is announced is {event.event_type}."
    return f"{words}, but it is refused: withheld like this it is {event.event_type}."


def domain(act: Act, event: Event, ruling: Ruling) -> tuple[str, ...]:
    """Answers about domain, substance and amount."""
    return (_domain(event), _substance(act, event, ruling), *_amount(act, event))


def _domain(event: Event) -> str:
    if event.own_type:
        return f"{event.domain.capitalize()}, as the user's own ontology has it."
    first = event.contexts[0] if event.contexts else ""
    why = f"by its context “{first}”" if first in DOMAINS else "as its context tells of no other domain"
    return f"{event.domain.capitalize()}, {why} (contexts: {', '.join(event.contexts) or 'none'})."


def _substance(act: Act, event: Event, ruling: Ruling) -> str:
    what = event.substance.capitalize()
    if event.substance != ruling.substance:
        return f"{what}, as another telling of it in the text is."
    if ruling.ground is not Ground.LEXICON:
        return f"{what}: “{ruling.word}” {_GROUNDS[ruling.ground]}."
    by = "the row of the lexicon" if act.why.frame and act.why.rule == "frame" else "the rule"
    return f"{what}, as {by} has it."


def _amount(act: Act, event: Event) -> Iterator[str]:
    if event.amount is None:
        return
    words = list(act.trigger.subtree)
    found = sums(act.trigger.doc.text, words[0].idx, words[-1].idx + len(words[-1]))
    text = next((one for one in found if one.amount == event.amount), None)
    told = f"“{act.trigger.doc.text[text.start : text.end]}” in its clause" if text else "in another telling of it"
    yield f"{event.amount.value:,.10g} {event.amount.unit}: {told}."


def sureness(act: Act, event: Event) -> tuple[str, ...]:
    """What the confidence is the sum of, and what it is not."""
    parts = "".join(
        f"{('+' if value > 0 else '-') if at else ''} {abs(value):.2f} ({reason}) "
        for at, (reason, value) in enumerate(act.why.sureness)
    ).strip()
    more = len(event.evidence) - 1
    told = f" The text tells it {more + 1} times; the fullest telling, dated best and then surest, stands first."
    note = "It weighs how plainly the act is told; it is no measured share of right ones."
    return (f"{event.confidence:.2f} = {parts}.", note + (told if more else ""))
