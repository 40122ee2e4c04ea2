"""The headline weighed: what the head says, how the page shows it, where it stands, its words."""

from transforms.article import read_html
from transforms.article.headline import WEIGHTS, candidates
from transforms.article.looks import Look, Shown
from transforms.article.metadata import Head

TITLE = "梧岭湾产业园二期厂房交付 首批九家企业进场"
PROSE = "梧岭湾产业园8月5日交付二期厂房，首批九家企业进场装设备，年内试产。"
BODY = f"<div class=nr>{''.join(f'<p>{PROSE}{n}号楼的钥匙也已交到企业手中。</p>' for n in range(1, 5))}</div>"


def read(top: str, head: str = "") -> str:
    return read_html(f"<html><head><meta charset=utf-8>{head}</head><body>{top}{BODY}</body></html>".encode()).title


def test_each_kind_of_evidence_has_a_weight_and_each_weight_its_evidence() -> None:
    head = Head(title=TITLE, page_title=f"{TITLE}-青江网")
    found = candidates(head, [TITLE], [Shown(TITLE, TITLE.replace(" ", ""), Look(block=1), inside=False)])
    weighed = next(c for c in found if c.places)
    assert weighed.evidence.keys() == WEIGHTS.keys()
    assert weighed.weight == max(c.weight for c in found)


def test_of_a_menus_words_and_a_line_above_the_stamp_the_line_is_the_headline() -> None:
    menu = "<div class=menu><a href=/a>走进园区投资环境</a> <a href=/b>招商引资项目推介</a></div><h3>园区动态</h3>"
    assert read(f"{menu}<div>{TITLE}</div><p>2025-08-06 来源：本站</p>") == TITLE


def test_a_line_that_the_head_does_not_name_yields_to_its_tag() -> None:
    tag = f'<meta name="ArticleTitle" content="{TITLE}"><title>青江市人民政府</title>'
    assert read("<h1>梧岭湾经济开发区</h1><p>2025-08-06</p>", tag) == TITLE


def test_a_headline_stands_above_the_body_and_again_in_it() -> None:
    again = BODY.replace("<p>", f"<p align=center>{TITLE}</p><p align=center>园区建设课题组</p><p>2025年7月</p><p>", 1)
    page = f"<html><meta charset=utf-8><body><div>{TITLE}</div>{again}</body></html>"
    assert read_html(page.encode()).title == TITLE


def test_a_sentence_of_the_text_is_no_headline() -> None:
    assert read("") == ""
