"""Text from the web on a terminal: shown, never acted on."""

from __future__ import annotations

import unicodedata
from typing import Any

from rich.console import Console
from rich.text import Text

WIDTH = 200  # characters
_ACTING = {"Cc", "Cf", "Cs"}  # controls such as escape sequences, marks that turn the direction of writing, half characters


def wide_console() -> Console:
    """The terminal as it is; in a file or a pipe, wide enough for the summary's lines and a query's rows."""
    console = Console()
    return console if console.is_terminal else Console(width=WIDTH)


def printable(text: str) -> str:
    """The text with a mark in place of every character that a terminal would act on; line breaks and tabs stay."""
    return "".join(c if c in "\n\t" or unicodedata.category(c) not in _ACTING else "\N{REPLACEMENT CHARACTER}" for c in text)


def cell(value: Any, style: str = "") -> Text:
    """A value for rich's tables and lines, in which nothing is markup; empty where it is None."""
    return Text("" if value is None else printable(str(value)), style)
