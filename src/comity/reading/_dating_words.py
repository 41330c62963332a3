"""Words that decide whether one act lends its time to another."""

from comity.tables import rows

_WORDS = {row["kind"]: frozenset(row["words"].split("|")) for row in rows("reading", "dating_words.csv")}
DURING = _WORDS["during"]
"""What these govern happens at the same time."""
AFTER = _WORDS["after"]
"""What these govern came first: only its year is lent."""
NEVER = _WORDS["never"]
"""What these govern lends nothing."""
TOGETHER = _WORDS["together"]
ANSWERS = _WORDS["answers"]
"""Nouns for what is done about something earlier: 'in its reply to Tuesday's note'."""
CLAUSES = _WORDS["clauses"]
LIGHT = _WORDS["light"]
"""Verbs that say no more than that their object took place."""
SAYS = _WORDS["says"]
"""Verbs whose object happened at another time."""
INTENDS = _WORDS["intends"]
"""Words whose infinitive lies ahead."""
POINTING = _WORDS["pointing"]
"""Words before a noun that take up what was told."""
APART = _WORDS["apart"]
"""Words before a noun that set it apart from what was told."""
ABOUT = _WORDS["about"]
FEELS = _WORDS["feels"]
"""Verbs about something that happened at another time: 'thanked them for the return in August'."""
COMES = _WORDS["comes"]
"""Verbs whose present tense is a timetable: 'arrives on Monday'."""
ELSEWHEN = _WORDS["elsewhen"]
"""Adverbs that put an act at another time than the one told before it."""
EDGES = _WORDS["edges"]
"""Nouns for a part of an act: 'at the close of the visit'."""
REACTS = _WORDS["reacts"]
"""Verbs that answer what a news story has told."""
UTTERS = _WORDS["utters"]
"""Verbs whose object is what was said: 'voiced their regret'."""
TALKS = _WORDS["talks"]
"""Verbs for what is done at a meeting."""
COMMANDS = _WORDS["commands"]
"""Verbs that tell somebody to do what their infinitive says."""
OPENS = _WORDS["opens"]
"""Verbs for the first day of what lasts for days."""
CLOSES = _WORDS["closes"]
"""Verbs for its last day."""
DAYTIMES = _WORDS["daytimes"]
"""Nouns for an hour of a day: 'before dawn on Sunday'."""
MAKES = _WORDS["makes"]
"""Verbs that bring their object about: 'the ban that it imposed in May'."""
BEGINS = _WORDS["begins"]
"""Verbs that tell when their subject took place: 'the talks, which began in May'."""
STATED = _WORDS["stated"]
"""Nouns for what is voiced about something: 'a protest over the ramming on 27 March'."""
SERVES = _WORDS["serves"]
"""Verbs whose object happens as they do: 'an agreement brokered by Qatar'."""
CEREMONIES = _WORDS["ceremonies"]
"""Parts of an occasion that other acts are told by: 'before the vote'."""
GATHERS = _WORDS["gathers"]
"""Verbs for coming together."""
BLAMES = _WORDS["blames"]
"""What is done along with the act: 'arrested two men whom they accused of theft'."""
TAKES_OF = _WORDS["takesof"]
"""Verbs with an 'of' of their own: 'accused the crew in July of poaching'."""
TIMELESS = _WORDS["timeless"]
"""Participles that say nothing of when: 'a summit held in May'."""
LATER = _WORDS["later"]
"""Adverbs that part two verbs in time."""
