"""Dates as they are written in news, communiqués, columns and diaries, and which of them dates an act."""

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comity.reading._date_grammar import _compiled, scan
from comity.reading._date_rules import RULES
from comity.reading.layers import TimeExpression, Times
from comity.reading.segment import parse
from comity.reading.sequence import date_triggers
from comity.reading.times import find_times, period_of
from comity.record.types import Period

HERE = Path(__file__)
TABLE, FRESH = (
    [json.loads(line) for line in HERE.with_name(name).read_text(encoding="utf-8").splitlines()]
    for name in ("dates.jsonl", "dates_fresh.jsonl")
)
FLOOR, FRESH_FLOOR = 0.99, 0.93
FRIDAY = dt.date(2024, 9, 13)


def read(text: str, published: dt.date | None = FRIDAY) -> Times:
    return find_times(parse(text), published)


def only(text: str, published: dt.date | None = FRIDAY) -> TimeExpression:
    (one,) = read(text, published).expressions
    return one


def dated(text: str, trigger: str, published: dt.date | None = FRIDAY) -> Period:
    parsed = parse(text)
    word = next(token for token in parsed.doc if token.text == trigger)
    return period_of(word, find_times(parsed, published), parsed)


def ends(period: Period) -> tuple[str, str]:
    return str(period.start), str(period.end)


def row_is_right(row: dict[str, Any]) -> bool:
    published = dt.date.fromisoformat(row["published"]) if row["published"] else None
    parsed = parse(row.get("text") or row["sentence"])
    times = find_times(parsed, published, row.get("order"))
    found: Period | None
    if row["trigger"]:
        word = next(token for token in parsed.doc if token.text == row["trigger"])
        found = date_triggers([word], times, parsed)[word.i]
    else:
        found = times.expressions[0].period if times.expressions else None
    said = found.model_dump(mode="json", exclude={"text"}) if found else dict.fromkeys(("start", "end"))
    wanted = ("start", "end", "precision", "basis") if found else ("precision",)
    return all(said.get(name) == row[name] for name in wanted)


def words_of(rows: list[dict[str, Any]]) -> list[str]:
    return [row.get("text") or row["sentence"] for row in rows]


def test_dates_of_the_table_are_right_to_the_measured_floor():
    wrong = [row for row in TABLE if not row_is_right(row)]
    assert len(TABLE) >= 300
    assert 1 - len(wrong) / len(TABLE) >= FLOOR, words_of(wrong)


def test_dates_that_the_rules_were_not_made_for_are_right_to_the_measured_floor():
    assert sum(map(row_is_right, FRESH)) / len(FRESH) >= FRESH_FLOOR


@pytest.mark.parametrize(
    "text",
    [
        "The rules may change and troops march on the palace.",
        "Boeing 1997 and Rule 1998 are names, Resolution 2397 too.",
        "Ada, 26, paid $2010 for 1950 tonnes and 1800 people in 12,1997 lots.",
        "He called 1999-2001-555 twice a second.",
        "The envoy of the Sunday Times joined the Long March exhibit.",
    ],
)
def test_other_numbers_and_names_are_no_dates(text):
    assert [one for one in read(text).expressions if one.kind == "date"] == []


def test_an_anniversary_keeps_its_number_and_its_year_and_dates_no_act():
    text = "In 2014 both states celebrated the 50th anniversary of relations."
    anniversary = next(one for one in read(text).expressions if one.kind == "anniversary")
    assert (anniversary.years, ends(anniversary.period)) == (50, ("2014-01-01", "2014-12-31"))
    assert dated("Both celebrated the 50th anniversary of relations.", "celebrated") == Period()


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("the sixtieth anniversary", 60),
        ("the centenary", 100),
        ("the golden jubilee", 50),
        ("marking 25 years of ties", 25),
    ],
)
def test_anniversaries_are_counted_however_they_are_worded(text, years):
    one = only(f"They held a dinner for {text}." if not text.startswith("mark") else f"A dinner {text}.")
    assert (one.kind, one.years) == ("anniversary", years)


def test_a_recurrence_is_a_frequency_without_dates():
    one = only("The commission meets every year.")
    assert (one.kind, one.period.start, one.period.precision) == ("frequency", None, "unknown")


def test_a_duration_has_years_and_is_placed_only_after_a_perfect():
    has_ruled, ruled = only("He has ruled for eight years."), only("He ruled for eight years.")
    assert (has_ruled.kind, has_ruled.years, ends(has_ruled.period)) == (
        "duration",
        8,
        ("2016-09-13", "2024-09-13"),
    )
    assert (ruled.kind, ruled.years, ruled.period.precision) == ("duration", 8, "unknown")


def test_since_is_open_until_publication():
    one = only("Sanctions have bitten since 2019.")
    assert one.since
    assert (ends(one.period), one.period.precision, one.period.basis) == (
        ("2019-01-01", "2024-09-13"),
        "span",
        "explicit",
    )


