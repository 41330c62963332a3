"""The encoder as it is trained: the public model's layers in torch, with adapters in the upper ones."""

from __future__ import annotations

from typing import Any

import torch
from torch.nn.functional import gelu, layer_norm, linear, scaled_dot_product_attention

from comity.learned.base import (
    ADAPTED,
    EPSILON,
    HEADS,
    JOINED,
    KEY,
    LAYERS,
    NARROWER,
    NORMS,
    QUERY,
    VALUE,
    WIDER,
    WIDTH,
    full,
)

_DROPPED = 0.1
Tensors = dict[str, Any]


def states(numbers: Any, held: Any, public: Tensors, own: Tensors) -> Any:
    """The states of word pieces [sentence, piece, 384]; `held` is 1 where a piece stands and 0 behind the end."""
    with torch.no_grad():
        found = _embedded(numbers, public)
        for layer in range(ADAPTED.start):
            found = _layer(layer, found, held, public, {})
    for layer in range(ADAPTED.start, LAYERS):
        found = _layer(layer, found, held, public, own)
    return found


def _embedded(numbers: Any, public: Tensors) -> Any:
    word, position, kind = (public[f"embeddings.{one}_embeddings.weight"] for one in _TABLES)
    return _norm(word[numbers] + position[: numbers.shape[1]] + kind[0], "embeddings.LayerNorm", public)


_TABLES = ("word", "position", "token_type")


def _layer(layer: int, below: Any, held: Any, public: Tensors, own: Tensors) -> Any:
    def part(name: str, given: Any) -> Any:
        return _linear(given, full(layer, name), public, own)

    count, length, _ = below.shape
    asked = (
        part(name, below).view(count, length, HEADS, WIDTH // HEADS).transpose(1, 2)
        for name in (QUERY, KEY, VALUE)
    )
    attended = scaled_dot_product_attention(*asked, attn_mask=held[:, None, None, :].bool())
    joined = part(JOINED, attended.transpose(1, 2).reshape(below.shape))
    middle = _norm(below + _dropped(joined, own), full(layer, NORMS[0]), public)
    bent = part(NARROWER, gelu(part(WIDER, middle)))
    return _norm(middle + _dropped(bent, own), full(layer, NORMS[1]), public)


def _linear(given: Any, name: str, public: Tensors, own: Tensors) -> Any:
    found = linear(given, public[f"{name}.weight"], public[f"{name}.bias"])
    if own:
        found = found + linear(linear(given, own[f"{name}.down"]), own[f"{name}.up"])
    return found


def _dropped(given: Any, own: Tensors) -> Any:
    """With some numbers left out while a layer learns."""
    return torch.dropout(given, _DROPPED, bool(own))


def _norm(given: Any, name: str, public: Tensors) -> Any:
    return layer_norm(given.float(), (WIDTH,), public[f"{name}.weight"], public[f"{name}.bias"], EPSILON)
