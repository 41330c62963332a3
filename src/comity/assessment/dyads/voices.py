"""What each side said of the other and what others said, always in somebody's words, verbatim."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from comity.assessment import words
from comity.assessment.acts import Act
from comity.assessment.counting import AnyHeld, by_publication
from comity.assessment.dyads import publishers
from comity.assessment.dyads.common import Pair, both, capital, within
from comity.assessment.finding import Finding, Part, insufficient
from comity.assessment.holdings import Holdings
from comity.assessment.names import title
from comity.assessment.proof import Proof
from comity.assessment.when import day
from comity.assessment.window import Window
from comity.languages import bare, say, say_of
from comity.ledger import Held
from comity.record import Claim, Document, Event, Opinion

Side = Literal["a", "b", "other"]
SHOWN = 12
"""Statements shown of third voices; all are in the evidence."""
_OWN_WORD = ("release", "communique")
_WORDS = {"ACCUSE", "THREATEN", "PROTEST"}


@dataclass(frozen=True, slots=True)
class Voice:
    """One statement: who says it, in which document, the words, and what shows them.

    `is_told`: the words are those of the text, which tells what the speaker said without quoting him.
    """

    side: Side
    speaker: str
    document: Document
    words: str
    proofs: tuple[Proof, ...]
    is_told: bool = False


def of_a(holdings: Holdings, pair: Pair, window: Window) -> Finding:
    """What the first said of the second."""
    return _side(holdings, pair, window, "a", pair)


def of_b(holdings: Holdings, pair: Pair, window: Window) -> Finding:
    """What the second said of the first."""
    return _side(holdings, pair, window, "b", pair[::-1])


def of_others(holdings: Holdings, pair: Pair, window: Window) -> Finding | None:
    """What writers and third voices said of the two; none where nobody did."""
    found = [voice for voice in voices(holdings, pair, window) if voice.side == "other"]
    if not found:
        return None
    hidden = len(found) - SHOWN
    more = say("; the {shown} latest are shown", shown=SHOWN) if hidden > 0 else ""
    return Finding(
        key="voices.others",
        question=say("What did writers and third voices say of them?"),
        answer=say_of(
            len(found),
            "{n} statement of writers and third voices{more}.",
            "{n:,} statements of writers and third voices{more}.",
            more=more,
        ),
        value=len(found),
        unit=say("statements"),
        n=len(found),
        window=window,
        proofs=tuple(proof for voice in found[: max(hidden, 0)] for proof in voice.proofs),
        coverage=(say("words of texts in the ledger; what an author thinks is not what happened"),),
        would_change=say("further texts"),
        parts=tuple(_part(voice) for voice in found[max(hidden, 0) :]),
    )


def voices(holdings: Holdings, pair: Pair, window: Window) -> list[Voice]:
    """All statements on the two in texts of the window, the earliest first; the same words of one text once."""
    between = holdings.between(*pair)
    held: list[AnyHeld] = [*between.claims, *between.opinions]
    found = [_voice(holdings, pair, one) for one in sorted(held, key=by_publication) if _is_in(one, window)]
    found += [voice for act in within(between.dealings, window) for voice in _spoken(holdings, pair, act)]
    order = sorted(found, key=lambda one: (str(one.document.published or "9999"), one.document.id, one.words))
    return list({(voice.side, voice.document.id, voice.words): voice for voice in order}.values())


def _side(holdings: Holdings, pair: Pair, window: Window, side: Side, way: Pair) -> Finding:
    one, other = (holdings.names.the(state) for state in way)
    key, question = f"voices.{side}", say("What did {one} say of {other}?", one=one, other=other)
    found = [voice for voice in voices(holdings, pair, window) if voice.side == side]
    if not found:
        why = say(
            "no text has words of {one} about {both}, {window}", one=one, both=both(holdings, pair), window=window
        )
        return insufficient(key, question, why, would_change=say("a text that quotes a speaker of {one}", one=one))
    return Finding(
        key=key,
        question=question,
        answer=_spoke(len(found), one, found[-1].document.published),
        value=len(found),
        unit=say("statements"),
        n=len(found),
        window=window,
        coverage=(say("words that texts in the ledger report of them, not all that they said"),),
        would_change=say("further texts that quote them"),
        parts=tuple(_part(voice) for voice in found),
    )


def _spoke(number: int, one: str, latest: dt.date | None) -> str:
    """'2 statements of speakers of Cambodia, the latest told of on 13 September 2024.'"""
    if latest is None:
        return say_of(
            number,
            "{n} statement of speakers of {one}.",
            "{n:,} statements of speakers of {one}.",
            one=one,
        )
    return say_of(
        number,
        "{n} statement of speakers of {one}, the latest told of on {day}.",
        "{n:,} statements of speakers of {one}, the latest told of on {day}.",
        one=one,
        day=day(latest),
    )


def _part(voice: Voice) -> Part:
    published = f", {day(voice.document.published)}" if voice.document.published else ""
    by = f" ({voice.document.publisher}{published})" if voice.document.publisher else published
    where = f"{title(voice.document)}{by}"
    label = where
    if speaker := capital(voice.speaker):
        label = (
            say("{speaker}, as told in {where}", speaker=speaker, where=where)
            if voice.is_told
            else say("{speaker}, in {where}", speaker=speaker, where=where)
        )
    return Part(label, say("“{words}”", words=voice.words), proofs=voice.proofs)


def _voice(holdings: Holdings, pair: Pair, held: AnyHeld) -> Voice:
    item = held.item
    assert isinstance(item, Claim | Opinion)  # those are what is looked through
    speaker = item.holder if isinstance(item, Opinion) else item.attribution.speaker
    shown = item.evidence
    said = held.document.text[shown.start : shown.end] if isinstance(item, Claim) else item.text
    return Voice(
        _side_of(holdings, pair, held, speaker), _called(holdings, held.document, speaker), held.document, said,
        holdings.passages([held]),
    )  # fmt: skip


def _spoken(holdings: Holdings, pair: Pair, act: Act) -> Iterable[Voice]:
    """The reports of an act that are somebody's words, not the author's, and acts done by words: blame, threat."""
    for held in act.reports:
        event: Event = held.item
        speaker = event.attribution.speaker
        is_words = act.by != "both" and event.event_type in _WORDS
        if speaker == "author" and not is_words:
            continue
        shown = event.evidence[0]
        said = held.document.text[shown.start : shown.end]
        own = speaker != "author"
        side = _side_of(holdings, pair, held, speaker) if own else act.by
        called = (
            _called(holdings, held.document, speaker) if own else words.named(held, event.actors, holdings.names)
        )
        if side != "both":
            yield Voice(side, called, held.document, said, holdings.passages([held]), not own)


def _side_of(holdings: Holdings, pair: Pair, held: AnyHeld, speaker: str) -> Side:
    """The side of a speaker by his state; of an author only where a state's own organ publishes the text."""
    if speaker == "author":
        own = held.document.genre in _OWN_WORD
        state = publishers.state(held.document.publisher) if own else None
    else:
        entity = holdings.names.known(held.document, speaker)
        state = entity.country if entity else speaker
    return "a" if state == pair[0] else "b" if state == pair[1] else "other"


def _called(holdings: Holdings, document: Document, speaker: str) -> str:
    """What a speaker is called; nothing for the author of a text that nobody signed."""
    if speaker == "author" and not document.author:
        return ""
    return bare(holdings.names.entity(document, speaker, within=True)).removeprefix("the ")


def _is_in(held: Held[Claim] | AnyHeld, window: Window) -> bool:
    published = held.document.published
    return published is None or window.holds(published)
