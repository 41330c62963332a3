"""Standing: one composite of where each partner stands by several values, always told with its parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from comity.assessment.dyads import sources
from comity.assessment.holdings import Holdings
from comity.assessment.names import listed
from comity.assessment.numbers import percentile
from comity.assessment.rankings import contact, flow, trade, votes
from comity.assessment.rankings.ranking import Ranking, Score
from comity.assessment.rankings.sight import Sight
from comity.languages import say

METHOD = (
    "mean of the percentiles by flow (balance of good and bad acts), contact, votes and trade, each with the same"
    " weight, of those that can be told of any partner, at least two; a partner without one of them is not ranked"
    " (Comity's own)"
)
FEWEST = 2


def standing(holdings: Holdings, state: str, sight: Sight) -> Ranking:
    """Partners by the mean of their percentiles; means of other parts do not compare, so all must be known."""
    window = sight.whole
    made = {
        "flow": flow.tone(holdings, state, sight.acts, sight.source),
        "contact": _contact(holdings, state, sight),
        "votes": votes.pi(holdings, state, sight.votes),
        "trade": trade.trade(holdings, state, window),
    }
    known = {name: one for name, one in made.items() if one.percentiles}
    absent = [
        f"{say(name)} ({one.insufficient or say('too few partners')})"
        for name, one in made.items()
        if name not in known
    ]
    coverage = (
        *(say("not in it: {one}", one=one) for one in absent),
        say("each percentile is among the partners that have the value; n counts the parts"),
        *(line for one in known.values() for line in one.coverage),
    )
    would = say("; ").join(dict.fromkeys(one.would_change for one in made.values()))
    if len(known) < FEWEST:
        why = say(
            "of flow, contact, votes and trade fewer than {fewest} can be told: {absent}",
            fewest=FEWEST,
            absent=say("; ").join(absent),
        )
        return Ranking(state, say("standing"), say(METHOD), window=window, insufficient=why, would_change=would)
    partners = sorted({score.partner for one in known.values() for score in one.scores})
    scores = tuple(_score(partner, known) for partner in partners)
    return Ranking(
        state=state,
        by=say("standing"),
        method=say(METHOD),
        scale=say("the mean percentile by {parts}", parts=_named(known)),
        window=window,
        scores=scores,
        coverage=tuple(dict.fromkeys(coverage)),
        would_change=would,
    )


def _contact(holdings: Holdings, state: str, sight: Sight) -> Ranking:
    """Not by a sample: how often two meet in it is a matter of what was drawn."""
    found = contact.contact(holdings, state, sight.acts, sight.source)
    if sight.source is None or not sources.is_sample(holdings, sight.source):
        return found
    why = say(
        "only a sample of {source} was imported, whose counts rank no partner", source=sources.title(sight.source)
    )
    return replace(found, scores=(), insufficient=why)


def _score(partner: str, known: Mapping[str, Ranking]) -> Score:
    own = {name: one.percentiles[partner] for name, one in known.items() if partner in one.percentiles}
    told = ", ".join(_told(name, known[name], partner) for name in known)
    shown = tuple(proof for name in known if (score := known[name].score(partner)) for proof in score.proofs)
    if len(own) < len(known):
        return Score(partner, n=len(own), told=told, insufficient=_too_few(own, known), proofs=shown)
    mean = sum(own.values()) / len(own)
    return Score(partner, mean, n=len(own), told=told, proofs=tuple(dict.fromkeys(shown)))


def _told(name: str, found: Ranking, partner: str) -> str:
    """'votes 97th percentile (n = 464)'."""
    score = found.score(partner)
    if score is None or partner not in found.percentiles:
        return say("{name} not known", name=say(name))
    place = percentile(found.percentiles[partner])
    return say("{name} {place} (n = {n:,})", name=say(name), place=place, n=score.n)


def _too_few(own: Mapping[str, float], known: Mapping[str, Ranking]) -> str:
    """'of flow, contact and votes only votes is known'."""
    every = _named(known)
    if not own:
        return say("of {every} none is known", every=every)
    if len(own) == 1 and "votes" not in own:
        return say("of {every} only {own} is known", every=every, own=_named(own))
    return say("of {every} only {own} are known", every=every, own=_named(own))


def _named(parts: Iterable[str]) -> str:
    return listed([say(part) for part in parts])
