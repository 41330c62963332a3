"""A brief says nothing but what the ledger bears out, in whatever ledger."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from comity.assess import Holdings
from comity.brief import Brief, Request, make, requested
from comity.brief.checks import faults
from comity.brief.document import Bullets, Heading, Paragraph, Sentence
from comity.brief.evidence import addresses
from comity.brief.forms.markdown import markdown_of
from comity.brief.manifest import changed, read, written
from comity.errors import UsageError
from comity.ledger import Ledger, open_ledger

from .factory import Draft, on

THREE = ("KHM", "KOR", "PRK")


def _brief(ledger: Ledger, states: tuple[str, ...] = THREE, **more: object) -> Brief:
    return make(Holdings(ledger), requested(states, **more))  # type: ignore[arg-type]


def _chapters(brief: Brief) -> list[str]:
    return [block.text for block in brief.blocks if isinstance(block, Heading) and block.level == 1]


def checked(ledger: Ledger, brief: Brief, states: tuple[str, ...] = THREE, since: dt.date | None = None) -> None:
    """The checker finds nothing."""
    assert faults(brief, Holdings(ledger), requested(states, since=since)) == ()


def test_a_brief_between_two_others_holds_to_its_evidence(ledger: Ledger) -> None:
    brief = _brief(ledger)
    checked(ledger, brief)
    assert brief.title == "Cambodia between South Korea and North Korea"
    assert _chapters(brief)[0] == "In brief"
    assert {"Cambodia and South Korea", "Cambodia and North Korea", "Dealings over time"} <= set(_chapters(brief))


def test_the_same_ledger_gives_the_same_brief(ledger: Ledger) -> None:
    assert markdown_of(_brief(ledger)) == markdown_of(_brief(ledger))


def test_one_page_is_short_and_full_holds_more(ledger: Ledger) -> None:
    sizes = [len(list(_brief(ledger, length=one).sentences())) for one in ("one-page", "standard", "full")]
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[1]


def test_a_minister_gets_plain_sentences_and_a_researcher_the_method(ledger: Ledger) -> None:
    plain, learned = (_brief(ledger, audience=one) for one in ("minister", "researcher"))
    assert not any(
        "n = " in one.text for one in plain.sentences() if one.finding and not one.text.startswith("method")
    )
    assert any(one.role == "method" and one.finding for one in learned.sentences())


def test_what_is_new_since_a_day_has_a_chapter(ledger: Ledger) -> None:
    brief = _brief(ledger, ("KHM", "KOR"), since=dt.date(2024, 1, 1))
    assert any(title.startswith("New since 1 January 2024") for title in _chapters(brief))
    checked(ledger, brief, ("KHM", "KOR"), dt.date(2024, 1, 1))


def test_a_thin_ledger_gives_a_short_honest_brief(tmp_path: Path) -> None:
    text = "They met on 3 May 2020."
    with open_ledger(tmp_path / "thin.db") as thin:
        thin.add(Draft(text, "2020-05-04").act(text, "KHM", "KOR", on("2020-05-03")).record())
        brief = _brief(thin, ("KHM", "KOR"))
        checked(thin, brief, ("KHM", "KOR"))
        assert "What is not known" in _chapters(brief)
        assert len(brief.notes) == 1


@pytest.mark.parametrize(
    "states", [("KHM",), ("KHM", "KHM"), ("KHM", "KOR", "PRK", "CUB"), ("KHM", "Nowhere"), ()]
)
def test_a_brief_on_less_than_two_or_unknown_states_is_refused(ledger: Ledger, states: tuple[str, ...]) -> None:
    with pytest.raises(UsageError):
        _brief(ledger, states)


def test_nothing_between_the_states_is_told_with_what_to_do(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="comity add"):
        _brief(ledger, ("KHM", "CUB"))


@pytest.mark.parametrize(("name", "value"), [("length", "endless"), ("audience", "nobody")])
def test_an_unknown_length_or_audience_is_refused(ledger: Ledger, name: str, value: str) -> None:
    with pytest.raises(UsageError, match=value):
        _brief(ledger, **{name: value})


def test_a_manifest_makes_the_same_brief_again(ledger: Ledger, tmp_path: Path) -> None:
    request = requested(THREE, length="one-page", audience="press", since=dt.date(2024, 1, 1))
    holdings = Holdings(ledger)
    told = written(make(holdings, request), request, holdings.state.id)
    path = tmp_path / "brief.json"
    path.write_text(told, encoding="utf-8")
    again, old = read(path)
    assert again == request
    assert written(make(holdings, again), again, holdings.state.id) == told
    assert changed(old, told) == ()


def test_a_correction_in_the_ledger_is_named_when_the_brief_is_made_again(tmp_path: Path) -> None:
    first, second = "They met on 3 May 2020.", "They met again on 9 June 2021."
    with open_ledger(tmp_path / "l.db") as opened:
        opened.add(Draft(first, "2020-05-04").act(first, "KHM", "KOR", on("2020-05-03")).record())
        request = Request(("KHM", "KOR"))
        old = json.loads(written(_brief(opened, request.states), request, opened.state().id))
        opened.add(Draft(second, "2021-06-10").act(second, "KHM", "KOR", on("2021-06-09")).record())
        new = written(_brief(opened, request.states), request, opened.state().id)
    lines = changed(old, new)
    assert any(line.startswith("changed since: contact.last") and "9 June 2021" in line for line in lines)


@pytest.mark.parametrize("text", ["", "[]", '{"version": 9}', '{"version": 1}'])
def test_what_is_no_manifest_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "brief.json"
    path.write_text(text)
    with pytest.raises(UsageError, match="manifest"):
        read(path)


def test_statements_of_fact_cannot_lack_evidence() -> None:
    with pytest.raises(ValueError, match="without evidence"):
        Sentence("It is so.")


def test_every_address_of_a_dataset_is_one_of_its_own() -> None:
    assert addresses("https://a.example/x (one), https://b.example; http://c.example") == (
        "https://a.example/x",
        "https://b.example",
        "http://c.example",
    )
    assert addresses("on paper") == ("on paper",)


def test_questions_open_for_one_reason_stand_in_one_list_and_those_of_each_pair_apart(ledger: Ledger) -> None:
    blocks = list(_brief(ledger).blocks)
    at = blocks.index(next(one for one in blocks if isinstance(one, Heading) and one.text == "What is not known"))
    open_ = blocks[at + 1 : blocks.index(next(one for one in blocks[at + 1 :] if _is_chapter(one)))]
    pairs = [one.text for one in open_ if isinstance(one, Heading)]
    assert pairs[-2:] == ["Cambodia and South Korea", "Cambodia and North Korea"]
    heads = [one.sentences[0].text for one in open_ if isinstance(one, Paragraph)]
    lists = [block for block in open_ if isinstance(block, Bullets)]
    assert sum(text.endswith("So these questions stay open:") for text in heads) == len(lists) > 0
    assert all(len(block.items) > 1 for block in lists)


def _is_chapter(block: object) -> bool:
    return isinstance(block, Heading) and block.level == 1
