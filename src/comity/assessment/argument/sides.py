"""What the record holds of a state's ties to those that a text weighs: what binds them, and what divides them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from comity.assessment import sanctions, words
from comity.assessment.acts import Act
from comity.assessment.checks.standing import told
from comity.assessment.checks.subjects import subjects_of
from comity.assessment.counting import AnyHeld, counted
from comity.assessment.holdings import Holdings
from comity.assessment.proof import Proof, passage
from comity.record import Document

QUOTED = 140
"""Characters of the sentence that shows an act."""
CONFLICT = ("verbal_conflict", "material_conflict")
_PRACTICAL, _MATERIAL = 2.0, 1.0
_RECENT, _LATE = 5, 15
_BOND, _LISTED = 3.0, 6.0
_STRONG = (
    "partnership",
    "alliance",
    "trade",
    "investment",
    "economic_zone",
    "aid",
    "military_presence",
    "sanctions",
)


@dataclass(frozen=True, slots=True)
class Item:
    """One act or tie of a pair: whether it binds them, how strong it is as evidence, who tells it."""

    partner: str
    binds: bool
    text: str
    strength: float
    proofs: tuple[Proof, ...]
    is_mentioned: bool


def items(holdings: Holdings, document: Document, origin: str, subject: str, partner: str) -> tuple[Item, ...]:
    """What other texts tell up to the day of the text, strongest first; `is_mentioned`: the text tells it too."""
    until = document.published or holdings.last_day or dt.date.max
    found = [
        *_acts(holdings, document, origin, subject, partner, until),
        *_bonds(holdings, document, origin, subject, partner, until),
        *_sanctioned(holdings, document, partner, until),
    ]
    return tuple(sorted(found, key=lambda item: (-item.strength, item.text)))


def _acts(
    holdings: Holdings, document: Document, origin: str, subject: str, partner: str, until: dt.date
) -> Iterable[Item]:
    dealings = holdings.between(subject, partner).dealings
    own = [act for act in dealings if any(held.origin == origin for held in act.reports)]
    things = _built(document.text)
    for act in dealings:
        others = [held for held in act.reports if held.origin != origin]
        ended = act.event.date.end or act.since
        if others and ended and ended <= until and act.event.event_type != "REQUEST":
            yield Item(
                partner=partner,
                binds=act.event.quad not in CONFLICT,
                text=f"{words.telling(act, holdings.names)}: “{_quoted(others[0])}”",
                strength=_weight(act, until),
                proofs=holdings.passages(others),
                is_mentioned=act in own
                or any(_is_alike(act, other) for other in own)
                or _things(others) <= things,
            )


def _things(reports: Sequence[AnyHeld]) -> set[str]:
    """The museum or bridge that an act is about; where it is about none, a thing that no text has."""
    found = {thing for held in reports for thing in _built(passage(held, "F").quotation)}
    return found or {"none"}


def _built(text: str) -> set[str]:
    return {subject.word for subject in subjects_of(text) if subject.name == "project"}


def _is_alike(one: Act, other: Act) -> bool:
    same = one.event.event_type == other.event.event_type and one.event.mode == other.event.mode
    return bool(
        same and one.since and other.since and abs((one.since - other.since).days) <= 366 and one.by == other.by
    )


def _weight(act: Act, until: dt.date) -> float:
    """Practical before symbolic, material before verbal, recent before old, told by many before told by one."""
    years = (until - (act.since or until)).days / 365
    fresh = 1.5 if years <= _RECENT else 0.5 if years <= _LATE else -1.0
    practical = _PRACTICAL if act.event.substance == "practical" and act.event.event_type != "CONSULT" else 0.0
    material = _MATERIAL if act.event.quad.startswith("material") else 0.0
    dated = 0.5 if act.is_dated else 0.0
    return practical + material + fresh + dated + min(len({held.origin for held in act.reports}), 4) / 4


def _bonds(
    holdings: Holdings, document: Document, origin: str, subject: str, partner: str, until: dt.date
) -> Iterable[Item]:
    between = holdings.between(subject, partner)
    own = {(tie.kind, frozenset(tie.parties)) for tie in holdings.record(document.id).ties}
    for bond in (*between.bonds, *between.measures):
        told_of = [held for held in bond.items if held.item.status != "proposed"]
        others = [held for held in told_of if held.origin != origin and _is_by(held, until)]
        if others:
            lead = max(others, key=lambda held: (str(held.document.published or ""), held.item.id))
            lasts = lead.item.status == "active"
            yield Item(
                partner=partner,
                binds=lasts and bond.kind not in ("sanctions", "dispute"),
                text=told(holdings.names, lead),
                strength=_BOND + (1 if bond.kind in _STRONG else 0) + _freshness(lead.document.published, until),
                proofs=holdings.passages(others),
                is_mentioned=any((held.item.kind, frozenset(held.item.parties)) in own for held in bond.items),
            )


def _sanctioned(holdings: Holdings, document: Document, partner: str, until: dt.date) -> Iterable[Item]:
    """Measures of the Security Council in force on the partner, by their register."""
    if sanctions.REGIMES not in sanctions.datasets(holdings):
        return
    rows, _ = sanctions.listed(holdings, sanctions.REGIMES, sanctions.in_force((partner,), until))
    if rows.n:
        record = holdings.record(document.id)
        names = holdings.names
        yield Item(
            partner=partner,
            binds=False,
            text=f"{counted(rows.n, 'measure')} of the Security Council in force on {names.the(partner)}",
            strength=_LISTED,
            proofs=(rows,),
            is_mentioned=any(tie.kind == "sanctions" and tie.parties[1] == partner for tie in record.ties),
        )


def _quoted(held: AnyHeld) -> str:
    shown = passage(held, "F").quotation
    text = " ".join(shown.split())
    return text if len(text) <= QUOTED else f"{text[:QUOTED].rsplit(' ', 1)[0]} …"


def _is_by(held: AnyHeld, until: dt.date) -> bool:
    return held.document.published is None or held.document.published <= until


def _freshness(published: dt.date | None, until: dt.date) -> float:
    if published is None:
        return 0.0
    years = (until - published).days / 365
    return 1.0 if years <= _RECENT else 0.0 if years <= _LATE else -2.0
