"""The encoder's layers as an ONNX graph without weights, those are handed over when it is loaded. Needs onnx."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onnx import TensorProto, helper

from comity.learned.base import (
    EPSILON,
    HEADS,
    JOINED,
    KEY,
    LAYERS,
    LINEAR,
    NARROWER,
    NORMS,
    QUERY,
    VALUE,
    WIDER,
    WIDTH,
    full,
)

_CONTRIBUTED = "com.microsoft"
"""The operators of ONNX Runtime beyond the standard."""
_WIDTHS = {WIDER: (WIDTH, 4 * WIDTH), NARROWER: (4 * WIDTH, WIDTH)}


def graph() -> bytes:
    """From the pieces' embeddings, [1, n, 384] 'pieces', to their states, the same shape 'states'."""
    ends = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, "n", WIDTH]) for name in ("pieces", "states")
    ]
    nodes = [node for layer in range(LAYERS) for node in _layer(layer)]
    outside = [one for layer in range(LAYERS) for one in _weights(layer)]
    whole = helper.make_graph(nodes, "encoder", ends[:1], ends[1:], outside)
    versions = [helper.make_opsetid("", 17), helper.make_opsetid(_CONTRIBUTED, 1)]
    return bytes(
        helper.make_model(whole, opset_imports=versions, ir_version=8).SerializeToString(deterministic=True)
    )


def _layer(layer: int) -> Iterator[Any]:
    def at(part: str) -> str:
        return full(layer, part)

    below = "pieces" if layer == 0 else full(layer - 1, "states")
    above = "states" if layer == LAYERS - 1 else at("states")
    yield from (_linear(at(part), below) for part in (QUERY, KEY, VALUE))
    yield _node("MultiHeadAttention", [at(QUERY), at(KEY), at(VALUE)], at("attended"), num_heads=HEADS)
    yield _linear(at(JOINED), at("attended"))
    yield _sum(at(NORMS[0]), below, at(JOINED), at("middle"))
    yield _linear(at(WIDER), at("middle"))
    yield _node("Gelu", [at(WIDER)], at("bent"))
    yield _linear(at(NARROWER), at("bent"))
    yield _sum(at(NORMS[1]), at("middle"), at(NARROWER), above)


def _linear(name: str, below: str) -> Any:
    """Eight-bit multiplication, the input brought to whole numbers a sentence at a time."""
    return _node("DynamicQuantizeMatMul", [below, f"{name}.whole", f"{name}.scale", "", f"{name}.bias"], name)


def _sum(name: str, one: str, other: str, above: str) -> Any:
    ends = [one, other, f"{name}.weight", f"{name}.bias"]
    return _node("SkipLayerNormalization", ends, above, epsilon=EPSILON)


def _node(kind: str, below: list[str], above: str, **settings: float) -> Any:
    return helper.make_node(kind, below, [above], domain=_CONTRIBUTED, **settings)


def _weights(layer: int) -> Iterator[Any]:
    for part in LINEAR:
        wide, high = _WIDTHS.get(part, (WIDTH, WIDTH))
        yield _outside(f"{full(layer, part)}.whole", TensorProto.INT8, wide, high)
        yield _outside(f"{full(layer, part)}.scale", TensorProto.FLOAT, high)
        yield _outside(f"{full(layer, part)}.bias", TensorProto.FLOAT, high)
    for part in NORMS:
        yield from (
            _outside(f"{full(layer, part)}.{kind}", TensorProto.FLOAT, WIDTH) for kind in ("weight", "bias")
        )


def _outside(name: str, kind: int, *shape: int) -> Any:
    tensor = TensorProto(name=name, data_type=kind, dims=shape, data_location=TensorProto.EXTERNAL)
    tensor.external_data.add(key="location", value="base")
    return tensor
