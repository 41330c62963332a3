"""Builds `data/encoder.safetensors` and `data/encoder.onnx`: `make train-encoder`. Needs torch and onnx.

Low-rank adapters on the upper layers of the public model and a small classifier over the states of the two marks
and the mean. In three of ten sentences the parties are hidden, so that acts and not names are learned.
The same machine writes the same bytes again.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file
from torch.nn.functional import cross_entropy

from comity.errors import ComityError
from comity.learned.base import ADAPTED, LINEAR, PACKAGE, WIDTH, folder, full
from comity.learned.graph import graph
from comity.learned.marked import Example, examples
from comity.learned.pieces import Coded, Pieces
from comity.learned.states import states

DATA = Path(__file__).parent / "data"
_ROUNDS, _BATCH, _RATE, _DECAY, _SMOOTHED = 3, 32, 1e-3, 0.01, 0.05
_RANK, _HIDDEN = 16, 128
_UNNAMED, _NAMES = 0.3, ("someone", "another")
_THREADS = 2
"""Sums come out alike only with the same number of threads."""
_WARM = 0.1
"""Share of the steps in which the rate rises; in the rest it falls to nothing."""
Tensors = dict[str, Any]


def main() -> None:
    """Train on all sentences and write the adapters and the graph."""
    own = trained(list(examples()))
    save_file({name: one.detach().half().contiguous() for name, one in own.items()}, DATA / "encoder.safetensors")
    (DATA / "encoder.onnx").write_bytes(graph())


def trained(told: Sequence[Example]) -> Tensors:
    """The adapters ('… .down', '… .up') and the classifier after all rounds; some 10 minutes on two cores."""
    base = folder()
    if base is None:
        raise ComityError(f"{PACKAGE} or what runs it is not installed; CONTRIBUTING says how to install it")
    torch.set_num_threads(_THREADS)
    torch.manual_seed(0)
    chance, pieces = random.Random(0), Pieces.of(base)  # noqa: S311
    labels = sorted({one.event_type for one in told})
    public, own = load_file(base / "model.safetensors"), _fresh(base, len(labels))
    steps = _ROUNDS * -(-len(told) // _BATCH)
    optimiser = torch.optim.AdamW(own.values(), lr=_RATE, weight_decay=_DECAY)
    rate = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _share(step, steps))
    for _ in range(_ROUNDS):
        for batch in _batches(told, pieces, chance):
            wanted = torch.tensor([labels.index(example.event_type) for example, _ in batch])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = _scores([coded for _, coded in batch], public, own)
            optimiser.zero_grad()
            cross_entropy(scores.float(), wanted, label_smoothing=_SMOOTHED).backward()
            torch.nn.utils.clip_grad_norm_(own.values(), 1.0)
            optimiser.step()
            rate.step()
    return own


def _share(step: int, steps: int) -> float:
    return min((step + 1) / (_WARM * steps), (steps - step) / ((1 - _WARM) * steps))


def _fresh(base: Path, labels: int) -> Tensors:
    """Adapters that change nothing yet, and a classifier of small weights."""
    public = load_file(base / "model.safetensors")
    own: Tensors = {}
    for name in (full(layer, part) for layer in ADAPTED for part in LINEAR):
        high, wide = public[f"{name}.weight"].shape
        own[f"{name}.down"] = torch.randn(_RANK, wide) * 2 / wide**0.5
        own[f"{name}.up"] = torch.zeros(high, _RANK)
    for name, high, wide in (("hidden", _HIDDEN, 3 * WIDTH), ("out", labels, _HIDDEN)):
        own[f"{name}.weight"] = (torch.rand(high, wide) * 2 - 1) / wide**0.5
        own[f"{name}.bias"] = torch.zeros(high)
    return {name: one.requires_grad_() for name, one in own.items()}


def _batches(
    told: Sequence[Example], pieces: Pieces, chance: random.Random
) -> Iterator[list[tuple[Example, Coded]]]:
    """All sentences, those of like length together, in an order that chance gives."""
    coded = [(one, pieces.code(one.marked, _NAMES if chance.random() < _UNNAMED else None)) for one in told]
    chance.shuffle(coded)
    coded.sort(key=lambda one: len(one[1][0]) // 6)
    found = [coded[at : at + _BATCH] for at in range(0, len(coded), _BATCH)]
    chance.shuffle(found)
    yield from found


def _scores(coded: Sequence[Coded], public: Tensors, own: Tensors) -> Any:
    longest = max(len(numbers) for numbers, _ in coded)
    numbers = torch.tensor([one + [0] * (longest - len(one)) for one, _ in coded])
    held = (numbers != 0).float()
    found = states(numbers, held, public, own)
    rows = torch.arange(len(coded))
    actor, recipient = (torch.tensor([places[party] for _, places in coded]) for party in (0, 1))
    mean = (found * held[..., None]).sum(1) / held.sum(1, keepdim=True)
    joined = torch.cat([found[rows, actor], found[rows, recipient], mean], 1)
    hidden = torch.tanh(joined @ own["hidden.weight"].T + own["hidden.bias"])
    return torch.dropout(hidden, 0.1, True) @ own["out.weight"].T + own["out.bias"]


if __name__ == "__main__":
    main()
