"""Whether two states give each other as much as they get, and whether one answers the other's moves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from comity.assessment.counting import counted
from comity.assessment.dyads import sources
from comity.assessment.finding import Finding, Part, insufficient
from comity.assessment.holdings import Holdings
from comity.assessment.numbers import number
from comity.assessment.proof import Passage, Rows
from comity.assessment.rankings import flow, spans
from comity.assessment.reasons import reason
from comity.assessment.window import Window
from comity.errors import UsageError
from comity.languages import say, say_of

if TYPE_CHECKING:
    import polars as pl

    from comity.measures import Bilateral
    from comity.measures.var import Side

Pair = tuple[str, str]
BALANCE, ANSWER = "balance-v1", "bilateral-var-v1"
_SIGNS = {"positive": "good", "negative": "bad"}


def good(holdings: Holdings, pair: Pair, window: Window) -> Finding:
    """How even the good acts are."""
    return _balance(holdings, pair, window, "positive")


def bad(holdings: Holdings, pair: Pair, window: Window) -> Finding:
    """How even the bad ones are."""
    return _balance(holdings, pair, window, "negative")


def answers(holdings: Holdings, pair: Pair, window: Window) -> Finding:
    """Whether each answers the other's moves, month by month; by week beside it where that can be told too."""
    from comity.measures import Bilateral

    key, question, more = "reciprocity.answers", say("Does one answer the other's moves?"), _more()
    source, found = _scored(holdings, pair, window)
    if source is None or found.is_empty():
        why = say("no scored act of the two is known, {window}", window=window)
        return insufficient(key, question, why, would_change=more, method=ANSWER)
    seen = spans.covered(holdings, source, window)
    month = _fit(found, pair, "month")
    looked = holdings.of_events(holdings.dyad_events(*pair, window).filter(source=source), source, *pair, seen)
    covered = sources.coverage(holdings, source)
    if not isinstance(month, Bilateral):
        why = say("by month, {named}", named=_named(holdings, pair, month))
        return insufficient(
            key, question, why, window=seen, proofs=looked, coverage=covered, would_change=more, method=ANSWER
        )
    fits = {"month": month, "week": _fit(found, pair, "week")}
    kinds = [_kind(holdings, side) for side in month.sides]
    return Finding(
        key=key,
        question=question,
        answer=say("Month by month, {kinds}, and {kinds2}.", kinds=kinds[0], kinds2=kinds[1]),
        value=month.sides[0].response.value,
        unit=say("points of answer a point"),
        interval=(month.sides[0].response.low, month.sides[0].response.high),
        n=month.n,
        window=seen,
        proofs=looked,
        coverage=(
            say("n counts months; {lags} by the information criterion", lags=counted(month.order, "lag")),
            say("a month and a week may tell of answers of another sign, so that both are given"),
            *(_named(holdings, pair, caution) for caution in month.cautions),
            *covered,
        ),
        would_change=more,
        method=ANSWER,
        parts=tuple(part for period, fit in fits.items() for part in _sides(holdings, pair, period, fit)),
    )


def _balance(holdings: Holdings, pair: Pair, window: Window, sign: str) -> Finding:
    from comity.measures import balance

    key, question, word, more = f"reciprocity.{_SIGNS[sign]}", _asked(sign), _sign(sign), _more()
    source, found = _scored(holdings, pair, window)
    if source is None or found.is_empty():
        why = say("no scored act of the two is known, {window}", window=window)
        return insufficient(key, question, why, would_change=more, method=BALANCE)
    seen = spans.covered(holdings, source, window)
    looked = holdings.of_events(holdings.dyad_events(*pair, window).filter(source=source), source, *pair, seen)
    is_scored = bool((found["score"] != 0).any())
    rows = balance(found, None, pair).filter(sign=sign).to_dicts() if is_scored else []
    row: dict[str, Any] = (
        rows[0]
        if rows
        else {
            "insufficient": say(
                "no {word} act of the two is told of in {source}", word=word, source=sources.title(source)
            )
        }
    )
    if row["insufficient"]:
        return insufficient(
            key,
            question,
            _reason(row, word),
            window=seen,
            proofs=looked,
            would_change=more,
            coverage=sources.coverage(holdings, source),
            method=BALANCE,
        )
    return Finding(
        key=key,
        question=question,
        answer=_given(holdings, pair, row, word),
        value=row["balance"],
        unit=say("1 is even, 0 one-sided"),
        interval=(row["low"], row["high"]),
        n=row["n_there"] + row["n_back"],
        window=seen,
        proofs=looked,
        coverage=(
            say("sums of the scores of {word} acts in {source}", word=word, source=sources.title(source)),
            *sources.coverage(holdings, source),
        ),
        would_change=more,
        method=BALANCE,
        parts=_given_parts(holdings, row, looked),
    )


def _more() -> str:
    return say("more dated acts of the two, of one source")


def _asked(sign: str) -> str:
    return (
        say("Does as much good come back as is given?")
        if sign == "positive"
        else say("Does as much bad come back as is given?")
    )


def _sign(sign: str) -> str:
    return say("good") if sign == "positive" else say("bad")


