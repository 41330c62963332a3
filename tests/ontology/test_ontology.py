import pytest

from comity.ontology import EVENT_TYPES, cameo_codes, code, codes, contexts, ladder, level_of, tie_types


def test_there_are_sixteen_types_each_with_a_code_without_a_mode() -> None:
    assert len(EVENT_TYPES) == 16
    assert {event_type for event_type, mode in codes() if mode is None} == set(EVENT_TYPES)


@pytest.mark.parametrize(
    ("event_type", "mode", "score", "quad"),
    [
        ("AGREE", None, 2.5, "verbal_cooperation"),
        ("CONSULT", "visit", 4.0, "verbal_cooperation"),
        ("AID", None, 10.0, "material_cooperation"),
        ("ACCUSE", None, -3.0, "verbal_conflict"),
        ("SANCTION", "expel", -5.5, "material_conflict"),
    ],
)
def test_scores_and_quads_are_plovers(event_type: str, mode: str | None, score: float, quad: str) -> None:
    found = code(event_type, mode)  # type: ignore[arg-type]
    assert (found.score, found.quad) == (score, quad)


def test_every_cameo_code_maps_to_a_code_and_contexts_that_plover_has() -> None:
    for one in cameo_codes().values():
        assert one.name
        assert set(one.contexts) <= contexts()
        if one.event_type:
            assert (one.event_type, one.mode) in codes()


def test_a_statement_is_no_act_and_codes_keep_their_leading_zero() -> None:
    assert cameo_codes()["010"].event_type is None
    assert cameo_codes()["010"].name != cameo_codes()["10"].name


def test_the_ladder_rises_from_relations_to_alliance() -> None:
    names = [level.level for level in ladder()]
    assert names[0] == "diplomatic relations"
    assert names[-1] == "alliance"
    assert names.index("strategic partnership") < names.index("comprehensive strategic cooperative partnership")


@pytest.mark.parametrize("wording", ["Comprehensive and Strategic Partnership", "extensive strategic partnership"])
def test_other_wordings_stand_on_the_same_rung(wording: str) -> None:
    found = level_of(wording)
    assert found is not None
    assert found.level == "comprehensive strategic partnership"


def test_an_unknown_level_is_unknown() -> None:
    assert level_of("best friends forever") is None


def test_directed_ties_say_so() -> None:
    assert tie_types()["sanctions"].directed
    assert not tie_types()["treaty"].directed
