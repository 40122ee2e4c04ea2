"""A portal's template: learned from what the careful way has read, and good only where it reads the same."""

import json
from datetime import date

import pytest

from bench.portal_pages import PORTALS, pages
from parkwatch.records import Article
from transforms.article import read_html
from transforms.article.visit import Visit
from transforms.templates import Misfit, Template, TemplateError, learn

PROSE = "青澜湾经济开发区今天公布，新签约项目{n}个，总投资{n}.6亿元。园区负责人贺知秋说，这些项目年内都将开工。"


def learned(found: list[bytes]) -> Template:
    template = learn([(page, read_html(page)) for page in found])
    assert template is not None
    return template


def plain(n: int, *, body: str = "", after: str = "", box: str = "box", day: str = "2025-08-06") -> bytes:
    text = body or f"<p>{PROSE.format(n=n)}</p><p>{PROSE.format(n=n + 300)}</p>"
    return f"""<html><head><meta charset="utf-8"><title>青澜湾新签约{n}个项目_青江网</title></head><body>
<div class="top"><a href="/">首页</a></div><div class="mid"><h1>青澜湾新签约{n}个项目</h1>
<p class="when">{day} 来源：青江日报</p><div class="{box}">{text}</div>{after}</div>
<div class="foot">青江网</div></body></html>""".encode()


def rule(outcome: Article | Misfit) -> str:
    return outcome.rule if isinstance(outcome, Misfit) else "read"


@pytest.mark.parametrize("portal", PORTALS)
def test_learned_on_five_pages_it_reads_fifty_more_as_the_careful_way_does(portal: str) -> None:
    found = list(pages(portal, 55))
    template = learned(found[:5])
    outcomes = [template.read(page) for page in found[5:]]
    assert [read_html(page) for page in found[5:]] == outcomes


def test_it_says_where_the_article_stands() -> None:
    template = learned([plain(n) for n in range(20, 25)])
    (layout,) = template.layouts
    assert (layout.body, layout.title, layout.date, layout.source) == ("div.box", "div.mid > h1", "p.when", "p.when")
    assert layout.bases == ("the page's stamp under the headline",)
    assert layout.charset == "utf-8"


def test_the_head_alone_is_read_where_all_pages_keep_their_data_there() -> None:
    data = b'<meta name="PubDate" content="2025-08-05 09:30"><div class="top">'
    scattered = [plain(n).replace(b'<div class="top">', data, 1) for n in range(20, 25)]
    headed, broken = learned([plain(n) for n in range(20, 25)]), learned(scattered)
    assert [template.layouts[0].headed for template in (headed, broken)] == [True, False]
    assert broken.read(scattered[0]) == read_html(scattered[0])
    assert not headed.joined(broken).layouts[0].headed


def test_names_of_one_article_are_no_part_of_a_selector() -> None:
    template = learned([plain(n, box=f"post post-{n}77123") for n in range(20, 25)])
    assert template.layouts[0].body == "div.post"


def test_a_page_is_read_with_what_is_known_of_its_visit() -> None:
    template = learned([plain(n) for n in range(20, 25)])
    article = template.read(plain(90), url="http://qing.invalid/a/90.html", fetched_on=date(2025, 9, 1), published="2025-08-05")
    assert isinstance(article, Article)
    assert (article.published, article.published_basis, article.url) == ("2025-08-05", "given", "http://qing.invalid/a/90.html")


def test_relative_dates_are_learned_with_the_day_of_the_visit() -> None:
    visit = Visit(fetched_on=date(2025, 8, 9))
    found = [plain(n, day="3天前") for n in range(20, 25)]
    template = learn([(page, read_html(page, fetched_on=visit.fetched_on), visit) for page in found])
    assert template is not None
    outcome = template.read(plain(90, day="2天前"), fetched_on=date(2025, 8, 9))
    assert isinstance(outcome, Article)
    assert outcome.published == "2025-08-07"


def test_two_layouts_of_one_portal_are_learned_together() -> None:
    news, notices = list(pages("newspaper", 12)), list(pages("government", 12))
    template = learned([*news[:4], *notices[:4]])
    assert len(template.layouts) == 2
    for page in [*news[4:], *notices[4:]]:
        assert template.read(page) == read_html(page)


def test_of_two_layouts_that_fit_a_page_the_inner_one_reads_it() -> None:
    inner = '<div class="TRS_Editor"><p>{}</p><p>{}</p></div><p>本网同步发布，欢迎关注。</p>'
    kinds = [plain(n, body=inner.format(PROSE.format(n=n), PROSE.format(n=n + 9))) for n in range(30, 38)]
    template = learned([*(plain(n) for n in range(20, 25)), *kinds[:4]])
    assert {layout.body for layout in template.layouts} == {"div.box", "div.TRS_Editor"}
    for page in [plain(90), *kinds[4:]]:
        assert template.read(page) == read_html(page)


def test_nothing_is_learned_from_too_few_pages_or_from_pages_of_many_kinds() -> None:
    two = [plain(n) for n in (20, 21)]
    assert learn([(page, read_html(page)) for page in two]) is None
    many = [next(pages(portal, 1)) for portal in PORTALS]
    assert learn([(page, read_html(page)) for page in many]) is None


def test_nothing_is_learned_where_the_careful_readings_are_not_reproduced() -> None:
    found = [plain(n) for n in range(20, 25)]
    careful = [read_html(page) for page in found]
    assert learn(list(zip(found, careful, strict=True))) is not None
    other = Article(careful[2].title, careful[2].text + "。", careful[2].published, careful[2].published_basis, careful[2].source)
    assert learn([(page, other if k == 2 else careful[k]) for k, page in enumerate(found)]) is None


