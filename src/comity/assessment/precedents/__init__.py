"""Precedents: who made the same kind of move before, and what followed."""
