"""An article on several pages is read as one: in order, no line twice, a cut sentence whole."""

from transforms.article import PartPage, read_html
from transforms.extract import extract

TITLE = "澄泷工业园：老厂区的新账本"
FIRST = [
    "青江日报讯（记者 苏禾）走进澄泷工业园，老厂房改成的加速器里机器轰鸣。",
    "园区管委会主任陆辞介绍，今年前三季度，园区规上工业产值达到286.4亿元，同比增长9.3%。",
    "改造从2021年开始。当年园区腾退低效用地1260亩，引进企业48家，其中专精特新企业15家，如今这些企业的产值已经占到全园区的三成以上，而且",
]
SECOND = [
    "全部实现了盈利，亩均税收达到28.6万元，比改造之前翻了一番还要多，成为园区里最受关注的一片热土，来这里参观的各地代表团络绎不绝。",
    "“下一步还要再改600亩。”陆辞说，年内将开工建设二期标准厂房22万平方米。",
]
THIRD = ["到明年底，园区标准厂房总面积将超过110万平方米。"]


def page(lines: list[str], pager: str = "", tail: str = "") -> bytes:
    """DedeCMS's default template."""
    body = "".join(f"<p>　　{line}</p>" for line in lines)
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{TITLE}_青江网</title></head><body>
<div class="place"><strong>当前位置:</strong> <a href="/">主页</a> &gt; <a href="/yq/">园区</a> &gt; </div>
<div class="viewbox"><div class="title"><h2>{TITLE}</h2></div>
<div class="info"><small>时间:</small>2024-10-21 08:30<small>来源:</small>青江日报 <small>点击:</small>102次</div>
<div class="content"><table><tr><td>{body}{tail}</td></tr></table></div>
<div class="dede_pages"><ul class="pagelist">{pager}</ul></div></div></body></html>""".encode()


PAGER = """<li><a>共3页: </a></li><li class="thisclass"><a>1</a></li><li><a href="88_2.html">2</a></li>
<li><a href="88_2.html">下一页</a></li>"""
PAGES = [page(FIRST, PAGER), page([FIRST[0], *SECOND], PAGER), page(THIRD, PAGER, "<p>（责任编辑：周岚）</p>")]


def test_pages_are_one_article() -> None:
    article = read_html(PAGES[0], parts=[PartPage(body) for body in PAGES[1:]])
    assert article.text.split("\n") == [*FIRST[:2], FIRST[2] + SECOND[0], SECOND[1], *THIRD]
    assert (article.title, article.published, article.source) == (TITLE, "2024-10-21", "青江日报")
    assert article.reporters == ("苏禾",)


def test_a_further_page_without_a_body_is_passed_over() -> None:
    empty = b"<html><body><a href='/'>404</a></body></html>"
    article = read_html(PAGES[0], parts=[PartPage(empty), PartPage(PAGES[2])])
    assert article.text.split("\n") == [*FIRST, *THIRD]


def test_each_page_has_its_own_charset() -> None:
    second = page(SECOND).decode().replace("utf-8", "gbk").encode("gb18030")
    article = read_html(PAGES[0], parts=[PartPage(second, "text/html; charset=gbk")])
    assert article.text.endswith(SECOND[1])
    assert article.charset == "utf-8"


def test_figures_of_all_pages_are_observed() -> None:
    extraction = extract(PAGES[0], kind="html", parts=[PartPage(body) for body in PAGES[1:]])
    assert {286.4, 1260.0} <= {o.value for o in extraction.observations}
    assert all(extraction.article.text[slice(*o.span)] in o.evidence for o in extraction.observations)
    assert any("22万平方米" in o.evidence for o in extraction.observations)
