"""A brief made by hand with every kind of block, names in many scripts, and text that tries to be markup."""

from __future__ import annotations

import datetime as dt

from comity.brief.document import (
    Brief,
    Bullets,
    Figure,
    Heading,
    Note,
    Paragraph,
    Quotation,
    Sentence,
    Source,
    Table,
)

HOSTILE = '<script>alert(1)</script> =cmd|"/C calc"!A0 #panic $x$ `[a](javascript:b)` \\input{x} & *b* _c_'
SCRIPTS = "ហ៊ុន ម៉ាណែត, 김정은, 习近平, محمد بن سلمان, Сергей Лавров, Đặng"
LONG = "Donaudampfschifffahrtsgesellschaft" * 12
RTL = "a\u202eevil\u202c b"

_SPEC = {
    "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
    "data": {"values": [{"year": 2012, "acts": 2}, {"year": 2024, "acts": 5}]},
    "mark": "bar",
    "encoding": {"x": {"field": "year", "type": "ordinal"}, "y": {"field": "acts", "type": "quantitative"}},
}


def brief() -> Brief:
    """Two sources, four notes, all kinds of blocks."""
    fact = Sentence("Cambodia’s prime minister received the ambassador on 20 August 2024 (C2, n = 2).", (1, 2))
    blocks = (
        Heading(1, "In brief", "in-brief"),
        Paragraph((fact, Sentence("It is unlikely to be the last meeting.", (3,), "opinion"))),
        Heading(2, f"Names: {SCRIPTS}", "names"),
        Paragraph((Sentence(f"{HOSTILE} {RTL} {LONG}.", (1,)),), "What was said?"),
        Bullets((Paragraph((Sentence("One act.", (4,)),)),
                 Paragraph((Sentence("Trade is not known.", role="gap"),)))),
        Table(
            "The two ties side by side",
            ("Question", "South Korea", "North Korea"),
            (
                ((Sentence("Last contact", role="label"),), (fact,), (Sentence("Not known.", role="gap"),)),
                ((Sentence(HOSTILE, role="label"),), (Sentence("4", (4,)),), (Sentence("7", (1, 2, 3, 4)),)),
            ),
        ),
        Quotation("The meeting was more symbolic than practical.", "A. Writer, “On two Koreas”", (3,)),
        Figure("acts", "Acts by year", "Two acts in 2012, five in 2024.", _SPEC,
               (("year", "acts"), ("2012", "2"), ("2024", "5")), (1,)),
        Heading(1, "How this was made", "method"),
        Paragraph((Sentence("Shares have exact intervals.", role="method"),)),
    )  # fmt: skip
    return Brief(
        title="Cambodia between the two Koreas",
        subtitle="What three documents say",
        language="en",
        facts=(("Ledger state", "0123456789abcdef"), ("Documents", "3")),
        blocks=blocks,
        notes=(
            Note(1, 1, "event-1", "Prime Minister Hun Manet received the ambassador."),
            Note(2, 2, "event-2", f"He received {HOSTILE} {RTL}."),
            Note(3, 2, "opinion-1", "The meeting was more symbolic than practical."),
            Note(4, 3, "rows:events:icews:1",
                 lines=("2 rows of events from icews: source = 'icews'", "  2012-01-01 …")),
        ),
        sources=(
            Source(1, "document", "Hun Manet receives ambassador", "Mekong Ledger", None, dt.date(2024, 8, 22),
                   ("https://example.org/a?b=1&c=2",), "C", "a" * 64),
            Source(2, "document", HOSTILE, SCRIPTS, "A. Writer", None, ("javascript:alert(1)",), "D", "b" * 64),
            Source(3, "dataset", "ICEWS Coded Event Data", "Harvard Dataverse", None, None,
                   ("https://doi.org/10.7910/DVN/28075",), "C", "icews"),
        ),
        version="0.1.0",
    )  # fmt: skip
