"""Claims against other texts and the public record, on ledgers whose right answers are worked out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from brief.factory import Draft, on
from comity.assess import Finding, as_json, check
from comity.assessment.checks.verdict import verdict_of
from comity.errors import UsageError
from comity.ledger import Ledger
from comity.record import Entity, Office
from comity.sources import import_files


def _only(ledger: Ledger, text: str) -> Finding:
    """The finding on the claim with those words."""
    (found,) = (one for one in check(ledger).findings if text in one.question and one.key.startswith("claim"))
    return found


def _with_office(draft: Draft, entity: str, name: str, country: str, title: str) -> Draft:
    offices = (Office(title=title, of=country),)
    draft.entities[entity] = Entity(
        id=entity, kind="person", name=name, country=country, sector="GOV", offices=offices
    )
    return draft


def _meeting(day: str, text: str, guest: str, title: str) -> Draft:
    """A text that tells of a meeting of Cambodia's prime minister with a North Korean in an office."""
    draft = _with_office(Draft(text, day), "person:hun", "Hun", "KHM", "Prime Minister")
    _with_office(draft, "person:guest", guest, "PRK", title)
    return draft.act(text, "person:hun", "person:guest", on(day))


def _claim_of_the_first(ledger: Ledger) -> None:
    first = "Hun met the North Korean ambassador on 20 August 2024, the first such meeting in eight years."
    draft = _meeting("2024-08-20", first, "Jang", "Ambassador")
    value = {"rank": 1, "window": "P8Y"}
    ledger.add(
        draft.claim(first, "the first such meeting in eight years", "ordinal", "KHM", "PRK", value=value).record()
    )


def test_an_earlier_meeting_of_the_same_rank_contradicts_the_first_one(ledger: Ledger) -> None:
    _claim_of_the_first(ledger)
    ledger.add(_meeting("2021-03-02", "Hun received Ambassador Ri on 2 March 2021.", "Ri", "Ambassador").record())
    found = _only(ledger, "first such meeting")
    assert verdict_of(found) == "contradicted"
    assert [one.quotation for one in found.passages] == ["Hun received Ambassador Ri on 2 March 2021."]


@pytest.mark.parametrize(("day", "title"), [("2021-03-02", "Foreign Minister"), ("2016-03-02", "Ambassador")])
def test_a_meeting_of_another_rank_or_before_the_window_contradicts_nothing(
    ledger: Ledger, day: str, title: str
) -> None:
    _claim_of_the_first(ledger)
    ledger.add(_meeting(day, "Hun received Ri at the palace.", "Ri", title).record())
    assert verdict_of(_only(ledger, "first such meeting")) != "contradicted"


def test_silence_settles_nothing_and_the_finding_says_what_would(ledger: Ledger) -> None:
    _claim_of_the_first(ledger)
    found = _only(ledger, "first such meeting")
    assert verdict_of(found) == "not checkable"
    assert found.value is None
    assert "full list" in found.would_change


def _no_trade(sentence: str, published: str) -> Draft:
    draft = Draft(sentence, published, publisher="Paper")
    draft.tie(sentence, "trade", "KHM", "PRK", status="absent")
    return draft.claim(sentence, sentence.rstrip("."), "absence", "KHM", "PRK", value={"of": "trade"})


def test_a_claim_is_not_supported_by_its_own_text(ledger: Ledger) -> None:
    ledger.add(_no_trade("There is no trade between Cambodia and North Korea.", "2024-09-13").record())
    assert verdict_of(_only(ledger, "no trade")) == "not checkable"


def test_nor_by_a_copy_of_it(ledger: Ledger) -> None:
    one = _no_trade("There is no trade between Cambodia and North Korea.", "2024-09-13").record()
    other = _no_trade("There is now no trade between Cambodia and North Korea.", "2024-09-14").record()
    ledger.add(one)
    ledger.add(other)
    assert verdict_of(_only(ledger, "There is no trade")) == "supported"
    ledger.judge_copies(one.document.id, other.document.id, True, "me")
    assert verdict_of(_only(ledger, "There is no trade")) == "not checkable"


def test_old_word_says_nothing_of_today(ledger: Ledger) -> None:
    ledger.add(_no_trade("There is no trade between Cambodia and North Korea.", "2024-09-13").record())
    old = "Cambodia trades with North Korea."
    ledger.add(Draft(old, "1965-12-28").tie(old, "trade", "KHM", "PRK").record())
    assert verdict_of(_only(ledger, "no trade")) == "not checkable"


def _anniversary(ledger: Ledger) -> None:
    text = "Cambodia and North Korea marked the 60th anniversary of diplomatic relations."
    said = "the 60th anniversary of diplomatic relations"
    value = {"years": 60, "of": "diplomatic relations"}
    ledger.add(Draft(text, "2024-08-22").claim(text, said, "anniversary", "KHM", "PRK", value=value).record())


def _relations(ledger: Ledger, year: str) -> None:
    text = f"The two established relations in {year}."
    ledger.add(Draft(text, "2010-01-01").tie(text, "diplomatic_relations", "KHM", "PRK", start=year).record())


