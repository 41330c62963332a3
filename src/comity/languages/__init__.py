"""What findings and briefs say, in the language of the moment: English as written, others by a catalogue."""

from comity.languages.saying import (
    LANGUAGES,
    bare,
    called,
    has_words,
    say,
    say_of,
    several,
    speaking,
    spoken,
    unsaid,
)

__all__ = ["LANGUAGES", "bare", "called", "has_words", "say", "say_of", "several", "speaking", "spoken", "unsaid"]
