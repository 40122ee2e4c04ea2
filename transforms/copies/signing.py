"""The signature of an article: all that is needed to find its copies, made from its text and its observations."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from itertools import pairwise

from parkwatch.records import Observation, Place, Signature
from transforms.copies.places import DAY_MARK, PERIOD_MARK, amount, places
from transforms.copies.shingles import LONGEST, letters, sketch, smallest
from transforms.repair import fold, read_spun

SIGNATURE_VERSION = 1  # goes up with every change that makes stored signatures and new ones differ for one text
SAMPLE_SIZE = 40  # hashes by which an article is found: half of a spun text still shares some ten of its original's
MOST_PLACES = 400  # what a page goes on with after them is a table of a yearbook
MOST_PAIRS = 16  # of those, of figures

Figure = tuple[float, str, str, str, str]  # obs_value, unit_measure, indicator, measure, subject


def signature(text: str, figures: Iterable[Figure | Observation] = ()) -> Signature:
    """Sign an article.

    Args:
        text: its cleaned body; traditional and full-width characters are folded, spun words read back as far as they are known.
        figures: its observations, or their obs_value, unit_measure, indicator, measure and subject.
    """
    read = fold(text[:2 * LONGEST].encode("utf-8", "replace").decode()).text  # a lone surrogate has no hash
    spun = read_spun(read)
    if spun is not None:
        read = spun.text
    stream = letters(read)
    size, hashes = sketch(stream)
    placed = tuple(places(read)[:MOST_PLACES])
    return Signature(sha256(stream.encode()).hexdigest(), size, hashes, placed,
                     tuple(sorted({_figure(f) for f in figures})), _sample(hashes, placed), SIGNATURE_VERSION)


def _sample(hashes: tuple[int, ...], placed: tuple[Place, ...]) -> tuple[int, ...]:
    """What the article is found by: many articles share words, and only copies, spun ones too, two figures in a row."""
    values = [p.value for p in placed if not p.value.startswith((PERIOD_MARK, DAY_MARK))]
    _, pairs = smallest(map("|".join, pairwise(values)), MOST_PAIRS)
    return hashes[:SAMPLE_SIZE - len(pairs)] + pairs


def _figure(figure: Figure | Observation) -> tuple[str, str, str, str]:
    if isinstance(figure, Observation):
        high = "" if figure.obs_value_high is None else f"-{amount(figure.obs_value_high)}"
        whose = fold(figure.subject).text  # one story in two scripts is one
        return f"{amount(figure.obs_value)}{high} {figure.unit_measure}", figure.indicator, figure.measure, whose
    value, unit_measure, indicator, measure, subject = figure
    return f"{amount(value)} {unit_measure}", indicator, measure, subject
