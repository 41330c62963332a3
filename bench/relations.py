"""How right the classifier of acts is on the development set of marked sentences, where that is at hand."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from comity.learned.classify import Classified, classify_all
from comity.learned.marked import located

SHARED = Path(__file__).resolve().parents[2] / "shared"
GOLD = SHARED / "data" / "plv_train.tsv"
_BINS = 10
_YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}


def score() -> dict[str, float]:
    """Accuracy and macro-F1 of roots and quads by the scorer, 1 less calibration error; {} without it."""
    if not GOLD.exists():
        print(f"skipped: the marked sentences are not at {GOLD}")
        return {}
    with GOLD.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    told = list(classify_all(located(row["sentence"], row["source"], row["target"]) for row in rows))
    right = [
        _YIELD.get(one.event_type, one.event_type) == row["gold_root"] for one, row in zip(told, rows, strict=True)
    ]
    return {**_by_scorer(told), "calibration": 1 - calibration_error(told, right)}


def calibration_error(told: Sequence[Classified], right: Sequence[bool]) -> float:
    """Expected calibration error over ten bins of confidence: mean distance of what is said from what is right."""
    total = 0.0
    for low in range(_BINS):
        held = [at for at, one in enumerate(told) if min(int(one.confidence * _BINS), _BINS - 1) == low]
        total += abs(sum(told[at].confidence for at in held) - sum(right[at] for at in held))
    return total / len(told)


def _by_scorer(told: Sequence[Classified]) -> dict[str, float]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "predicted.jsonl"
        lines = (json.dumps({"id": at, "event_type": one.event_type}) for at, one in enumerate(told))
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        command = [sys.executable, str(SHARED / "eval" / "score.py"), "relations", str(GOLD), str(path)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    found = json.loads(done.stdout)
    return {key: found[key] for key in ("root_accuracy", "root_macro_f1", "quad_accuracy", "quad_macro_f1")}
