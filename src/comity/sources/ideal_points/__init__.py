"""Ideal points of states from their votes in the United Nations."""
