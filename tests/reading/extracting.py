"""What the tests of extraction share."""

from comity.errors import InputError
from comity.reading.extract import Source, extract_bytes


def one(data, name, **options):
    """The only thing that comes out of some data."""
    (found,) = extract_bytes(data, name, **options)
    return found


def text_of(data, name, **options):
    found = one(data, name, **options)
    assert isinstance(found, Source), str(found)
    return found.text


def error_of(data, name, **options):
    """The message of the only error: one sentence on one line that begins with the name."""
    found = one(data, name, **options)
    assert isinstance(found, InputError)
    message = str(found)
    assert message.startswith(f"{name}: ")
    assert "\n" not in message
    return message


LINES = [
    "The two ministers met in Seoul on Monday to discuss the coopera-",
    "tion of both states, and praised the long-",
    "standing ties. Those long-standing ties began in 1997, they said.",
    "Trade",
    "The second round of talks is to be held in Phnom Penh in the",
    "new year.",
]
