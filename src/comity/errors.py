"""The errors a caller may meet, named by what the caller should do about them.

Every message is one sentence that names the value, the place and the way out.
"""


class ComityError(Exception):
    """Base of all errors that a user can cause; the command line prints its message without a traceback."""


class InputError(ComityError):
    """One input (a file, a line, a field) cannot be read; the rest of a batch goes on."""


class UsageError(ComityError):
    """What was asked for makes no sense: an unknown country, a date that is none; nothing was done."""


class LedgerError(ComityError):
    """The ledger cannot be opened or written; nothing was changed."""
