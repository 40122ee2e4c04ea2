"""New districts (新区) that no table knows."""

from __future__ import annotations

import re
from itertools import islice

from transforms.gazetteer import ParkMention, names_nothing
from transforms.observe.taken import Taken

_KINDS = (
    "(?:特别)?合作区|先导区|(?:(?:综合)?改革(?:创新)?|绿色(?:创新)?)?(?:发展)?示范区|管理区|(?:综合)?[试实]验区|"
    "工业开发区|保护开发区|开发区|经济区|"
    "起步区|片区|港区|商务区|生态园|科学城|科技城|科创城|金融城|产业城|生态城|药谷|生物城|智谷|小镇|创新区|创新港|旅游区|度假区|陆港|物流港|商贸城|木业城"
)
NEW_DISTRICT = re.compile(
    r"[\n,;:。、(年月日中的](?:(?<![中的])|(?<=其中)|(?<=[省市县区州]的))(?=[\u4e00-\u9fff]{2,15}[区城团港园谷镇])(?P<name>(?:(?P<short>[\u4e00-\u9fff]{2,3})(?:新区|新城|组团)"
    rf"|(?P<head>[\u4e00-\u9fff]{{2,5}}?)(?:{_KINDS})))(?!域|区|内|管)"
)
# What only a place can do, so that its name is one though it is said but once: 龙兴新城完成520亿元.
DOES = re.compile(
    r"(?:今年|去年|上半年|一季度|前三季度|全年|前?\d+个?月|1-\d+月|累计|共|已|新)*(?:完成|实现|签约|签下|揽下|揽获|招引|引进|入驻|落户|新增|集聚|拥有|开工|竣工|投产|规上|规模以上|工业|固定资产|地区生产总值|GDP|营业收入|营收|产值|进出口|集装箱|货物|外贸|财政|税收|规划面积|入驻企业)[^,;。]{0,16}\d"
)
NOT_NEW = re.compile(
    r"国家|省级|市级|一个|各个|[该全各本我此这那其某每]|开发|建设|推进|[两三四五六七八九十](?:[大个家座]|片|园|区)|产业|农业|工业|经济|科技|创新|创业|特色|"
    r"年|月|日|数字|绿色|生态|智能|现代|新型|综合|合作|"
    r"示范|试点|改革|跨境|边境|核心|主要|重点|海峡|两岸|自由|自贸|高新|高端|先进|城市|城镇|乡村|文化|旅游|康养"
)
OF_LANGUAGE = re.compile(
    r"^[在对从由将把与和为以是有到向被让给使]|^[度份底末初]|[该某]|[首四]季|[上本当前至一二三四五六七八九十]月|个月"
)
OFTEN = 3  # times that a name of another kind is said at least to be one
MOST = 100  # different names of one article, each of which is looked for in all of it


def new_districts(text: str, parks: list[ParkMention]) -> list[ParkMention]:
    """New districts beside the parks of a text, where it says their name more than once or tells a figure of them."""
    heads = {m["name"]: m["short"] or m["head"] for m in NEW_DISTRICT.finditer(f"\n{text}")}
    plain = (n for n, head in heads.items() if not (NOT_NEW.match(n) or OF_LANGUAGE.search(head) or names_nothing(head)))
    said = list(islice(plain, MOST))
    again = [name for name in said if text.count(name) > (1 if name.endswith("新区") else OFTEN)]
    names = again + [name for name in said if name not in again and DOES.match(text, text.find(name) + len(name))]
    taken = Taken((p.start, p.end) for p in parks)
    found = [m for name in names for m in re.finditer(name, text) if not taken.overlaps(m.start(), m.end())]
    return [ParkMention(m.start(), m.end(), m[0], m[0], None, False) for m in found]
