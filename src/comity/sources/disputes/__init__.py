"""Disputes, wars and rivalries between states."""
