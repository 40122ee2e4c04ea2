"""The five seeds as plain text: body, title, source and reporters as their labels say."""

import json
import re
from pathlib import Path

import pytest

from transforms.article import read_text

SEEDS = Path(__file__).parents[2] / "seeds"
NAMES = sorted(path.stem for path in SEEDS.glob("*.txt"))


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("name", NAMES)
def test_body_starts_and_ends_as_labelled_and_holds_no_furniture(name: str) -> None:
    label = json.loads((SEEDS / "labels" / f"{name}.json").read_text("utf-8"))
    article = read_text((SEEDS / f"{name}.txt").read_bytes())
    body = squeezed(article.text)
    assert body.startswith(squeezed(label["body_starts"]))
    assert body.endswith(squeezed(label["body_ends"]))
    assert [furniture for furniture in label["not_body"] if furniture in article.text] == []


@pytest.mark.parametrize("name", NAMES)
def test_title_source_and_reporters_as_labelled(name: str) -> None:
    label = json.loads((SEEDS / "labels" / f"{name}.json").read_text("utf-8"))["article"]
    article = read_text((SEEDS / f"{name}.txt").read_bytes())
    assert squeezed(article.title) == squeezed(label["title"] or "")
    assert article.source == label["source"]
    assert list(article.reporters) == label["reporters"]


@pytest.mark.parametrize("name", NAMES)
def test_every_line_of_the_body_stands_in_the_seed(name: str) -> None:
    seed = (SEEDS / f"{name}.txt").read_text("utf-8")
    for line in read_text(seed.encode()).text.split("\n"):
        assert line in seed
