"""Measures how right Comity is: on its own gold and cases, and on the reference column where it is at hand.

Of held-out sets only the figures are shown. `--misses FIGURE` lists what went wrong on the development sets.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import floors, gold, relations, who
from bench.floors import Figures
from bench.gold import Scores
from tests.gazetteer.test_resolve_cases import accuracies, cases
from tests.reading.test_times import FRESH, TABLE, row_is_right

import comity
from comity import gazetteer

SHARED = Path(__file__).resolve().parents[2] / "shared"
DEVELOPMENT = {"gold_dev": lambda: gold.score("dev"), "who": lambda: who.score("who")}
HELD = {"gold_held": lambda: gold.score("held"), "who_held": lambda: who.score("who_held")}


def main() -> int:
    asked = _arguments()
    seen = {name: scores() for name, scores in DEVELOPMENT.items()}
    measured = {name: scores.rates() for name, scores in seen.items()}
    measured |= {name: scores().rates() for name, scores in HELD.items()}
    measured |= _tables()
    measured |= _reference_column()
    measured |= {"relations": found} if (found := relations.score()) else {}
    _show(measured)
    if asked.misses:
        _list(seen, asked.misses)
    if asked.set_floors:
        floors.move(measured, asked.lower)
    under = floors.below(measured)
    print("\n".join(under) or "no figure is under its floor")
    return 1 if under else 0


def _tables() -> Figures:
    """Short mentions and expressions of time, by the tests' own rules."""
    world = gazetteer.load()
    dates = {"made": TABLE, "fresh": FRESH}
    found: Figures = {name: accuracies(world, cases(name)) for name in ("resolve", "resolve_blind")}
    found["resolve_all"] = accuracies(world, [*cases("resolve"), *cases("resolve_blind")])
    found["dates"] = {name: sum(map(row_is_right, rows)) / len(rows) for name, rows in dates.items()}
    return found


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--misses", metavar="FIGURE", help="list the misses of a figure ('parties') on development sets"
    )
    parser.add_argument("--set-floors", action="store_true", help="raise the floors to what is measured")
    parser.add_argument(
        "--lower", action="store_true", help="with --set-floors: lower them too where they are higher"
    )
    return parser.parse_args()


def _show(measured: Figures) -> None:
    for name, figures in measured.items():
        print(name)
        for figure, value in sorted(figures.items()):
            print(f"  {figure:18} {value:.3f}")


def _list(seen: dict[str, Scores], figure: str) -> None:
    for name, scores in seen.items():
        for wrong in scores.wrong:
            if wrong.startswith(figure):
                print(f"{name} {wrong}")


def _reference_column() -> Figures:
    """Recall, precision and F1 by the reference scorer; nothing where it is not at hand."""
    scorer, wanted = SHARED / "eval" / "score.py", SHARED / "seed" / "gold.json"
    if not scorer.exists():
        print(f"skipped: the reference column is not at {SHARED}")
        return {}
    text = (SHARED / "seed" / "cambodia-two-koreas.txt").read_text(encoding="utf-8")
    record = comity.read(text, published=date(2024, 9, 13), author="Sokvy Rim", genre="opinion")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "record.jsonl"
        path.write_text(record.to_json() + "\n", encoding="utf-8")
        command = [sys.executable, str(scorer), "records", str(wanted), str(path)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    return {
        f"column_{kind}": {figure: score[figure] for figure in ("recall", "precision", "f1")}
        for kind, score in json.loads(done.stdout).items()
    }


if __name__ == "__main__":
    sys.exit(main())
