"""What a retracted text does to each question: as if it had never been read, until it is restored."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assessment.questions.test_argue import _column
from brief.factory import Draft, on
from comity import assess
from comity.assess import Assessment, Section
from comity.assessment.checks.verdict import verdict_of
from comity.errors import UsageError
from comity.ledger import Ledger, LedgerState, open_ledger

MET = "Cambodia met South Korea on 3 May 2020."
VISIT = "Cambodia visited South Korea on 9 August 2024."
ZONE = "South Korea runs an economic zone in Cambodia since July 2024."
CUT = "Cambodia sanctioned North Korea on 1 July 2024."
TRADE = "North Korea sells rice to Cambodia since 2023."
NOBODY = LedgerState("", 0, 0, 0, 0, 0, 0)
BY, WHY = "M. Reader", "it was made up"
OF_DECISIONS = ("coverage.retracted", "coverage.decisions")
Ask = Callable[[Ledger], Assessment]


def _true(ledger: Ledger) -> Ledger:
    ledger.add(Draft(MET, "2020-05-04").act(MET, "KHM", "KOR", on("2020-05-03")).record())
    ledger.add(_column().record())
    return ledger


def _false(ledger: Ledger) -> str:
    draft = Draft(" ".join((VISIT, ZONE, CUT, TRADE)), "2024-08-20", title="A hoax", publisher="The Lake")
    draft.act(VISIT, "KHM", "KOR", on("2024-08-09"), mode="visit")
    draft.tie(ZONE, "economic_zone", "KOR", "KHM", start="2024-07")
    draft.act(CUT, "KHM", "PRK", on("2024-07-01"), event_type="SANCTION")
    draft.tie(TRADE, "trade", "PRK", "KHM", start="2023")
    return ledger.add(draft.record()).document_id


def _value(key: str, part: int | None = None) -> Callable[[Assessment], object]:
    """The value of a finding, or of a part of it; none where it cannot be answered."""
    return lambda found: (found.finding(key) if part is None else found.finding(key).parts[part]).value


def _days_with(found: Assessment) -> object:
    return [(part.label, part.n) for part in found.finding("partners.contact").parts]


def _verdict(found: Assessment) -> object:
    return verdict_of(found.sections[1].findings[0])


ASKED: dict[str, tuple[Ask, Callable[[Assessment], object], object, object]] = {
    "dyad": (lambda of: assess.dyad(of, "KHM", "KOR"), _value("contact.last"), "2024-08-09", "2024-05-01"),
    "partners": (
        lambda of: assess.partners(of, "KHM", "contact"), _days_with, [("1. South Korea", 3)],
        [("1. South Korea", 2)],
    ),
    "triangle": (
        lambda of: assess.triangle(of, "KHM", "KOR", "PRK"), _value("compare.contact.last", 0), "2024-08-09",
        "2024-05-01",
    ),
    "precedents": (
        lambda of: assess.precedents(of, assess.act_move("SANCTION of PRK")), _value("precedents.texts"), 1, None,
    ),
    "check": (lambda of: assess.check(of, "Courtesy"), _verdict, "contradicted", "not checkable"),
    "whatif": (
        lambda of: assess.whatif(of, "KHM", "KOR", assess.act_move("SANCTION")), _value("stakes.ties"), 1, None,
    ),
    "compare": (
        lambda of: assess.compare(of, [("KHM", "KOR"), ("KHM", "PRK")]), _value("compare.contact.last", 0),
        "2024-08-09", "2024-05-01",
    ),
    "changes": (
        lambda of: assess.changes(of, "KHM", "KOR", dt.date(2024, 6, 1)), _value("changes.acts"), 1, None,
    ),
    "argue": (
        lambda of: assess.argue(of, "Courtesy"), lambda found: len(found.finding("argue.left_out").passages), 1, 0,
    ),
}  # fmt: skip


@pytest.fixture
def never(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger without the false text."""
    with open_ledger(tmp_path / "never.db") as opened:
        yield _true(opened)


def _told(found: Assessment) -> str:
    """All that is answered, but for the state of the ledger and the findings that name the decisions."""
    sections = (
        Section(one.title, tuple(finding for finding in one.findings if not finding.key.endswith(OF_DECISIONS)))
        for one in found.sections
    )
    kept = tuple(section for section in sections if section.findings)
    return assess.as_json(replace(found, ledger=NOBODY, sections=kept))


