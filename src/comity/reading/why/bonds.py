"""Why a tie was read so: each telling with the rows of the lexicon of ties behind it, and what they add up to."""

from __future__ import annotations

from collections.abc import Iterator

from comity.ontology import tie_types
from comity.reading.layers import Mention
from comity.reading.tie_join import tie_of
from comity.reading.tie_telling import Telling
from comity.reading.ties import told_ties
from comity.reading.why.again import Again
from comity.reading.why.explanation import Explanation, Mark, Part, Passage, passage
from comity.record import Tie
from comity.tables import rows

_EFFECTS = {
    "begins": "began it",
    "resumes": "took it up again",
    "lasts": "shows that it lasts",
    "stands": "shows that it stands",
    "suspends": "suspended it",
    "ends": "ended it",
    "plans": "plans it",
    "absent": "says that there is none",
}
_NAMED_ONLY = 0.85


def explain_tie(again: Again, tie: Tie) -> Explanation:
    """The explanation of a tie of the document as it reads now."""
    told = told_ties(again.parsed, again.referents, again.times)
    tellings = next(one for one in told if tie_of(one, again.record.document.id).id == tie.id)
    parts = (
        Part("Kind", (_kind(tie, again),)),
        Part("Told by", tuple(_telling(one, again) for one in tellings)),
        Part("Sides", (_sides(tie, tellings, again),)),
        Part("Status", (_status(tie, tellings),)),
        Part("Confidence", (_sureness(tie, tellings),)),
    )
    return Explanation(tuple(_passages(tellings, again)), parts)


def _kind(tie: Tie, again: Again) -> str:
    meaning = tie_types()[tie.kind].meaning
    between = (" → " if tie_types()[tie.kind].directed else " and ").join(again.name(one) for one in tie.parties)
    named = f", named “{tie.name}”" if tie.name else ""
    level = f", at the level “{tie.level}”" if tie.level else ""
    return f"{tie.kind.replace('_', ' ').capitalize()}, {between}{named}{level}. {meaning}."


def _telling(one: Telling, again: Again) -> str:
    thing = f" of “{again.parsed.doc[one.noun_at].text}”" if one.noun_at >= 0 else ""
    alone = one.trigger.i == one.noun_at
    word = f"“{one.trigger.text}” named alone" if alone else f"“{one.trigger.text}”, said{thing or ' by itself'},"
    when = f" {'since' if one.since else 'in'} {one.date}" if one.date else ""
    counted = ", counted back from the anniversary" if one.counted else ""
    shown = "; the mission is shown by its envoy" if one.by_envoy else ""
    return f"{word} {_EFFECTS[one.effect]}{when}{counted}{shown}. {' '.join(_rows(one))}".strip()


def _rows(one: Telling) -> Iterator[str]:
    """The rows that may have been at work: of the noun and of the turn, or of the verb or role by itself."""
    lemma = one.trigger.lemma_.lower()
    if one.noun:
        yield from _listed("tie_nouns.csv", "nouns", one.noun, one.kind)
        yield from _listed("tie_turns.csv", "words", lemma, one.kind)
        return
    acts = [*_listed("tie_acts.csv", "verbs", lemma, one.kind)]
    yield from acts or _listed("tie_roles.csv", "nouns", lemma, one.kind)


def _listed(table: str, column: str, word: str, kind: str) -> Iterator[str]:
    found = [
        str(line)
        for line, row in enumerate(rows("reading", table), 2)
        if row["kind"] == kind and word in row[column].split()
    ]
    if found:
        lines = f"line{'s' if len(found) > 1 else ''} {', '.join(found)}"
        yield f"“{word}”: {lines} of reading/data/{table}."


def _sides(tie: Tie, tellings: list[Telling], again: Again) -> str:
    first = tellings[0]
    names = [again.name(one) for one in tie.parties]
    span = first.sentence.span
    here = {one.id for one in again.referents.inside(span.start_char, span.end_char)}
    here |= {one.country for one in again.referents.inside(span.start_char, span.end_char) if one.country}
    missing = [again.name(one) for one in tie.parties if one not in here]
    directed = tie_types()[tie.kind].directed
    order = "the one that acts, owns or sends comes first" if directed else "the order means nothing"
    told = f"; {' and '.join(missing)} is understood from what the text told before" if missing else ""
    return f"{' and '.join(names)}: {order}{told}."


def _status(tie: Tie, tellings: list[Telling]) -> str:
    dates = [_start(tie), f"until {tie.end}" if tie.end else ""]
    many = f"the last of its {len(tellings)} tellings, in order of time, decides how it stands"
    how = "it is told once" if len(tellings) == 1 else many
    return f"{tie.status.capitalize()}, {', '.join(filter(None, dates))}: {how}."


def _start(tie: Tie) -> str:
    since = f"since {tie.start}" if tie.start else "start not told"
    return f"{since}, begun anew after a break" if tie.start_told == "restored" else since


def _sureness(tie: Tie, tellings: list[Telling]) -> str:
    weak = tie.confidence < _NAMED_ONLY
    why = "it is only named, and nothing is told of it" if weak else "a word tells what becomes of it"
    most = " (the surest of its tellings)" if len(tellings) > 1 else ""
    return f"{tie.confidence:.2f}{most}: {why}."


def _passages(tellings: list[Telling], again: Again) -> Iterator[Passage]:
    spans = {one.sentence.span.start_char: one.sentence.span for one in tellings}
    for span in spans.values():
        here = [one for one in tellings if one.sentence.span.start_char == span.start_char]
        marks = [Mark(one.trigger.idx, one.trigger.idx + len(one.trigger), "act") for one in here]
        nouns = (again.parsed.doc[one.noun_at] for one in here if one.noun_at >= 0)
        marks += [Mark(noun.idx, noun.idx + len(noun), "words") for noun in nouns]
        sides = dict.fromkeys(side for one in here for side in one.parties)
        marks += [Mark(m.start, m.end, "party") for m in _mentions(tuple(sides), again)]
        yield passage(span.start_char, span.end_char, marks)


def _mentions(sides: tuple[str, ...], again: Again) -> Iterator[Mention]:
    for head, mention in again.referents.mentions.items():
        of = again.referents.at.get(head, ())
        if mention.head == head and any(again.referents.entities[name].id in sides for name in of):
            yield mention
