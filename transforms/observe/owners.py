"""Whose a thing is by the words right around it: 云麓市引进的…, 园区龙头企业“…”, 占地300亩的…, 7个项目落户…."""

from __future__ import annotations

import re

from transforms.observe.document import Document
from transforms.observe.mention import Mention
from transforms.observe.mentions import Cast
from transforms.observe.model import Subject
from transforms.observe.works import SHARED
from transforms.quantities import Quantity

OWNED = 24  # characters between an owner and what it has
# What stands between a whole and what it has, or between who acts and what that acts on: 云麓市引进的…, 园区龙头企业“…”.
NO_VERB = "(?![^,;。]*?(?:[是为有成]|作为|打造|形成|荣获|获评|入选))"
HAS = re.compile(
    NO_VERB + r"(?:[\u4e00-\u9fff]{0,8}?(?:的|内的?|里的?|境内的?|所在的?|所属的?|下属的?|旗下的?|下辖的?)|"
    r"[\u4e00-\u9fff]{0,6}?(?:引进|引入|招引|投资|新建|承建|建设|兴建|运营|开发|培育|实施|签约|落户|持有|控股)(?:了|起来)?的)?"
    r"(?:[\u4e00-\u9fff]{0,8}?“?(?:龙头|链主|骨干|领军|头部|重点|上市|核心|代表性?|入园|区内|园内|园区|台资|外资|港资|民营|国有|规上|明星|老牌|示范)+”?"
    r"(?:企业|(?<=龙头)|(?<=链主))(?:之一)?(?:的|——?)?)?[“]?"
)
# The same where no one stands before it by name: 隔壁的…, 园区北部的…, 由外商投资建设的….
RELATIVE = re.compile(
    NO_VERB + r"[\u4e00-\u9fffA-Za-z0-9“”()·]{0,28}?"
    r"(?:[内里中上边旁侧部]|境内|所在|所属|下属|旗下|下辖|附近|之隔|隔壁|对面|引进|引入|招引|投资|投资建设|投资兴建|新建|在建|承建|建设|兴建|运营|开发|实施|"
    r"签约|落户|落地|入驻|投产|开工|竣工|投用|动工|而来|迁来|控股|参股)(?:了|不久|过来)?的[“]?"
)

# 占地850亩的青合产业园, 规划面积7平方公里、入驻企业26家的…: the figure stands before whom it is of.
SIZE = (
    r"(?:总?占地(?:总?面积)?|(?:总|总体|用地|核心)*规划(?:总|用地|控制|占地)*面积|总?面积|(?:总|总体)?(?:建筑|建设|用地|厂房)面积|建成区?面积|注册资[本金]金?|"
    r"(?:计划|预计)?总?投资(?:总?额)?|总规模|(?:去年|今年|年)?(?:实现|完成)?(?:总?产值|营业收入|营收|销售收入|销售额|纳税|税收|利税|出口额?)|(?:拥有|现有)?(?:员工|职工|从业人员))"
    r"(?:约|近|将近|超过?|逾|达到?|为|高达|突破|有|人民币)*"
)
SIZE_LAST = re.compile(rf"{SIZE}$")
SIZED = re.compile(rf"(?:[、,]{SIZE}\d[\d.]*[^\d,;。、的]{{1,5}}){{0,2}}的[“]?")
LONGEST_SIZE = 18  # characters of such words before a number


def named_behind(text: str, start: int, end: int) -> int:
    """Where whom a figure at [start, end) is of is named right behind it, -1 where nothing tells so: 占地300亩的…."""
    goes_on = SIZED.match(text, end) if text.startswith(("的", ",", "、"), end) else None
    told = goes_on is not None and SIZE_LAST.search(text, max(0, start - LONGEST_SIZE), start) is not None
    return goes_on.end() if goes_on is not None and told else -1


def opens_sized(text: str, clause: int, number: int) -> int:
    """Where the words for a size begin that end at a number, -1 where none do."""
    told = SIZE_LAST.search(text, max(clause, number - LONGEST_SIZE), number)
    return told.start() if told else -1


def has(text: str, owner: Mention, mention: Mention) -> bool:
    """Whether a mention is named as what another one has, builds or hosts: 云麓市引进的…项目."""
    near = owner.kind != "project" and mention.start - owner.end <= OWNED
    return near and HAS.fullmatch(text, owner.end, mention.start) is not None


def is_relative(before: str) -> bool:
    """Whether a clause up to a mention is no more than what tells which one it is: 隔壁的, 由外商投资建设的."""
    return "的" in before and RELATIVE.fullmatch(before) is not None


NEAR = 60  # characters in which a name behind a figure ends
# Where what is counted goes, and who brings it there, whose count it is then.
GOES_TO = re.compile(r"[^,;。、:\d的]{0,14}?(?:落户|入驻|进驻|落地|落子|扎根|布局|集聚)(?:到|于|在|了)?")
BROUGHT = re.compile(r"引进|引入|招引|吸引|签约|促成|推动|力争|确保|组织|支持|计划")


def behind(document: Document, cast: Cast, figure: Quantity) -> Subject | None:
    """Whom a figure is of that stands before the name: 占地850亩的青合产业园, 规划面积7平方公里的…."""
    at = -1 if SHARED.match(document.text, figure.end) else named_behind(document.text, figure.start, figure.end)
    here = cast.between(at, at + NEAR) if at >= 0 else []
    named = [m for m in here if m.start == at and m.kind != "region" and not m.back and "、" not in m.name]
    if not named and len(here) > 1 and here[0].start == at and here[1].start == here[0].end:  # 云麓市开发区
        named = [m for m in here[1:2] if m.kind != "region" and not m.back]
    return Subject(named[-1].name, named[-1].kind, "behind", named[-1].span) if named else None


def host(document: Document, cast: Cast, count: Quantity) -> Subject | None:
    """The park or place that what is counted goes to, whose count it is: 7个项目签约落户云麓经开区."""
    text = document.text
    brought = BROUGHT.search(text, document.clause_start(count.start), count.start)  # 云麓市引进5家企业入驻…
    goes = None if brought else GOES_TO.match(text, count.end)
    here = cast.between(goes.end(), goes.end() + NEAR) if goes else []
    if goes is None or not here or here[0].start != goes.end() or here[0].kind not in ("park", "region"):
        return None
    last = next((m for m in here[1:] if m.start == here[0].end and m.kind == "park"), here[0])  # 云麓市开发区
    return Subject(last.name, last.kind, "host")
