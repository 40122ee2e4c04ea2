"""The record above a government's document: where it is filed is no text of it, in each layout that sites print it in."""

import pytest

from transforms.article import read_html

TITLE = "青澜湾经济开发区管委会关于封闭管理青江路段的通告"
LINES = [
    "为保障雨污管网改造施工安全，根据有关规定，现就青江路段封闭管理有关事项通告如下：",
    "一、8月1日至9月30日，青江路（湖滨路至芦汀大道）全线封闭，请绕行滨河路。",
    "二、公交12路、28路临时改线，站点另行公布。",
    "特此通告。",
]
ENTRIES = [
    ("索 引 号", "113204120139/2025-00426"),
    ("主题分类", "城乡建设;通告"),
    ("发布机构", "青澜湾经济开发区管委会"),
    ("成文日期", "2025年07月21日"),
    ("标　　题", TITLE),
    ("发文字号", "青开管〔2025〕18号"),
    ("公开日期", "2025年07月25日"),
]
PAIRS = list(zip(ENTRIES[::2], [*ENTRIES[1::2], ("有 效 性", "有效")], strict=True))
LAYOUTS = {
    "a row each": "<table>" + "".join(f"<tr><td>{label}：</td><td>{value}</td></tr>" for label, value in ENTRIES) + "</table>",
    "two a row": "<table>"
    + "".join(f"<tr><th>{a}</th><td>{b}</td><th>{c}</th><td>{d}</td></tr>" for (a, b), (c, d) in PAIRS)
    + "</table>",
    "a list": "<ul>" + "".join(f"<li><b>{label}：</b>{value}</li>" for label, value in ENTRIES) + "</ul>",
    "label and value apart": "".join(f"<div>{label}：</div><div>{value}</div>" for label, value in ENTRIES),
}


def page(head: str, container: str = "id='zoom'") -> bytes:
    body = "".join(f"<p>{line}</p>" for line in LINES)
    return f"""<html><head><title>{TITLE}</title></head><body><div class=path>当前位置：首页 &gt; 政务公开</div>
<div {container}>{head}{body}</div></body></html>""".encode()


@pytest.mark.parametrize("container", ["id='zoom'", "class='TRS_Editor'", "class='content'", "class='xx1'"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_record_is_no_text(layout: str, container: str) -> None:
    article = read_html(page(LAYOUTS[layout], container))
    assert article.text.split("\n") == LINES
    assert (article.title, article.published) == (TITLE, "2025-07-25")


def test_a_document_that_begins_with_two_such_words_keeps_them() -> None:
    entries = {"名称": "青江路改造", "类别": "市政", "来源": "自筹"}
    rows = "<table>" + "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in entries.items()) + "</table>"
    assert "青江路改造" in read_html(page(rows)).text
