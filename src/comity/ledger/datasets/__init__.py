"""The public record as tables: events, flows, votes and lists that were imported, beside the ledger's file.

`schemas` says what the tables are, `catalogue` which files they came from, `parts` where the rows lie.
"""
