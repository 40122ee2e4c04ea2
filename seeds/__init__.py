"""The five seed articles as they came, their labels, and a local server that shows them as the sites they came from."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def seed_path(number: int) -> Path:
    """Path of seed file 0 to 4.

    Raises:
        IndexError: there is no such seed.
    """
    return sorted(FOLDER.glob("[0-9]*.txt"))[number]


def label_path(number: int) -> Path:
    """Path of the label of seed 0 to 4."""
    return FOLDER / "labels" / seed_path(number).with_suffix(".json").name


def seed_lines(number: int) -> list[str]:
    """The lines of a seed file exactly as they stand, blank ones too, so that line n of the file is ``lines[n - 1]``."""
    return seed_path(number).read_bytes().decode("utf-8").split("\n")
