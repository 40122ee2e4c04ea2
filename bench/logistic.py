"""A logistic model over signs that are there or not, fitted with shrinkage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from scipy.special import expit

from transforms.observe.confidence import BIAS, rare

Signs = Sequence[str]
HARDLY = 1e-6  # the shrinkage of what is not to be shrunk, so that signs that always stand together have weights


def named(rows: Iterable[Signs], known: frozenset[str]) -> list[list[str]]:
    """The features of each row: its signs, those that are not known as their field's rare ones."""
    return [sorted({sign if sign in known else rare(sign) for sign in row}) for row in rows]


def known_signs(rows: Iterable[Signs], least: int) -> frozenset[str]:
    """The signs that stand in ``least`` rows or more."""
    counts = Counter(sign for row in rows for sign in set(row))
    return frozenset(sign for sign, n in counts.items() if n >= least)


def fit(rows: list[list[str]], right: list[bool], *, shrink: float, free: frozenset[str] = frozenset()) -> dict[str, float]:
    """The weights that make ``right`` likeliest, each but the bias and the ``free`` ones drawn to zero by ``shrink``."""
    signs = [BIAS, *dict.fromkeys(sign for row in rows for sign in row)]
    at = {sign: k for k, sign in enumerate(signs)}
    columns = [at[sign] for row in rows for sign in (BIAS, *row)]
    ends = np.cumsum([0, *(len(row) + 1 for row in rows)])
    there = csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(rows), len(signs)))
    held = np.array([HARDLY if sign == BIAS or sign in free else shrink for sign in signs])
    was = np.array(right, dtype=float)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        margins = there @ weights
        likely = np.logaddexp(0, margins).sum() - was @ margins
        return likely + held @ weights**2 / 2, there.T @ (expit(margins) - was) + held * weights

    found = minimize(loss, np.zeros(len(signs)), jac=True, method="L-BFGS-B", options={"maxiter": 2000, "ftol": 1e-14})
    return dict(zip(signs, found.x.tolist(), strict=True))
