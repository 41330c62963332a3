"""Briefs: what a ledger bears out about two or three states, every statement traced to a sentence."""

from comity.brief.document import Brief
from comity.brief.make import make
from comity.brief.request import Request, requested

__all__ = ["Brief", "Request", "make", "requested"]
