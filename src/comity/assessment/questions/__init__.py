"""The questions that users ask, each a function that returns an assessment."""
