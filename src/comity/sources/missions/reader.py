"""Diplomatic missions: Diplomatic Exchange of the Correlates of War, Diplometrics, and those of the United States.

`country` sends, `partner` is host. What has no row is unknown, not without a mission: Diplomatic Exchange has a
year in five or so, Diplometrics has rows only where there is something to tell.
"""

from __future__ import annotations

from comity.sources.missions import diplometrics, exchange, states

FORMS = (*exchange.FORMS, *diplometrics.FORMS, *states.FORMS)
