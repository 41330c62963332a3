"""Embassies, legations and other missions that states have in each other's capitals."""
