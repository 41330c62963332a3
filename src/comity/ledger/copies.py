"""Whether two texts are one: shingles of words, a sketch of them to find the like, an exact measure to be sure.

A sketch is a MinHash of a text's shingles, cut into bands (Broder 1997; Indyk and Motwani 1998): two texts
meet where a band is equal, with a chance of 1 - (1 - J²)^96 for a Jaccard index J of their shingles
(98 in 100 at 0.2, 1 in 100 at 0.01).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Literal

from comity.ledger.body import is_fact

if TYPE_CHECKING:
    import numpy as np
    from datasketch import MinHash

    Shingles = np.ndarray[tuple[int], np.dtype[np.uint32]]

Method = Literal["equal", "copy", "agency"]

FEWEST_WORDS = 50
"""A shorter text is no copy of another unless their bodies are equal."""
FEWEST_EQUAL_WORDS = 5
COPIED = 0.6
"""So much of the shorter text stands in the longer one, in a copy; measured in shingles, 0 to 1."""
COPIED_FROM_AGENCY = 0.3
"""The same where both texts credit one agency."""
OF_THE_LONGER = 0.12
"""A text that quotes a short one whole is no copy of it: so much of the longer one has to be shared too."""
CHANGED_FACTS = 0.25
"""Where more names and numbers than this are exchanged in the same words, a form has been filled in anew."""
_SHINGLE_WORDS = 4
_BANDS, _ROWS = 96, 2
_LONGEST_EXCHANGE = 4


def shingles(words: Sequence[str]) -> Shingles:
    """Hashes of all runs of four words, each once, in order; none for a text too short to be compared."""
    import numpy as np
    from datasketch import sha1_hash32

    if len(words) < FEWEST_WORDS:
        return np.empty(0, np.uint32)
    texts = [word.lower() for word in words]
    runs = {" ".join(texts[at : at + _SHINGLE_WORDS]) for at in range(len(texts) - _SHINGLE_WORDS + 1)}
    return np.array(sorted({sha1_hash32(run.encode()) for run in runs}), np.uint32)


def loaded(stored: bytes) -> Shingles:
    """Shingles out of the bytes that they were kept as."""
    import numpy as np

    return np.frombuffer(stored, np.uint32)


def bands(hashes: Shingles) -> list[int]:
    """Keys of 64 bits, signed; texts that share one are worth comparing."""
    import numpy as np

    if not len(hashes):
        return []
    sketch = _blank().copy()
    sketch.update_batch(hashes.tolist())
    values = sketch.hashvalues.astype(np.uint64).reshape(_BANDS, _ROWS)
    number = np.arange(1, _BANDS + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    keys = ((values[:, 0] << np.uint64(32)) | values[:, 1]) ^ number
    return [int(key) for key in np.unique(keys.view(np.int64))]


def copied(one: Shingles, other: Shingles, same_agency: bool) -> float | None:
    """The share of the shorter text that stands in the longer one, `None` where that makes no copy."""
    import numpy as np

    shared = len(np.intersect1d(one, other, assume_unique=True))
    shorter, longer = sorted((len(one), len(other)))
    enough = COPIED_FROM_AGENCY if same_agency else COPIED
    if not shared or shared < enough * shorter or shared < OF_THE_LONGER * longer:
        return None
    return shared / shorter


def is_refilled(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the texts share a form but not its facts, as the greetings for two national days do."""
    from rapidfuzz.distance import Levenshtein

    kept = changed = 0
    for step in Levenshtein.opcodes(one, other):
        left, right = one[step.src_start : step.src_end], other[step.dest_start : step.dest_end]
        if step.tag == "equal":
            kept += sum(map(is_fact, left))
        elif step.tag == "replace" and max(len(left), len(right)) <= _LONGEST_EXCHANGE:
            changed += any(map(is_fact, left)) and any(map(is_fact, right))
    return changed > CHANGED_FACTS * (changed + kept)


@cache
def _blank() -> MinHash:
    """A sketch of nothing: copies of it share its permutations, which are costly to make."""
    from datasketch import MinHash

    return MinHash(num_perm=_BANDS * _ROWS, hashfunc=int, scheme="affine32")
