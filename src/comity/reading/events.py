"""Acts with their voice, time and place become events; tellings of one act become one event."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from comity.ontology import PROMISED_TYPES, code
from comity.reading.layers import Act, Parsed, Participant, Referents, Times, Voice
from comity.reading.quantities import sums
from comity.reading.syntax import slots_of_noun, slots_of_verb
from comity.reading.times import period_of
from comity.reading.voice import Voices
from comity.record import Amount, Attribution, Event, Evidence, Party, Period, Place, item_id
from comity.record.values import Domain, EventType, Status

_YEAR = dt.timedelta(days=366)
_DOMAINS: dict[str, Domain] = {
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
_CEREMONY = {
    "symbolic",
    "courtesy",
    "ceremony",
    "ceremonial",
    "anniversary",
    "farewell",
    "greeting",
    "funeral",
}
_MATERIAL = {"AID", "COOPERATE", "AGREE", "SUPPORT", "SANCTION"}
_MUTUAL = {"CONSULT", "AGREE", "SUPPORT", "COOPERATE"}


def to_events(
    parsed: Parsed, referents: Referents, times: Times, acts: Iterable[Act], document_id: str
) -> tuple[Event, ...]:
    """One event an act, in text order; what happens 'every year' is a habit, no event."""
    maker = _Maker(parsed, referents, times, document_id)
    habits = {one.head for one in times.expressions if one.kind == "frequency"}
    once = (act for act in acts if not habits & {token.i for token in act.trigger.subtree})
    return _joined([maker.event(act) for act in once])


class _Maker:
    def __init__(self, parsed: Parsed, referents: Referents, times: Times, document_id: str) -> None:
        self._parsed = parsed
        self._referents = referents
        self._times = times
        self._voices = Voices(parsed, referents)
        self._document_id = document_id

    def event(self, act: Act) -> Event:
        voice = self._voices.of(act.trigger)
        period = period_of(act.trigger, self._times, self._parsed)
        event_type, mode, cameo = _as_promised(act, voice)
        coded = code(event_type, mode)
        span = self._parsed.sentence(act.trigger).span
        trigger = (act.trigger.idx, act.trigger.idx + len(act.trigger))
        return Event(
            id=item_id(self._document_id, "event", *trigger, act.event_type),
            event_type=event_type,
            mode=mode,
            contexts=act.contexts,
            cameo=cameo,
            quad=coded.quad,
            score=coded.score,
            actors=tuple(self._party(one) for one in act.actors),
            recipients=tuple(self._party(one) for one in act.recipients),
            date=period,
            place=self._place(act),
            status=self._status(voice.status, period),
            attribution=Attribution(speaker=voice.speaker, manner=voice.manner),
            domain=_DOMAINS.get(act.contexts[0] if act.contexts else "", "diplomatic"),
            substance="symbolic" if _is_ceremony(act) else act.substance,
            amount=self._amount(act) if event_type in _MATERIAL else None,
            confidence=act.confidence,
            evidence=(Evidence(start=span.start_char, end=span.end_char, trigger=trigger),),
        )

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

    def _status(self, status: Status, period: Period) -> Status:
        """What was done more than a year before publication is history."""
        published = self._times.published
        if status == "actual" and published and period.end and period.end < published - _YEAR:
            return "historical"
        return status

    def _amount(self, act: Act) -> Amount | None:
        """The money named in the clause of the act itself."""
        words = list(act.trigger.subtree)
        end = words[-1].idx + len(words[-1])
        found = (one.amount for one in sums(self._parsed.text, words[0].idx, end))
        return next((amount for amount in found if amount.unit.isupper()), None)

    def _place(self, act: Act) -> Place | None:
        trigger = act.trigger
        slots = slots_of_verb(trigger) if trigger.pos_ == "VERB" else slots_of_noun(trigger)
        for preposition in ("at", "in"):
            for token in slots.after(preposition):
                mention = self._referents.mentions.get(token.i)
                if mention and mention.form in {"metonym", "name"} and mention.kind in {"state", "place"}:
                    return Place(name=self._parsed.text[mention.start : mention.end], country=mention.country)
        return None


def _as_promised(act: Act, voice: Voice) -> tuple[EventType, str | None, str]:
    """PLOVER: cooperation that is still to come is an agreement."""
    if voice.status == "future" and act.event_type in PROMISED_TYPES:
        return "AGREE", None, "036" if act.event_type == "CONSULT" else "030"
    return act.event_type, act.mode, act.cameo


def _is_ceremony(act: Act) -> bool:
    if act.event_type not in {"CONSULT", "SUPPORT"}:
        return False
    around = (
        act.trigger.subtree if act.trigger.pos_ == "VERB" else [*act.trigger.subtree, *act.trigger.head.subtree]
    )
    return any(token.lower_ in _CEREMONY for token in around)


def _joined(events: list[Event]) -> tuple[Event, ...]:
    """Tellings of one act put together, the fullest (dated best, then surest) first."""
    groups: list[list[Event]] = []
    for event in events:
        group = next((g for g in groups if all(_same(event, other) for other in g)), None)
        if group is None:
            groups.append([event])
        else:
            group.append(event)
    return tuple(_fullest(group) for group in groups)


def _fullest(group: list[Event]) -> Event:
    order = {"day": 0, "month": 1, "year": 2, "span": 3, "decade": 4, "unknown": 5}
    ranked = sorted(group, key=lambda event: (order[event.date.precision], -event.confidence))
    evidence = dict.fromkeys(e for event in ranked for e in event.evidence)
    amount = next((event.amount for event in ranked if event.amount), None)
    substance = "symbolic" if any(event.substance == "symbolic" for event in group) else "practical"
    return ranked[0].model_copy(update={"evidence": tuple(evidence), "amount": amount, "substance": substance})


def _same(one: Event, other: Event) -> bool:
    """The same type, the same people where both name them, the same sides, and dates that can be one."""
    if (one.event_type, one.status) != (other.event_type, other.status):
        return False
    if one.event_type == "CONSULT" and "visit" in {one.mode, other.mode} and one.mode != other.mode:
        return False
    if not _same_sides(one, other) or not _dates_meet(one.date, other.date):
        return False
    if one.evidence[0].start == other.evidence[0].start and one.event_type == "CONSULT":
        return True
    undated = "unknown" in {one.date.precision, other.date.precision}
    return not undated or _people(one) == _people(other)


def _same_sides(one: Event, other: Event) -> bool:
    mine, theirs = _sides(one), _sides(other)
    if one.event_type in _MUTUAL and one.mode != "visit":
        return set().union(*mine) == set().union(*theirs) and not _other_people(one, other)
    return mine == theirs and not _other_people(one, other)


def _sides(event: Event) -> tuple[frozenset[str], frozenset[str]]:
    def of(parties: tuple[Party, ...]) -> frozenset[str]:
        return frozenset(party.country or party.entity for party in parties)

    return of(event.actors), of(event.recipients)


def _people(event: Event) -> frozenset[str]:
    return frozenset(p.entity for p in event.actors + event.recipients if p.entity.startswith("person:"))


def _other_people(one: Event, other: Event) -> bool:
    """Both name somebody of the same state, and not the same one."""
    for country in {p.country for p in one.actors + one.recipients}:
        mine, theirs = (
            {p.entity for p in e.actors + e.recipients if p.country == country and p.entity.startswith("person:")}
            for e in (one, other)
        )
        if mine and theirs and not mine & theirs:
            return True
    return False


def _dates_meet(one: Period, other: Period) -> bool:
    if one.start is None or other.start is None or one.end is None or other.end is None:
        return True
    return one.start <= other.end and other.start <= one.end
