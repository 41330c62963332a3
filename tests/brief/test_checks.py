"""The checker of briefs: nothing to find in a sound brief of whatever ledger, each kind of fault found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from comity.assess import Holdings
from comity.assessment.finding import Finding, Part
from comity.assessment.proof import Rows
from comity.assessment.window import Window
from comity.brief import Brief, Request, make
from comity.brief.checks import faults, unproven
from comity.brief.checks.asked import Told
from comity.brief.checks.evidence import of_rows
from comity.brief.checks.numerals import agrees, dates, numerals
from comity.brief.checks.stated import Stated
from comity.brief.document import Figure, Heading, Paragraph, Sentence, Table
from comity.ledger import Ledger, open_ledger
from comity.record import Record

from .corpus import records
from .generated import RECORDS, ROWS, filled

REQUEST = Request(("KHM", "KOR", "PRK"), "full", since=dt.date(2024, 1, 1))
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


@settings(
    max_examples=4, deadline=None, suppress_health_check=SLOW, phases=[Phase.explicit, Phase.reuse, Phase.generate]
)
@given(records=RECORDS, rows=st.just([]) | ROWS, since=st.none() | st.just(dt.date(2015, 6, 30)))
def test_no_ledger_makes_a_brief_say_what_it_does_not_hold(
    tmp_path_factory: pytest.TempPathFactory,
    records: tuple[Record, ...],
    rows: list[tuple[str, str, str, str, float]],
    since: dt.date | None,
) -> None:
    with open_ledger(tmp_path_factory.mktemp("made") / "l.db") as opened:
        filled(opened, records, rows)
        request = replace(REQUEST, since=since)
        assume(any(_is_known(Holdings(opened), other) for other in ("KOR", "PRK")))
        brief = make(Holdings(opened), request)
        assert faults(brief, Holdings(opened), request) == ()


def _is_known(holdings: Holdings, other: str) -> bool:
    return not holdings.between("KHM", other).is_empty or not holdings.dyad_events("KHM", other).is_empty()


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with open_ledger(tmp_path_factory.mktemp("checks") / "l.db") as ledger:
        days = [f"{year}-0{month}-11" for year in range(2008, 2018) for month in range(1, 7)]
        pairs = [("KHM", "KOR"), ("KOR", "KHM"), ("PRK", "KHM")]
        kinds = [("SUPPORT", 3.0), ("CONSULT", 1.0), ("ACCUSE", -2.0)]
        filled(ledger, records(), [(day, *pairs[at % 3], *kinds[at % 3]) for at, day in enumerate(days)])
        yield ledger


@pytest.fixture(scope="module")
def brief(opened: Ledger) -> Brief:
    return make(Holdings(opened), REQUEST)


@pytest.fixture(scope="module")
def stated(opened: Ledger) -> Stated:
    return Stated(Holdings(opened), REQUEST)


def test_a_sound_brief_has_no_fault(opened: Ledger, brief: Brief) -> None:
    assert faults(brief, Holdings(opened), REQUEST) == ()


def test_every_sentence_that_is_changed_is_found(stated: Stated, brief: Brief) -> None:
    told = [one for one in brief.sentences() if one.finding]
    assert len(told) > 50
    for one in told:
        assert list(stated.faults(one)) == []
        assert list(stated.faults(replace(one, text=f"{one.text} 7"))) != []


@pytest.mark.parametrize(
    ("answer", "wrong"),
    [
        ("4 ties are told of: aid and 3 others.", ""),
        ("5 ties are told of.", "5"),
        ("4 ties are told of: aid and 4 others.", "and 4 others"),
        ("4 ties, the first of 2 May 2003.", "2 May 2003"),
        ("4 ties, 57 % (61 to 70 %) of them old.", "57 % (61 to 70 %)"),
        ("4 of 3 ties stand.", "4 of 3"),
        ("4 ties, as “9 of 7 in 1850” has it.", ""),
        ("It is 5th of 9 partners of Cambodia by ties (50th percentile).", ""),
        ("It is 5th of 9 partners of Cambodia by ties (80th percentile).", "5th of 9"),
        ("2 of the 4 years from 2001 to 2004 have no item: 2002 to 2003.", ""),
        ("2 of the 4 years from 2001 to 2004 have no item: 2002.", "2 of the 4"),
        ("4 acts in the texts: 3 of cooperation in words and 1 of conflict in deeds.", ""),
        ("4 acts in the texts: 3 of cooperation in words and 3 of conflict in deeds.", "4 acts"),
        ("Dated to 1950, which makes 20 years.", "1950"),
    ],
)
def test_numbers_are_held_against_the_value_and_each_other(stated: Stated, answer: str, wrong: str) -> None:
    rows = Rows("events", "ours", "false", 0, Window(dt.date(2001, 1, 1), dt.date(2004, 12, 31)))
    finding = Finding(
        "ties.made", "Which?", answer, 4, n=4, proofs=(rows,), parts=(Part("1"), Part("2"), Part("3"))
    )
    found = list(stated.wrong(Told(finding, None, answer)))
    assert found == [] if not wrong else any(wrong in line for line in found), found


def test_a_measured_value_and_its_interval_must_be_told(stated: Stated) -> None:
    rows = (Rows("events", "ours", "false", 0),)
    for answer, count in (("0.5 (0.25 to 0.75).", 0), ("Half (0.25 to 0.75).", 1), ("0.5.", 2)):
        finding = Finding("k", "Which?", answer, 0.5, interval=(0.25, 0.75), proofs=rows)
        assert len(list(stated.wrong(Told(finding, None, answer)))) == count


def test_a_look_that_gives_other_rows_is_found(opened: Ledger) -> None:
    for n, count in ((60, 0), (61, 1)):
        finding = Finding("k", "?", "!", proofs=(Rows("events", "ours", "source = 'ours'", n + 30),))
        assert len(list(of_rows([finding], Holdings(opened)))) == count


def _found(brief: Brief, holdings: Holdings) -> str:
    return "\n".join(unproven(brief, holdings))


def _also(brief: Brief, *sentences: Sentence) -> Brief:
    return replace(brief, blocks=(*brief.blocks, Paragraph(sentences)))


def test_evidence_that_is_not_in_the_ledger_is_found(opened: Ledger, brief: Brief) -> None:
    holdings, (first, *others) = Holdings(opened), brief.notes
    assert _found(brief, holdings) == ""
    said = replace(brief, notes=(replace(first, quotation="Never said."), *others))
    assert "is not in its document: Never said." in _found(said, holdings)
    assert "do not run from 1 on" in _found(replace(brief, notes=tuple(others)), holdings)
    assert "has no source" in _found(replace(brief, sources=()), holdings)
    assert "evidence that is not there: So." in _found(_also(brief, Sentence("So.", (9999,))), holdings)


def test_an_opinion_told_as_a_fact_is_found(opened: Ledger, brief: Brief) -> None:
    note = next(note for note in brief.notes if note.item.startswith("opinion"))
    alone, beside = (note.number,), (1, note.number)
    for sentence, is_wrong in (
        (Sentence("It is a friend.", alone), True),
        (Sentence("It is a friend.", alone, "opinion"), False),
        (Sentence("It says: “a friend”.", alone), False),
        (Sentence(note.quotation, beside), True),
        (Sentence(f"It says: “{note.quotation}”.", beside), False),
    ):
        assert ("opinion as a fact" in _found(_also(brief, sentence), Holdings(opened))) == is_wrong


def test_a_chronology_with_another_date_or_other_words_is_found(opened: Ledger, brief: Brief) -> None:
    table = next(one for one in brief.blocks if isinstance(one, Table))
    (when, what, words), *_ = table.rows
    for row, told in (
        (((Sentence("1 May 1850", role="label"),), what, words), "no item that is cited is of 1 May 1850"),
        ((when, what, (Sentence("“Never said.”", words[0].notes),)), "no such words are cited: “Never said.”"),
    ):
        made = replace(brief, blocks=(*brief.blocks, replace(table, rows=(row,))))
        assert told in _found(made, Holdings(opened))


def test_a_picture_whose_words_do_not_add_up_and_two_like_anchors_are_found(opened: Ledger, brief: Brief) -> None:
    figure = next(one for one in brief.blocks if isinstance(one, Figure) and one.rows[0][-1] == "Acts")
    made = replace(brief, blocks=(*brief.blocks, replace(figure, alt="9,999 acts.")))
    assert "9,999 is no sum of its rows" in _found(made, Holdings(opened))
    heading = next(one for one in brief.blocks if isinstance(one, Heading))
    assert "two headings" in _found(replace(brief, blocks=(*brief.blocks, heading)), Holdings(opened))


def test_numbers_are_read_as_they_stand() -> None:
    assert [one.value for one in numerals("1,204 acts, -0.5 (under 1 to 12 %), A/RES/74/267, 3rd in 1999")] == [
        1204, -0.5, 1, 12, 3,
    ]  # fmt: skip
    found = [
        (one.first.isoformat(), one.last.isoformat()) for one in dates("15–18 May 2024, June 1997 or the 1960s")
    ]
    assert found == [("2024-05-15", "2024-05-15"), ("2024-05-18", "2024-05-18"), ("1997-06-01", "1997-06-30"),
                     ("1960-01-01", "1969-12-31")]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "value", "is_so"),
    [("57 %", 0.566, True), ("57 %", 0.58, False), ("under 1 %", 0.002, True), ("under 1 %", 0.02, False),
     ("0.269", 0.26911, True), ("0.27", 0.26911, False), ("528", 528.5, True), ("527", 528.5, False),
     ("12,400", 12400, True), ("4", 4, True), ("4", 5, False)],
)  # fmt: skip
def test_a_number_agrees_with_a_value_as_exactly_as_it_is_told(text: str, value: float, is_so: bool) -> None:
    (told,) = numerals(text)
    assert agrees(told, value) == is_so
