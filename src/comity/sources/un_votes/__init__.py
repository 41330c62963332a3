"""Votes in the General Assembly and the Security Council of the United Nations."""
