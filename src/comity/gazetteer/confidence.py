"""How sure an answer is, by what it rests on. Between 0 and 1; only the order of these is meant."""

NAMED = 0.95
"""A name in the mention says it."""
ELSEWHERE = 0.75
"""A city, a name in another language, or the make of an organisation's name says it."""
PLACED = 0.7
"""Only 'in X' says it."""
DOUBTFUL = 0.6
"""The name is contested, or was out of use on that day, or stands beside words that are not known."""
BARE_ROLE = 0.5
"""The sector alone is told."""
