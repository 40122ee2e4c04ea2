"""Repairs of an article's text for reading: folded script and width, and spun words read back, both with a map to the print."""

from transforms.repair.folding import fold
from transforms.repair.offsets import Folded
from transforms.repair.spun import Spun, read_spun

__all__ = ["Folded", "Spun", "fold", "read_spun"]
