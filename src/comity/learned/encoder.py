"""A small public sentence encoder, adapted to the types of acts: the second opinion beside the linear model.

The public weights come from an installed package, the adapters trained here from `data/encoder.safetensors`; the
layers run in eight bits by ONNX Runtime (`data/encoder.onnx`), one sentence at a time, so that no answer depends
on its neighbours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from comity.learned.base import ADAPTED, EPSILON, LAYERS, LINEAR, NORMS, folder, full
from comity.learned.marked import Marked
from comity.learned.pieces import Pieces

_MOST = 63
"""The greatest whole weight: seven bits, for processors whose eight-bit sums would overflow."""
_LINEAR, _ENCODED = 0.6, 0.5
"""How far each opinion is believed: found on sentences of batches left out, lowered for texts of other manners."""
Weights = Mapping[str, NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class Encoder:
    """Scores the event types of a sentence; some 200 sentences a second and core."""

    labels: tuple[str, ...]
    pieces: Pieces
    embeddings: Weights
    own: Weights
    session: Any

    def probabilities(self, marked: Marked) -> dict[str, float]:
        """By label, adding up to 1."""
        numbers, places = self.pieces.code(marked)
        states = self.session.run(None, {"pieces": self._embedded(numbers)[None]})[0][0]
        joined = np.concatenate([states[places[0]], states[places[1]], states.mean(axis=0)])
        hidden = np.tanh(self.own["hidden.weight"] @ joined + self.own["hidden.bias"])
        scores = self.own["out.weight"] @ hidden + self.own["out.bias"]
        powers = np.exp(scores - scores.max())
        return {label: float(power) for label, power in zip(self.labels, powers / powers.sum(), strict=True)}

    def _embedded(self, numbers: list[int]) -> NDArray[np.float32]:
        known = self.embeddings
        total = known["word"][numbers] + known["position"][: len(numbers)] + known["type"][0]
        middle = total - total.mean(axis=1, keepdims=True)
        spread = np.sqrt((middle**2).mean(axis=1, keepdims=True) + EPSILON)
        return np.asarray(middle / spread * known["weight"] + known["bias"], dtype=np.float32)


def mixed(linear: Mapping[str, float], encoded: Mapping[str, float]) -> dict[str, float]:
    """Both opinions multiplied, each to the power that it is worth; adds up to 1."""
    powers = {label: linear[label] ** _LINEAR * encoded[label] ** _ENCODED for label in linear}
    total = sum(powers.values())
    return {label: power / total for label, power in powers.items()}


@cache
def encoder() -> Encoder | None:
    """The encoder, where its public weights and what runs it are installed; loads in 0.3 seconds."""
    found = folder()
    return _loaded(found) if found is not None else None


def _loaded(base: Path) -> Encoder:
    from safetensors import safe_open
    from safetensors.numpy import load

    data = files("comity.learned") / "data"
    own = {name: one.astype(np.float32) for name, one in load((data / "encoder.safetensors").read_bytes()).items()}
    with safe_open(base / "model.safetensors", framework="numpy") as public:
        names = {one: f"embeddings.{one}_embeddings.weight" for one in ("word", "position")}
        names |= {"type": "embeddings.token_type_embeddings.weight"}
        names |= {one: f"embeddings.LayerNorm.{one}" for one in ("weight", "bias")}
        embeddings = {one: public.get_tensor(name) for one, name in names.items()}
        session = _session((data / "encoder.onnx").read_bytes(), _weights(public, own))
    from comity.learned.model import model

    return Encoder(model().heads["type"].labels, Pieces.of(base), embeddings, own, session)


def _weights(public: Any, own: Weights) -> dict[str, NDArray[Any]]:
    """What the graph asks for: the public weights with the adapters added, in whole numbers."""
    found: dict[str, NDArray[Any]] = {}
    for layer in range(LAYERS):
        for name in (full(layer, part) for part in NORMS):
            found |= {f"{name}.{kind}": public.get_tensor(f"{name}.{kind}") for kind in ("weight", "bias")}
        for name in (full(layer, part) for part in LINEAR):
            weight = public.get_tensor(f"{name}.weight")
            if layer in ADAPTED:
                weight = weight + own[f"{name}.up"] @ own[f"{name}.down"]
            scale = np.abs(weight).max(axis=1) / _MOST
            found[f"{name}.whole"] = np.ascontiguousarray(np.round(weight.T / scale).astype(np.int8))
            found[f"{name}.scale"] = scale.astype(np.float32)
            found[f"{name}.bias"] = public.get_tensor(f"{name}.bias")
    return found


def _session(graph: bytes, weights: Mapping[str, NDArray[Any]]) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    values = [onnxruntime.OrtValue.ortvalue_from_numpy(one) for one in weights.values()]
    options.add_external_initializers(list(weights), values)
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
