"""What a state may be called by its form alone: 'the Kingdom', 'the Republic'; from its official names."""

from __future__ import annotations

from comity.gazetteer.tables import fold, states


def is_called(code: str, word: str) -> bool:
    """Whether a name of the state holds a word, in any case: ('KHM', 'Kingdom') is true."""
    state = states().get(code)
    return state is not None and any(fold(word) in fold(name).split() for name in state.names)
