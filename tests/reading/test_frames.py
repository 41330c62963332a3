"""The lexicon holds what its readers rely on: known types, modes, codes, contexts, classes and slots."""

from comity.ontology import EVENT_TYPES, code, contexts
from comity.ontology.cameo import cameo_codes
from comity.reading.frames import act_words, frames, governors, known_verbs

FRAMES = [frame for found in frames().values() for frame in found]


def test_every_type_has_frames_for_verbs() -> None:
    verbs = {frame.event_type for (_, kind), found in frames().items() if kind == "verb" for frame in found}
    assert verbs == set(EVENT_TYPES)


def test_every_mode_belongs_to_its_type() -> None:
    for frame in FRAMES:
        assert code(frame.event_type, frame.mode).event_type == frame.event_type


def test_every_cameo_code_and_context_is_known() -> None:
    assert {frame.cameo for frame in FRAMES} <= cameo_codes().keys()
    assert {context for frame in FRAMES for context in frame.contexts} <= contexts()


def test_every_class_that_a_condition_names_exists() -> None:
    named = {c.word[1:] for f in FRAMES for alternative in f.objects for c in alternative if c.word[0] == "#"}
    assert all(act_words(name) for name in named)


def test_frames_with_conditions_are_tried_first() -> None:
    for found in frames().values():
        unconditioned = [not frame.objects for frame in found]
        assert unconditioned == sorted(unconditioned)


def test_verbs_are_known_without_their_particles() -> None:
    assert {"call", "walk", "expel"} <= known_verbs()
    assert not any("_" in lemma for lemma in known_verbs())


def test_an_absence_is_told_from_a_presence() -> None:
    absent = [c for f in frames()["release", "verb"] for alternative in f.objects for c in alternative if c.absent]
    assert {"#statement word", "#money"} == {one.word for one in absent}


def test_a_governor_that_makes_no_act_has_no_type() -> None:
    for rule in governors().values():
        assert (rule.event_type is None) == (rule.kind in {"negates", "imagines", "awaits"})
