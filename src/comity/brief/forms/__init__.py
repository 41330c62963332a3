"""The forms of a brief: one module each, from the same `Brief` and saying the same."""
