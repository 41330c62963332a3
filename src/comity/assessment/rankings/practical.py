"""Partners by how much of what passes between them and a state is deeds and not words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from comity.assessment.dyads import sources
from comity.assessment.dyads.practical import COOPERATION, cooperation
from comity.assessment.holdings import Holdings
from comity.assessment.rankings import acts, flow
from comity.assessment.rankings.ranking import SHARE, Ranking, Score
from comity.assessment.window import Window
from comity.errors import UsageError
from comity.languages import say
from comity.measures.practice import FEWEST_ACTS
from comity.measures.standing import LEAST_PARTNERS

METHOD = "practical-share-v1"
MATERIAL = (
    "acts of material over acts of verbal and material cooperation; exact interval after Clopper and Pearson"
)


def practical(holdings: Holdings, state: str, window: Window, source: str | None) -> Ranking:
    """Partners by the practical share of cooperation in texts; where these are too few, by that of deeds in it.

    The second is by one source of events, whose classes tell words from deeds.
    """

    def choose() -> Ranking:
        read = _of_texts(holdings, state, window)
        return read if len(read.ranked) >= LEAST_PARTNERS else _of_events(holdings, state, window, source)

    return holdings.once(("practical", state, window, source), choose)


def _of_texts(holdings: Holdings, state: str, window: Window) -> Ranking:
    import polars as pl

    from comity.measures import practical_share

    empty = Ranking(state, say("practical share of acts of cooperation in texts"), METHOD, SHARE, window=window)
    read = holdings.told(state).filter(pl.col("quad").is_in(COOPERATION))
    day = pl.col("date_start")
    read = read.filter(day >= window.since) if window.since else read
    read = read.filter(day.is_null() | (day <= window.until)) if window.until else read
    if read.is_empty():
        return replace(empty, insufficient=say("no text tells of an act of cooperation, {window}", window=window))
    # Both directions together: the sides of every act are put in one order first.
    sides = [pl.col(side) for side in ("actor_country", "recipient_country")]
    is_back = sides[1].str.contains(state) & ~sides[0].str.contains(state)
    turned = [pl.when(is_back).then(other).otherwise(side).alias(side.meta.output_name())
              for side, other in (sides, sides[::-1])]  # fmt: skip
    try:
        rows = practical_share(read.with_columns(turned)).filter(pl.col("actor_country") == state).to_dicts()
    except UsageError as error:
        return replace(empty, insufficient=str(error))
    return replace(empty, scores=tuple(
        Score(
            row["recipient_country"], row["practical_share"],
            None if row["practical_share"] is None else (row["practical_low"], row["practical_high"]),
            row["n"], insufficient=row["insufficient"] and _too_few(row),
            proofs=holdings.of_acts(cooperation(holdings.between(state, row["recipient_country"]).dealings)),
        )
        for row in rows
    ))  # fmt: skip


def _too_few(row: dict[str, Any]) -> str:
    return say(
        "acts of known substance: {known}, wanted are {wanted}",
        known=row["n"] - row["n_unknown"],
        wanted=FEWEST_ACTS,
    )


def _of_events(holdings: Holdings, state: str, window: Window, source: str | None) -> Ranking:
    from comity.measures.intervals import share_interval

    empty = Ranking(
        state,
        say("share of deeds in acts of cooperation"),
        say(MATERIAL),
        SHARE,
        window=window,
        would_change=say(flow.IMPORT),
    )
    if source is None:
        return replace(empty, insufficient=say(flow.NO_ACTS))
    scores = []
    for partner, rows in acts.partners_of(acts.tally(holdings, state, source, window)):
        quads = flow.sums(rows, None).quads
        deeds, every = quads["material_cooperation"], quads["material_cooperation"] + quads["verbal_cooperation"]
        shown = acts.proofs(holdings, state, partner, source, window, every, " AND quad LIKE '%cooperation'")
        if every < flow.FEWEST:
            few = say("fewer than {fewest} acts of cooperation", fewest=flow.FEWEST)
            scores.append(Score(partner, n=every, insufficient=few, proofs=shown))
        else:
            scores.append(Score(partner, deeds / every, share_interval(deeds, every), every, proofs=shown))
    by = say("share of deeds in acts of cooperation in {called}", called=sources.called(holdings, source))
    return replace(empty, by=by, scores=tuple(scores), coverage=sources.coverage(holdings, source))
