"""Tellings put together: one tie for all that is told of it, with its latest state.

What was broken off and restored is one tie that is active again. An embassy that opens again shows that
relations are no longer broken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from comity.reading.tie_state import State
from comity.reading.tie_telling import Telling
from comity.reading.tie_words import tie_words
from comity.record import Evidence, Tie, item_id
from comity.record.values import TieKind, TieStatus

_NAMED: frozenset[TieKind] = frozenset({"project", "treaty", "mission"})
_SEVERAL: frozenset[TieKind] = frozenset({"aid", "treaty", "project", "investment", "partnership"})
"""Kinds of which a pair may have several at once: two dates are two ties."""
_ALWAYS = "9999"
_LEAD = 2
_STEM, _SHORT = 5, 3
"""Title, dateline and first paragraph."""
_TIMELESS = {"lasts", "stands", "plans", "absent"}


def joined(tellings: Iterable[Telling], directed: frozenset[TieKind]) -> tuple[list[Telling], ...]:
    """The tellings of each tie of a document, in the order of the first of them."""
    groups: list[list[Telling]] = []
    for one in tellings:
        home = next((group for group in groups if _same(one, group, directed)), None)
        groups.append([one]) if home is None else home.append(one)
    _infer_relations(groups)
    told = [group for group in groups if not _outdated(group, groups)]
    return tuple(part for group in told for part in _parts(group))


def _outdated(group: list[Telling], groups: list[list[Telling]]) -> bool:
    """A mission that only its envoy shows, between two whose relations are over."""
    if any(not one.by_envoy for one in group):
        return False
    sides = set(group[0].parties)
    between = (g for g in groups if g[0].kind == "diplomatic_relations" and set(g[0].parties) == sides)
    return any(_settled(g).status != "active" for g in between)


def _parts(group: list[Telling]) -> Iterator[list[Telling]]:
    """What is over and planned anew is two ties."""
    plans = [one for one in group if one.effect == "plans"]
    over = bool(plans) and _settled(group).status == "ended"
    yield [one for one in group if one not in plans] if over else group
    if over:
        yield plans


def _same(one: Telling, group: list[Telling], directed: frozenset[TieKind]) -> bool:
    first = group[0]
    if one.kind != first.kind or not _same_sides(one, first, directed):
        return False
    if one.kind in _NAMED and not any(_same_name(one, other) for other in group):
        return False
    if one.level != first.level:
        return False
    if one.effect == "plans" and first.effect != "plans" and one.kind in _SEVERAL:
        return False
    return one.kind not in _SEVERAL or all(_agree(one, other) for other in group)


def _same_sides(one: Telling, other: Telling, directed: frozenset[TieKind]) -> bool:
    return one.parties == other.parties or (one.kind not in directed and set(one.parties) == set(other.parties))


def _same_name(one: Telling, other: Telling) -> bool:
    if one.kind == "mission":
        loose = {one.noun, other.noun} & tie_words("any mission") and "consulate" not in {one.noun, other.noun}
        return one.noun == other.noun or bool(loose)
    alike = one.name == other.name or _bare(one) or _bare(other) or bool(_content(one) & _content(other))
    return one.noun == other.noun and alike


def _content(one: Telling) -> set[str]:
    """The beginnings of the words that a name adds to its noun: 'patrol accord', 'accord on joint patrols'."""
    words = (one.name or "").lower().replace("-", " ").split()
    return {word[:_STEM] for word in words if len(word) > _SHORT} - {one.noun[:_STEM]}


def _bare(one: Telling) -> bool:
    """Named by nothing but its noun: 'the treaty'."""
    return one.name is None or " " not in one.name


def _agree(one: Telling, other: Telling) -> bool:
    """Whether two tellings may be of one beginning; what happens to the same noun is of one tie."""
    same_word = one.noun_at == other.noun_at >= 0
    if same_word or one.effect != other.effect or not one.date or not other.date:
        return True
    stages = {one.trigger.lemma_ in tie_words("later stages"), other.trigger.lemma_ in tie_words("later stages")}
    if one.kind == "treaty" and len(stages) == 2:
        return True
    return one.date.startswith(other.date) or other.date.startswith(one.date)


def _in_time(group: list[Telling]) -> list[Telling]:
    """By date. An undated telling follows the one before it in the text; what a text opens with is the news,
    after all that is told as its background."""
    dated: list[tuple[str, int, Telling]] = []
    last = ""
    for at, one in enumerate(group):
        if one.effect in _TIMELESS:
            when = _ALWAYS
        else:
            when = last = one.date or last or (_ALWAYS if _is_news(one, group) else "")
        dated.append((when, at, one))
    return [one for _, _, one in sorted(dated, key=lambda item: item[:2])]


def _is_news(one: Telling, group: list[Telling]) -> bool:
    """Whether an undated telling is the latest: an end or return that a text opens with is; a beginning only
    where nothing but background has a date."""
    if one.sentence.paragraph > _LEAD or _is_background(one):
        return False
    dated = (other for other in group if other.date and other is not one)
    return one.effect != "begins" or all(_is_background(other) for other in dated)


def _is_background(one: Telling) -> bool:
    """'The relations that it had broken off', 'a Chinese-built dam': told of the thing in passing."""
    return one.trigger.dep_ in {"relcl", "acl", "amod"}


def _infer_relations(groups: list[list[Telling]]) -> None:
    for group in groups:
        if group[0].kind != "diplomatic_relations" or _settled(group).status != "ended":
            continue
        last = max((one for one in group if one.effect == "ends"), key=lambda one: one.trigger.i)
        for other in [one for g in groups for one in g if one.kind == "mission"]:
            opened = other.effect in {"begins", "resumes"} and set(other.parties) == set(group[0].parties)
            before = bool(other.date and last.date) and str(other.date) < str(last.date)
            if opened and other.trigger.i > last.trigger.i and not before:
                group.append(replace(other, kind="diplomatic_relations", effect="resumes", name=None))
                return


def _settled(group: list[Telling]) -> State:
    state = State()
    for one in _in_time(group):
        state.take(one)
    return state


def tie_of(group: list[Telling], document_id: str) -> Tie:
    """The tie of which these are all the tellings."""
    state, first = _settled(group), group[0]
    name = next((one.name for one in group if one.name and " " in one.name), first.name)
    span = first.sentence.span
    status: TieStatus = state.status or "active"
    own = item_id(document_id, "tie", first.kind, *first.parties, name, first.level, status, span.start_char)
    return Tie(
        id=own,
        kind=first.kind,
        parties=first.parties,
        name=name,
        level=first.level,
        status=status,
        start=state.start,
        start_told=state.start_told,
        end=state.end if status == "ended" else None,
        confidence=max(one.confidence for one in group),
        evidence=tuple(dict.fromkeys(_evidence(one) for one in group)),
    )


def _evidence(one: Telling) -> Evidence:
    span, trigger = one.sentence.span, one.trigger
    return Evidence(start=span.start_char, end=span.end_char, trigger=(trigger.idx, trigger.idx + len(trigger)))
