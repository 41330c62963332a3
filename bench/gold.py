"""Scores the reader on the gold documents: what it finds, and whether that has the right who, where and when.

An act is matched where its type is one of those accepted and its trigger lies in the words of the gold; a
matched act is then asked for its parties, its date and its place, each on its own.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from bench.listed import (
    MUTUAL,
    date_meets,
    find,
    parties_told,
    same_claim,
    same_event,
    same_opinion,
    same_speaker,
    same_tie,
    sides,
    status_right,
    whole,
)

import comity
from comity.record import Event, Record

GOLD = Path(__file__).resolve().parents[1] / "tests" / "gold"
_HALF = 0.5
"""A date is closely right where the two intervals share half of the days that they cover together."""
Json = dict[str, Any]
Same = Callable[[Record, Any, Json], bool]
_LISTED: dict[str, Same] = {
    "events": same_event, "ties": same_tie, "claims": same_claim, "opinions": same_opinion
}  # fmt: skip


@dataclass
class Scores:
    """Hits and trials by the name of a figure; `wrong` holds a line for each miss."""

    hits: Counter[str] = field(default_factory=Counter)
    trials: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def count(self, figure: str, right: bool, what: str) -> None:
        """Note one trial."""
        self.trials[figure] += 1
        self.hits[figure] += right
        if not right:
            self.wrong.append(f"{figure}: {what}")

    def rates(self) -> dict[str, float]:
        """Share of hits by figure, 0 to 1, and the F1 of each kind of item."""
        rates = {figure: self.hits[figure] / trials for figure, trials in self.trials.items()}
        return rates | {f"{kind} f1": _f1(rates, kind) for kind in _LISTED if f"{kind} recall" in rates}


def _f1(rates: dict[str, float], kind: str) -> float:
    recall, precision = rates[f"{kind} recall"], rates.get(f"{kind} precision", 0.0)
    return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def score(split: str) -> Scores:
    """All figures over the documents of `dev` or `held`."""
    scores = Scores()
    for path in sorted((GOLD / split).glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        _score_document(path.stem, gold, read(path), scores)
    return scores


def read(path: Path) -> Record:
    """The record of the text that stands beside a gold file."""
    about = json.loads(path.read_text(encoding="utf-8"))["document"]
    published = about.get("published")
    return comity.read(
        path.with_suffix(".txt").read_text(encoding="utf-8"),
        title=about.get("title"),
        published=date.fromisoformat(published) if published else None,
        publisher=about.get("publisher"),
        author=about.get("author"),
        genre=about.get("genre", "unknown"),
    )


def _score_document(name: str, gold: Json, record: Record, scores: Scores) -> None:
    _score_acts(name, gold.get("events", []), record, scores)
    for kind, same in _LISTED.items():
        if kind in gold:  # without the key nobody has listed what the text has of the kind
            _score_listed(kind, name, gold[kind], (record, getattr(record, kind)), same, scores)
    for mention in gold.get("mentions", []):
        _score_mention(name, mention, record, scores)


def _score_acts(name: str, wanted: list[Json], record: Record, scores: Scores) -> None:
    for gold in wanted:
        told = [one for one in record.events if _tells(record, one, gold)]
        if not gold.get("optional"):
            scores.count("act recall", any(_right(one, gold) for one in told), f"{name}: {gold['in']}")
        if told:
            best = max(
                told, key=lambda one: (_parties_right(one, gold), parties_told(one, gold), _date_right(one, gold))
            )
            _score_act(name, best, gold, scores)
            _score_voice(name, best, gold, record, scores)
    for one in record.events:
        right = any(_tells(record, one, gold) and _right(one, gold) for gold in wanted)
        scores.count("act precision", right, f"{name}: {_line(record, one)}")


def _score_act(name: str, said: Event, gold: Json, scores: Scores) -> None:
    told = f"{sorted(sides(said.actors))} -> {sorted(sides(said.recipients))}"
    wanted = f"{gold['actors']} -> {gold['recipients']}"
    scores.count("parties", parties_told(said, gold), f"{name}: {gold['in']}: {told} for {wanted}")
    scores.count("parties exactly", _parties_right(said, gold), f"{name}: {gold['in']}: {told} for {wanted}")
    if gold.get("date"):
        text = f"{said.date.start}..{said.date.end}"
        scores.count("date", date_meets(said, gold), f"{name}: {gold['in']}: {text} for {gold['date']}")
        scores.count("date closely", _date_right(said, gold), f"{name}: {gold['in']}: {text} for {gold['date']}")
    if gold.get("place"):
        country = said.place.country if said.place else None
        scores.count("place", country == gold["place"], f"{name}: {gold['in']}: {country} for {gold['place']}")


def _score_voice(name: str, said: Event, gold: Json, record: Record, scores: Scores) -> None:
    scores.count(
        "status", status_right(said, gold), f"{name}: {gold['in']}: {said.status} for {gold.get('status')}"
    )
    if gold.get("speaker"):
        speaker = said.attribution.speaker
        right = same_speaker(record, speaker, gold["speaker"])
        scores.count("speaker", right, f"{name}: {gold['in']}: {speaker} for {gold['speaker']}")


def _score_listed(
    kind: str, name: str, wanted: list[Json], found: tuple[Record, tuple[Any, ...]], same: Same, scores: Scores
) -> None:
    record, said = found
    for gold in wanted:
        if not gold.get("optional"):
            scores.count(f"{kind} recall", any(same(record, one, gold) for one in said), f"{name}: {gold}")
    for one in said:
        scores.count(
            f"{kind} precision", any(same(record, one, gold) for gold in wanted), f"{name}: {_told(record, one)}"
        )


def _told(record: Record, one: Any) -> str:
    if isinstance(one, Event):
        return f"{_line(record, one)} {one.date.start}..{one.date.end}"
    about = getattr(one, "parties", None) or getattr(one, "about", None)
    return f"{one.kind} {about} {getattr(one, 'status', getattr(one, 'text', ''))} {getattr(one, 'start', '')}"


def _tells(record: Record, said: Event, gold: Json) -> bool:
    at = find(record.document.text, gold["in"])
    end = at + len(gold["in"])
    triggers = [one.trigger or (one.start, one.end) for one in said.evidence]
    return said.event_type in gold["type"] and any(first < end and at < last for first, last in triggers)


def _right(said: Event, gold: Json) -> bool:
    return status_right(said, gold) and parties_told(said, gold)


def _parties_right(said: Event, gold: Json) -> bool:
    """Both lists, each exactly where the gold names anybody; a mutual act may stand either way round."""
    one, other = sides(said.actors), sides(said.recipients)
    actors, recipients = {whole(x) for x in gold["actors"]}, {whole(x) for x in gold["recipients"]}
    if (not actors or one == actors) and (not recipients or other == recipients):
        return True
    return said.event_type in MUTUAL and one | other == actors | recipients


def _date_right(said: Event, gold: Json) -> bool:
    if not gold.get("date"):
        return True
    if said.date.start is None or said.date.end is None:
        return False
    first, last = (date.fromisoformat(day) for day in gold["date"])
    shared = (min(said.date.end, last) - max(said.date.start, first)).days + 1
    together = (max(said.date.end, last) - min(said.date.start, first)).days + 1
    return shared / together >= _HALF


def _score_mention(name: str, gold: Json, record: Record, scores: Scores) -> None:
    text = record.document.text
    within = find(text, gold["in"])
    start = within + find(text[within:], gold["words"]) if within >= 0 else -1
    found = list(meant(record, start, start + len(gold["words"])))
    what = f"{name}: {gold['words']!r} in {gold['in']!r}"
    if "is" in gold:
        scores.count(
            "identity", _identified(found, gold["is"]), f"{what}: {[e.id for e in found]} for {gold['is']}"
        )
    for key in ("country", "sector"):
        if gold.get(key):
            said = {getattr(entity, key) for entity in found}
            scores.count(f"mention {key}", gold[key] in said, f"{what}: {said} for {gold[key]}")


def _identified(found: list[Any], wanted: list[str] | None) -> bool:
    if wanted is None:
        return not any(entity.kind == "person" for entity in found)
    return {whole(entity.id) for entity in found} == {whole(entity) for entity in wanted}


def meant(record: Record, start: int, end: int) -> Iterator[Any]:
    """The entities with a mention over the last letters of the words, the longest; an 'of' or 'in' ends them."""
    told = record.document.text[start:end]
    end = start + len(re.split(r" (?:of|in|to|for) ", told)[0])
    spans = [(s, e, entity) for entity in record.entities for s, e in entity.mentions if s < end and start < e]
    last = [span for span in spans if span[0] < end <= span[1] + len("'s")]
    whole = [span for span in last if span[:2] == min(last, key=lambda one: (one[0], -one[1]))[:2]]
    yield from (entity for _, _, entity in whole)


def _line(record: Record, one: Event) -> str:
    first = one.evidence[0]
    return (
        f"{one.event_type} {sorted(sides(one.actors))} -> {sorted(sides(one.recipients))} {one.status}"
        f" | {record.document.text[first.start : first.end][:120]!r}"
    )
