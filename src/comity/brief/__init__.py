"""Briefs: what a ledger bears out about two or three states, every statement traced to a sentence.

`make_dossier` gives a brief on each partner of one state, with an index.
"""

from comity.brief.document import Brief
from comity.brief.dossier import Dossier, make_dossier
from comity.brief.make import make
from comity.brief.request import Request, requested, requested_of

__all__ = ["Brief", "Dossier", "Request", "make", "make_dossier", "requested", "requested_of"]
