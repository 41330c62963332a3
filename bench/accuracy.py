"""Scores the reader on the reference column with the reference scorer, where they stand beside the checkout."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import comity

SHARED = Path(__file__).resolve().parents[2] / "shared"


def main() -> int:
    scorer, gold = SHARED / "eval" / "score.py", SHARED / "seed" / "gold.json"
    if not scorer.exists():
        print(f"skipped: the reference column is not at {SHARED}")
        return 0
    text = (SHARED / "seed" / "cambodia-two-koreas.txt").read_text(encoding="utf-8")
    record = comity.read(text, published=date(2024, 9, 13), author="Sokvy Rim", genre="opinion")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "record.jsonl"
        path.write_text(record.to_json() + "\n", encoding="utf-8")
        command = [sys.executable, str(scorer), "records", str(gold), str(path)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    for kind, score in json.loads(done.stdout).items():
        print(
            f"{kind:9} recall {score['recall']:.2f}  precision {score['precision']:.2f}  F1 {score['f1']:.2f}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
