"""Which roll calls count and what each state said in them, before states are set side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, get_args

import narwhals as nw

from comity.errors import UsageError
from comity.measures.frames import gathered, one_engine, opened

By = Literal["session", "year"]
Abstentions = Literal["middle", "left out"]
VALUES = {"yes": 1, "abstain": 0, "no": -1}
"""Steps from one vote to the next are equal; absence is no vote."""

_VOTES = {"roll_call": "text", "country": "text", "vote": "text"}
_CALLS = {"session": {"id": "text", "session": "number"}, "year": {"id": "text", "date": "day"}}


@dataclass(frozen=True, slots=True)
class Choice:
    """Which roll calls count, and how.

    `series`: of the roll calls; None where there is one only. `body`: who voted, where the roll calls tell it.
    `by`, `window`: gathered by session or by calendar year, so many of them in a row (moving by one); roll calls
    without a session, such as those of emergency sessions in the Library's series, count by year only.
    `abstentions`: between yes and no, or as if the state had not voted. `unanimous`: whether roll calls count in
    which every state (of all, not only of the pair) voted alike. `issues`: only roll calls on one of these topics.
    `important`: only those named important by the US State Department (where that is unknown they do not count).
    `weight`: column of roll_calls with the weight of each, a number from 0; None: all weigh alike.
    """

    series: str | None = None
    body: str = "UNGA"
    by: By = "session"
    window: int = 1
    abstentions: Abstentions = "middle"
    unanimous: bool = False
    issues: tuple[str, ...] = ()
    important: bool = False
    weight: str | None = None

    def __post_init__(self) -> None:
        for name, given, known in (("by", self.by, By), ("abstentions", self.abstentions, Abstentions)):
            if given not in get_args(known):
                raise UsageError(f"{name} is {given!r}: choose one of {', '.join(get_args(known))}")
        if self.window < 1:
            raise UsageError(f"a window of {self.window} holds no {self.by}: give 1 or more")
        if isinstance(self.issues, str):
            raise UsageError(f"issues is the text {self.issues!r}: give a tuple of topics")


def ballots(
    votes: object, roll_calls: object, choice: Choice, issues: object | None
) -> tuple[nw.LazyFrame[Any], nw.LazyFrame[Any]]:
    """Votes (roll_call, country, value) and roll calls (roll_call, last, weight), both lazy, of what was chosen.

    `last` is the last session or year of a window; a roll call stands in `window` of them. A vote told twice
    counts once; one told in two ways does not count. States without an ISO3 help to tell what is unanimous, only.
    """
    calls = opened(roll_calls, "roll_calls", _CALLS[choice.by])
    cast = opened(votes, "votes", _VOTES)
    one_engine(votes=cast, roll_calls=calls)
    series = _series(calls, choice)
    calls, cast = _of_series(calls, series), _of_series(cast, series)
    if "body" in calls.collect_schema().names():
        calls = calls.filter(nw.col("body") == choice.body)
    if choice.important:
        calls = opened(calls, "roll_calls", {"is_important": "yes or no"}).filter(nw.col("is_important"))
    calls = _once(_weighed(calls, choice.weight), choice.by)
    if choice.issues:
        calls = calls.join(_on_topic(calls, issues, series, choice.issues), on="roll_call", how="semi")
    cast = _valued(cast, choice)
    if not choice.unanimous:
        calls = calls.join(_contested(cast), on="roll_call", how="semi")
    return _of_states(cast), _in_windows(calls, choice)


def _series(calls: nw.LazyFrame[Any], choice: Choice) -> str | None:
    if "series" not in calls.collect_schema().names():
        return None
    there = sorted(gathered(calls.select("series").unique())["series"].drop_nulls())
    if choice.series is None and len(there) > 1:
        raise UsageError(f"roll_calls are of the series {', '.join(there)}: choose one, they tell the same votes")
    if choice.series is not None and choice.series not in there:
        raise UsageError(f"no roll call is of the series {choice.series!r}: there are {', '.join(there)}")
    return choice.series or (there[0] if there else None)


def _of_series(frame: nw.LazyFrame[Any], series: str | None) -> nw.LazyFrame[Any]:
    has_it = series is not None and "series" in frame.collect_schema().names()
    return frame.filter(nw.col("series") == series) if has_it else frame


def _weighed(calls: nw.LazyFrame[Any], column: str | None) -> nw.LazyFrame[Any]:
    """The roll calls that weigh something, with `weight`."""
    if column is None:
        return calls.with_columns(nw.lit(1.0).alias("weight"))
    told = opened(calls, "roll_calls", {column: "number"}).with_columns(
        nw.col(column).cast(nw.Float64).alias("weight")
    )
    least = gathered(told.select(nw.col("weight").min()))["weight"][0]
    if least is None or least < 0:
        raise UsageError(f"the column {column!r} of roll_calls has {least}: give weights from 0")
    return told.filter(nw.col("weight") > 0)


def _once(calls: nw.LazyFrame[Any], by: By) -> nw.LazyFrame[Any]:
    """A roll call that two files tell of stands once, in the first session or year, with the highest weight."""
    period = nw.col("session") if by == "session" else nw.col("date").dt.year()
    number = nw.col("id").cast(nw.String).alias("roll_call")
    known = calls.select(number, period.cast(nw.Int64).alias("last"), "weight")
    known = known.filter(~nw.col("roll_call").is_null() & ~nw.col("last").is_null())
    return known.group_by("roll_call").agg(nw.col("last").min(), nw.col("weight").max())


def _on_topic(
    calls: nw.LazyFrame[Any], issues: object | None, series: str | None, wanted: tuple[str, ...]
) -> nw.LazyFrame[Any]:
    if issues is None:
        raise UsageError(f"topics were chosen ({', '.join(wanted)}) but no table of topics given: give `issues`")
    table = opened(issues, "issues", {"roll_call": "text", "issue": "text"})
    one_engine(roll_calls=calls, issues=table)
    told = _of_series(table, series)
    told = told.with_columns(nw.col("issue").cast(nw.String))
    there = sorted(gathered(told.select("issue").unique())["issue"].drop_nulls())
    if strange := [one for one in wanted if one not in there]:
        raise UsageError(f"no roll call is on {strange[0]!r}: there are {', '.join(there)}")
    on_it = told.filter(nw.col("issue").is_in(wanted))
    return on_it.select(nw.col("roll_call").cast(nw.String)).unique()


def _valued(cast: nw.LazyFrame[Any], choice: Choice) -> nw.LazyFrame[Any]:
    vote, value = nw.col("vote").cast(nw.String), nw.lit(None, nw.Int64)
    for word, number in VALUES.items():
        if word != "abstain" or choice.abstentions == "middle":
            value = nw.when(vote == word).then(nw.lit(number, nw.Int64)).otherwise(value)
    told = cast.select(
        nw.col("roll_call").cast(nw.String), nw.col("country").cast(nw.String), value.alias("value")
    )
    return told.filter(~nw.col("value").is_null())


def _contested(cast: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    spread = cast.group_by("roll_call").agg(
        nw.col("value").min().alias("lowest"), nw.col("value").max().alias("highest")
    )
    return spread.filter(nw.col("lowest") < nw.col("highest")).select("roll_call")


def _of_states(cast: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    told = cast.filter(~nw.col("country").is_null()).group_by("roll_call", "country")
    told_once = told.agg(nw.col("value").min(), nw.col("value").max().alias("other"))
    return told_once.filter(nw.col("value") == nw.col("other")).drop("other")


def _in_windows(calls: nw.LazyFrame[Any], choice: Choice) -> nw.LazyFrame[Any]:
    """Each roll call once for every whole window that it lies in."""
    if choice.window == 1:
        return calls
    ends = gathered(calls.select(nw.col("last").min().alias("low"), nw.col("last").max().alias("high"))).row(0)
    if ends[0] is None:
        return calls
    shifted = [calls.with_columns(nw.col("last") + years) for years in range(choice.window)]
    whole = (nw.col("last") >= ends[0] + choice.window - 1) & (nw.col("last") <= ends[1])
    return nw.concat(shifted).filter(whole)
