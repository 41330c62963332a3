"""Heads of state and government by their full names: a name this well known tells its state.

Only names that no other leader bears are listed; who held what office when is for the text or the ledger to say.
"""

from functools import cache

from comity.tables import rows


@cache
def leaders() -> dict[str, str]:
    """ISO3 of a leader's state by full name in lower case, every usual spelling."""
    return {
        name.strip().lower(): row["country"]
        for row in rows("gazetteer", "leaders.csv")
        for name in row["names"].split("|")
    }
