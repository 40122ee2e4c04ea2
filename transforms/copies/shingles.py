"""Shingles: the runs of five letters or digits of a text, hashed, and a sketch of them that estimates containment.

A sketch is the set's smallest hashes. Below the smaller of two sketches' largest hashes both are complete, so the shares counted
there are unbiased estimates for the whole sets, whatever their sizes (Broder's bottom-k sketch read as a FracMinHash).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from zlib import crc32

WIDTH = 5
SKETCH_SIZE = 512  # a text of up to 512 shingles is kept whole; of a longer one containment is good to some 3 %
LONGEST = 100_000  # letters; what a text goes on with after them tells no new story
_ODD = 0x9E3779B1  # 2^32 / golden ratio: spreads CRC's low bits, and loses nothing
_SIGN, _WRAP = 1 << 31, 1 << 32


def letters(text: str) -> str:
    """The letters and digits of a folded text, without space and punctuation."""
    return "".join(filter(str.isalnum, text))[:LONGEST].lower()


def sketch(stream: str) -> tuple[int, tuple[int, ...]]:
    """How many different shingles a stream of letters has, and the smallest ``SKETCH_SIZE`` of their hashes."""
    return smallest((stream[i:i + WIDTH] for i in range(len(stream) - WIDTH + 1)), SKETCH_SIZE)


def smallest(things: Iterable[str], most: int) -> tuple[int, tuple[int, ...]]:
    """How many different things there are, and the ``most`` smallest of their hashes, as signed integers of 32 bits."""
    hashes = {crc32(thing.encode()) * _ODD % _WRAP for thing in things}
    return len(hashes), tuple(h - _WRAP if h >= _SIGN else h for h in sorted(hashes)[:most])


def overlap(a: Sequence[int], b: Sequence[int], size_a: int, size_b: int) -> tuple[float, float, float]:
    """Containment of the smaller set in the larger, Jaccard index, and containment of ``b`` in ``a``, estimated from sketches."""
    hashes_a, hashes_b = _unsigned(a, size_a), _unsigned(b, size_b)
    bound = min(hashes_a[-1] if size_a > len(a) else _WRAP, hashes_b[-1] if size_b > len(b) else _WRAP)
    below_a = {h for h in hashes_a if h <= bound}
    below_b = {h for h in hashes_b if h <= bound}
    shared = len(below_a & below_b)
    smaller = min(len(below_a), len(below_b))
    if not smaller:
        return 0.0, 0.0, 0.0
    return shared / smaller, shared / len(below_a | below_b), shared / len(below_b)


def _unsigned(hashes: Sequence[int], size: int) -> list[int]:
    if not hashes and size:
        raise ValueError("a text with shingles has a sketch")
    return [h + _WRAP if h < 0 else h for h in hashes]
