"""Alliances: ATOP and Correlates of War."""
