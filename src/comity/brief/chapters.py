"""The chapters of a brief: which findings stand where, and what is told beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from comity.assessment import words
from comity.assessment.acts import Act, in_order
from comity.assessment.counting import by_publication
from comity.assessment.dyads.practical import substance
from comity.assessment.finding import Finding, Section
from comity.assessment.holdings import Holdings
from comity.assessment.names import Names, listed, quoted
from comity.assessment.precedents.others import others
from comity.assessment.questions import check
from comity.assessment.questions.changes import changes, is_after_all
from comity.assessment.questions.dyad import sections as dyad_sections
from comity.assessment.when import day
from comity.assessment.window import Window
from comity.brief.compose import gaps, section, told
from comity.brief.document import Block, Figure, Heading, Paragraph, Sentence, Table
from comity.brief.evidence import Evidence
from comity.brief.request import Request
from comity.languages import say

FIRST = (
    "ties.standing", "ties.level", "disputes.record", "contact.last", "contact.datasets", "practical.share",
    "flow", "axes", "votes", "promises.kept",
)  # fmt: skip
"""Findings on two states that are read first, as far as there are any, by their keys' beginnings."""
FEWEST = 10
"""Acts of a flow below which it is not read first: our threshold."""
Drawn = Callable[[], Iterable[Figure]]
"""Makes the pictures of a chapter, when they are to be numbered."""
Begin = Callable[[Figure], object]
COLUMNS = ("When", "What", "In the words of")
"""Of the table of acts."""
MOST_ACTS = 40
"""Acts of the chronology in a standard brief, the latest."""

MOST_CLAIMS = 10
"""Claims that a standard brief checks, the latest."""


