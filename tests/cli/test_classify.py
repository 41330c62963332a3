"""`comity classify` as other programs use it."""

import json
from pathlib import Path

import pytest

from .within import comity, process

GOOD = {
    "id": 3,
    "sentence": "Police arrested a monk in Lhasa.",
    "actor": "Police",
    "recipient": "a monk",
    "mine": [1],
}


def line(row: object) -> bytes:
    return json.dumps(row).encode() + b"\n"


def test_the_same_lines_come_back_with_five_fields_in_input_order(tmp_path: Path) -> None:
    other = {"id": "b", "sentence": "Chad met Niger on Friday.", "actor": "Chad", "recipient": "Niger"}
    file = tmp_path / "asked.jsonl"
    file.write_bytes(line(other))
    done = process("classify", "-", str(file), at=tmp_path, text=line(GOOD) + b"\n" + line(other))
    told = [json.loads(one) for one in done.stdout.splitlines()]
    assert done.returncode == 0
    assert done.stderr == ""
    assert [row["id"] for row in told] == [3, "b", "b"]
    assert told[0].items() >= GOOD.items()
    assert told[0]["event_type"] == "COERCE"
    assert told[0]["quad"] == "material_conflict"
    assert set(told[0]) - set(GOOD) == {"event_type", "mode", "quad", "status", "confidence"}


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (b'{"id": 1', "is not JSON"), (b"[1]", "is not a JSON object"), (b'{"id": 1}', "has no 'sentence'"),
        (b'{"sentence": 5}', "'sentence' is 5"), (b'{"sentence": "x", "actor": 5}', "'actor' is 5"),
        (b'{"sentence": "' + b"x" * 20_000 + b'"}', "20,000 characters"),
        (b'{"sentence": "x", "more": "' + b"x" * 2_000_000 + b'"}', "longer than 1,000,000 bytes"),
    ],
)  # fmt: skip
def test_a_bad_line_is_named_and_the_good_ones_are_kept(bad: bytes, reason: str, tmp_path: Path) -> None:
    done = comity("classify", at=tmp_path, text=line(GOOD) + bad + b"\n" + line(GOOD))
    assert done.returncode == 1
    assert [json.loads(one)["event_type"] for one in done.stdout.splitlines()] == ["COERCE", "COERCE"]
    assert f"-, line 2: {reason}" in done.stderr or reason in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_sentence_whose_parties_are_missing_is_answered_all_the_same(tmp_path: Path) -> None:
    done = comity("classify", at=tmp_path, text=line({"sentence": "Chad met Niger on Friday."}))
    assert done.returncode == 0
    assert json.loads(done.stdout)["confidence"] <= 1
