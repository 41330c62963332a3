"""A user's ontology: what is read out of the file, and what is said of every mistake in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from comity import UsageError
from comity.reading.frames import built_in, frames
from comity.reading.ontologies import SIZE_LIMIT, load_ontology, parse_ontology

TOP = 'name = "sea"\nversion = "2"\nextends = "plover"\n'
TYPE = """[[types]]
name = "BOARDING"
refines = "COERCE"
refines_mode = "seize"
quad = "material_conflict"
score = -6.5
modes = { armed = -8 }
domain = "security"
substance = "practical"
"""
FRAME = """[[frames]]
words = ["board", "go_aboard"]
pos = "verb"
object = ["trawler&in:@in", "#vessel!~toy"]
type = "BOARDING"
mode = "armed"
actor = ["subject"]
recipient = ["object", "of"]
open = ["recipient"]
"""


def test_a_frame_carries_the_code_of_plover_and_that_of_the_user() -> None:
    ontology = parse_ontology((TOP + TYPE + FRAME).encode(), "sea.toml")
    frame = ontology.lexicon.frames["go_aboard", "verb"][0]
    assert (ontology.name, ontology.version, ontology.extends) == ("sea", "2", True)
    assert (frame.event_type, frame.mode, frame.substance, frame.open) == ("COERCE", "seize", "practical", "r")
    assert frame.own is not None
    own = frame.own.type
    assert (own.ontology, own.type, own.mode, own.quad, own.score) == (
        "sea@2", "BOARDING", "armed", "material_conflict", -8.0,
    )  # fmt: skip
    assert frame.own.domain == "security"


def test_frames_of_the_user_come_before_the_built_in_ones_of_the_word_and_leave_them_alone() -> None:
    row = FRAME.replace('"board", "go_aboard"', '"lend"')
    before = built_in().frames["lend", "verb"]
    found = parse_ontology((TOP + TYPE + row).encode(), "sea.toml").lexicon.frames["lend", "verb"]
    assert found[0].own is not None
    assert found[1:] == before == frames()["lend", "verb"]


def test_a_frame_may_have_another_domain_and_substance_than_its_type() -> None:
    row = FRAME + 'domain = "legal"\nsubstance = "symbolic"\n'
    frame = parse_ontology((TOP + TYPE + row).encode(), "sea.toml").lexicon.frames["board", "verb"][0]
    assert frame.own is not None
    assert (frame.own.domain, frame.substance) == ("legal", "symbolic")


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm() -> None:
    data = (TOP + TYPE + FRAME).replace("\n", "\r\n").encode("utf-8-sig")
    assert parse_ontology(data, "sea.toml").name == "sea"


BAD = [
    ("name of ontology", TOP, 'name = "sea"', 'name = "my sea"', r"'my sea' is no name"),
    ("version is a number", TOP, '"2"', "2", r"version = 2 is no text: write it in quotes"),
    ("no extends", TOP, 'extends = "plover"', "", r"has no extends: add it"),
    ("unknown base", TOP, '"plover"', '"cameo"', r"extends = 'cameo' is unknown: use plover, none"),
    ("unknown key at the top", TOP, "name", "nmae", r"'nmae' is no key here: use one of name, version"),
    (
        "unknown root",
        TYPE,
        '"COERCE"',
        '"PIRACY"',
        r"line 4: types\[1\]: refines = 'PIRACY' is unknown: use AGREE",
    ),
    ("no root", TYPE, 'refines = "COERCE"', "", r"the type 'BOARDING' names no PLOVER type: add refines, one of"),
    ("unknown mode of the root", TYPE, '"seize"', '"sink"', r"refines_mode = 'sink' is unknown: use arrest"),
    ("root without modes", TYPE, '"COERCE"', '"AID"', r"AID has no modes: leave it out"),
    ("unknown quad", TYPE, '"material_conflict"', '"conflict"', r"quad = 'conflict' is unknown: use verbal_coop"),
    ("score out of range", TYPE, "-6.5", "-60", r"score = -60 is no score: give a number from -10 to 10"),
    ("infinite score", TYPE, "-6.5", "inf", r"score = inf is no score"),
    ("score that is no number", TYPE, "-6.5", "nan", r"score = nan is no score"),
    ("score that is a truth value", TYPE, "-6.5", "true", r"score = True is no score"),
    ("score of a mode", TYPE, "-8", "80", r"types\[1\], modes: armed = 80 is no score"),
    ("modes that are no table", TYPE, "{ armed = -8 }", '["armed"]', r"modes: \['armed'\] is no table"),
    ("name of a mode", TYPE, "armed", '"armed men"', r"'armed men' is no name"),
    ("unknown domain", TYPE, '"security"', '"naval"', r"domain = 'naval' is unknown: use diplomatic"),
    ("unknown substance", TYPE, '"practical"', '"grave"', r"substance = 'grave' is unknown: use symbolic"),
    ("unknown key of a type", TYPE, "score", "weight", r"'weight' is no key here: use one of name, refines"),
    (
        "type declared twice",
        TYPE,
        TYPE,
        TYPE + TYPE,
        r"line 13: types\[2\]: the type 'BOARDING' is declared twice",
    ),
    ("unknown CAMEO code", TYPE, "modes", 'cameo = "999"\nmodes', r"cameo = '999' is unknown: use "),
    ("unknown context", TYPE, "modes", 'contexts = ["sea"]\nmodes', r"contexts: 'sea' is unknown: use "),
    (
        "undeclared type",
        FRAME,
        '"BOARDING"',
        '"BORDING"',
        r"line 13: frames\[1\]: type = 'BORDING' is not declared",
    ),
    ("undeclared mode", FRAME, '"armed"', '"quiet"', r"mode = 'quiet' is unknown: use armed"),
    ("word in capitals", FRAME, '"board"', '"Board"', r"words: 'Board' is no dictionary form"),
    ("two words", FRAME, '"go_aboard"', '"go aboard"', r"words: 'go aboard' is no dictionary form"),
    ("no words", FRAME, '["board", "go_aboard"]', "[]", r"words is an empty list"),
    ("words that are no list", FRAME, '["board", "go_aboard"]', '"board"', r"words = 'board' is no list of texts"),
    ("a word twice", FRAME, '"go_aboard"', '"board"', r"words names 'board' twice"),
    ("unknown part of speech", FRAME, '"verb"', '"verbs"', r"pos = 'verbs' is unknown: use verb, noun, adj"),
    (
        "unknown sort of party",
        FRAME,
        "@in",
        "@ship",
        r"'trawler&in:@ship': '@ship' asks for no known sort of party",
    ),
    ("unknown class", FRAME, "#vessel", "#vesel", r"'#vesel' is no class of words: use "),
    ("unknown preposition", FRAME, "&in:", "&inn:", r"'inn' is no preposition: use aboard"),
    ("condition of two words", FRAME, "trawler&", "fishing boat&", r"'fishing boat' is no condition"),
    (
        "alternatives in one text",
        FRAME,
        "trawler&",
        "trawler|ship&",
        r"cannot be read: join what must hold by '&'",
    ),
    ("empty condition", FRAME, "trawler&", "trawler&&", r"cannot be read"),
    ("unknown slot", FRAME, '"subject"', '"subjct"', r"actor: 'subjct' is unknown: use subject, object, aboard"),
    ("no recipient", FRAME, 'recipient = ["object", "of"]', "", r"has no recipient: add it"),
    (
        "unknown open side",
        FRAME,
        'open = ["recipient"]',
        'open = ["r"]',
        r"open: 'r' is unknown: use actor, recipient",
    ),
    ("unknown key of a frame", FRAME, "mode =", "modus =", r"'modus' is no key here: use one of words"),
    (
        "duplicate row",
        FRAME,
        FRAME,
        FRAME + FRAME,
        r"line 22: frames\[2\]: the verb 'board' has this object already",
    ),
    ("no frames", FRAME, FRAME, "", r"holds no frames: write each under a heading \[\[frames\]\]"),
    ("frames that are no tables", FRAME, FRAME, "", r"frames"),
    ("no TOML", FRAME, "pos =", "pos", r"is not TOML: .*line 15.*correct the file there"),
    ("a key twice", FRAME, "pos =", 'pos = "noun"\npos =', r"is not TOML: .*line 16"),
    ("endless line", FRAME, "pos =", "a." * 2000 + "b = 1\npos =", r"line 15: has more than 2,000 characters"),
    (
        "nested without end",
        FRAME,
        "pos =",
        "a = " + "[\n" * 50_000 + "\npos =",
        r"is nested too deeply|is not TOML",
    ),
]


@pytest.mark.parametrize(("part", "old", "new", "said"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_a_mistake_is_one_sentence_that_names_place_value_and_way_out(
    part: str, old: str, new: str, said: str
) -> None:
    assert old in part
    text = "".join(one.replace(old, new, 1) if one == part else one for one in (TOP, TYPE, FRAME))
    with pytest.raises(UsageError) as told:
        parse_ontology(text.encode(), "sea.toml")
    assert re.search(said, str(told.value))
    assert str(told.value).startswith("sea.toml")
    assert "\n" not in str(told.value)


def test_a_list_that_is_no_table_is_refused() -> None:
    with pytest.raises(UsageError, match=r"frames\[1\]: 'board' is no table"):
        parse_ontology((TOP + 'frames = ["board"]\n' + TYPE).encode(), "sea.toml")


def test_a_file_that_is_not_utf_8_is_refused_with_its_line() -> None:
    data = (TOP + "# caf\xe9\n" + TYPE + FRAME).encode("latin-1")
    with pytest.raises(UsageError, match=r"sea\.toml line 4: is not UTF-8: save the file in that encoding"):
        parse_ontology(data, "sea.toml")


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "sea.toml"
    place.write_bytes((TOP + TYPE + FRAME).encode() + b"#\n" * (SIZE_LIMIT // 2))
    with pytest.raises(UsageError, match=r"has more than the 1 MB of an ontology"):
        load_ontology(place)


@pytest.mark.parametrize("name", ["missing.toml", ".", "nul\0.toml"])
def test_what_is_no_file_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="name the TOML file of the ontology"):
        load_ontology(tmp_path / name)