def test_an_anniversary_follows_from_the_beginning_told_elsewhere(ledger: Ledger) -> None:
    _anniversary(ledger)
    _relations(ledger, "1964")
    found = _only(ledger, "60th")
    assert verdict_of(found) == "supported"
    assert "so that the 60th anniversary fell in 2024" in found.answer


def test_sources_that_contradict_each_other_are_both_named_with_their_grades(ledger: Ledger) -> None:
    _anniversary(ledger)
    _relations(ledger, "1964")
    _relations(ledger, "1965")
    found = _only(ledger, "60th")
    assert verdict_of(found) == "partly"
    assert found.answer.count("[F4]") == 2
    assert [one.label for one in found.parts if one.proofs] == ["For", "Against"]
    assert len(found.against) == 1


def test_relations_of_an_earlier_spell_do_not_contradict_those_restored(ledger: Ledger) -> None:
    _anniversary(ledger)
    _relations(ledger, "1964")
    _relations(ledger, "1951")
    assert verdict_of(_only(ledger, "60th")) == "supported"


def test_a_complete_register_contradicts_by_its_rows_and_by_their_absence(ledger: Ledger) -> None:
    import_files(ledger, "sanctions", [Path("regimes")])
    none = "The Security Council has no sanctions on North Korea."
    has = "The Security Council maintains sanctions on Cambodia."
    draft = Draft(f"{none} {has}", "2020-05-01")
    draft.entities["UNSC"] = Entity(id="UNSC", kind="igo", name="Security Council", country=None)
    draft.claim(none, none[:-1], "absence", "UNSC", "PRK", value={"of": "sanction"})
    ledger.add(draft.claim(has, has[:-1], "existence", "UNSC", "KHM", value={"of": "sanction"}).record())
    findings = [_only(ledger, "no sanctions"), _only(ledger, "maintains sanctions")]
    assert [verdict_of(found) for found in findings] == ["contradicted", "contradicted"]
    assert all("complete" in " ".join(found.coverage) for found in findings)


def test_another_sum_for_the_same_cost_contradicts_and_the_same_one_supports(ledger: Ledger) -> None:
    for amount, day in ((24, "2015-12-05"), (24, "2020-01-09"), (10, "2021-02-15")):
        text = f"The museum that North Korea built in Cambodia cost US${amount} million by {day[:4]}."
        value = {"value": amount * 1e6, "unit": "USD", "of": "cost"}
        ledger.add(Draft(text, day).claim(text, text[:-1], "quantity", "PRK", "KHM", value=value).record())
    assert verdict_of(_only(ledger, "US$10 million")) == "contradicted"
    assert verdict_of(_only(ledger, "by 2015")) == "partly"


def test_a_claim_keeps_its_speaker(ledger: Ledger) -> None:
    text = "Trade reached USD 1 billion, Moon said."
    draft = Draft(text, "2019-03-17").person("person:moon", "Moon", "KOR")
    value = {"value": 1e9, "unit": "USD", "of": "trade"}
    draft.claim(text, "Trade reached USD 1 billion", "quantity", "KOR", "KHM", speaker="person:moon", value=value)
    ledger.add(draft.record())
    assert _only(ledger, "Trade reached").question == "“Trade reached USD 1 billion”, Moon said"


def test_one_document_or_one_claim_may_be_asked_for(ledger: Ledger) -> None:
    first = _no_trade("There is no trade between Cambodia and North Korea.", "2024-09-13").record()
    _anniversary(ledger)
    ledger.add(first)
    (claim,) = first.claims
    for which in (first.document.id[:10], claim.id):
        assert [one.key for one in check(ledger, which).findings] == ["check.summary", claim.id]
    assert check(ledger).finding("check.summary").answer == "Of 2 claims: 2 not checkable."


def test_what_is_no_document_or_claim_is_refused(ledger: Ledger) -> None:
    text = "Hun met Kim on 3 May 2020."
    record = Draft(text, "2020-05-04").act(text, "KHM", "KOR").record()
    ledger.add(record)
    for which in ("no such words", record.events[0].id):
        with pytest.raises(UsageError):
            check(ledger, which)


def test_an_empty_ledger_has_nothing_to_check(ledger: Ledger) -> None:
    assert check(ledger).findings == ()


def test_a_hostile_code_does_nothing_in_the_tables(ledger: Ledger) -> None:
    import_files(ledger, "sanctions", [Path("regimes")])
    code, text = "X' OR '1'='1", "The Council has no sanctions on it."
    draft = Draft(text, "2020-05-01")
    draft.entities["UNSC"] = Entity(id="UNSC", kind="igo", name="Council", country=None)
    draft.entities[code] = Entity(id=code, kind="igo", name="it", country=None)
    ledger.add(draft.claim(text, text[:-1], "absence", "UNSC", code, value={"of": "sanction"}).record())
    assert verdict_of(_only(ledger, "no sanctions")) == "supported"


def test_the_same_ledger_gives_the_same_bytes(ledger: Ledger) -> None:
    _anniversary(ledger)
    _relations(ledger, "1964")
    assert as_json(check(ledger)) == as_json(check(ledger))
