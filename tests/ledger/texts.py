"""A text of our own with near-copies of it, and texts that only look like copies."""

from __future__ import annotations

PARAGRAPHS = (
    "Laos and Mongolia met on Tuesday to settle how their herders may sell wool and cheese across a border that"
    " neither of them shares, and left the hardest question for the autumn.",
    "The delegation from Vientiane had brought samples in eleven crates. Customs officers in Ulaanbaatar opened"
    " every one of them and sent two back for want of a stamp, which the guests took with good humour.",
    "A trader who has waited since March said that the price of transport through China had doubled to 340 dollars"
    " a tonne. He would rather send his cloth by air once a month, he added, than let it lie in Erenhot.",
    "Officials promised an answer by 15 October. Until then the old lists stay in force, and each side keeps a"
    " quarter of the duties that it takes.",
)
FULL = "\n\n".join(PARAGRAPHS)
EDITED = FULL.replace("hardest", "most difficult").replace("promised an answer", "said they would answer")
FIRST_HALF, SECOND_HALF = "\n\n".join(PARAGRAPHS[:2]), "\n\n".join(PARAGRAPHS[2:])
COPIES = {
    "headline, byline and dateline": f"Wool talks drag on\n\nBy Our Correspondent\n\nHANOI, June 3 (KPL) — {FULL}",
    "cut to the first half": FIRST_HALF,
    "cut to the second half": SECOND_HALF,
    "small edits": EDITED,
    "boilerplate": "The Steppe Post brings you the news of the highlands each morning at seven.\n\n"
    f"{FULL}\n\nSubscribe for more.\n\nWrite to our editors about this article, we read every letter we get.",
    "another credit": FULL + " – Xinhua",
}
OTHER_MATTER = (
    "Peru opened a consulate in Arica on Monday, a white house by the sea with two clerks and one"
    " telephone. Chile lent the furniture. The consul, a retired judge, means to hold office hours on market days,"
    " when most of those who cross from Tacna come to buy fish, cloth and medicine, and to settle papers that have"
    " lain in drawers for years because the bus to Santiago takes thirty hours and costs a week of wages."
)
OTHERS = {
    "the same talks in other words": "Mongolian and Laotian officials spent Tuesday in Ulaanbaatar haggling over"
    " dairy goods and wool. No deal came of it. Eleven boxes of samples were inspected at customs; a pair went"
    " back because a seal was missing. Freight by way of China now costs 340 dollars for each tonne, twice what it"
    " did, according to one merchant, who thinks of planes instead. A decision is due on 15 October, and tariffs"
    " are shared as before in the meantime.",
    "another matter": OTHER_MATTER,
    "a longer text that quotes half of it": SECOND_HALF
    + "\n\n"
    + " ".join(f"In village number {n} a family of {n + 3} tends goats and hopes for rain." for n in range(60)),
}


def message(year: int, number: str, state: str, leader: str) -> str:
    """A form of greetings, filled in."""
    return (
        f"President {leader} of {state} received a message of greetings from the King of Bhutan on the {number}"
        f" anniversary of independence on 4 July {year}. The King wished President {leader} good health and the"
        f" people of {state} lasting peace, prosperity and happiness. He recalled with gratitude how {state} had"
        f" stood by Bhutan in hard days, and said he was sure that the friendship of Bhutan and {state} would grow"
        " in the years ahead to the benefit of both peoples and of all who live in the mountains."
    )
