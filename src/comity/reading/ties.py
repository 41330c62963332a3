"""What stands between two parties: ties that an act makes or ends, and ties that the words presuppose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from comity.ontology import ladder_names, level_of
from comity.reading.layers import Act, Parsed, Referents, Sentence, Times
from comity.reading.parties import Parties
from comity.reading.syntax import slots_of_noun, slots_of_verb
from comity.reading.times import period_of
from comity.reading.voice import Voices
from comity.record import Evidence, Period, Tie, item_id
from comity.record.values import TieKind, TieStatus

_RELATION = {"relation", "tie", "link"}
_MAKES = {
    "establish",
    "open",
    "forge",
    "restore",
    "resume",
    "normalise",
    "normalize",
    "establishment",
    "restoration",
    "resumption",
    "normalisation",
    "normalization",
    "re-establish",
    "reestablish",
    "found",
    "enter",
    "set",
}
_LIFTS = {"lift", "end", "remove", "lifting", "removal"}
_MISSIONS = {"embassy", "consulate", "legation", "mission"}
_TREATY = {"agreement", "treaty", "accord", "pact", "convention"}
_DONE = {"actual", "historical"}
_TRADE = {"trade", "commerce"}


@dataclass(frozen=True, slots=True)
class _Dated:
    """An act with its voice and time."""

    act: Act
    status: str
    period: Period
    sentence: Sentence


def find_ties(
    parsed: Parsed, referents: Referents, times: Times, acts: tuple[Act, ...], document_id: str
) -> tuple[Tie, ...]:
    """The ties that a text states or presupposes, one for each kind, pair and name, with all its evidence."""
    finder = _TieFinder(parsed, referents, times, acts, document_id)
    return _joined(finder.run())


class _TieFinder:
    def __init__(
        self, parsed: Parsed, referents: Referents, times: Times, acts: tuple[Act, ...], document_id: str
    ) -> None:
        self._parsed = parsed
        self._referents = referents
        self._times = times
        self._parties = Parties(referents)
        self._document_id = document_id
        voices = Voices(parsed, referents)
        self._acts = tuple(
            _Dated(
                act,
                voices.of(act.trigger).status,
                period_of(act.trigger, times, parsed),
                parsed.sentence(act.trigger),
            )
            for act in acts
        )
        self._voices = voices

    def run(self) -> Iterator[Tie]:
        for dated in self._acts:
            if dated.status in _DONE | {"future"}:
                yield from self._of_act(dated)
        for sentence in self._parsed.sentences:
            if sentence.kind == "bio":
                continue
            yield from self._levels(sentence)
            yield from self._anniversaries(sentence)
            for token in sentence.span:
                yield from self._of_noun(token, sentence)

    def _of_act(self, dated: _Dated) -> Iterator[Tie]:
        lemma, act = dated.act.trigger.lemma_.lower(), dated.act
        objects = _objects(act.trigger)
        if act.event_type == "SUPPORT" and lemma in _MAKES and objects & _RELATION:
            yield self._tie("diplomatic_relations", dated, start=True)
        elif act.cameo == "161" and objects & _RELATION:
            yield self._tie("diplomatic_relations", dated, status="ended")
        elif act.cameo == "163" and objects & {"sanction", "embargo"}:
            yield self._tie("sanctions", dated, start=True)
        elif act.event_type == "CONCEDE" and objects & {"sanction", "embargo"} and lemma in _LIFTS:
            yield self._tie("sanctions", dated, status="ended")
        elif act.cameo == "057" and objects & _TREATY:
            yield self._tie("treaty", dated, start=True, name=self._object_name(act.trigger))
        elif objects & {"zone"}:
            yield self._tie("economic_zone", dated, start=True)
        elif act.event_type in {"AID", "SANCTION", "COOPERATE"}:
            yield from self._projects(dated)

    def _projects(self, dated: _Dated) -> Iterator[Tie]:
        """A named thing that one side paid for or built with the other, or that one side closed."""
        trigger = dated.act.trigger
        slots = slots_of_verb(trigger) if trigger.pos_ == "VERB" else slots_of_noun(trigger)
        for token in slots.object:
            for one in self._referents.of(token):
                if one.kind != "organisation" or one.sector or dated.status == "future":
                    continue
                if dated.act.event_type == "SANCTION":
                    yield self._tie("project", dated, status="ended", name=one.name, swap=True)
                else:
                    yield self._tie("project", dated, name=one.name)

    def _tie(
        self,
        kind: TieKind,
        dated: _Dated,
        status: TieStatus = "active",
        start: bool = False,
        name: str | None = None,
        level: str | None = None,
        swap: bool = False,
    ) -> Tie:
        pair = (dated.act.actors[0].side, dated.act.recipients[0].side)
        parties = (pair[1], pair[0]) if swap else pair
        when = partial(dated.period)
        return self._make(
            kind,
            parties,
            dated.sentence.span,
            "proposed" if dated.status == "future" else status,
            start=when if start and dated.status != "future" else None,
            end=when if status == "ended" else None,
            name=name,
            level=level,
            trigger=(dated.act.trigger.idx, dated.act.trigger.idx + len(dated.act.trigger)),
        )

    def _make(
        self,
        kind: TieKind,
        parties: tuple[str, str],
        span: Span,
        status: TieStatus,
        *,
        start: str | None = None,
        end: str | None = None,
        name: str | None = None,
        level: str | None = None,
        trigger: tuple[int, int] | None = None,
    ) -> Tie:
        where = Evidence(start=span.start_char, end=span.end_char, trigger=trigger)
        own = item_id(self._document_id, "tie", kind, *parties, name, level, status, span.start_char)
        return Tie(
            id=own,
            kind=kind,
            parties=parties,
            name=name,
            level=level,
            status=status,
            start=start,
            end=end,
            confidence=0.8,
            evidence=(where,),
        )

    def _levels(self, sentence: Sentence) -> Iterator[Tie]:
        """'Reached a strategic partnership': the longest rung named, of the pair whose act it is."""
        text = sentence.span.text
        for found in _level_pattern().finditer(text):
            level = level_of(found.group(1))
            token = self._token_at(sentence, sentence.span.start_char + found.end(1) - 1)
            if level is None or token is None or level.rank < 3 or level.level == "alliance":
                continue
            dated = self._act_about(token, sentence)
            if dated is not None:
                yield self._tie("partnership", dated, start=True, level=level.level)

    def _act_about(self, token: Token, sentence: Sentence) -> _Dated | None:
        over = {token.i, *(above.i for above in token.ancestors)}
        near = [d for d in self._acts if d.sentence is sentence and d.act.event_type in {"SUPPORT", "AGREE"}]
        return next((d for d in near if d.act.trigger.i in over and d.status in _DONE | {"future"}), None)

    def _token_at(self, sentence: Sentence, offset: int) -> Token | None:
        return next((t for t in sentence.span if t.idx <= offset < t.idx + len(t)), None)

    def _anniversaries(self, sentence: Sentence) -> Iterator[Tie]:
        """The 60th anniversary of relations in 2024 says that they began in 1964."""
        for one in self._times.expressions:
            inside = sentence.span.start_char <= one.start < sentence.span.end_char
            if not (inside and one.kind == "anniversary" and one.years and one.period.start):
                continue
            words = {token.lemma_.lower() for token in self._parsed.doc[one.head].subtree}
            pair = self._pair(sentence)
            if words & _RELATION and pair:
                year = str(one.period.start.year - one.years)
                yield self._make("diplomatic_relations", pair, sentence.span, "active", start=year)

    def _pair(self, sentence: Sentence) -> tuple[str, str] | None:
        """The two sides that a sentence speaks of, where they are exactly two."""
        found = self._referents.inside(sentence.span.start_char, sentence.span.end_char)
        sides = list(dict.fromkeys(one.country for one in found if one.country))
        return (sides[0], sides[1]) if len(sides) == 2 else None

    def _of_noun(self, token: Token, sentence: Sentence) -> Iterator[Tie]:
        lemma = token.lemma_.lower()
        if lemma in _MISSIONS:
            yield from self._mission(token, sentence)
        elif lemma in _TRADE and self._voices.of(token).status == "negated":
            pair = self._sides_of(token, sentence)
            if pair:
                yield self._make("trade", pair, sentence.span, "absent")

    def _sides_of(self, token: Token, sentence: Sentence) -> tuple[str, str] | None:
        sides = [one.side for one in self._parties.owners(token.head if token.dep_ == "compound" else token)]
        return (sides[0], sides[1]) if len(sides) == 2 else self._pair(sentence)

    def _mission(self, token: Token, sentence: Sentence) -> Iterator[Tie]:
        """'The North Korean embassy in Phnom Penh'; without a place it stands in the state the text is about."""
        sender = next((one for one in self._parties.at(token)), None)
        if sender is None or sender.referent.country is None or self._voices.of(token).status != "actual":
            return
        here = self._parties.in_slots(slots_of_noun(token), ("in", "to"))
        host = next((one.side for one in here if one.side != sender.side), None) or self._referents.home
        ended = any(d.act.event_type == "SANCTION" and token in d.act.trigger.subtree for d in self._acts)
        if host and host != sender.side and not ended:
            yield self._make("mission", (sender.side, host), sentence.span, "active", name=token.lemma_.lower())

    def _object_name(self, trigger: Token) -> str | None:
        slots = slots_of_verb(trigger) if trigger.pos_ == "VERB" else slots_of_noun(trigger)
        for token in slots.object:
            if token.lemma_.lower() in _TREATY:
                words = [t.text for t in token.lefts if t.dep_ in {"compound", "amod", "nmod"}]
                return " ".join([*words, token.text]).replace(" - ", "-") if words else None
        return None


def partial(period: Period) -> str | None:
    """A period as a partial date ('1997', '2024-05'); `None` where it is vaguer than a year."""
    if period.start is None:
        return None
    size = {"day": 10, "month": 7, "year": 4}.get(period.precision)
    return period.start.isoformat()[:size] if size else None


def _objects(trigger: Token) -> set[str]:
    slots = slots_of_verb(trigger) if trigger.pos_ == "VERB" else slots_of_noun(trigger)
    words = {token.lemma_.lower() for token in slots.object}
    words |= {t.lemma_.lower() for token in slots.object for t in token.subtree if t.dep_ in {"pobj", "appos"}}
    return words


def _level_pattern() -> re.Pattern[str]:
    names = sorted(ladder_names(), key=len, reverse=True)
    return re.compile(r"\b(" + "|".join(map(re.escape, names)) + r")\b", re.IGNORECASE)


def _joined(ties: Iterator[Tie]) -> tuple[Tie, ...]:
    """Tellings of one tie put together: the same kind, pair, name and level, and no two different dates."""
    kept: list[Tie] = []
    for tie in ties:
        for at, other in enumerate(kept):
            if _same(tie, other):
                kept[at] = other.model_copy(
                    update={
                        "start": _finer(tie.start, other.start),
                        "end": _finer(tie.end, other.end),
                        "status": "ended" if "ended" in {tie.status, other.status} else other.status,
                        "evidence": other.evidence + tuple(e for e in tie.evidence if e not in other.evidence),
                    }
                )
                break
        else:
            kept.append(tie)
    return tuple(kept)


def _same(one: Tie, other: Tie) -> bool:
    if one.kind != other.kind or set(one.parties) != set(other.parties):
        return False
    if one.kind in {"project", "treaty", "mission"} and one.name != other.name:
        return False
    if one.kind in {"diplomatic_relations", "mission"} and one.status != other.status:
        return False
    return one.level == other.level and _agree(one.start, other.start) and _agree(one.end, other.end)


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one.startswith(other) or other.startswith(one)


def _finer(one: str | None, other: str | None) -> str | None:
    return max((one, other), key=lambda date: len(date or ""))
