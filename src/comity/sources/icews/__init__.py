"""ICEWS coded event data."""
