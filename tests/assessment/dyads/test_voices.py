from __future__ import annotations

from brief.factory import Draft, on
from comity.assessment.dyads import voices
from comity.assessment.holdings import Holdings
from comity.assessment.window import ALWAYS
from comity.ledger import Ledger

PAIR = ("KHM", "PRK")


def test_words_are_sorted_by_the_side_of_who_says_them_and_stay_verbatim(ledger: Ledger) -> None:
    good, bad, third = "Relations are “excellent”.", "Cambodia condemned the test.", "The tie is a memory."
    draft = Draft(
        f"{good} {bad} {third}", "2020-01-02", author="A. Writer", publisher="Khmer Times", title="On ties"
    )
    draft.person("person:minister", "Chan", "PRK")
    draft.claim(good, good, "existence", "KHM", "PRK", speaker="person:minister")
    draft.act(bad, "KHM", "PRK", on("2020-01-01"), event_type="ACCUSE")
    draft.opinion(third, "The tie is a memory", "evaluation", "KHM", "PRK")
    ledger.add(draft.record())
    a, b, others = (of(Holdings(ledger), PAIR, ALWAYS) for of in (voices.of_a, voices.of_b, voices.of_others))
    where = "“On ties” (Khmer Times, 2 January 2020)"
    assert [(part.label, part.text) for part in a.parts] == [(f"Cambodia, as told in {where}", f"“{bad}”")]
    assert [(part.label, part.text) for part in b.parts] == [(f"Chan, in {where}", f"“{good}”")]
    assert others
    assert [(part.label, part.text) for part in others.parts] == [
        (f"A. Writer, in {where}", "“The tie is a memory”")
    ]


def test_a_release_of_a_ministry_is_the_word_of_its_state(ledger: Ledger) -> None:
    text = "We value the friendship of Cambodia."
    draft = Draft(text, "2020-01-02", publisher="KCNA", genre="release")
    ledger.add(draft.opinion(text, text, "evaluation", "KHM", "PRK").record())
    assert voices.of_b(Holdings(ledger), PAIR, ALWAYS).value == 1
    assert voices.of_a(Holdings(ledger), PAIR, ALWAYS).insufficient
    assert voices.of_others(Holdings(ledger), PAIR, ALWAYS) is None


def test_only_the_latest_third_voices_are_shown_and_all_are_evidence(ledger: Ledger) -> None:
    sentences = [f"Opinion number {at} on the two." for at in range(15)]
    draft = Draft(" ".join(sentences), "2020-01-02")
    for sentence in sentences:
        draft.opinion(sentence, sentence, "evaluation", "KHM", "PRK")
    ledger.add(draft.record())
    found = voices.of_others(Holdings(ledger), PAIR, ALWAYS)
    assert found
    assert (found.value, len(found.parts), len(found.passages)) == (15, voices.SHOWN, 15)
