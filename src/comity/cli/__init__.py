"""The command line: parsing, progress and printing only."""
