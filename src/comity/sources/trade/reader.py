"""Trade in goods: UN Comtrade (CSV, old and new, and JSON), IMF DOTS and IMTS (CSV), COW 4.0 (CSV).

Pitfalls. A row is what one side reports: the exports of A to B and the imports of B from A are two rows, seldom
equal (imports are CIF, exports FOB), and are both kept. Comtrade files may hold a total and its parts by mode of
transport, procedure or second partner: only rows without a `breakdown` may be summed. Areas that are no state
(world, 'other Asia', which is mostly Taiwan) keep their code and have no ISO3. COW gives imports only, in millions
of current dollars, -9 for missing; values here are dollars. The IMF's files of series are in dollars: that is what
published examples show, the publisher's own note was not at hand.
"""

from __future__ import annotations

from comity.sources.form import Form
from comity.sources.trade import comtrade, cow, imf

FORMS: tuple[Form, ...] = (*comtrade.FORMS, *imf.FORMS, *cow.FORMS)
