"""The two relationships of one state side by side: what is counted, and what every figure rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from comity.assessment import words
from comity.assessment.acts import Act
from comity.assessment.between import DyadFinding, stand
from comity.assessment.bonds import Bond
from comity.assessment.names import Names, title
from comity.assessment.statement import FEWEST_FOR_A_SHARE, AnyHeld, Statement, counted, told
from comity.ledger import Held, Ledger
from comity.record import Claim

NONE = Statement("none in the ledger")
Cell = tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One question, answered once for each partner."""

    topic: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A table: one column for each relationship of `a`."""

    a: str
    dyads: tuple[DyadFinding, ...]
    rows: tuple[Row, ...]


def side_by_side(ledger: Ledger, a: str, b: str, c: str) -> Comparison:
    """The relationships of `a` with `b` and with `c` in one table."""
    return compared((stand(ledger, a, b), stand(ledger, a, c)), Names(ledger))


def compared(dyads: tuple[DyadFinding, ...], names: Names) -> Comparison:
    """The table of relationships that have been found; all have the same first state."""
    answers: dict[str, Callable[[DyadFinding], Cell]] = {
        "Dealings": _dealings,
        "Who acts": lambda dyad: _directions(dyad, names),
        "Practical or symbolic": _substance,
        "Last contact": lambda dyad: _last(dyad, names),
        "Who visited whom": lambda dyad: tuple(_act(act, names) for act in dyad.visits),
        "Projects, zones, aid, investment": lambda dyad: _bonds(dyad.projects, names),
        "Sanctions": lambda dyad: _sanctions(dyad, names),
        "Trade as stated": lambda dyad: _trade(dyad, names),
    }
    rows = (Row(topic, tuple(of(dyad) or (NONE,) for dyad in dyads)) for topic, of in answers.items())
    return Comparison(dyads[0].a, dyads, tuple(rows))


def reports(acts: Iterable[Act]) -> tuple[AnyHeld, ...]:
    """All reports of some acts."""
    return tuple(held for act in acts for held in act.reports)


def basis(acts: tuple[Act, ...]) -> str:
    """What a number of acts rests on: 'n = 7 acts from 5 documents, 1997 to 2024, 2 undated'."""
    years = sorted(act.since.year for act in acts if act.is_dated and act.since)
    window = [" to ".join(str(year) for year in dict.fromkeys((years[0], years[-1])))] if years else []
    undated = [f"{len(acts) - len(years)} undated"] if len(years) < len(acts) else []
    basis = f"n = {counted(len(acts), 'act')} from {told(reports(acts), 'document')}"
    return ", ".join([basis, *window, *undated])


def _dealings(dyad: DyadFinding) -> Cell:
    acts = dyad.dealings
    return (Statement(str(len(acts)), reports(acts), basis(acts)),) if acts else ()


def _directions(dyad: DyadFinding, names: Names) -> Cell:
    a, b = names.state(dyad.a), names.state(dyad.b)
    sides = {f"{a} acts": dyad.by("a"), f"{b} acts": dyad.by("b"), "both act": dyad.by("both")}
    return tuple(_count(side, acts) for side, acts in sides.items() if acts)


def _substance(dyad: DyadFinding) -> Cell:
    if not dyad.dealings:
        return ()
    practical, symbolic = dyad.of("practical"), dyad.of("symbolic")
    kinds = {"practical": practical, "symbolic": symbolic}
    counts = (_count(kind, acts) for kind, acts in kinds.items() if acts)
    return (*counts, _share(practical, dyad.dealings))


def _count(what: str, acts: tuple[Act, ...]) -> Statement:
    return Statement(f"{what}: {len(acts)}", reports(acts), basis(acts))


def _share(part: tuple[Act, ...], whole: tuple[Act, ...]) -> Statement:
    if len(whole) < FEWEST_FOR_A_SHARE:
        note = f"a share needs {FEWEST_FOR_A_SHARE} acts; there {_are(len(whole))}"
        return Statement("share of practical acts: not enough data", reports(whole), note)
    return Statement(f"share of practical acts: {len(part) / len(whole):.0%}", reports(whole), basis(whole))


def _are(number: int) -> str:
    return f"is {number}" if number == 1 else f"are {number}"


def _last(dyad: DyadFinding, names: Names) -> Cell:
    act = dyad.last_contact
    return (_act(act, names),) if act else ()


def _act(act: Act, names: Names) -> Statement:
    return Statement(words.label(act, names), act.reports, told(act.reports))


def _bonds(bonds: Iterable[Bond], names: Names) -> Cell:
    return tuple(_bond(bond, names) for bond in bonds)


def _bond(bond: Bond, names: Names) -> Statement:
    value = f"{words.tie(bond, names)}: {words.course(bond)}"
    return Statement(value, bond.items, told(bond.items))


def _sanctions(dyad: DyadFinding, names: Names) -> Cell:
    acts = tuple(act for act in dyad.dealings if act.event.event_type == "SANCTION")
    steps = (_count("sanctions or cuts in relations", acts),) if acts else ()
    return (*_bonds((*dyad.bonds_of("sanctions"), *dyad.measures), names), *steps)


def _trade(dyad: DyadFinding, names: Names) -> Cell:
    sentences: dict[str, list[Held[Claim]]] = {}
    for held in dyad.trade_claims:
        sentences.setdefault(f"“{words.sentence(held)}”", []).append(held)
    stated = (
        Statement(said, tuple(held), f"as stated in {title(held[0].document)}") for said, held in sentences.items()
    )
    return (*_bonds(dyad.bonds_of("trade"), names), *stated)
