"""When an item of a record is one that the gold lists: an act as the reference scorer counts it, a tie, a claim,
an opinion."""

from __future__ import annotations

from datetime import date
from typing import Any

from comity import gazetteer
from comity.record import Claim, Event, Opinion, Record, Tie

MUTUAL = {"CONSULT", "AGREE", "COOPERATE", "SUPPORT"}
Json = dict[str, Any]


def find(text: str, quote: str) -> int:
    """Where a quotation begins, its marks curly or straight; -1 where it is not."""
    at = text.find(quote)
    return at if at >= 0 else text.find(quote.replace("’", "'").replace("“", '"').replace("”", '"'))


def over(text: str, spans: list[tuple[int, int]], quote: str) -> bool:
    """Whether any of the spans shares a letter with the quotation."""
    at = find(text, quote)
    return at >= 0 and any(start < at + len(quote) and at < end for start, end in spans)


def same_event(record: Record, said: Event, gold: Json) -> bool:
    """Type, parties, status and date at once, as the reference scorer counts an act found."""
    spans = [(one.start, one.end) for one in said.evidence]
    right = said.event_type in gold["type"] and over(record.document.text, spans, gold["in"])
    return right and parties_told(said, gold) and status_right(said, gold) and date_meets(said, gold)


def same_tie(record: Record, said: Tie, gold: Json) -> bool:
    """Kind, parties, status, and the ends that the gold gives."""
    del record
    if said.kind != gold["kind"] or {whole(p) for p in said.parties} != {whole(p) for p in gold["parties"]}:
        return False
    dated = all(str(getattr(said, key) or "").startswith(gold[key]) for key in ("start", "end") if gold.get(key))
    return dated and said.status == gold["status"]


def same_claim(record: Record, said: Claim, gold: Json) -> bool:
    """The kind, and words in common."""
    spans = [(said.evidence.start, said.evidence.end)]
    return said.kind == gold["kind"] and over(record.document.text, spans, gold["in"])


def same_opinion(record: Record, said: Opinion, gold: Json) -> bool:
    """The kind, whose it is, and words in common."""
    spans = [(said.evidence.start, said.evidence.end)]
    holder = same_speaker(record, said.holder, gold["holder"])
    return said.kind == gold["kind"] and holder and over(record.document.text, spans, gold["in"])


def same_speaker(record: Record, said: str, gold: str | list[str]) -> bool:
    """One of those accepted, by id or name; a person counts for the state that the gold names, and the reverse."""
    named = {entity.name.lower(): entity.id for entity in record.entities}
    wanted = {named.get(one.lower(), one) for one in ([gold] if isinstance(gold, str) else gold)}
    by_id = {entity.id: entity for entity in record.entities}
    own = {said, *([by_id[said].country] if said in by_id else [])}
    own |= {"author"} if by_id.get(said) and by_id[said].name == record.document.author else set()
    wanted |= {by_id[one].country or one for one in wanted if one in by_id}
    return bool(own & wanted)


def parties_told(said: Event, gold: Json) -> bool:
    """All parties of the gold on their sides, which is what the reference scorer asks."""
    one, other = sides(said.actors), sides(said.recipients)
    actors, recipients = {whole(x) for x in gold["actors"]}, {whole(x) for x in gold["recipients"]}
    mutual = said.event_type in MUTUAL and actors | recipients <= one | other
    return mutual or (actors <= one and recipients <= other)


def status_right(said: Event, gold: Json) -> bool:
    """One of those that the gold names; where it names none, nothing denied or supposed."""
    wanted = gold.get("status")
    return said.status in wanted if wanted else said.status not in ("negated", "hypothetical")


def date_meets(said: Event, gold: Json) -> bool:
    """The intervals have a day in common, which is what the reference scorer asks; any date where none is told."""
    if not gold.get("date"):
        return True
    if said.date.start is None:
        return False
    first, last = (date.fromisoformat(day) for day in gold["date"])
    return said.date.start <= last and first <= (said.date.end or said.date.start)


def sides(parties: tuple[Any, ...]) -> set[str]:
    """The states and bodies of a side."""
    return {whole(party.country or party.entity) for party in parties}


def whole(entity: str) -> str:
    """The body that an organ belongs to, otherwise the entity itself."""
    return gazetteer.load().parent(entity) or entity