class Chapters:
    """Chapters of one brief; what they cite is numbered as they are asked for, so ask in their order.

    `begin` is given each picture as soon as it is known.
    """

    def __init__(
        self, holdings: Holdings, request: Request, evidence: Evidence, begin: Begin = lambda _: None
    ) -> None:
        self.holdings = holdings
        self.request = request
        self.evidence = evidence
        self._begin = begin
        self._anchors: set[str] = set()

    def first(self, findings: Sequence[Finding]) -> list[Block]:
        """What is to be read first: answers without their parts."""
        known = [finding for finding in findings if finding.insufficient is None]
        blocks: list[Block] = [self.heading(1, say("In brief"))]
        for finding in known:
            blocks += [block for block in self.told(finding) if isinstance(block, Paragraph)]
        if not known:
            blocks.append(
                _plain(say("The ledger and the imported record hold too little for a judgement."), "gap")
            )
        return blocks

    def of(self, sections: Iterable[Section], title: str, drawn: Drawn = list) -> list[Block]:
        """A chapter of its pictures, then sections; nothing where there are none of either."""
        blocks: list[Block] = [*self._pictures(drawn), *(block for one in sections for block in self.section(one))]
        return [self.heading(1, title), *blocks] if blocks else []

    def section(self, found: Section) -> list[Block]:
        """A section, its heading with an anchor of its own."""
        blocks = section(found, self.evidence, self.request)
        return [self.heading(2, found.title), *blocks[1:]] if blocks else []

    def told(self, finding: Finding) -> list[Block]:
        """One finding."""
        return told(finding, self.evidence, self.request)

    def dyad(self, pair: tuple[str, str], window: Window) -> tuple[Section, ...]:
        """All findings on two states, and what others did with the second."""
        found, before = dyad_sections(self.holdings, pair, window), others(self.holdings, pair)
        return (*found, Section(say("Precedents"), (before,))) if before else found

    def changes(self, pair: tuple[str, str]) -> list[Block]:
        """What is new between two states since the day of the request; nothing without one."""
        since = self.request.since
        if since is None or is_after_all(self.holdings, pair, since):
            return []
        found = changes(self.holdings, *pair, since)
        return self.of(found.sections, say("New since {since}: {pair}", since=day(since), pair=self._pair(pair)))

    def chronology(self, pairs: Sequence[tuple[str, str]], drawn: Drawn = list) -> list[Block]:
        """Every act that is done, once, with the sentence that tells it best, in order of time, after pictures."""
        names = self.holdings.names
        acts = in_order(act for pair in pairs for act in self.holdings.between(*pair).dealings)
        once = list({act.event.id: act for act in acts}.values())
        shown = once if self.request.length == "full" else once[-MOST_ACTS:]
        if not shown:
            return []
        caption = (
            say("Acts told of by texts, the latest {shown} of {once}", shown=len(shown), once=len(once))
            if len(shown) < len(once)
            else say("Acts told of by texts")
        )
        pictures = list(self._pictures(drawn))
        rows = tuple(self._act(act, names) for act in shown)
        table = Table(caption, tuple(map(say, COLUMNS)), rows)
        return [self.heading(1, say("Dealings over time")), *pictures, table]

    def claims(self, pairs: Sequence[tuple[str, str]]) -> list[Block]:
        """The claims about the relationships, each with what bears it out; the latest in a standard brief."""
        held = {one.item.id: one for pair in pairs for one in self.holdings.between(*pair).claims}
        latest = sorted(held.values(), key=by_publication)
        shown = latest if self.request.length == "full" else latest[-MOST_CLAIMS:]
        if not shown:
            return []
        blocks: list[Block] = [self.heading(1, say("Claims checked"))]
        for one in shown:
            blocks += self.told(check.found(self.holdings, one))
        return blocks

    def unknown(self, groups: Sequence[tuple[str, Sequence[Finding]]]) -> list[Block]:
        """The questions that cannot be answered, with the reason; groups of findings by their headings."""
        told = [(title, found) for title, findings in groups if (found := gaps(findings))]
        blocks: list[Block] = [self.heading(1, say("What is not known"))] if told else []
        for title, found in told:
            blocks += [self.heading(2, title), *found] if len(groups) > 1 else found
        return blocks

    def heading(self, level: int, text: str) -> Heading:
        """A heading whose anchor no other has."""
        from comity.brief.compose import anchor

        name = anchor(text, self._anchors)
        self._anchors.add(name)
        return Heading(level, text, name)

    def _pictures(self, drawn: Drawn) -> Iterator[Figure]:
        for figure in drawn():
            self._begin(figure)
            yield figure

    def _act(self, act: Act, names: Names) -> tuple[tuple[Sentence, ...], ...]:
        notes = self.evidence.cite(self.holdings.of_acts([act]))
        best = self.holdings.passages([act.lead])[0]
        more = say("; ").join([say(substance(act)), *([say("told by {told}", told=act.told)] if act.told else [])])
        return (
            (Sentence(act.when, role="label"),),
            (Sentence(say("{act} ({more})", act=words.telling(act, names), more=more), notes),),
            (Sentence(quoted(best.quotation), self.evidence.cite([best])),),
        )

    def _pair(self, pair: tuple[str, str]) -> str:
        return listed([self.holdings.names.the(state) for state in pair])


def best_first(findings: Sequence[Finding]) -> list[Finding]:
    """The findings on two states that are read first; contacts in datasets only where texts tell of none."""
    told = any(one.key == "contact.last" and one.insufficient is None for one in findings)
    keys = [key for key in FIRST if key != "contact.datasets" or not told]
    worth = [one for one in findings if not _is_slight(one)]
    return [finding for key in keys for finding in worth if finding.key.startswith(key)]


def _is_slight(finding: Finding) -> bool:
    """A flow of a few acts, or that no conflict is listed."""
    if finding.key.startswith("flow"):
        return (finding.n or 0) < FEWEST
    return finding.key == "disputes.record" and not finding.value


def _plain(text: str, role: str) -> Paragraph:
    return Paragraph((Sentence(text, role=role),))  # type: ignore[arg-type]
