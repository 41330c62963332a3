from __future__ import annotations

import datetime as dt

from assessment.rows import imported
from brief.factory import Draft, on
from comity.assessment.dyads import contact
from comity.assessment.holdings import Holdings
from comity.assessment.window import Window
from comity.ledger import Ledger
from comity.record import Office

PAIR = ("KHM", "KOR")
END = Window(None, dt.date(2024, 12, 31))


def _met(ledger: Ledger, *days: str, other: str = "KOR") -> None:
    sentences = [f"They met on {day} ({other})." for day in days]
    draft = Draft(" ".join(sentences), "2024-12-31")
    for sentence, day in zip(sentences, days, strict=True):
        draft.act(sentence, "KHM", other, on(day))
    ledger.add(draft.record())


def test_the_silence_is_set_against_earlier_ones_and_other_partners(ledger: Ledger) -> None:
    _met(ledger, "2024-01-01", "2024-01-11", "2024-01-31", "2024-03-01", "2024-04-10", "2024-12-01")
    _met(ledger, "2024-12-20", other="PRK")
    found = contact.last_contact(Holdings(ledger), PAIR, END)
    assert found.answer.endswith("30 days before 31 December 2024.")
    assert found.comparison == (
        "By the texts, the interval from the last contact to 31 December 2024, of 30 days, is longer than 2 of the"
        " 5 earlier intervals between contacts; half of these were 30 days or longer.",
        "Last contacts of Cambodia with others, by the texts: North Korea on 20 December 2024.",
    )


def test_three_contacts_are_too_few_for_a_usual_interval(ledger: Ledger) -> None:
    _met(ledger, "2024-01-01", "2024-02-01", "2024-03-01")
    assert contact.last_contact(Holdings(ledger), PAIR, END).comparison == ()


def test_visits_are_weighed_by_rank_and_an_ambassador_at_home_makes_none(ledger: Ledger) -> None:
    there, back, call = "Hun Sen flew to Seoul.", "Cho came to Phnom Penh.", "Park called on Hun Sen."
    draft = Draft(f"{there} {back} {call}", "2024-06-01")
    people = {
        "hun-sen": ("KHM", "Prime Minister"),
        "cho": ("KOR", "Foreign Minister"),
        "park": ("KOR", "Ambassador"),
    }
    for slug, (state, title) in people.items():
        entity = draft.person(f"person:{slug}", slug, state).entities[f"person:{slug}"]
        draft.entities[f"person:{slug}"] = entity.model_copy(update={"offices": (Office(title=title, of=state),)})
    draft.act(there, "person:hun-sen", "KOR", on("2024-05-01"), mode="visit")
    draft.act(back, "person:cho", "KHM", on("2024-05-20"), mode="visit")
    draft.act(call, "person:park", "KHM", on("2024-05-30"), mode="visit")
    ledger.add(draft.record())
    found = contact.visits(Holdings(ledger), PAIR, END)
    assert found.answer == (
        "1 visit from Cambodia to South Korea and 1 from South Korea to Cambodia are told of; weighed by rank of"
        " the traveller (head of state or government 3, minister or speaker 2, other or unknown 1) they come to 3"
        " and 2. 1 call of a resident envoy is not counted."
    )


def test_reports_of_one_visit_days_apart_are_one_and_five_have_a_share(ledger: Ledger) -> None:
    days = ("2024-01-01", "2024-01-03", "2024-02-01", "2024-03-01", "2024-04-01", "2024-05-01")
    sentences = [f"A delegation went there on {day}." for day in days]
    draft = Draft(" ".join(sentences), "2024-06-01")
    for sentence, day in zip(sentences, days, strict=True):
        draft.act(sentence, "KHM", "KOR", on(day), mode="visit")
    ledger.add(draft.record())
    found = contact.visits(Holdings(ledger), PAIR, END)
    assert found.answer.startswith(
        "5 visits from Cambodia to South Korea and none from South Korea to Cambodia are"
    )
    assert found.comparison == ("Cambodia made 100 % (48 to 100 %) of the visits.",)
    back = contact.visits(Holdings(ledger), PAIR[::-1], END)
    assert back.comparison == ("South Korea made 0 % (0 to 52 %) of the visits.",)


def test_contacts_of_a_dataset_stand_apart_from_those_of_texts(ledger: Ledger) -> None:
    row = {"event_type": "CONSULT", "mode": "visit", "quad": "verbal_cooperation"}
    sides = ("actor_country", "recipient_country")
    ways = [("2010-03-01", "KHM", "THA"), ("2010-05-01", "THA", "KHM"), ("2010-05-02", "THA", "KHM")]
    rows = [
        {"id": at, "date": day, **dict(zip(sides, way, strict=True)), **row} for at, (day, *way) in enumerate(ways)
    ]
    imported(ledger, "events", rows)
    found = contact.in_datasets(Holdings(ledger), ("KHM", "THA"), END)
    assert found
    assert found.answer == "Ours has 3 reports of contact, from 1 March 2010 to 2 May 2010."
    assert found.comparison[0].startswith("Of them 1 from Cambodia to Thailand and 1 from Thailand to Cambodia")
    none = contact.in_datasets(Holdings(ledger), PAIR, END)
    assert none
    assert none.insufficient
    assert contact.last_contact(Holdings(ledger), ("KHM", "THA"), END).insufficient


def test_without_an_event_dataset_the_question_does_not_arise(ledger: Ledger) -> None:
    _met(ledger, "2024-01-01")
    assert contact.in_datasets(Holdings(ledger), PAIR, END) is None
