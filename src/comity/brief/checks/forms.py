"""Forms in which sentences state several numbers that must go together: each is reckoned over again.

What matches a form is consumed: its numbers need not stand in the finding by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from comity.brief.checks.asked import Told
from comity.brief.checks.known import Days, texts
from comity.brief.checks.numerals import dates
from comity.tables import rows

_N = r"(?<![\w.,/-])-?\d+(?:,\d{3})*(?:\.\d+)?(?![\w/-]|[.,]\d)"
_W = rf"(?:{_N}|none|no)"
_KINDS = rf"{_W} (?:of (?:cooperation|conflict|no known kind)|not classed)(?: in words| in deeds)?"


class Given(NamedTuple):
    """What a form may be held against: what is told, and the days that its evidence bears."""

    told: Told
    days: Days


Check = Callable[[re.Match[str], Given], bool]


def without_forms(text: str, given: Given) -> tuple[str, list[str]]:
    """The text without what matches a form, and the matches whose numbers do not go together."""
    for row in rows("brief", "beside.csv"):
        text = re.sub(row["pattern"], " ", text)
    is_compared = given.told.said in given.told.finding.comparison
    wrong: list[str] = []
    for pattern, check in FORMS.items():
        found = list(re.finditer(pattern, text))
        wrong += [one[0] for one in found if not check(one, given)]
        if check not in KEPT or is_compared:
            text = re.sub(pattern, " ", text)
    return text, wrong


def _number(text: str | None) -> float:
    return 0 if text in (None, "no", "none") else float(text.replace(",", ""))


def _numbers(text: str) -> list[float]:
    return [_number(one) for one in re.findall(rf"(?<![\w.]){_W}\b", text)]


def _in_order(found: re.Match[str], _: Given) -> bool:
    value, low, high = (_number(found[name]) for name in ("value", "low", "high"))
    return low <= value <= high


def _stands(found: re.Match[str], _: Given) -> bool:
    """The percentile is that of the middle of those who share the rank."""
    rank, others, all_of = (_number(found[name]) for name in ("rank", "others", "all"))
    below = all_of - rank - others
    middle = 100 * (below + 0.5 * (others + 1)) / all_of
    return rank <= all_of and abs(_number(found["percentile"]) - min(max(middle, 1), 99)) <= 0.5


def _passed(found: re.Match[str], given: Given) -> bool:
    """So many days before a day is a day that the evidence bears."""
    (last,) = dates(found["until"])
    return any((last.first - day).days == _number(found["days"]) for day in given.days)


def _of_more(found: re.Match[str], _: Given) -> bool:
    return _number(found["some"]) <= _number(found["all"])


def _adds_up(found: re.Match[str], _: Given) -> bool:
    return sum(_numbers(found["parts"])) == _number(found["all"])


def _times(found: re.Match[str], _: Given) -> bool:
    """'voted in favour twice, abstained once and voted against 3 times' for 6 of them."""
    words = {"once": 1.0, "twice": 2.0}
    told = re.findall(rf"\b(once|twice)\b|({_N}) times", found["parts"])
    return sum(words.get(word) or _number(number) for word, number in told) == _number(found["all"])


def _is_share(found: re.Match[str], _: Given) -> bool:
    some, other = _number(found["some"]), _number(found["other"])
    return abs(100 * some / (some + other) - _number(found["share"])) <= 0.5


def _is_sum(found: re.Match[str], given: Given) -> bool:
    return given.told.finding.value == _number(found["one"]) + _number(found["other"])


def _years(found: re.Match[str], _: Given) -> bool:
    """The years without an item are told one by one, within the years that there are."""
    first, last = int(found["first"]), int(found["last"])
    spans = re.findall(r"(\d{4})(?: to (\d{4}))?", found["list"] or "")
    missing = [year for one, other in spans for year in range(int(one), int(other or one) + 1)]
    whole = [_number(found["some"]), _number(found["all"])] == [len(missing), last - first + 1]
    return whole and missing == sorted(set(missing)) and all(first < year <= last for year in missing)


def _reports(found: re.Match[str], given: Given) -> bool:
    """As many reports as documents among the proofs of the part, no more of them independent."""
    proofs = given.told.part.proofs if given.told.part else given.told.finding.proofs
    return _number(found["free"] or "1") <= _number(found["all"]) == texts(proofs)


def _say(found: re.Match[str], given: Given) -> bool:
    proofs = given.told.part.proofs if given.told.part else given.told.finding.proofs
    return 1 <= _number(found["n"]) <= texts(proofs)


def _fewer(found: re.Match[str], given: Given) -> bool:
    value = given.told.finding.n
    return value is not None and 0 < _number(found["n"]) < value


def _sessions(found: re.Match[str], _: Given) -> bool:
    """Session 70 of the General Assembly met from 2015 to 2016."""
    first, last, begin, end = (int(found[name]) for name in ("first", "last", "begin", "end"))
    return first <= last and all(year - 1945 - no in (0, 1) for no, year in ((first, begin), (last, end)))


def _years_on(found: re.Match[str], given: Given) -> bool:
    """So many years from one date to another, or to a day that the evidence bears."""
    first, *later = [one.first.year for one in dates(found[0])]
    ends = later or [day.year for day in given.days]
    return any(end - first - _number(found["years"]) in (0, 1) for end in ends)


def _listed(found: re.Match[str], _: Given) -> bool:
    """As many as are named, and so many others."""
    return _number(found["all"]) == found["list"].count(", ") + 1 + _number(found["n"])


def _is_n(found: re.Match[str], given: Given) -> bool:
    part = given.told.part
    return part is not None and part.n == _number(found["one"]) + _number(found["other"])


def _is_more(found: re.Match[str], given: Given) -> bool:
    """By so much more after moves than after ordinary months, as far as the rounding lets it be told."""
    first, second, value = _number(found["first"]), _number(found["second"]), given.told.finding.value
    return isinstance(value, float) and abs(first - second - value) <= 0.01 * max(first, second)


def _likewise(found: re.Match[str], given: Given) -> bool:
    return 0 < _number(found["n"]) < max(texts(given.told.finding.evidence), len(given.told.finding.parts))


KEPT = (_in_order, _of_more)
"""Forms whose numbers the finding must hold too, unless it tells what it is compared with."""
_BOUND = r"(?:under |over )?"
FORMS: dict[str, Check] = {
    rf"(?P<some>{_W}) of the (?P<all>{_N}) years from (?P<first>\d{{4}}) to (?P<last>\d{{4}}) ha(?:s|ve) no item:"
    r" (?P<list>[\d to,and]+)\.": _years,
    r"sessions? (?P<first>\d+)(?: to (?P<last>\d+))? \((?P<begin>\d{4})(?: to (?P<end>\d{4}))?\)": _sessions,
    rf"(?P<all>{_N}) (?:dated )?acts?\b[^:;.]*: (?P<parts>{_KINDS}(?:(?:, | and ){_KINDS})*)": _adds_up,
    rf"(?P<all>{_N}) promises? (?:are|is) told of; (?P<parts>[^.]+)": _adds_up,
    rf"of (?P<all>{_N}) publishers?: (?P<parts>[^.]+)": _adds_up,
    rf"(?P<some>{_W}) acts? (?:are|is) practical and (?P<other>{_W}) symbolic: (?P<share>{_N}) %": _is_share,
    rf"(?P<one>{_W}) visits? from .+? and (?P<other>{_W}) from": _is_sum,
    rf"(?P<one>{_W}) militarised disputes?.*; (?P<other>{_W}) rivalr(?:y|ies)": _is_sum,
    rf"(?P<rank>\d+)(?:st|nd|rd|th)(?: with (?P<others>\d+) others?,)? of (?P<all>{_N}) [^()]*"
    r"\((?P<percentile>\d+)(?:st|nd|rd|th) percentile\)": _stands,
    rf"(?P<value>{_N})(?: %)? \({_BOUND}(?P<low>{_N}) to {_BOUND}(?P<high>{_N})(?: %)?\)": _in_order,
    rf"(?P<days>{_N}) days? before (?P<until>\d+ \w+ \d{{4}})": _passed,
    rf"from the last contact to (?P<until>\d+ \w+ \d{{4}}), of (?P<days>{_N}) days?": _passed,
    rf"(?:beginning|end) (?:to|of) [^,;]+, which makes (?P<years>{_N}) years": _years_on,
    r"beginning to [^,;]+, (?:so that the|by which it was the) (?P<years>\d+)(?:st|nd|rd|th)"
    r"(?: anniversary fell)? in \d{4}": _years_on,
    rf"(?P<all>{_N}) measures? (?:are|is) in force by the list[^:]*: (?P<list>.+) and (?P<n>{_N})"
    " others?": _listed,
    rf"(?P<one>{_N}) yearly values?.*; (?P<other>{_N}) spells?": _is_n,
    rf"has (?P<first>{_N}) acts between .* on average, against (?P<second>{_N}) after ordinary months": _is_more,
    rf"In (?P<all>{_N}) roll calls(?: between| in) [^;]*?(?P<parts>(?:voted|abstained)[^;]*);": _times,
    rf"and (?P<n>{_N}) more(?: texts?)?": _likewise,
    rf"(?P<some>{_W}) of (?:the )?(?P<all>{_N})(?! [A-Z])": _of_more,
    rf"(?P<all>{_N}) reports?(?:, (?P<free>{_N}) independent|(?= ?[;)]|$))": _reports,
    rf"(?P<n>{_N}) reports? says?": _say,
    rf"and (?P<n>{_N}) others?": _fewer,
    rf"in (?P<n>{_N}) others": _fewer,
}  # fmt: skip
