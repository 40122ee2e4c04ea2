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
    printed = seed.replace("\n", "")  # a line may have been put together from two
    for line in read_text(seed.encode()).text.split("\n"):
        assert line in printed


@pytest.mark.parametrize(("number", "published"), list(enumerate(["2025-08-06", "2024", "2025-07", "2023", "2024-01"])))
def test_date_as_labelled(number: int, published: str) -> None:
    article = read_text((SEEDS / f"{NAMES[number]}.txt").read_bytes())
    assert article.published == published
    assert article.published_basis


def test_sentences_cut_at_a_columns_edge_are_put_together_again() -> None:
    article = read_text((SEEDS / f"{NAMES[1]}.txt").read_bytes())
    assert "先发优势明显：目前保税区拥有规模以上工业企业444家" in article.text
    assert "霍尼韦尔中国总裁余锋与同事们一起" in article.text
    assert "ocr_noise" in article.flags


@pytest.mark.parametrize("name", NAMES[:4])
def test_flags_as_labelled(name: str) -> None:
    label = json.loads((SEEDS / "labels" / f"{name}.json").read_text("utf-8"))["article"]
    elsewhere = {"internal_conflict", "spun"}  # are known only when the figures and the words have been read
    assert set(read_text((SEEDS / f"{name}.txt").read_bytes()).flags) == set(label["flags"]) - elsewhere
