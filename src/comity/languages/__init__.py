"""What findings and briefs say, in the language of the moment: English as written, others by a catalogue."""

from comity.languages.saying import LANGUAGES, called, say, say_of, speaking, spoken, unsaid

__all__ = ["LANGUAGES", "called", "say", "say_of", "speaking", "spoken", "unsaid"]
