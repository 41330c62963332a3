"""Where an act was put, and by what: words beside it, its nature, the scene that the text has set."""

from __future__ import annotations

from comity.reading.layers import Act
from comity.reading.places import told_place
from comity.reading.places_hosts import Hosts
from comity.reading.why.again import Again
from comity.record import Event, Place

_BY_NATURE = (
    "by the nature of the act: a visit is at the host's, an embassy in the other state, an expulsion at home"
)


def where(act: Act, event: Event, again: Again) -> tuple[str, ...]:
    """One answer about the place of an act."""
    if event.place is None:
        return ("The text tells none.",)
    country = f" ({event.place.country})" if event.place.country else ", of a state that stays open"
    return (f"{event.place.name}{country}: {_ground(act, event.place, again)}.",)


def _ground(act: Act, place: Place, again: Again) -> str:
    told = told_place(act.trigger, again.parsed, again.referents)
    if told is not None and told.name == place.name:
        return f"told in the clause of “{act.trigger.text}” or the one that it hangs on"
    if place.country and Hosts(again.referents).country(act) == place.country:
        return _BY_NATURE
    span = again.parsed.sentence(act.trigger).span
    if place.name in span.text:
        return "told in its sentence"
    at = again.parsed.text.rfind(place.name, 0, span.start_char)
    if at >= 0:
        return f"told {again.where(at, act.trigger)}, where the telling was set"
    return "where the telling was set, or another telling of the act puts it"
