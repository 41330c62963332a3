"""Words that decide whether one act lends its time to another."""

from comity.reading._date_words import listed

DURING = frozenset(listed("during at in amid throughout over within when while as whilst"))
"""What these govern happens at the same time."""
AFTER = frozenset(listed("after following upon"))
"""What these govern came first: only its year is lent."""
NEVER = frozenset(
    listed("before until till ahead since despite because without against prior if unless although though")
)
"""What these govern lends nothing."""
TOGETHER = frozenset(listed("when while as whilst"))
CLAUSES = frozenset(listed("ROOT ccomp xcomp advcl relcl acl csubj csubjpass parataxis pcomp"))
LIGHT = frozenset(
    listed(
        "hold pay make take conduct sign begin start open stage launch end host convene undertake "
        "conclude reach attend carry see have complete finish give deliver send join"
    )
)
"""Verbs that say no more than that their object took place."""
SAYS = frozenset(
    listed(
        "say tell announce report state add note claim argue confirm deny reveal reiterate stress insist "
        "warn condemn denounce criticise criticize deplore welcome praise discuss urge demand recall plan "
        "propose promise threaten commemorate celebrate mark cancel postpone mention describe explain "
        "think believe expect hope"
    )
)
"""Verbs whose object happened at another time."""
INTENDS = frozenset(
    listed(
        "plan agree expect schedule set intend hope want promise vow pledge aim prepare decide propose "
        "invite urge ask seek threaten wish offer commit slate due likely ready poised determined willing "
        "demand order call offer opportunity proposal pledge commitment decision deadline intention"
    )
)
"""Words whose infinitive lies ahead."""
