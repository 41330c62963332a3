"""Which news agencies a text says it comes from."""

from __future__ import annotations

import re
from functools import cache

from comity.tables import rows

_VERBS = r"reported|reports|said|says|writes|wrote|quoted|cited"


def credited(text: str, publisher: str | None) -> frozenset[str]:
    """The agencies that a text credits, and the one that published it: '(AKP)', 'Yonhap –', 'Xinhua reported'."""
    known = _forms()
    found = {known[form] for one in _credit().finditer(text) for form in one.groups() if form}
    return frozenset(found | {known[publisher]} if publisher in known else found)


@cache
def _forms() -> dict[str, str]:
    return {form: row["agency"] for row in rows("ledger", "agencies.csv") for form in row["forms"].split(";")}


@cache
def _credit() -> re.Pattern[str]:
    name = "(" + "|".join(sorted(map(re.escape, _forms()), key=len, reverse=True)) + r")\b"
    return re.compile(
        rf"[(/]{name}[)/]|(?:^|\n|, ?){name} ?[-–—]|[-–—/] ?{name}(?:\W{{0,2}}(?:\n|$)|/)"
        rf"|\b(?:[Aa]ccording to|(?:reported|released|published|carried|distributed) by|[Ss]ource:)"
        rf" (?:the )?(?:news agency |state news agency |state-run )?{name}"
        rf"|{name}(?: news agency)? (?:{_VERBS})\b"
    )
