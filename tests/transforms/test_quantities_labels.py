"""Every labelled number of the seeds and of the project's own articles is read as labelled, and little else is."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from transforms.quantities import Quantity, scan
from transforms.repair import fold, read_spun

ROOT = Path(__file__).parents[2]
LABELS = sorted((ROOT / "seeds/labels").glob("*.json")) + sorted((ROOT / "tests/articles").glob("*.json"))
ALIKE = ({"over", "at_least"}, {"under", "nearly"})  # words that one reader takes for the other


def text_of(label: Path) -> str:
    beside = label.with_suffix(".txt")
    return (beside if beside.exists() else ROOT / "seeds" / beside.name).read_bytes().decode("utf-8")


def read(text: str) -> Iterator[tuple[Quantity, int, int]]:
    """The figures of a printed text with their spans in the print."""
    folded = fold(text)
    spun = read_spun(folded.text)
    for q in scan(spun.text if spun else folded.text):
        if q.role == "figure":
            start, end = spun.original(q.start, q.end) if spun else (q.start, q.end)
            yield q, *folded.original(start, end)


def same(label: dict[str, Any], q: Quantity) -> bool:
    values = math.isclose(abs(label["obs_value"]), abs(q.obs_value), rel_tol=1e-4, abs_tol=1e-9)
    words = {label["qualifier"], q.qualifier}
    return values and q.unit_measure == label["unit_measure"] and (len(words) == 1 or any(words <= alike for alike in ALIKE))


@pytest.mark.parametrize("path", LABELS, ids=lambda p: p.stem[:3])
def test_labelled_numbers_are_read(path: Path) -> None:
    found = list(read(text_of(path)))
    for label in json.loads(path.read_text("utf-8"))["observations"]:
        start, end = label.get("span") or label["seed_span"]
        if label["must"]:
            shown = text_of(path)[start:end], label["qualifier"]
            assert any(same(label, q) for q, a, b in found if a < end and start < b), shown


def test_little_else_is_a_figure() -> None:
    figures = others = 0
    for path in (ROOT / "tests/articles").glob("*.json"):
        labels = json.loads(path.read_text("utf-8"))["observations"]
        for q, _, _ in read(text_of(path)):
            figures += 1
            others += not any(same(label, q) for label in labels)
    assert others <= 0.04 * figures, (others, figures)  # of titles and page furniture, which no label counts
