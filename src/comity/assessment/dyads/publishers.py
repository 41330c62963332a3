"""Of which state a publisher is: well-known agencies and papers by name, ministries by theirs."""

from __future__ import annotations

from functools import cache

from comity import gazetteer
from comity.gazetteer.places import is_no_place
from comity.tables import rows


def state(publisher: str | None) -> str | None:
    """ISO3 of the state; none where it is unknown.

    A publisher that is not in the table counts where its own name is that of an organ of a state.
    """
    if not publisher:
        return None
    name = _plain(publisher)
    return _known().get(name) or _organ(publisher)


@cache
def _organ(publisher: str) -> str | None:
    known = gazetteer.load()
    if _is_paper(publisher) or not any(name.country for name in known.find(publisher)):
        return None  # to resolve the name of a paper whole would load every name and city
    found = known.resolve(publisher)
    return found.country if found.country and found.sector == "GOV" else None


def _is_paper(publisher: str) -> bool:
    """'Tonle Sap Gazette', but no 'Defence Ministry Bulletin'."""
    *words, last = publisher.split()
    roles = (gazetteer.load().role(word) for word in words)
    return is_no_place(last, "newspaper") and not any(role and role.sector == "GOV" for role in roles)


@cache
def _known() -> dict[str, str]:
    return {_plain(row["name"]): row["state"] for row in rows("assessment", "publishers.csv")}


def _plain(name: str) -> str:
    return " ".join(name.lower().removeprefix("the ").split())