@pytest.mark.parametrize("name", ASKED)
def test_a_retracted_text_counts_in_no_answer_until_it_is_restored(
    name: str, ledger: Ledger, never: Ledger
) -> None:
    ask, told, true, false = ASKED[name]
    document = _false(_true(ledger))
    before = ask(ledger)
    assert told(before) == true
    ledger.retract(document, BY, WHY)
    after = ask(ledger)
    assert told(after) == false
    assert _told(after) == _told(ask(never))
    ledger.restore(document, BY, "it was not")
    assert _told(ask(ledger)) == _told(before)


@pytest.mark.parametrize("pair", [("KHM", "KOR"), ("PRK", "KHM")])
def test_what_is_retracted_stands_under_coverage_with_who_and_why_and_its_evidence(
    ledger: Ledger, pair: tuple[str, str]
) -> None:
    document = _false(_true(ledger))
    assert "coverage.retracted" not in {one.key for one in assess.dyad(ledger, *pair).findings}
    decision = ledger.retract(document, BY, WHY)
    found = assess.dyad(ledger, *pair).finding("coverage.retracted")
    assert (found.value, found.grade) == (1, None)
    (part,) = found.parts
    assert part.label == "“A hoax”, The Lake, 20 August 2024"
    assert part.text.endswith(f"{decision.on.year} by M. Reader: “it was made up”")
    wanted = {VISIT, ZONE} if "KOR" in pair else {CUT, TRADE}
    assert {passage.quotation for passage in found.passages} == wanted
    assert "coverage.retracted" not in {one.key for one in assess.dyad(ledger, "KOR", "PRK").findings}


def test_changes_name_every_decision_since_the_day_also_after_the_last_text(ledger: Ledger) -> None:
    document = _false(_true(ledger))
    decision = ledger.retract(document, BY, WHY)
    ledger.restore(document, BY, "it was not")
    for since in (dt.date(2024, 6, 1), decision.on):
        found = assess.changes(ledger, "KHM", "KOR", since).finding("changes.coverage.decisions")
        assert [part.text.split(" on ")[0] for part in found.parts] == ["retracted", "restored"]
        assert found.parts[1].text.endswith("by M. Reader: “it was not”")
    for pair, day in ((("KHM", "KOR"), decision.on + dt.timedelta(3)), (("KOR", "PRK"), decision.on)):
        with pytest.raises(UsageError, match="after the last day that anything is known of, 2024-09-13"):
            assess.changes(ledger, *pair, day)


@pytest.mark.parametrize("ask", [assess.check, assess.argue])
def test_a_retracted_text_is_not_checked_and_says_how_to_restore_it(
    ledger: Ledger, ask: Callable[[Ledger, str], Assessment]
) -> None:
    column = _column().record()
    _true(ledger)
    ledger.retract(column.document.id, BY, WHY)
    said = (
        "“Courtesy and its price” was retracted on [^:]* by M. Reader: “it was made up”; to let it count again: "
    )
    for which in ("Courtesy", column.document.id, column.claims[0].id):
        with pytest.raises(UsageError, match=f"{said}comity restore {column.document.id[:12]} --by WHO --why WHY"):
            ask(ledger, which)


def test_a_title_means_the_text_that_counts_where_another_of_that_title_is_retracted(ledger: Ledger) -> None:
    _true(ledger)
    text = "Cambodia does not trade with North Korea."
    other = Draft(text, "2024-10-01", title="Courtesy once more").claim(text, "trade", "absence", "KHM", "PRK")
    ledger.retract(ledger.add(other.record()).document_id, BY, WHY)
    assert assess.check(ledger, "Courtesy").question == (
        "What does the record bear out of the claims in “Courtesy and its price”?"
    )


def test_a_move_like_one_of_a_retracted_text_is_refused(ledger: Ledger) -> None:
    document = _false(ledger)
    event = ledger.record(document).events[0].id
    ledger.retract(document, BY, WHY)
    with pytest.raises(UsageError, match="“A hoax” was retracted on"):
        assess.like(ledger, event)
