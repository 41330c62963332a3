"""What each of two states does to the other: acts by kind and score, beside other partners and the pair's past."""

from __future__ import annotations

from comity.assessment import events
from comity.assessment.counting import counted
from comity.assessment.dyads import sources
from comity.assessment.finding import Finding, Part, insufficient
from comity.assessment.holdings import Holdings
from comity.assessment.names import listed
from comity.assessment.numbers import number, share
from comity.assessment.rankings import acts, flow, spans
from comity.assessment.window import Window
from comity.languages import say

Pair = tuple[str, str]
RECENT = 5
"""Years at the end of a window that are set beside those before."""
ENOUGH = 30
"""Acts of a state with all others in a period below which no share of them is told."""
_KINDS = {
    "verbal_cooperation": "cooperation in words",
    "material_cooperation": "cooperation in deeds",
    "verbal_conflict": "conflict in words",
    "material_conflict": "conflict in deeds",
}
_YEAR = 365.25


def there(holdings: Holdings, pair: Pair, window: Window) -> Finding:
    """What the first does towards the second."""
    return _flow(holdings, pair, window, "there")


def back(holdings: Holdings, pair: Pair, window: Window) -> Finding:
    """What the second does towards the first."""
    return _flow(holdings, pair, window, "back")


def _flow(holdings: Holdings, pair: Pair, window: Window, way: flow.Way) -> Finding:
    names = holdings.names
    actor, recipient = pair if way == "there" else pair[::-1]
    key, question = (
        f"flow.{way}",
        say("What does {actor} do towards {recipient}?", actor=names.the(actor), recipient=names.the(recipient)),
    )
    found = holdings.event_sources(*pair, window)
    if not found:
        why = say(
            "no dated act of {a} and {b} is known, {window}",
            a=names.the(pair[0]),
            b=names.the(pair[1]),
            window=window,
        )
        return insufficient(key, question, why, window=window, would_change=say(flow.IMPORT))
    source = found[0][0]
    seen = spans.covered(holdings, source, window)
    own, scale = _sums(holdings, pair, source, seen, actor)
    balance = flow.balances({"": own})[""] if own.n_scored >= flow.FEWEST else None
    return Finding(
        key=key,
        question=question,
        answer=_answer(holdings, actor, recipient, source, own, balance),
        value=balance,
        unit=say("balance of good and bad acts, -10 to 10") if balance is not None else "",
        interval=own.interval if balance is not None else None,
        n=own.n,
        window=seen,
        comparison=(*_standing(holdings, pair, source, seen, way), *_past(holdings, pair, source, seen, actor)),
        proofs=acts.proofs(holdings, *pair, source, seen, own.n, "" if source == events.TEXTS else _whose(actor)),
        coverage=(
            say("scores are on {scale_of}", scale_of=events.scale_of(scale)) if scale else say("no act is scored"),
            *sources.coverage(holdings, source),
        ),
        would_change=say(flow.IMPORT),
        method=flow.METHOD,
        parts=(*_parts(own, balance), *_others(holdings, pair, found[1:], window, actor)),
    )


def _sums(holdings: Holdings, pair: Pair, source: str, window: Window, actor: str) -> tuple[flow.Sums, str | None]:
    """Acts of one of the two towards the other, by the measure of flow; and the scale of their scores."""
    import polars as pl

    found = holdings.dyad_events(*pair, window).filter(pl.col("source") == source)
    tallied = found.group_by("score_scale", "score", "quad", "actor_country").agg(n=pl.len().cast(pl.Int64))
    scale = flow.scale_of(tallied)
    return flow.sums(tallied.filter(pl.col("actor_country") == actor), scale), scale


def _answer(
    holdings: Holdings, actor: str, recipient: str, source: str, own: flow.Sums, balance: float | None
) -> str:
    names = holdings.names
    if not own.n:
        return say(
            "No act of {actor} towards {recipient} is told of in {source}.",
            actor=names.the(actor),
            recipient=names.the(recipient),
            source=sources.title(source),
        )
    rest = own.n - sum(own.quads.values())
    told = listed([*_quads(own), *([say("{rest:,} of no known kind", rest=rest)] if rest else [])])
    said = say("{acts} in {source}: {told}", acts=counted(own.n, "act"), source=sources.title(source), told=told)
    if balance is None:
        return say("{said}; too few are scored to tell the balance of good and bad.", said=said)
    return say(
        "{said}; good and bad balance at {balance}, from -10 to 10.",
        said=said,
        balance=number(balance, own.interval),
    )


def _quads(own: flow.Sums) -> list[str]:
    """'12 of cooperation in words', for each kind that there is."""
    return [say("{n:,} of {kind}", n=n, kind=say(_KINDS[quad])) for quad, n in own.quads.items() if n]


def _parts(own: flow.Sums, balance: float | None) -> tuple[Part, ...]:
    if balance is None:
        return ()
    good = sum(n for score, n in own.scores if score > 0)
    bad = own.n_scored - good
    sums = ((say("sum of good scores"), own.positive, good), (say("sum of bad scores"), -own.negative, bad))
    return tuple(Part(label, value=value, n=n) for label, value, n in sums if n)


