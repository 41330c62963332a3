"""Sanctions of the United Nations: the consolidated list, and a table of its regimes."""
