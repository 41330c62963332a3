"""Findings on one state between two others: each module answers some questions of one kind, by a `Triangle`."""
