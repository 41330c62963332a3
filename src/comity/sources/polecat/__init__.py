"""POLECAT weekly event data."""
