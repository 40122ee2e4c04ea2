"""A short notice whose own container also holds a list of other articles, in the ways that templates write such lists."""

import pytest

from transforms.article import read_html

TABLED = "梧岭市应急管理局行政处罚信息公开表"
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


def test_lists_beside_one_another_in_the_container_do_not_make_the_notice_one_of_theirs() -> None:
    blocks = [f"<h4>{LINKS[n]}</h4><p>{LINKS[n + 1]}</p><span>今日，11人参与</span>" for n in range(3)]
    side = "".join(f"<div class=block>{block}</div>" for block in blocks)
    columns = "".join(f"<td><p>{a}</p><p>{b}</p></td>" for a, b in zip(LINKS[::2], LINKS[1::2], strict=True))
    page = f"""<html><head><title>关于芦汀大道封闭施工的通告_青江财经</title></head><body><div class=main>{side}
<div class=stamp>2022-07-25 15:31:53　来源: 青江日报(南岸)</div><div id="endText"><p>{NOTICE}</p>
<table><tr>{columns}</tr></table></div>
<div class=reply><p>网友评论仅供其表达个人看法，并不表明本网立场。</p></div></div></body></html>"""
    assert read_html(page.encode()).text == NOTICE


def test_a_lead_that_says_what_the_only_paragraph_says_stands_once() -> None:
    page = f"<html><body><h1>关于封闭施工的通告</h1><div id=artibody><p>导语：{NOTICE}</p><p>{NOTICE}</p></div></body></html>"
    assert read_html(page.encode()).text == NOTICE


def test_a_stamp_run_together_with_its_source_is_no_text() -> None:
    body = f"<p>2022/7/25 17:53:26人民网</p><p>{NOTICE}</p>"
    page = f"<html><body><h1>关于封闭施工的通告</h1><div class=content>{body}</div></body></html>"
    article = read_html(page.encode())
    assert (article.text, article.published) == (NOTICE, "2022-07-25")


@pytest.mark.parametrize("end", ["我要反馈", "重点推荐", "文章由作者授权本网发布，转载请注明出处，不代表本网立场。"])
def test_what_a_site_says_under_a_notice_is_no_text(end: str) -> None:
    page = f"<html><body><h1>关于封闭施工的通告</h1><div class=content><p>{NOTICE}</p><p>{end}</p></div></body></html>"
    assert read_html(page.encode()).text == NOTICE


def test_a_view_that_an_article_reports_does_not_end_it() -> None:
    told = "管委会表示，个别商户的说法不代表园区立场。"
    page = f"<html><body><h1>情况通报</h1><div class=content><p>{NOTICE}</p><p>{told}</p><p>{SIGNED[0]}</p></div></body></html>"
    assert told in read_html(page.encode()).text


def test_the_lines_that_announce_an_event_are_its_notice() -> None:
    event = ["主讲人：韦青岚 教授", "时间：2022年8月25日 16:00-17:00", "地点：芦汀会展中心一楼报告厅", "欢迎园区企业参加！"]
    body = "".join(f"<p>{line}</p>" for line in event)
    page = f"""<html><head><title>碳排放核算讲座</title></head><body><h1>碳排放核算讲座</h1>
<p>时间：2022-07-25　来源：芦汀产业园管委会</p>
<div class=content>{body}</div></body></html>"""
    article = read_html(page.encode())
    assert (article.text.split("\n"), article.published) == (event, "2022-07-25")


def test_what_is_told_of_each_post_in_the_same_words_stays() -> None:
    posts = [f"（{n}）{post}" for n, post in (("一", "高级工程师"), ("二", "工程师"), ("三", "助理工程师"))]
    same = "2. 专业方向：精细化工、高分子材料、环境工程、过程装备与控制、安全工程"
    ages = zip(posts, (50, 45, 35), strict=True)
    body = "".join(f"<p>{post}</p><p>1. {years}周岁以下。</p><p>{same}</p>" for post, years in ages)
    page = f"<html><body><h1>禾渡化工园区招聘公告</h1><div class=content><p>{NOTICE}</p>{body}</div></body></html>"
    assert read_html(page.encode()).text.count(same) == 3


LONG = [
    "园区二期标准厂房共12栋，建筑面积8.6万平方米，7月底前全部封顶。",
    "已有9家企业预订，其中3家来自邻市。",
    "明年一季度交付使用。",
]


