"""Acts with their voice, time and place become events; tellings of one act become one event."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from comity.ontology import PROMISED_TYPES, code
from comity.reading.frames import act_words
from comity.reading.layers import Act, Parsed, Participant, Referents, Times
from comity.reading.places_acts import place_acts
from comity.reading.quantities import sums
from comity.reading.subjects import VERBAL
from comity.reading.substance import Ruling, Substances
from comity.reading.tellings import joined
from comity.reading.times import period_of
from comity.reading.voice import Voices
from comity.record import Amount, Attribution, Event, Evidence, Party, Period, Place, item_id
from comity.record.values import Domain, EventType, Genre, Status

_YEAR = dt.timedelta(days=366)
DOMAINS: dict[str, Domain] = {
    "economic": "economic",
    "military": "security",
    "legal": "legal",
    "intelligence": "security",
    "crime": "legal",
    "cyber": "security",
    "territory": "security",
    "asylum": "humanitarian",
    "political_institutions": "political",
}
"""By context; any other context is diplomatic."""
_MATERIAL = {"AID", "COOPERATE", "AGREE", "SUPPORT", "SANCTION"}


def to_events(
    parsed: Parsed,
    referents: Referents,
    times: Times,
    acts: Iterable[Act],
    document_id: str,
    genre: Genre = "unknown",
) -> tuple[Event, ...]:
    """One event an act, in text order; what happens 'every year' is a habit, what should be is advice."""
    acts = list(acts)
    places = place_acts(acts, parsed, referents, times, genre)
    maker = _Maker(parsed, referents, times, places, document_id)
    habits = {one.head for one in times.expressions if one.kind == "frequency"}
    once = (act for act in acts if not habits & {token.i for token in act.trigger.subtree} and not _is_advice(act))
    return joined(told for told in map(maker.event, once) if _is_told(told[0]))


class _Maker:
    def __init__(
        self,
        parsed: Parsed,
        referents: Referents,
        times: Times,
        places: Mapping[int, Place],
        document_id: str,
    ) -> None:
        self._parsed = parsed
        self._referents = referents
        self._times = times
        self._places = places
        self._voices = Voices(parsed, referents)
        self._substances = Substances(parsed, referents, times)
        self._document_id = document_id
        self._past: int | None = None

    def event(self, act: Act) -> tuple[Event, Ruling]:
        """The event of one telling, and what it is held to be on what ground."""
        voice = self._voices.of(act.voiced or act.trigger)
        period = period_of(act.trigger, self._times, self._parsed)
        status = self._in_course(act, self._status(act, voice.status, period), period)
        event_type, mode, cameo = _as_promised(act, status)
        coded = code(event_type, mode)
        span = self._parsed.sentence(act.trigger).span
        trigger = (act.trigger.idx, act.trigger.idx + len(act.trigger))
        ruling = self._substances.of(act)
        event = Event(
            id=id_of(act, self._document_id),
            event_type=event_type,
            mode=mode,
            own_type=act.own.type if act.own else None,
            contexts=act.contexts,
            cameo=cameo or None,
            quad=coded.quad,
            score=coded.score,
            actors=tuple(self._party(one) for one in act.actors),
            recipients=tuple(self._party(one) for one in act.recipients),
            date=period,
            place=self._places.get(act.trigger.i),
            status=status,
            attribution=Attribution(speaker=voice.speaker, manner=voice.manner),
            domain=_domain(act),
            substance=ruling.substance,
            amount=self._amount(act) if event_type in _MATERIAL else None,
            confidence=act.confidence,
            evidence=(Evidence(start=span.start_char, end=span.end_char, trigger=trigger),),
        )
        return event, ruling

    def _party(self, one: Participant) -> Party:
        mention = self._referents.mentions.get(one.token.i)
        start = mention.start if mention else one.token.idx
        end = mention.end if mention else one.token.idx + len(one.token)
        return Party(
            entity=one.referent.id,
            country=one.referent.country,
            sector=one.referent.sector,
            start=start,
            end=end,
        )

    def _status(self, act: Act, status: Status, period: Period) -> Status:
        """What was done more than a year before publication is history; what has a date after it is to come."""
        published = self._times.published
        if (
            status == "actual"
            and published
            and period.start
            and period.start > published
            and act.trigger.tag_ != "VBD"
        ):
            return "future"
        if status == "actual" and published and period.end and period.end < published - _YEAR:
            return "historical"
        return status

    def _in_course(self, act: Act, status: Status, period: Period) -> Status:
        """What is told on, undated and in the past tense, in the sentence after a matter of history is one too."""
        at = self._parsed.sentence_of[act.trigger.i]
        undated = period.precision == "unknown"
        goes_on = self._past is not None and at - self._past <= 1 and self._same_paragraph(at, self._past)
        told = "historical" if status == "actual" and undated and goes_on and act.trigger.tag_ == "VBD" else status
        if (told == "historical" or not undated) and act.trigger.dep_ not in {"relcl", "acl"}:
            self._past = at if told == "historical" else None
        return told

    def _same_paragraph(self, one: int, other: int) -> bool:
        return self._parsed.sentences[one].paragraph == self._parsed.sentences[other].paragraph

    def _amount(self, act: Act) -> Amount | None:
        """The money named in the clause of the act itself."""
        words = list(act.trigger.subtree)
        end = words[-1].idx + len(words[-1])
        found = (one.amount for one in sums(self._parsed.text, words[0].idx, end))
        return next((amount for amount in found if amount.unit.isupper()), None)


def id_of(act: Act, document_id: str) -> str:
    """The id of the event that an act becomes, unless another telling of it is fuller."""
    start = act.trigger.idx
    end = start + len(act.trigger)
    return item_id(document_id, "event", start, end, act.event_type, *_named_by(act))


def _named_by(act: Act) -> tuple[str, ...]:
    """What tells the id of an act of a user's own ontology from that of the same words read without it."""
    own = act.own.type if act.own else None
    return (own.ontology, own.type, own.mode or "") if own else ()


def _domain(act: Act) -> Domain:
    if act.own:
        return act.own.domain
    return DOMAINS.get(act.contexts[0] if act.contexts else "", "diplomatic")


def _as_promised(act: Act, status: Status) -> tuple[EventType, str | None, str]:
    """PLOVER: cooperation to come is an agreement, giving way to come a concession, no assent a rejection."""
    if status == "future" and act.event_type in PROMISED_TYPES:
        return "AGREE", None, "036" if act.event_type == "CONSULT" else "030"
    if status == "future" and act.event_type == "RETREAT":
        return "CONCEDE", None, "080"
    if status == "negated" and act.trigger.lemma_.lower() in act_words("refusable"):
        return "REJECT", None, "120"
    return act.event_type, act.mode, act.cameo


def _is_advice(act: Act) -> bool:
    """'Cambodia should form friendships': what somebody thinks right, by the clause or by one above it."""
    clauses = [one for one in (act.trigger, *act.trigger.ancestors) if one.pos_ in VERBAL]
    return any(child.lower_ in act_words("advising") for clause in clauses[:1] for child in clause.lefts)


def _is_told(event: Event) -> bool:
    """What is only imagined, of one side and nobody else, tells nothing about two."""
    return event.status != "hypothetical" or bool(event.actors and event.recipients)
