"""Acts told by what came right before or after: 'before the vote', 'hours before the ceremony', 'ten days after
the request was refused'."""

from __future__ import annotations

from spacy.tokens import Token

from comity.reading import _calendar as cal
from comity.reading._date_grammar import scan
from comity.reading._date_lengths import length
from comity.reading._date_tellings import Tellings, names_act, points_back
from comity.reading._date_told import is_short
from comity.reading._dating_words import CEREMONIES
from comity.record.types import Period

_UNITS = ("day", "week", "fortnight", "month")
_HOURS = ("hours", "minutes")


def beside_a_noun(verb: Token, tellings: Tellings, main: Period | None) -> Period | None:
    """'Before the call he received an envoy': that day or the one before; `main` is what the document tells of,
    where nothing else dates the noun."""
    for link in verb.children:
        noun = next((one for one in link.children if one.dep_ == "pobj"), None)
        if link.lower_ not in ("before", "after") or noun is None or not points_back(noun):
            continue
        base = tellings.pointed_at(noun) or (main if _is_part(noun) else None)
        if base is not None and is_short(base) and base.precision in ("day", "span"):
            return _next_to(base, link, noun.text)
    return None


def _is_part(noun: Token) -> bool:
    return names_act(noun) or noun.lemma_ in CEREMONIES


def _next_to(base: Period, link: Token, text: str) -> Period:
    """The days of the act; with the day before or after where it took one, unless hours are counted."""
    start, end = base.start, base.end
    hours = any(one.lower_ in _HOURS for one in (*link.children, link.doc[max(0, link.i - 1)]))
    if base.precision == "day" and not hours:
        start = cal.moved(start, -1, "day") if link.lower_ == "before" else start
        end = cal.moved(end, 1, "day") if link.lower_ == "after" else end
    precision = "day" if start == end else "span"
    return base.model_copy(
        update={"start": start, "end": end, "precision": precision, "basis": "relative", "text": text}
    )


def within_offset(words: str, before: Period) -> Period | None:
    """'Ten days after the request was refused', where only the sentence before has a date: ten days on at most."""
    form = next(scan(f"{words} it"), None)
    if form is None or form.rule != "event_offset" or form.match["way"].lower() not in ("after", "following"):
        return None
    count, name = length(form)
    if name not in _UNITS:
        return None
    end = cal.moved(before.end, count, name)
    return Period(start=before.start, end=end, precision="span", basis="relative", text=words)