def _scored(holdings: Holdings, pair: Pair, window: Window) -> tuple[str | None, pl.DataFrame]:
    """The acts of the pair in the source with most of them, of the scale that most are scored on."""
    import polars as pl

    sources = holdings.event_sources(*pair, window)
    found = holdings.dyad_events(*pair, window)
    if not sources:
        return None, found
    found = found.filter(pl.col("source") == sources[0][0], pl.col("score").is_not_null())
    scale = flow.scale_of(found.with_columns(n=pl.lit(1)))
    return sources[0][0], found.filter(pl.col("score_scale").eq_missing(scale))


def _reason(row: dict[str, Any], word: str) -> str:
    if "n_there" not in row:
        return str(row["insufficient"])
    return say_of(
        row["n_there"] + row["n_back"],
        "there is {n} {word} act of both together; at least 5 are needed",
        "there are {n:,} {word} acts of both together; at least 5 are needed",
        word=word,
    )


def _given(holdings: Holdings, pair: Pair, row: dict[str, Any], word: str) -> str:
    """'Of the good, China gave Japan 1,200 points in 400 acts and got 1,100 in 390: 0.95 (0.9 to 1), where ...'"""
    sides = {row["one"]: (row["there"], row["n_there"]), row["other"]: (row["back"], row["n_back"])}
    (given, n_given), (got, n_got) = (sides[state] for state in pair)
    a, b = (holdings.names.the(state) for state in pair)
    return say(
        "Of the {word}, {a} gave {b} {given} points in {acts_given} and got {got} in {acts_got}: evenness {value},"
        " where 1 is even and 0 one-sided.",
        word=word,
        a=a,
        b=b,
        given=number(given),
        acts_given=counted(n_given, "act"),
        got=number(got),
        acts_got=counted(n_got, "act"),
        value=number(row["balance"], (row["low"], row["high"])),
    )


def _given_parts(holdings: Holdings, row: dict[str, Any], looked: tuple[Passage | Rows, ...]) -> tuple[Part, ...]:
    ways = ((row["one"], row["other"], "there"), (row["other"], row["one"], "back"))
    names = holdings.names
    return tuple(
        Part(
            say("{actor} to {recipient}", actor=names.state(one), recipient=names.the(other)),
            value=row[side],
            unit=say("points"),
            n=row[f"n_{side}"],
            proofs=looked,
        )
        for one, other, side in ways
    )


def _fit(found: pl.DataFrame, pair: Pair, period: Any) -> Bilateral | str:
    from comity.measures import Insufficient, bilateral_var
    from comity.measures import flow as flows_of

    try:
        fit = bilateral_var(flows_of(found, period), pair, period)
    except UsageError as error:
        return str(error)
    return fit.reason if isinstance(fit, Insufficient) else fit


def _named(holdings: Holdings, pair: Pair, told: object) -> str:
    """The reason, with names for 'KHM>KOR'."""
    the = holdings.names.the
    ways = {
        f"{one}>{other}": say("{actor} to {recipient}", actor=the(one), recipient=the(other))
        for one, other in (pair, pair[::-1])
    }
    return reason(str(told), ways)


def _kind(holdings: Holdings, side: Side) -> str:
    """'Japan answers China in kind (0.3 (0.1 to 0.5) points a point)'."""
    a, b = (holdings.names.the(state) for state in (side.actor, side.recipient))
    value = number(side.response.value, (side.response.low, side.response.high))
    return {
        "reciprocity": say("{a} answers {b} in kind: {value} points back for a point", a=a, b=b, value=value),
        "inverse response": say(
            "{a} answers {b} inversely, with less good for more good or less bad for more bad:"
            " {value} points for a point, which is known of bullying and of giving in under"
            " pressure",
            a=a,
            b=b,
            value=value,
        ),
        "mixed response": say(
            "what {b} did helps to tell what {a} does, but whether in kind is not clear: {value}",
            b=b,
            a=a,
            value=value,
        ),
        "no response shown": say(
            "no answer of {a} to what {b} does is shown: {value} points for a point", a=a, b=b, value=value
        ),
    }[side.kind]


def _sides(holdings: Holdings, pair: Pair, period: str, fit: Bilateral | str) -> tuple[Part, ...]:
    by = say("by month") if period == "month" else say("by week")
    if isinstance(fit, str):
        return (Part(by, insufficient=_named(holdings, pair, fit)),)
    parts = []
    for side in fit.sides:
        a, b = (holdings.names.the(state) for state in (side.actor, side.recipient))
        response, inertia = side.response, side.inertia
        told = number(response.value, (response.low, response.high))
        goes_on = number(inertia.value, (inertia.low, inertia.high))
        text = say(
            "{kind}, {told} points for a point ({p}); goes on as before {goes_on}",
            kind=say(side.kind),
            told=told,
            p=_p(side.granger.p),
            goes_on=goes_on,
        )
        parts.append(
            Part(
                say("{actor} to {recipient} {by}", actor=a, recipient=b, by=by),
                text,
                response.value,
                say("points of answer a point"),
                (response.low, response.high),
                fit.n,
            )
        )
    return tuple(parts)


def _p(p: float) -> str:
    return say("Granger p under 0.001") if p < 0.001 else say("Granger p {p:.3f}", p=p)
