"""A logistic model over signs that are there or not, fitted with shrinkage."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from transforms.observe.confidence import BIAS, rare

Signs = Sequence[str]
SWEEPS = 400
CLOSE = 1e-4  # of the largest step in a sweep


def named(rows: Iterable[Signs], known: frozenset[str]) -> list[list[str]]:
    """The features of each row: its signs, those that are not known as their field's rare ones."""
    return [sorted({sign if sign in known else rare(sign) for sign in row}) for row in rows]


def known_signs(rows: Iterable[Signs], least: int) -> frozenset[str]:
    """The signs that stand in ``least`` rows or more."""
    counts = Counter(sign for row in rows for sign in set(row))
    return frozenset(sign for sign, n in counts.items() if n >= least)


def fit(rows: list[list[str]], right: list[bool], *, shrink: float, free: frozenset[str] = frozenset()) -> dict[str, float]:
    """The weights that make ``right`` likeliest, each but the bias and the ``free`` ones drawn to zero by ``shrink``.

    By coordinate descent: Newton's step in one weight after the other, until no weight moves.
    """
    where: dict[str, list[int]] = {BIAS: list(range(len(rows)))}
    for i, row in enumerate(rows):
        for sign in row:
            where.setdefault(sign, []).append(i)
    weights, margins = dict.fromkeys(where, 0.0), [0.0] * len(rows)
    for _ in range(SWEEPS):
        largest = 0.0
        for sign, at in where.items():
            penalty = 1e-6 if sign == BIAS or sign in free else shrink
            slope, curve = -penalty * weights[sign], penalty
            for i in at:
                p = 1 / (1 + math.exp(-margins[i]))
                slope += right[i] - p
                curve += p * (1 - p)
            step = max(-1.0, min(1.0, slope / curve))
            weights[sign] += step
            for i in at:
                margins[i] += step
            largest = max(largest, abs(step))
        if largest < CLOSE:
            break
    return weights
