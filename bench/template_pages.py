"""Made-up pages of five templates, as a backfill meets them: the same markup around ever new text, 50 KB a page."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

PARKS = ("青澜湾经济开发区", "梧岭高新区", "澄泷工业园", "芦汀产业园")
TOPICS = (
    "签约项目{a}个，总投资{b}亿元",
    "规上工业产值{b}亿元，同比增长{c}%",
    "新增高新技术企业{a}家，总数达到{d}家",
    "完成工业投资{b}亿元，占全市的{c}%",
    "盘活低效用地{d}亩，新建标准厂房{a}万平方米",
    "实际使用外资{c}亿美元，完成全年目标的{a}%",
)
VOICES = (
    "园区负责人贺知秋说，",
    "记者了解到，",
    "据统计，",
    "“今年的目标很清楚。”开发区管委会副主任陆辞介绍，",
    "走进车间，机器轰鸣。",
)
NAV = "".join(f'<li class="n{n}"><a href="/c{n}/" title="栏目{n}">栏目导航{n}</a></li>' for n in range(90))
SCRIPT = "<script>" + "".join(f"window.cfg_{n}={{id:{n},on:true,name:'m{n}'}};" for n in range(500)) + "</script>"


@dataclass(frozen=True, slots=True)
class Made:
    """One made-up article, and the links that stand beside it."""

    title: str
    day: date
    paragraphs: list[str]
    related: str
    number: int


def _sentence(chance: random.Random) -> str:
    figures = {
        "a": chance.randint(3, 98),
        "b": chance.randint(10, 9999) / 10,
        "c": chance.randint(10, 399) / 10,
        "d": chance.randint(100, 3000),
    }
    return chance.choice(VOICES) + chance.choice(PARKS) + chance.choice(TOPICS).format(**figures) + "。"


def _make(chance: random.Random) -> Made:
    title = f"{chance.choice(PARKS)}{chance.choice(('上半年', '前三季度', '全年'))}新签约项目{chance.randint(10, 400)}个"
    day = date(2019, 1, 2) + timedelta(days=chance.randint(0, 2000))
    paragraphs = ["".join(_sentence(chance) for _ in range(chance.randint(1, 4))) for _ in range(chance.randint(2, 14))]
    links = [f'<li><a href="/{n}.html">{_sentence(chance)}</a><span>05-0{n % 9 + 1}</span></li>' for n in range(30)]
    return Made(title, day, paragraphs, "".join(links), chance.randint(1000, 99999))


def _government(made: Made) -> str:
    text = "".join(f'<p style="text-indent:2em"><span style="font-size:16px">{p}</span></p>' for p in made.paragraphs)
    return f"""<div class="pos">当前位置：<a href="/">首页</a> &gt; 园区动态</div><div class="article"><h1>{made.title}</h1>
<div class="info"><span>发布日期：{made.day} 09:12</span><span>来源：市发改委</span><span>浏览次数：{made.number}</span></div>
<div class="TRS_Editor">{text}</div></div><div class="relate"><h3>相关链接</h3><ul>{made.related}</ul></div>"""


def _newspaper(made: Made) -> str:
    text = "".join(f"<P>　　{p}</P>" for p in made.paragraphs)
    day = f"{made.day.year}年{made.day.month:02d}月{made.day.day:02d}日"
    return f"""<table><tr><td>{day}</td><td>第0{made.number % 8 + 1}版</td></tr></table>
<table class="ep"><tr><td class="bt">{made.title}</td></tr><tr><td>□ 本报记者 苏禾</td></tr>
<tr><td><div id="ozoom"><founder-content>{text}</founder-content></div></td></tr></table>
<ul class="titles">{made.related}</ul>"""


def _blog(made: Made) -> str:
    text = "".join(f"<p>{p}</p>" for p in made.paragraphs)
    return f"""<main><article id="post-{made.number}" class="post"><header><h1 class="entry-title">{made.title}</h1>
<div class="entry-meta"><time>{made.day}</time> 作者：蓝田玉</div></header><div class="entry-content">{text}
<div class="sharedaddy"><a>微博</a><a>微信</a></div></div></article></main><aside><ul>{made.related}</ul></aside>"""


def _portal(made: Made) -> str:
    text = "<br><br>".join(f"　　{p}" for p in made.paragraphs)
    return f"""<div class="w"><div class="l"><h1 class="tt">{made.title}</h1>
<p class="m">{made.day} 10:2{made.number % 10} 来源：青江日报</p>
<div class="zw_body">{text}</div><p class="ed">责任编辑：冯砚</p></div><div class="r"><ul>{made.related}</ul></div></div>"""


def _table_layout(made: Made) -> str:
    text = "".join(f"&nbsp;&nbsp;&nbsp;&nbsp;{p}<br>" for p in made.paragraphs)
    day = f"{made.day.year}-{made.day.month}-{made.day.day}"
    return f"""<table><tr><td width=200><ul>{made.related}</ul></td><td><table><tr><td align=center><b>{made.title}</b></td></tr>
<tr><td>作者：办公室　更新时间：{day}</td></tr><tr><td>{text}</td></tr>
<tr><td>【打印】【关闭】</td></tr></table></td></tr></table>"""


TEMPLATES: dict[str, Callable[[Made], str]] = {
    "government": _government,
    "newspaper": _newspaper,
    "blog": _blog,
    "portal": _portal,
    "table layout": _table_layout,
}


def pages(template: str, count: int, seed: int = 1) -> Iterator[bytes]:
    """`count` pages of one template; the same for the same seed."""
    chance = random.Random(f"{template} {seed}")  # noqa: S311  (made-up text, nothing secret)
    for _ in range(count):
        made = _make(chance)
        yield f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{made.title}_青江网</title>{SCRIPT}</head><body>
<div class="hd"><ul class="nav">{NAV}</ul></div>{TEMPLATES[template](made)}
<div class="ft"><p>版权所有：青江网　{SCRIPT}</p></div></body></html>""".encode()