def test_the_switch_that_shows_the_rest_of_a_text_does_not_end_it() -> None:
    lines = [NOTICE, LONG[0], "<a href='javascript:'>展开全文</a>", *LONG[1:]]
    body = "".join(f"<p>{line}</p>" for line in lines)
    page = f"<html><body><h1>芦汀产业园动态</h1><article class=article>{body}</article></body></html>"
    assert read_html(page.encode()).text.split("\n") == [NOTICE, *LONG]


def test_the_numbers_of_further_pages_are_no_text() -> None:
    pages = "<div><a>1</a> <a>2</a> <a>3</a> 下一页</div>"
    page = f"<html><body><h1>通告</h1><div class=content><p>{NOTICE}</p>{pages}</div></body></html>"
    assert read_html(page.encode()).text == NOTICE


@pytest.mark.parametrize("name", ["quotation", "introduction", "art-lead"])
def test_a_lead_in_a_box_above_the_body_is_told_once(name: str) -> None:
    lead = "芦汀产业园二期厂房提前封顶，招商进度超过预期。"
    body = "".join(f"<p>{line}</p>" for line in LONG)
    page = "<html><body><h1>二期厂房封顶</h1><div class={}>{}</div><div id=artibody>{}</div></body></html>"
    assert read_html(page.format(name, lead, body).encode()).text.split("\n") == [lead, *LONG]
    assert read_html(page.format(name, LONG[0], body).encode()).text.split("\n") == LONG


def test_headlines_that_ask_or_have_two_halves_are_a_list_all_the_same() -> None:
    asked = ["雨污分流改造何时完工？管委会这样说", "芦汀大道：半幅通车，年底前全线完工", "施工扰民？已限时作业"]
    heads = [*HEADLINES[:2], *asked, HEADLINES[2]]
    links = "".join(f'<div><a href="/{n}.html">{head}</a></div>' for n, head in enumerate(heads))
    page = f"<html><body><h1>关于封闭施工的通告</h1><div id=zoom><p>{NOTICE}</p>{links}</div></body></html>"
    assert read_html(page.encode()).text == NOTICE


def test_a_container_that_holds_the_path_headline_and_stamp_too_keeps_the_notice_alone() -> None:
    title = "芦汀大道封闭施工？管委会回应"
    sections = "".join(f"<p><a href=/{name}>{name}</a></p>" for name in ("首页", "资讯", "各地", "社会", "综合"))
    head = f"<h1>{title}</h1><p>2022-07-25 04:57青江在线评论（人参与）</p>"
    page = f"""<html><head><title>{title}_青江网</title></head><body><div id=artibody>{sections}{head}
<p>{NOTICE}</p><p>{LONG[0]}</p><p>微信公众号:luting-park-2022</p></div></body></html>"""
    assert read_html(page.encode()).text.split("\n") == [NOTICE, LONG[0]]


def test_a_sites_foot_goes_with_its_licence() -> None:
    foot = ["开办：梧岭市人民政府", "承办：梧岭市政务服务中心", "地址：梧岭市滨湖路9号", "苏ICP备12003308号-1"]
    rows = "".join(f"<p>{row}</p>" for row in [*LONG, *foot])
    page = f"<html><body><h1>二期厂房封顶</h1><div class=content>{rows}</div></body></html>"
    assert read_html(page.encode()).text.split("\n") == LONG


def test_a_table_below_its_headline_wins_over_what_an_office_says_of_itself() -> None:
    duties = "<div class=duty>一、负责园区企业的安全生产监督管理，组织检查。二、负责园区防汛抗旱，组织演练，发布预警。</div>"
    cells = [["序号", "当事人名称", "处罚内容"], ["1", "梧岭化工有限公司", "罚款5万元"], ["2", "芦汀物流有限公司", "罚款2万元"]]
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in cells)
    shown = f"<div class=wt><span>{TABLED}</span></div><div class=wenzhang-content><table>{table}</table></div>"
    head = f"<head><meta name=ArticleTitle content={TABLED}><title>梧岭市应急管理局</title></head>"
    article = read_html(f"<html>{head}<body>{duties}{shown}</body></html>".encode())
    assert article.title == TABLED
    assert "梧岭化工有限公司" in article.text
    assert "防汛抗旱" not in article.text
