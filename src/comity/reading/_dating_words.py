"""Words that decide whether one act lends its time to another."""

from comity.reading._date_words import listed

DURING = frozenset(listed("during at in amid throughout over within when while as whilst"))
"""What these govern happens at the same time."""
AFTER = frozenset(listed("after following upon"))
"""What these govern came first: only its year is lent."""
NEVER = frozenset(
    listed("than before until till ahead since despite because without against prior if unless although though")
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
POINTING = frozenset(listed("the that this those these its his her their"))
"""Words before a noun that take up what was told."""
APART = frozenset(
    listed(
        "another other next last previous first second third fourth fifth new upcoming coming future further "
        "possible planned proposed earlier later past recent latest final annual regular such any no"
    )
)
"""Words before a noun that set it apart from what was told."""
ABOUT = frozenset(listed("for over about at"))
FEELS = frozenset(
    listed(
        "thank praise condemn regret congratulate apologise apologize blame criticise criticize express voice "
        "convey commend hail welcome deplore offer extend"
    )
)
"""Verbs about something that happened at another time: 'thanked them for the return in August'."""
COMES = frozenset(listed("arrive leave travel fly depart begin start open visit resume end expire host head"))
"""Verbs whose present tense is a timetable: 'arrives on Monday'."""
ELSEWHEN = frozenset(
    listed("earlier previously once often always usually never repeatedly since already recently originally ago")
)
"""Adverbs that put an act at another time than the one told before it."""
