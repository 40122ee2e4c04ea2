"""Typeset and OCR text: lines that end at a column's edge are put together again."""

from transforms.article import read_html, read_text
from transforms.article.joins import unwrapped

PARAGRAPHS = [
    "本报讯（记者苏禾）昨天上午，澄泷工业园举行三季度重大项目集中开工仪式，16个项目总投资达到86.4亿元，涵盖智能装备、新材料和生物医药三个产业，年度计划投资21.5亿元。",
    "园区管委会主任陆辞介绍，今年前三季度，园区完成规上工业产值286.4亿元，同比增长9.3%；实现税收18.2亿元，同比增长11.6%；新增规上企业23家，总数达到248家，提前完成全年目标。",
    "“项目是园区的生命线。”陆辞说，下一步园区将建立专班，对每个项目从签约到投产全程服务，力争年内再开工12个亿元以上项目。",
]


def typeset(width: int) -> list[str]:
    return [p[k : k + width] for p in PARAGRAPHS for k in range(0, len(p), width)]


def test_lines_of_one_width_are_one_paragraph_each() -> None:
    for width in (16, 18, 24):
        lines, broken = unwrapped(typeset(width))
        assert lines == PARAGRAPHS
        assert broken > 6


def test_prose_lists_and_verse_stay_as_they_are() -> None:
    headlines = [f"第{n}产业园完成季度投资{n}亿元" for n in range(10, 30)]
    verse = ["青澜湾畔起高楼，", "滨湖新区柳色稠。"] * 8
    items = [f"{n}．园区第{n}号地块面积{n}亩，用于建设标准厂房。" for n in range(10, 40)]
    for lines in (PARAGRAPHS * 4, verse, items, headlines[:7]):
        assert unwrapped(lines) == (lines, 0)


def test_plain_text_and_pages_alike_and_flagged() -> None:
    title = "澄泷工业园16个项目集中开工"
    text = read_text("\n".join([title, "2024-10-21 青江日报", *typeset(24)]).encode())
    body = f"<h1>{title}</h1><p>2024-10-21</p><div id='ozoom'>{'<br>'.join(typeset(24))}</div>"
    page = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    for article in (text, read_html(page.encode())):
        assert article.text.split("\n") == PARAGRAPHS
        assert "ocr_noise" in article.flags
        assert article.reporters == ("苏禾",)


def test_the_rows_of_a_table_are_no_lines_of_text() -> None:
    rows = [f"规模以上第{n}产业总产值 | 亿元 | {n}.5 | 6.3" for n in range(10, 30)]
    assert unwrapped(rows) == (rows, 0)
    assert unwrapped(typeset(18) + rows)[0][-len(rows) :] == rows


def test_an_e_papers_article_begins_behind_its_tools() -> None:
    page = "\n".join(
        [
            "园区路灯全部换新", "芦洲经开区三个项目投产", "图片新闻", "3上一篇  下一篇4 2016年4月12日 放大 缩小 默认",
            "上一期  下一期", "返回版面 版面导航", "芦洲经开区三个项目投产",
            "本报讯 今年1至3月,芦洲经开区完成工业投资6亿元,增长8%,三个项目投产。",
        ]
    )  # fmt: skip
    article = read_text(page.encode())
    assert (article.title, article.published) == ("芦洲经开区三个项目投产", "2016-04-12")
    assert "路灯" not in article.text
