"""Errors that a person reads: what is wrong, where, and what to do."""


class ParkwatchError(Exception):
    """An error with a message for the user; the command line prints it as one line and leaves with status 1.

    Say what is wrong, where (file, field, address without credentials), and what to do about it.
    """


class UsageError(ParkwatchError):
    """The call itself is wrong (an unknown portal, a date that is none); the command line leaves with status 2."""