def test_a_place_that_is_refused_is_not_learned() -> None:
    sample = [(page, read_html(page)) for page in (plain(n) for n in range(20, 25))]
    assert learn(sample, refused=["div.box"]) is None
    assert learn(sample, refused=["div.mid > div.box"]) is None
    assert learn(sample, refused=["div.other"]) is not None


def related(n: int) -> str:
    return "".join(f'<p><a href="/{k}.html">{PROSE.format(n=n + k)[:28]}</a></p>' for k in range(8))


def test_a_container_that_also_holds_a_related_list_is_told_from_it_or_refused() -> None:
    # The list bears the body's class: on every page of the sample two elements fit it, and the chain above tells them apart.
    found = [plain(n, after=f'<div class="more"><div class="box">{related(n)}</div></div>') for n in range(20, 25)]
    template = learned(found)
    assert template.layouts[0].body == "div.mid > div.box"


def test_where_nothing_tells_the_container_from_the_list_on_all_pages_nothing_is_learned() -> None:
    # The list stands now before the body, now after it, as its sibling of the same class.
    box = f'<div class="box">{related(3)}</div>'
    before = [plain(n).replace(b'<div class="box">', f'{box}<div class="box">'.encode()) for n in (20, 21, 22)]
    found = [*before, *(plain(n, after=box) for n in (23, 24, 25))]
    assert learn([(page, read_html(page)) for page in found]) is None


@pytest.mark.parametrize(
    ("page", "why"),
    [
        (plain(90, after=f'<div class="box">{related(3)}</div>'), "ambiguous"),
        (plain(90, body=related(3)), "no_prose"),
        (plain(90, body="今天的要闻有这些，请看下面的链接：" + related(3).replace("<p>", "，").replace("</p>", "")), "linked"),
        (plain(90, body="<p>图集</p>"), "no_prose"),
        (plain(90, body="<p>新签约项目9个，总投资3亿元。</p>"), "short"),
        (plain(90, body=f"<p>{'The zone signed 9 projects today, and all of them start soon. ' * 3}见下。</p>"), "not_chinese"),
        (plain(90, after=f"<div class='rest'><p>{PROSE.format(n=91) * 3}</p></div>"), "more_text"),
        (plain(90, day=""), "no_date"),
        (plain(90, day="").replace(b"</h1>", b"</h1><i>2025-08-06</i>"), "date_moved"),
        (plain(90, day="").replace(b"</body>", "<p>2025年8月6日</p></body>".encode()), "date_elsewhere"),
        (plain(90).replace("<h1>青澜湾新签约90个项目</h1>".encode(), b"<h1></h1>"), "no_title"),
        (plain(90).replace("<h1>青澜湾新签约90个项目</h1>".encode(), "<h1>青江网</h1>".encode()), "no_title"),
        (plain(90, box="text"), "other_layout"),
        (b"", "empty"),
        (b"\x00\x01 no page", "not_html"),
    ],
)
def test_a_page_that_does_not_fit_is_no_article(page: bytes, why: str) -> None:
    template = learned([plain(n) for n in range(20, 25)])
    assert rule(template.read(plain(90))) == "read"
    assert rule(template.read(page)) == why


@pytest.mark.parametrize("bomb", ["<Font>" * 300, "<b></e>" * 300, "<div>" * 2000, "<DIV></a>" * 2000])
def test_a_page_that_would_cost_the_parser_seconds_is_a_misfit(bomb: str) -> None:
    template = learned([plain(n) for n in range(20, 25)])
    page = plain(90).replace(b"<body>", b"<body>" + b"<p>x</p>" * 600 + bomb.encode())
    assert rule(template.read(page)) == "too_deep"
    assert rule(template.read(plain(90).replace(b"<body>", b"<body>" + b"<b>x</b></i>" * 600))) == "read"


def test_a_template_goes_through_json() -> None:
    template = learned(list(pages("tables", 5))).joined(learned([plain(n) for n in range(20, 25)])).joined(Template(refused=()))
    again = Template.from_json(template.to_json())
    assert again == template
    assert len(again.layouts) == 2
    page = next(pages("tables", 1, seed=5))
    assert again.read(page) == template.read(page) == read_html(page)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 0, "layouts": [], "refused": []}'])
def test_json_of_another_kind_or_version_is_refused(text: str) -> None:
    with pytest.raises(TemplateError):
        Template.from_json(text)


@pytest.mark.parametrize(
    ("field", "value"), [("body", "div["), ("body", ""), ("body", 3), ("colour", "red"), ("shortest", "many")]
)
def test_json_with_a_field_that_cannot_be_used_is_refused(field: str, value: object) -> None:
    row = json.loads(learned([plain(n) for n in range(20, 25)]).to_json())
    row["layouts"][0][field] = value
    with pytest.raises(TemplateError):
        Template.from_json(json.dumps(row))


def test_a_page_in_gb18030_is_read_as_the_careful_way_reads_it_whatever_was_likely() -> None:
    template = learned(list(pages("tables", 5)))
    assert template.layouts[0].charset == "gb18030"
    page = next(pages("tables", 1, seed=7))
    text = page.decode("gb18030")
    assert template.read(text.encode()) == read_html(text.encode())  # UTF-8 that says it is in GB 18030
    mixed = page.replace("点击数".encode("gb18030"), "点击数，青澜湾经济开发区".encode())
    assert template.read(mixed) == read_html(mixed)
    stray = page.replace("点击数".encode("gb18030"), b"\xff\xff")
    assert template.read(stray) == read_html(stray)
