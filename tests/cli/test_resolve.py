"""`comity resolve` as other programs use it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from .within import COMITY, comity, process


def lines(*rows: object) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def test_the_same_lines_come_back_with_four_fields_in_input_order(tmp_path: Path) -> None:
    asked = lines(
        {"id": "b", "text": "American warplanes", "mine": [1, None]},
        {"id": 7, "text": "Saddam Hussein", "date": "2005-01-01"},
        {"id": None, "text": "gobbledygook", "date": None},
    )
    done = process("resolve", at=tmp_path, text=asked)
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert done.stderr == ""
    assert [row["id"] for row in told] == ["b", 7, None]
    assert told[0] | {"confidence": None} == {
        "id": "b", "text": "American warplanes", "mine": [1, None],
        "country": "USA", "sector": "MIL", "entity": None, "confidence": None,
    }  # fmt: skip
    assert (told[1]["country"], told[1]["sector"], told[1]["entity"]) == ("IRQ", "ELI", "person:saddam-hussein")
    assert [told[2][key] for key in ("country", "sector", "entity", "confidence")] == [None] * 4
    assert all(0 < row["confidence"] < 1 for row in told[:2])


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"id": 1', "is not JSON"), (b"[1]", "is not a JSON object"), (b'{"id": 1}', "has no 'text'"),
        (b'{"text": null}', "has no 'text'"), (b'{"text": 5}', "'text' is 5"),
        (b'{"text": "x", "date": "2024-02-30"}', '"2024-02-30"'),
        (b'{"text": "x", "date": "yesterday"}', '"yesterday"'), (b'{"text": "x", "date": 2024}', "2024"),
        (b'{"text": "' + b"x" * 20_000 + b'"}', "20,000 characters"),
        (b'{"text": "x", "more": "' + b"x" * 2_000_000 + b'"}', "longer than 1,000,000 bytes"),
        (b'{"text": "\xff"}', "UTF-8"), (b'{"text": "x", "n": NaN}', "is not JSON"), (b"[" * 100_000, "too deep"),
    ],
)  # fmt: skip
def test_a_bad_line_is_named_and_the_good_ones_are_kept(line: bytes, reason: str, tmp_path: Path) -> None:
    good = b'{"id": 1, "text": "Thai police"}\n'
    done = comity("resolve", at=tmp_path, text=good + b"\n" + line + b"\n" + good)
    assert done.returncode == 1
    assert [json.loads(one)["country"] for one in done.stdout.splitlines()] == ["THA", "THA"]
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("comity: -, line 3: ")
    assert reason in done.stderr


def test_files_are_read_in_order_and_a_missing_one_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'\xef\xbb\xbf{"text": "Thai police"}\n')
    (tmp_path / "b.jsonl").write_bytes(b'{"text": "Danes"}')
    done = comity("resolve", "a.jsonl", "-", "none.jsonl", "b.jsonl", at=tmp_path, text=b'{"text": "Seoul"}')
    assert [json.loads(line)["country"] for line in done.stdout.splitlines()] == ["THA", "KOR", "DNK"]
    assert done.returncode == 1
    assert "none.jsonl" in done.stderr
    assert "Traceback" not in done.stderr


def test_text_in_any_script_comes_back_as_it_was(tmp_path: Path) -> None:
    done = comity("resolve", at=tmp_path, text='{"text": "Камбоджа"}\n{"text": "\\ud800 x"}\n')
    assert done.returncode == 0
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert (first["text"], first["country"]) == ("Камбоджа", "KHM")
    assert second["text"] == "\ud800 x"


def test_an_answer_comes_before_the_next_question() -> None:
    with subprocess.Popen([str(COMITY), "resolve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        assert running.stdin
        assert running.stdout
        for text, country in (("Thai police", "THA"), ("Danes", "DNK")):
            running.stdin.write(lines({"text": text}))
            running.stdin.flush()
            assert json.loads(running.stdout.readline())["country"] == country
        running.stdin.close()


def test_memory_does_not_grow_with_the_input(tmp_path: Path) -> None:
    sizes = []
    for count in (100, 40_000):
        file = tmp_path / f"{count}.jsonl"
        file.write_bytes(lines(*({"id": n, "text": f"Thai police officer Number{n}"} for n in range(count))))
        program = f"import resource, subprocess; subprocess.run(['{COMITY}', 'resolve', '{file}'], stdout=-3); "
        program += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120)
        sizes.append(int(done.stdout))
    unit = 1 if sys.platform == "darwin" else 1024
    assert (sizes[1] - sizes[0]) * unit < 40e6
