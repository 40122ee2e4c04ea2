"""Articles that a page or a converter has damaged: some figures are lost, none of it stops the extractor."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from transforms.article import UnreadablePage
from transforms.extract import extract

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = sorted((ROOT / "tests" / "articles").glob("*.txt")) + sorted((ROOT / "seeds").glob("*.txt"))
MARKS = "0123456789,、|%（）“”：；\n"


def shuffled(text: str, rng: random.Random) -> str:
    lines = text.split("\n")
    rng.shuffle(lines)
    return "\n".join(lines)


def cut(text: str, rng: random.Random) -> str:
    start = rng.randrange(len(text))
    return text[start : start + rng.randrange(50, 1500)]


def thinned(text: str, rng: random.Random) -> str:
    return "".join(c for c in text if rng.random() > 0.03)


def noisy(text: str, rng: random.Random) -> str:
    return "".join(c if rng.random() > 0.02 else rng.choice(MARKS) for c in text)


def barred(text: str, rng: random.Random) -> str:
    return "\n".join(line + rng.choice(["", "|", "\t", " | 12 | 34"]) for line in text.split("\n"))


def run_together(text: str, rng: random.Random) -> str:
    return text.replace("\n", rng.choice(["", "|", " "]))


@pytest.mark.parametrize("damage", [shuffled, cut, thinned, noisy, barred, run_together], ids=lambda d: d.__name__)
def test_a_damaged_article_is_read_or_refused(damage: Callable[[str, random.Random], str]) -> None:
    rng = random.Random(20251125)  # noqa: S311 - the same damage in every run
    for path in ARTICLES:
        text = damage(path.read_text("utf-8"), rng)
        try:
            told = extract(text.encode(), kind="text")
        except UnreadablePage:
            continue
        body = told.article.text
        assert all(0 <= o.span[0] < o.span[1] <= len(body) for o in told.observations), path


def test_a_whole_cut_off_after_its_first_character_is_none() -> None:
    told = extract("郑州经开区\n2025年8月6日\n上半年,郑州经开区税收5亿元,占全的12%。".encode(), kind="text")
    assert [o.value for o in told.observations] == [5, 12]


def test_a_text_may_end_with_a_number_of_its_headings() -> None:
    told = extract("芦洲经开区\n2025年8月6日\n上半年,芦洲经开区税收5亿元。\n2、".encode(), kind="text")
    assert [o.value for o in told.observations] == [5]
