"""Sanctions lists of many authorities, gathered by OpenSanctions."""
