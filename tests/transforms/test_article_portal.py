"""The five seeds as the pages of their sites show them: the same body as in the labels, out of each CMS's markup."""

import json
import re
from datetime import date

import pytest

from seeds import label_path
from seeds.server.sites import BUILDERS
from transforms.article import read_html

PAGES = [
    ("seed-aggregator", "/post/2301.html"),
    ("seed-epaper", "/content/202409/12/content_35121.html"),
    ("seed-lettings", "/index.php/post/2286.html"),
    ("seed-farm", "/news/78121956.html"),
    ("seed-bare", "/show/1187.htm"),
]
BASE = "http://127.0.0.1:8471/"
FETCHED = date(2026, 1, 25)


def squeezed(text: str) -> str:
    return re.sub(r"[\s•]", "", text)


@pytest.mark.parametrize("number", range(5))
def test_seed_from_its_page(number: int) -> None:
    name, path = PAGES[number]
    page = BUILDERS[name](BASE).pages[path]
    label = json.loads(label_path(number).read_text("utf-8"))
    article = read_html(page.body, content_type=page.content_type, url=f"https://news.example{path}", fetched_on=FETCHED)
    body = squeezed(article.text)
    assert body.startswith(squeezed(label["body_starts"]))
    assert body.endswith(squeezed(label["body_ends"]))
    assert [furniture for furniture in label["not_body"] if furniture in article.text] == []
    assert article.source == label["article"]["source"]
    assert list(article.reporters) == label["article"]["reporters"]


@pytest.mark.parametrize(("name", "path", "start"), [
    ("seed-aggregator", "/post/2297.html", "梧岭高新区管委会日前发布通告"),
    ("seed-epaper", "/content/202407/10/content_33830.html", "昨天上午，芦汀产业园一期标准厂房交付使用"),
    ("seed-lettings", "/index.php/post/2281.html", "芦汀产业园东区标准厂房底层招租"),
    ("seed-farm", "/news/78119462.html", "芦汀产业园的名字,来自园中的一条小河"),
    ("seed-bare", "/show/1181.htm", "芦汀产业园的职工运动会在雨中收场"),
])
def test_a_short_article_wins_over_the_long_excerpts_beside_it(name: str, path: str, start: str) -> None:
    page = BUILDERS[name](BASE).pages[path]
    article = read_html(page.body, content_type=page.content_type, url=f"https://news.example{path}", fetched_on=FETCHED)
    assert article.text.startswith(start)
    assert len(article.text) < 160


def test_charset_of_the_bare_page_is_read_from_its_bytes() -> None:
    page = BUILDERS["seed-bare"](BASE).pages["/show/1187.htm"]
    assert "charset" not in page.content_type
    assert read_html(page.body, content_type=page.content_type).charset == "gb18030"
