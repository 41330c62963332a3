"""Builds `data/model.json` from the sentences in `data/sentences`: `make train`. Needs scikit-learn.

Regularised multinomial logistic regression. The features that tell least are dropped and the rest trained anew,
so that the file stays small; the temperature is what makes the answers to unseen batches worth their confidence.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from comity.learned.features import Described, describe
from comity.learned.marked import Example, examples
from comity.learned.model import GROUP_WEIGHTS, GROUPS, SCALE

_STRENGTH = 10.0
"""Inverse of the regularisation."""
_KEPT = {"type": 12_000, "status": 3_000}
"""Features kept a head."""
_ROUGH = 1e-2
"""Near enough for a temperature, in a tenth of the time."""
_ENOUGH = 500
"""Sentences of a batch that can tell a temperature."""
_CLEAR = 0.6
"""Share of the sentences of a type and predicate that must have a mode for the predicate to tell it."""
PATH = Path(__file__).parent / "data" / "model.json"
Raw = dict[str, Any]


def main() -> None:
    """Train on all sentences and write the model."""
    told = list(examples())
    described = list(describe(example.marked for example in told))
    labels = {"type": [one.event_type for one in told], "status": [one.status for one in told]}
    batches = np.array([one.batch for one in told])
    heads = {name: _head(described, np.array(wanted), batches, _KEPT[name]) for name, wanted in labels.items()}
    model = {"heads": heads, "modes": _modes(told, described)}
    PATH.write_text(json.dumps(model, sort_keys=True, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{len(told):,} sentences -> {PATH.stat().st_size:,} bytes")  # noqa: T201


def _head(described: Sequence[Described], wanted: NDArray[np.str_], batches: NDArray[np.str_], kept: int) -> Raw:
    names, rarities, whole = _matrix(described)
    strength = np.abs(_fitted(whole, wanted).coef_).max(axis=0)
    best = np.sort(np.argsort(-strength, kind="stable")[:kept])
    names, rarities = [names[at] for at in best], rarities[best]
    matrix = _normalised(described, names, rarities)
    fitted = _fitted(matrix, wanted)
    groups: dict[str, dict[str, list[int]]] = {group: {} for group in GROUPS}
    for at, (group, name) in enumerate(names):
        groups[group][name] = [_whole(rarities[at]), *map(_whole, fitted.coef_[:, at])]
    return {
        "labels": [str(label) for label in fitted.classes_],
        "bias": [_whole(one) for one in fitted.intercept_],
        "groups": groups,
        "temperature": _whole(_temperature(whole, wanted, batches)),
    }


def _matrix(described: Sequence[Described]) -> tuple[list[tuple[str, str]], NDArray[np.float64], Any]:
    """The features met at least twice, by group and name, their rarities, and the weighed matrix."""
    names: list[tuple[str, str]] = []
    rarities: list[float] = []
    parts = []
    for number, group in enumerate(GROUPS):
        vectoriser = TfidfVectorizer(analyzer=sorted, min_df=2, binary=True)
        parts.append(GROUP_WEIGHTS[number] * vectoriser.fit_transform([one.groups[number] for one in described]))
        names += [(group, str(name)) for name in vectoriser.get_feature_names_out()]
        rarities += list(vectoriser.idf_)
    return names, np.array(rarities), sparse.hstack(parts).tocsr()


def _normalised(
    described: Sequence[Described], names: list[tuple[str, str]], rarities: NDArray[np.float64]
) -> Any:
    """The matrix over the features kept, each group of a sentence of one length, as the model computes it."""
    place = {name: at for at, name in enumerate(names)}
    rows, columns, values = [], [], []
    for row, one in enumerate(described):
        for group, held, share in zip(GROUPS, one.groups, GROUP_WEIGHTS, strict=True):
            known = sorted(place[group, name] for name in held if (group, name) in place)
            norm = float(np.sqrt((rarities[known] ** 2).sum()))
            rows += [row] * len(known)
            columns += known
            values += [share * rarities[at] / norm for at in known]
    return sparse.csr_matrix((values, (rows, columns)), shape=(len(described), len(names)))


def _fitted(matrix: Any, wanted: NDArray[np.str_], tolerance: float = 1e-4) -> LogisticRegression:
    return LogisticRegression(C=_STRENGTH, max_iter=1000, tol=tolerance).fit(matrix, wanted)


def _temperature(matrix: Any, wanted: NDArray[np.str_], batches: NDArray[np.str_]) -> float:
    """What makes the likelihood of a batch left out greatest, for the batch that needs it most: texts that are not
    of the manner of any batch are harder still."""
    large = [batch for batch, count in Counter(batches.tolist()).items() if count >= _ENOUGH]
    return max(_heat(matrix, wanted, batches == batch) for batch in large)


def _heat(matrix: Any, wanted: NDArray[np.str_], left_out: NDArray[np.bool_]) -> float:
    fitted = _fitted(matrix[~left_out], wanted[~left_out], _ROUGH)
    scores = fitted.decision_function(matrix[left_out])
    right = np.searchsorted(fitted.classes_, wanted[left_out])
    return float(min(np.arange(0.5, 4.0, 0.05), key=lambda heat: _loss(scores / heat, right)))


def _loss(scores: NDArray[np.float64], right: NDArray[np.int64]) -> float:
    totals = np.logaddexp.reduce(scores, axis=1)
    return float((totals - scores[np.arange(len(right)), right]).mean())


def _modes(told: Sequence[Example], described: Sequence[Described]) -> dict[str, dict[str, str]]:
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for example, one in zip(told, described, strict=True):
        for word in one.predicates:
            counts[example.event_type, word][example.mode or ""] += 1
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for (event_type, word), modes in counts.items():
        mode, count = max(modes.items(), key=lambda pair: (pair[1], pair[0]))
        if count >= _CLEAR * modes.total():
            found[event_type][word] = mode
    return dict(found)


def _whole(number: float) -> int:
    return round(float(number) * SCALE)


if __name__ == "__main__":
    main()
