"""Findings on two states: each module answers some questions of one kind, by `(holdings, pair, window)`."""
