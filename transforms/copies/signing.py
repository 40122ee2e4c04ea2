"""The signature of an article: all that is needed to find its copies, made from its text and its observations."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from parkwatch.records import Observation, Signature
from transforms.copies.places import amount, places
from transforms.copies.shingles import LONGEST, letters, sketch
from transforms.repair import fold, read_spun

SIGNATURE_VERSION = 1  # goes up with every change that makes stored signatures and new ones differ for one text

Figure = tuple[float, str, str, str, str]  # obs_value, unit_measure, indicator, measure, subject


def signature(text: str, figures: Iterable[Figure | Observation] = ()) -> Signature:
    """Sign an article.

    Args:
        text: its cleaned body; traditional and full-width characters are folded, spun words read back as far as they are known.
        figures: its observations, or their obs_value, unit_measure, indicator, measure and subject.
    """
    read = fold(text[:2 * LONGEST]).text
    spun = read_spun(read)
    if spun is not None:
        read = spun.text
    stream = letters(read)
    size, smallest = sketch(stream)
    return Signature(sha256(stream.encode("utf-8", "replace")).hexdigest(), size, smallest, tuple(places(read)),
                     tuple(sorted({_figure(f) for f in figures})))


def _figure(figure: Figure | Observation) -> tuple[str, str, str, str]:
    if isinstance(figure, Observation):
        high = "" if figure.obs_value_high is None else f"-{amount(figure.obs_value_high)}"
        return f"{amount(figure.obs_value)}{high} {figure.unit_measure}", figure.indicator, figure.measure, figure.subject
    value, unit_measure, indicator, measure, subject = figure
    return f"{amount(value)} {unit_measure}", indicator, measure, subject
