"""Tables that say what an act counts as: rows of conditions, of which the first that holds decides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import narwhals as nw

from comity.errors import UsageError
from comity.tables import rows

Rule = Mapping[str, str]
"""A condition a column: values parted by '|', any of which will do; an empty one always holds."""

_PLAIN = ("event_type", "mode", "cameo", "domain", "substance", "quad", "status")
_JOINED = ("contexts", "actor_sector", "recipient_sector")
_WORDS = "words"
"""Holds where one of these words, or beginnings of words, stands in the sentence, in any case."""


def table(name: str, given: Iterable[Rule] | None) -> tuple[Rule, ...]:
    """The rules given, else those of `data/NAME.csv`. Raises `UsageError` where they lack a column of it."""
    own = rows("measures", f"{name}.csv")
    if given is None:
        return tuple(own)
    found = tuple(given)
    for rule in found:
        if missing := [column for column in own[0] if column not in rule]:
            raise UsageError(f"a rule of {name} has no {', '.join(missing)}: it has {', '.join(rule)}")
    return found


def holds(rule: Rule, prefix: str = "") -> nw.Expr:
    """Whether an act fulfils the conditions of a rule that stand under `prefix`; what is unknown does not."""
    tests = [_is(column, rule[prefix + column]) for column in (*_PLAIN, *_JOINED) if rule.get(prefix + column)]
    if words := rule.get(prefix + _WORDS):
        tests.append(nw.col("sentence").str.contains(rf"(?i)\b(?:{words})"))
    first, *others = [test.fill_null(False) for test in tests] or [nw.lit(True)]
    for test in others:
        first = first & test
    return first


def named(given: Iterable[Rule], prefix: str = "", column: str = "name") -> nw.Expr:
    """The name in `column` of the first rule that holds; null where none does."""
    found = nw.lit(None, nw.String)
    for rule in reversed(tuple(given)):
        found = nw.when(holds(rule, prefix)).then(nw.lit(rule[column], nw.String)).otherwise(found)
    return found


def _is(column: str, values: str) -> nw.Expr:
    if column in _JOINED:
        return nw.col(column).str.contains(rf"(?:^|;)(?:{values})(?:;|$)")
    return nw.col(column).is_in(values.split("|"))