def _others(
    holdings: Holdings, pair: Pair, found: tuple[tuple[str, int], ...], window: Window, actor: str
) -> tuple[Part, ...]:
    """What other sources tell, of the same acts in part: beside, never on top."""
    parts = []
    for source, _ in found:
        seen = spans.covered(holdings, source, window)
        own, _ = _sums(holdings, pair, source, seen, actor)
        told, kinds = counted(own.n, "act"), listed(_quads(own))
        text = (
            say("{acts}: {kinds}, {window}", acts=told, kinds=kinds, window=seen) if kinds else f"{told}, {seen}"
        )
        proofs = acts.proofs(holdings, *pair, source, seen, own.n, "" if source == events.TEXTS else _whose(actor))
        parts.append(
            Part(
                say("beside it, {source}", source=sources.title(source)),
                text,
                value=own.n,
                unit=say("acts"),
                proofs=proofs,
            )
        )
    return tuple(parts)


def _standing(holdings: Holdings, pair: Pair, source: str, window: Window, way: flow.Way) -> tuple[str, ...]:
    """Where the second stands among all partners of the first."""
    names = holdings.names
    volume, tone = flow.places(holdings, pair[0], window, source, way)
    found = (tone,) if sources.is_sample(holdings, source) else (volume, tone)
    places = [place for one in found if (place := one.place(pair[1]))]
    a, b = (names.the(state) for state in pair)
    return tuple(
        say("In acts of {a} towards others, {b} is {place}.", a=a, b=b, place=place)
        if way == "there"
        else say("In acts towards {a}, {b} is {place}.", a=a, b=b, place=place)
        for place in places
    )


def _past(holdings: Holdings, pair: Pair, source: str, window: Window, actor: str) -> tuple[str, ...]:
    """The last years beside those before; nothing where one of the two is not in the window."""
    recent = spans.before(window, RECENT)
    past = spans.rest(window, recent)
    past = past and _begun(holdings, pair, source, past)
    if (
        past is None
        or past.since is None
        or past.until is None
        or (past.until - past.since).days < RECENT * _YEAR / 2
    ):
        return ()
    now, before = (_sums(holdings, pair, source, one, actor)[0] for one in (recent, past))
    # How many acts texts tell of is a matter of which texts were read: no share of theirs is a trend.
    lines = [] if source == events.TEXTS else [*_shares(holdings, pair, source, actor, window, (recent, past))]
    if min(now.n_scored, before.n_scored) >= flow.FEWEST:
        values = flow.balances({"now": now, "before": before})
        told = [number(value, one.interval) for value, one in zip(values.values(), (now, before), strict=True)
                if value is not None]  # fmt: skip
        lines.append(
            say(
                "Balance of good and bad acts: {now} {span}, {before} {span_before}.",
                now=told[0],
                span=recent.span,
                before=told[1],
                span_before=past.span,
            )
        )
    return tuple(lines)


def _begun(holdings: Holdings, pair: Pair, source: str, past: Window) -> Window | None:
    """The past from the first act on, where nothing else bounds it."""
    if past.since:
        return past
    found = holdings.dyad_events(*pair, past)
    first = found.filter(found["source"] == source)["date"].min()
    return Window(first, past.until) if first else None  # type: ignore[arg-type]


def _shares(
    holdings: Holdings, pair: Pair, source: str, actor: str, window: Window, parted: tuple[Window, Window]
) -> tuple[str, ...]:
    """The share of the other in the acts of the first towards all, or in theirs towards it: now and before.

    Shares, for the number of acts grows with what the press covers.
    """
    from comity.measures.intervals import share_interval

    is_there = actor == pair[0]
    recent = acts.counts(holdings, pair[0], source, parted[0])
    whole = acts.tally(holdings, pair[0], source, window).filter(is_there=is_there)
    part = recent.get((pair[1], is_there), 0)
    every = sum(n for (_, way), n in recent.items() if way == is_there)
    parts = [part, int(whole.filter(partner=pair[1])["n"].sum()) - part]
    wholes = [every, int(whole["n"].sum()) - every]
    if min(wholes) < ENOUGH:
        return ()
    new, old = (share_interval(part, whole) or (0.0, 1.0) for part, whole in zip(parts, wholes, strict=True))
    now, before = (part / whole for part, whole in zip(parts, wholes, strict=True))
    word = say("with no difference beyond what chance leaves open")
    if new[0] > old[1]:
        word = say("which is more than before")
    elif new[1] < old[0]:
        word = say("which is less than before")
    a, b = (holdings.names.the(state) for state in pair)
    told = say(
        "{now} {span} and {before} {span_before}, {word}",
        now=share(now, new),
        span=parted[0].span,
        before=share(before, old),
        span_before=parted[1].span,
        word=word,
    )
    if is_there:
        return (say("Of all acts of {a} towards others, those towards {b} were {told}.", a=a, b=b, told=told),)
    return (say("Of all acts towards {a}, those of {b} were {told}.", a=a, b=b, told=told),)


def _whose(actor: str) -> str:
    return f" AND actor_country = '{actor}'"
