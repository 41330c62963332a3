"""Comity."""
