"""Checkers of claims: each looks at what other texts and the public record hold for one kind of claim."""
