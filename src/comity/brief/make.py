"""From a ledger to a brief: the questions asked, their answers in order, and how it was made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import combinations

from comity._version import __version__
from comity.assessment.counting import counted
from comity.assessment.finding import Finding, Section
from comity.assessment.holdings import Holdings
from comity.assessment.names import Names, listed
from comity.assessment.questions.asked import asked_of
from comity.assessment.questions.triangle import core
from comity.assessment.triangles.triangle import Triangle
from comity.assessment.when import day
from comity.assessment.window import Window
from comity.brief.chapters import Begin, Chapters, best_first
from comity.brief.document import Block, Brief, Paragraph, Sentence
from comity.brief.evidence import Evidence
from comity.brief.figures import chosen
from comity.brief.request import Request
from comity.errors import UsageError
from comity.languages import say, say_of, speaking
from comity.measures import named

METHOD = "How this was made"
"""The last chapter of every brief."""
RULES = (
    "Every statement carries the numbers of the passages and rows that it rests on, which stand at the end.",
    "Letters and figures in brackets grade sources after the Admiralty: A to F how reliable a source is, 1 to"
    " 6 how far independent sources confirm it; n is the number of items.",
    "Acts count once, however many texts tell of them; plans, conditions and denials are not counted as done;"
    " opinions stand under their author's name.",
)


def make(holdings: Holdings, request: Request, begin: Begin = lambda _: None) -> Brief:
    """The brief. The same ledger and request give the same one. Raises `UsageError` where nothing is known.

    `begin` is given each figure as soon as it is known, so that it can be drawn while the rest is composed.
    """
    with speaking(request.language):
        return _made(holdings, request, begin)


def _made(holdings: Holdings, request: Request, begin: Begin) -> Brief:
    evidence = Evidence(holdings.ledger)
    chapters = Chapters(holdings, request, evidence, begin)
    blocks, findings = _blocks(chapters, asked_of(holdings, None, None))
    names = holdings.names
    return Brief(
        title=_titled(names, request.states),
        subtitle=subtitle(holdings),
        language=request.language,
        facts=facts(holdings, request),
        blocks=(*blocks, *_method(chapters, findings)),
        notes=tuple(evidence.notes),
        sources=evidence.sources,
        version=__version__,
    )


def _titled(names: Names, states: Sequence[str]) -> str:
    a, *others = states
    if len(others) > 1:
        return say("{a} between {others}", a=names.nominal(a), others=listed([names.the(one) for one in others]))
    return say("{a} and {other}", a=names.nominal(a), other=names.the(others[0]))


def _blocks(chapters: Chapters, window: Window) -> tuple[list[Block], list[Finding]]:
    """All chapters but the last, and every finding that they rest on."""
    a, *others = chapters.request.states
    pairs = [(a, other) for other in others]
    chapters.holdings.look_at(combinations(chapters.request.states, 2))
    each = {pair: chapters.dyad(pair, window) for pair in pairs}
    first, own = _triangle(chapters, window) if len(others) > 1 else ((), ())
    groups = [(say("Between the two"), _of(own))] if own else []
    groups += [(_titled(chapters.holdings.names, pair), _of(found)) for pair, found in each.items()]
    of_all = [finding for _, findings in groups for finding in findings]
    first = first or best_first(of_all)
    findings = [*first, *of_all]
    _check(chapters, findings)
    blocks = chapters.first(first)
    for pair in pairs:
        blocks += chapters.changes(pair)
    if chapters.request.length == "one-page":
        return [*blocks, *_open(findings)], list(first)
    given = (chapters.holdings, chapters.request, chapters.evidence)
    if own:
        blocks += chapters.of(_known(own), groups[0][0], lambda: chosen.between(*given))
    for (title, _), (pair, found) in zip(groups[-len(pairs) :], each.items(), strict=True):
        blocks += chapters.of(_known(found), title, partial(chosen.of_pair, *given, pair))
    blocks += chapters.chronology(pairs, lambda: chosen.over_time(*given))
    blocks += chapters.claims(pairs)
    return [*blocks, *chapters.unknown(groups)], findings


def _triangle(chapters: Chapters, window: Window) -> tuple[Sequence[Finding], tuple[Section, ...]]:
    """What is read first on a state between two others, and all findings on it."""
    a, b, c = chapters.request.states
    return core(Triangle(chapters.holdings, a, b, c, window))


def _of(sections: Sequence[Section]) -> list[Finding]:
    return [finding for section in sections for finding in section.findings]


def _known(sections: Sequence[Section]) -> tuple[Section, ...]:
    """Without the questions that cannot be answered: they stand in a chapter of their own."""
    return tuple(
        Section(one.title, tuple(finding for finding in one.findings if finding.insufficient is None))
        for one in sections
    )


def _open(findings: Sequence[Finding]) -> list[Block]:
    unanswered = {finding.key for finding in findings if finding.insufficient is not None}
    if not unanswered:
        return []
    text = say_of(
        len(unanswered),
        "{n} question cannot be answered from what is held; a longer brief lists them.",
        "{n:,} questions cannot be answered from what is held; a longer brief lists them.",
    )
    return [Paragraph((Sentence(text, role="gap"),))]


def _method(chapters: Chapters, findings: Sequence[Finding]) -> list[Block]:
    """What every brief says of its making: grades, words, measures with their references."""
    used = (finding.method for finding in findings if finding.insufficient is None and finding.method)
    paragraphs = [Paragraph((Sentence(line, role="method"),)) for line in (*map(say, RULES), *measures(used))]
    return [chapters.heading(1, say(METHOD)), *paragraphs]


def measures(methods: Iterable[str]) -> list[str]:
    """Formula and reference of those that are measures, a line each, each once."""
    lines = []
    for method in dict.fromkeys(methods):
        try:
            measure = named(method)
        except UsageError:
            continue
        lines.append(
            say(
                "{method}: {formula}. {reference}",
                method=method,
                formula=say(measure.formula),
                reference=say(measure.reference),
            )
        )
    return lines


def subtitle(holdings: Holdings) -> str:
    """'What 21 documents and 3 imported files say, up to 23 December 2024'."""
    sources = ((holdings.state.documents, "document"), (len(holdings.files), "imported file"))
    told = listed([counted(number, noun) for number, noun in sources if number])
    verb = "says" if sum(number for number, _ in sources) == 1 else "say"
    last = holdings.last_day
    if last is None:
        return say("What {told} {verb}, up to no dated item", told=told, verb=verb)
    return say("What {told} {verb}, up to {until}", told=told, verb=verb, until=day(last))


def facts(holdings: Holdings, request: Request) -> tuple[tuple[str, str], ...]:
    """What stands in the head of a brief: the state of the ledger, its reach, what was asked for."""
    datasets = sorted({file.source for file in holdings.files})
    public = (
        say("{files} of {datasets}", files=counted(len(holdings.files), "file"), datasets=listed(datasets))
        if datasets
        else say_of(0, "no file", "none")
    )
    return (
        (say("Ledger state"), holdings.state.id),
        (say("Up to"), day(holdings.last_day) if holdings.last_day else say("no dated item")),
        (say("Documents"), say("{n:,}", n=holdings.state.documents)),
        (say("Public record"), public),
        (say("Length and audience"), f"{say(request.length)}, {say(request.audience)}"),
    )


def _check(chapters: Chapters, findings: Sequence[Finding]) -> None:
    """That anything is known but how much is held."""
    if any(found.insufficient is None and not found.key.startswith("coverage.") for found in findings):
        return
    names, (a, *others) = chapters.holdings.names, chapters.request.states
    raise UsageError(
        f"nothing in the ledger between {names.the(a)} and {' or '.join(names.the(one) for one in others)}:"
        " add documents that speak of both with `comity add`, or import event data"
    )