def test_a_deadline_has_an_end_but_no_start():
    period = dated("All must leave by 22 December 2019.", "leave")
    assert (period.start, period.end, period.precision) == (None, dt.date(2019, 12, 22), "span")


def test_without_publication_relative_words_stay_unknown_with_their_wording():
    assert only("Cuba cut ties last month.", None).period == Period(text="last month")
    assert dated("Cuba cut ties last month.", "cut", None) == Period(text="last month")


def test_without_publication_a_year_less_day_takes_the_year_its_sentence_states():
    period = dated("In 2019 the fleet sailed, and on 3 May it reached Goa.", "reached", None)
    assert (ends(period), period.basis) == (("2019-05-03", "2019-05-03"), "relative")


def test_an_act_without_time_words_is_unknown_and_not_the_day_of_publication():
    assert dated("Seoul summons the envoy.", "summons") == Period()


def test_tense_decides_which_side_of_publication_a_bare_month_lies():
    assert ends(dated("He visited Rome in May.", "visited")) == ("2024-05-01", "2024-05-31")
    assert ends(dated("He will visit Rome in May.", "visit")) == ("2025-05-01", "2025-05-31")


def test_the_weekday_of_publication_is_that_day_and_last_weekday_the_one_before():
    assert ends(dated("They met on Friday.", "met")) == ("2024-09-13", "2024-09-13")
    assert ends(dated("They met last Friday.", "met")) == ("2024-09-06", "2024-09-06")


def test_the_day_of_saying_is_not_the_day_of_what_is_said():
    text = "Oman said on Monday it would free the crew."
    assert ends(dated(text, "said")) == ("2024-09-09", "2024-09-09")
    assert dated(text, "free") == Period()


def test_what_follows_another_act_takes_only_its_year():
    text = "Following the vote in May 2019, Malta withdrew."
    assert ends(dated(text, "vote")) == ("2019-05-01", "2019-05-31")
    assert (ends(dated(text, "withdrew")), dated(text, "withdrew").precision) == (
        ("2019-01-01", "2019-12-31"),
        "year",
    )


def test_the_most_precise_of_several_dates_wins():
    text = "In 2019, on 4 March, Peru signed the pact for the first time since 1990."
    assert dated(text, "signed").precision == "day"


def test_later_dates_count_from_the_nearest_date_as_exact_as_their_unit():
    text = "On 3 May 2019 Togo closed the port of the 1951 accord. Two days later it reopened."
    assert ends(dated(text, "reopened")) == ("2019-05-05", "2019-05-05")


def test_days_that_are_none_are_no_dates():
    for text in ("31 February 2020", "30/30/2020", "2019-13-40", "February 30"):
        assert [one for one in read(f"Paid on {text} in full.").expressions if one.period.precision == "day"] == []


def test_buddhist_years_are_moved_to_the_common_era():
    assert only("The act of 16 May 2567 B.E. stands.").period.start == dt.date(2024, 5, 16)


def test_offsets_and_token_index_point_at_the_words():
    parsed = parse("Cuba and Seoul opened relations on 14 February 2024 in New York.")
    times = find_times(parsed, None)
    (one,) = times.expressions
    assert parsed.text[one.start : one.end] == one.period.text == "14 February 2024"
    assert {parsed.doc[index].text for index in times.by_token} == {"14", "February", "2024"}
    assert parsed.doc[one.head].text == "February"


def test_trying_rules_only_at_opening_words_loses_nothing():
    whole = _compiled(
        r"(?<![\w$€£¥#])(?:"
        + "|".join(re.sub(r"[?]P<[a-z0-9]+>", "?:", pattern) for pattern in RULES.values())
        + r")(?!\w)"
    )
    for text in words_of(TABLE):
        assert [one.match[0] for one in scan(text)] == [match[0] for match in whole.finditer(text)]


WORDS = (
    "in|on|since|by|the|of|from|to|between|and|31|February|May|0|9999|12/13/2020|99999999|years|ago|last"
    "|next|Monday|Monday's|1970s|'90s|60th|anniversary|later|that|year|BE|2567|$|-|–|,|.|\n\n|said|Korea"
    "|visited|will|’s|one|hundred|centuries|from now|early|quarter|first|５|²|1/1/00|AH|1445|Ramadan|Minguo"
    "|the week before last|two days after|the visit|on the eve of|the last day of|fiscal|FY|2022-23|Q3|l2|2O24"
    "|03/04/2024|2559|half|SEOUL, 3 March -|1998:|then|:|when|not until|a year ago this month|Reiwa|the year"
)
PIECES = st.sampled_from(WORDS.split("|"))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=14).map(" ".join)),
    st.none() | st.dates(),
)
def test_no_text_raises(text, published):
    parsed = parse(text)
    times = find_times(parsed, published)
    date_triggers(parsed.doc, times, parsed)
