"""Briefs: what a ledger bears out about two or three states, every statement traced to a sentence."""

from comity.brief.html import write_html

__all__ = ["write_html"]
