"""A short notice whose own container also holds a list of other articles, in the ways that templates write such lists."""

import pytest

from transforms.article import read_html

NOTICE = "因雨污分流改造，芦汀大道（青江路至滨湖路段）8月1日至9月30日封闭施工，请过往车辆绕行。"
SIGNED = ["芦汀产业园管委会", "2022年7月25日"]
HEADLINES = [
    "梧岭高新区召开安全生产会议部署三季度工作", "澄泷工业园获评省级绿色园区，全市唯一", "青澜湾开发区1-6月进出口增长一成五",
    "关于调整园区公交线路的通告（第三批）", "禾渡化工园区开展危化品运输专项检查", "琅溪综合保税区新增三家备案企业",
    "园区食堂食品安全检查情况通报", "芦汀产业园二期标准厂房招租公告",
]
LINKS = [f'<a href="/{n}.html">{headline}</a>' for n, headline in enumerate(HEADLINES)]
LISTS = {
    "list": "<ul>" + "".join(f"<li>{link}</li>" for link in LINKS) + "</ul>",
    "list with days": "<ul>" + "".join(f"<li>{link}<span>2022-07-1{n}</span></li>" for n, link in enumerate(LINKS)) + "</ul>",
    "under a head": "<h3>相关信息</h3><ul>" + "".join(f"<li>{link}</li>" for link in LINKS) + "</ul>",
    "paragraphs": "".join(f"<p>{link}</p>" for link in LINKS),
    "three paragraphs": "".join(f"<p>{link}</p>" for link in LINKS[:3]),
    "line breaks": "<br>".join(LINKS),
    "line breaks and days": "<br>".join(f"· {link} (07-1{n})" for n, link in enumerate(LINKS)),
    "a table": f"<table>{''.join(f'<tr><td>·{link}</td><td>2022-07-1{n}</td></tr>' for n, link in enumerate(LINKS))}</table>",
    "definitions": "<dl><dt>相关文章</dt>" + "".join(f"<dd>{link}</dd>" for link in LINKS) + "</dl>",
    "excerpts": "".join(f"<div class=item><h4>{link}</h4><p>会议要求全面排查隐患，确保安全生产。</p></div>" for link in LINKS),
    "lines that a script opens": "<p>近期公告：</p>" + "".join(f"<p onclick='go({n})'>{h}</p>" for n, h in enumerate(HEADLINES)),
    "before and after": f"<p>上一篇：{LINKS[0]}</p><p>下一篇：{LINKS[1]}</p>",
}
CONTAINERS = {
    "jcms": ('<div id="zoom">', "</div>"),
    "TRS": ('<div class="TRS_Editor">', "</div>"),
    "a name of many templates": ('<div class="content">', "</div>"),
    "no name": ('<div class="box1"><div class="txt">', "</div></div>"),
    "a cell": ('<table><tr><td class="nr">', "</td></tr></table>"),
}


@pytest.mark.parametrize("container", CONTAINERS)
@pytest.mark.parametrize("others", LISTS)
def test_the_list_is_no_part_of_the_notice(container: str, others: str) -> None:
    opening, closing = CONTAINERS[container]
    body = "".join(f"<p>{line}</p>" for line in [NOTICE, *SIGNED])
    page = f"""<html><head><title>关于芦汀大道封闭施工的通告-芦汀产业园</title></head><body>
<div class="nav"><a href="/">首页</a> <a href="/a">公告</a></div><h1>关于芦汀大道封闭施工的通告</h1><p>发布时间：2022-07-25</p>
{opening}{body}{LISTS[others]}{closing}<div class="foot">主办：芦汀产业园管委会</div></body></html>"""
    article = read_html(page.encode())
    assert article.text.split("\n") == [NOTICE, *SIGNED]
    assert article.published == "2022-07-25"


def test_attachments_and_the_own_links_of_a_notice_stay() -> None:
    files = "".join(f'<p><a href="./P0{n}.docx">附表{n}：企业用地申请表（第{n}类）</a></p>' for n in range(1, 5))
    page = f"<html><body><h1>关于申报用地的通知</h1><div id='zoom'><p>{NOTICE}</p>{files}</div></body></html>"
    assert read_html(page.encode()).text.count("企业用地申请表") == 4
