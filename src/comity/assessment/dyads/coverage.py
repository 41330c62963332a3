"""What the record of two states does not cover: whose press, which years, which datasets, which languages."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import polars as pl

from comity import gazetteer
from comity.assessment.counting import AnyHeld, by_publication, counted
from comity.assessment.dyads import publishers, sources
from comity.assessment.dyads.common import Pair, both, capital, first_day, within, years_told
from comity.assessment.events import TEXTS
from comity.assessment.finding import Finding, Part, insufficient
from comity.assessment.holdings import Holdings
from comity.assessment.names import listed, row
from comity.assessment.proof import Proof
from comity.assessment.when import day
from comity.assessment.window import Window
from comity.languages import say, say_of, spoken


def press(holdings: Holdings, pair: Pair, window: Window) -> Finding:
    """The publishers of the texts on the two, with their states; whose press is missing."""
    key, question = "coverage.press", say("Whose press is this from?")
    texts = _texts(holdings, pair, window)
    if not texts:
        why = say("no text tells of {both} together, {window}", both=both(holdings, pair), window=window)
        return insufficient(key, question, why, would_change=say("a text on the two"))
    by_publisher: dict[str, list[AnyHeld]] = {}
    for held in texts:
        for name in sorted({source.publisher or "" for source in held.sources}):
            by_publisher.setdefault(name, []).append(held)
    ranked = sorted(by_publisher.items(), key=lambda one: (-len(one[1]), one[0]))
    return Finding(
        key=key,
        question=question,
        answer=_whose(holdings, pair, texts, [name for name, _ in ranked]),
        value=len(by_publisher),
        unit=say("publishers"),
        n=len(texts),
        window=window,
        coverage=(
            say(
                "texts with an act, tie, claim or opinion on both; states of publishers by a list of"
                " well-known ones"
            ),
        ),
        would_change=say("a text of another publisher"),
        parts=tuple(_publisher(holdings, name, held) for name, held in ranked),
    )


def last(holdings: Holdings, pair: Pair, window: Window) -> Finding | None:
    """The last text and the last dated act by each source; none where there is neither."""
    texts = _texts(holdings, pair, window)
    published = [held for held in texts if held.document.published]
    acts = [act for act in within(holdings.between(*pair).dealings, window) if act.is_dated and act.since]
    events = holdings.dyad_events(*pair, window).filter(pl.col("source") != TEXTS)
    told, proofs = [], list[Proof]()
    if published and published[-1].document.published:
        told.append(
            say("the last text on them is of {published}", published=day(published[-1].document.published))
        )
        proofs += holdings.passages([published[-1]])
    if acts and acts[-1].since:
        told.append(say("the last dated act in texts is of {when}", when=acts[-1].when))
        proofs += holdings.of_acts([acts[-1]])
    for source, date in events.group_by("source").agg(pl.col("date").max()).sort("source").rows():
        told.append(say("the last act in {source} is of {date}", source=sources.title(source), date=day(date)))
        proofs += holdings.of_events(events.filter(source=source, date=date), source, *pair, Window(date, date))
    if not told:
        return None
    days = [held.document.published for held in published] + [act.since for act in acts] + events["date"].to_list()
    return Finding(
        key="coverage.last",
        question=say("How recent is it?"),
        answer=f"{capital(listed(told))}.",
        value=str(max(one for one in days if one)),
        n=len(told),
        window=window,
        proofs=tuple(proofs),
        coverage=(say("texts and event datasets in the ledger"),),
        would_change=say("a later text or file"),
    )


def gaps(holdings: Holdings, pair: Pair, window: Window) -> Finding | None:
    """Years between the first and the last item without any; none where nothing has a year."""
    texts = _texts(holdings, pair, window)
    events = holdings.dyad_events(*pair, window)
    years = sorted(_years(holdings, pair, window, texts) | set(events["date"].dt.year().to_list()))
    if not years:
        return None
    end = (window.until or holdings.last_day or dt.date(years[-1], 1, 1)).year
    missing = sorted(set(range(years[0], max(end, years[-1]) + 1)) - set(years))
    return Finding(
        key="coverage.gaps",
        question=say("Which years are empty?"),
        answer=empty_years(years[0], max(end, years[-1]), missing),
        value=len(missing),
        unit=say("years"),
        n=len(years),
        window=window,
        proofs=(*holdings.passages(texts), *_looked(holdings, pair, window)),
        coverage=(say("years of texts, dated acts, ties that began or ended, and acts of event datasets"),),
        would_change=say("a text or dataset of an empty year"),
    )


def empty_years(first: int, last: int, missing: list[int]) -> str:
    """The years of a span without an item: '1 of the 4 years from 2010 to 2013 has no item: 2011.'"""
    if first == last:
        return say("All items are of {year}.", year=first)
    if not missing:
        return say("Every year from {first} to {last} has an item.", first=first, last=last)
    return say_of(
        len(missing),
        "{n} of the {count} years from {first} to {last} has no item: {runs}.",
        "{n} of the {count} years from {first} to {last} have no item: {runs}.",
        count=last - first + 1,
        first=first,
        last=last,
        runs=_runs(missing),
    )


def languages(holdings: Holdings, pair: Pair, window: Window) -> Finding | None:
    """The languages of the texts, and official ones of the two that are missing; none without a text."""
    from babel import Locale

    texts = _texts(holdings, pair, window)
    if not texts:
        return None
    names = Locale(spoken()).languages
    counts = Counter(held.document.language for held in texts)
    ranked = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    told = [say("{n} in {language}", n=number, language=names.get(code, code)) for code, number in ranked]
    answer = (
        say("All are in {language}", language=names.get(ranked[0][0], ranked[0][0]))
        if len(ranked) == 1
        else say("{texts}: {languages}", texts=counted(len(texts), "text"), languages=listed(told))
    )
    missing = [names.get(code, code) for code in _official(pair) if code not in counts]
    lacking = say("; none is in {languages}", languages=row(missing, " or ")) if missing else ""
    return Finding(
        key="coverage.languages",
        question=say("In which languages is it?"),
        answer=f"{answer}{lacking}.",
        value=len(counts),
        unit=say("languages"),
        n=len(texts),
        window=window,
        proofs=holdings.passages(texts),
        coverage=(say("texts with an act, tie, claim or opinion on both"),),
        would_change=say("a text in another language"),
    )


def is_told(holdings: Holdings, pair: Pair) -> bool:
    """Whether any text has an act, tie, claim or opinion on both."""
    between = holdings.between(*pair)
    acts = (between.dealings, between.planned, between.conditional, between.denied)
    return any((*acts, between.bonds, between.claims, between.opinions))


def _texts(holdings: Holdings, pair: Pair, window: Window) -> list[AnyHeld]:
    """One item a text that has any on the two, published in the window or on no known day, by publication."""
    between = holdings.between(*pair)
    acts = (*between.dealings, *between.planned, *between.conditional, *between.denied)
    held: list[AnyHeld] = [one for act in acts for one in act.reports]
    held += [one for bond in between.bonds for one in bond.items]
    held += [*between.claims, *between.opinions]
    found = {one.document.id: one for one in sorted(held, key=by_publication, reverse=True)}
    days = (one.document.published for one in found.values())
    return sorted(
        (one for one, on in zip(found.values(), days, strict=True) if on is None or window.holds(on)),
        key=by_publication,
    )


def _whose(holdings: Holdings, pair: Pair, texts: list[AnyHeld], names: list[str]) -> str:
    """'15 texts of 6 publishers: 1 of Cambodia, none of South Korea and 5 of a state that is not known.'"""
    states = [publishers.state(name or None) for name in names]
    told = [_of(states.count(state), holdings.names.the(state)) for state in pair]
    unknown = states.count(None)
    of = [*told, *([say("{unknown} of a state that is not known", unknown=unknown)] if unknown else [])]
    other = len(names) - unknown - sum(states.count(state) for state in pair)
    of += [say("{other} of other states", other=other)] if other else []
    return say(
        "{texts} of {publishers}: {of}.",
        texts=counted(len(texts), "text"),
        publishers=counted(len(names), "publisher"),
        of=listed(of),
    )


def _of(number: int, state: str) -> str:
    return say("{n} of {state}", n=number, state=state) if number else say("none of {state}", state=state)


def _publisher(holdings: Holdings, name: str, held: list[AnyHeld]) -> Part:
    state = publishers.state(name or None)
    years = sorted({one.document.published.year for one in held if one.document.published})
    span = [years_told(years[0], years[-1])] if years else []
    of = say("of {state}", state=holdings.names.the(state)) if state else say("its state is not known")
    text = ", ".join([of, counted(len(held), "text"), *span])
    return Part(name or say("No publisher named"), text, proofs=holdings.passages(held))


def _years(holdings: Holdings, pair: Pair, window: Window, texts: list[AnyHeld]) -> set[int]:
    between = holdings.between(*pair)
    days = [held.document.published for held in texts]
    days += [act.since for act in between.dealings if act.is_dated]
    days += [first_day(one.value) for bond in between.bonds for one in (*bond.starts, *bond.ends)]
    return {one.year for one in days if one and window.holds(one)}


def _looked(holdings: Holdings, pair: Pair, window: Window) -> list[Proof]:
    events = holdings.dyad_events(*pair, window)
    names = [name for name in holdings.datasets("events") if name != TEXTS]
    return [
        proof for name in names for proof in holdings.of_events(events.filter(source=name), name, *pair, window)
    ]


def _runs(years: list[int]) -> str:
    """'1966 to 1969, 1971 and 1998 to 2000'."""
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return listed([years_told(run[0], run[-1]) for run in runs])


def _official(pair: Pair) -> list[str]:
    """The official languages of the two, by their codes."""
    from babel.languages import get_official_languages

    found = [gazetteer.load().state(state).iso2 for state in pair]
    return list(dict.fromkeys(code.split("_")[0] for one in found if one for code in get_official_languages(one)))
