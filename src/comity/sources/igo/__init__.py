"""Memberships of states in intergovernmental organisations."""
