"""Text to record: the steps of reading in their order. Nothing is learned here; each step is its own module."""

from __future__ import annotations

from dataclasses import dataclass, replace

from comity.reading._date_order import order_of
from comity.reading.acts import find_acts
from comity.reading.claims import find_claims
from comity.reading.corefer import corefer
from comity.reading.events import to_events
from comity.reading.frames import in_use
from comity.reading.language import UNDETERMINED, language_of
from comity.reading.layers import Act, Meta, Parsed, Referents, Times
from comity.reading.mentions import find_mentions
from comity.reading.normalise import normalise
from comity.reading.ontologies import Ontology
from comity.reading.opinions import find_opinions
from comity.reading.segment import parse
from comity.reading.sequence import date_acts
from comity.reading.tenure import dated
from comity.reading.ties import find_ties
from comity.reading.times import find_times
from comity.reading.voice import Voices
from comity.record import Document, Entity, Record, document_id

_NOTHING = Meta()


@dataclass(frozen=True, slots=True)
class Layers:
    """What the steps found on the way to a record, for those who ask why it says what it says."""

    parsed: Parsed
    meta: Meta
    referents: Referents
    times: Times
    acts: tuple[Act, ...]


def read_text(text: str, meta: Meta = _NOTHING, ontology: Ontology | None = None) -> Record:
    """Read one text. Costs about half as much again as the bare parse; raises nothing on any text."""
    return read_parsed(parse(normalise(text)), meta, ontology)


def read_parsed(parsed: Parsed, meta: Meta, ontology: Ontology | None = None) -> Record:
    """The steps after the parse, by the lexicon of an ontology of the user's own where one is given."""
    if ontology is None:
        return _read(parsed, meta)
    with in_use(ontology.lexicon):
        record = _read(parsed, meta)
    return record if ontology.extends else _own_alone(record)


def _own_alone(record: Record) -> Record:
    """The built-in frames have helped to see who and when; their events are not asked for."""
    return record.model_copy(update={"events": tuple(event for event in record.events if event.own_type)})


def _read(parsed: Parsed, meta: Meta) -> Record:
    """The steps after the parse; of a text that is not in English there is nothing but the document."""
    language = language_of(parsed.doc)
    if language == UNDETERMINED:
        own = document_id(parsed.text)
        return Record(document=_document(own, parsed.text, meta, language))
    return record_of(layers_of(parsed, meta), language)


def record_of(layers: Layers, language: str = "en") -> Record:
    """The items of a text out of what the first steps found."""
    parsed, meta, referents, times = layers.parsed, layers.meta, layers.referents, layers.times
    own, voices = document_id(parsed.text), Voices(parsed, referents)
    return Record(
        document=_document(own, parsed.text, meta, language),
        entities=_entities(parsed, referents, times),
        events=to_events(parsed, referents, times, layers.acts, own, meta.genre),
        ties=find_ties(parsed, referents, times, own),
        claims=find_claims(parsed, referents, times, voices.of, own),
        opinions=find_opinions(parsed, referents, times, voices.of, meta, own),
    )


def layers_of(parsed: Parsed, meta: Meta) -> Layers:
    """The steps from the parse to the dated acts, on which all items of the record rest."""
    referents = corefer(parsed, find_mentions(parsed), meta)
    times = find_times(parsed, meta.published, order_of(meta))
    acts = find_acts(parsed, referents)
    times = replace(times, acts=date_acts(acts, times, parsed, meta.genre))
    return Layers(parsed, meta, referents, times, acts)


def _document(own: str, text: str, meta: Meta, language: str) -> Document:
    return Document(
        id=own,
        title=meta.title,
        publisher=meta.publisher,
        author=meta.author,
        url=meta.url,
        published=meta.published,
        genre=meta.genre,
        language=language,
        text=text,
    )


def _entities(parsed: Parsed, referents: Referents, times: Times) -> tuple[Entity, ...]:
    spans: dict[str, dict[tuple[int, int], None]] = {}
    for token, names in referents.at.items():
        mention = referents.mentions[token]
        for name in names:
            spans.setdefault(name, {})[(mention.start, mention.end)] = None
    return tuple(
        Entity(
            id=one.id,
            kind=one.kind,
            name=one.name,
            country=one.country,
            sector=one.sector,
            offices=dated(one.offices, parsed, times),
            mentions=tuple(sorted(spans.get(one.id, ()))),
        )
        for one in referents.entities.values()
    )
