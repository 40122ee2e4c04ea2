"""Which indicator a count of enterprises is, from the words before the noun."""

from __future__ import annotations

import re

from transforms.observe.model import Indicated

LISTED = re.compile(r"上市|挂牌|新三板|主板|科创板|创业板|北交所")
SORTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?:世界|全球|财富)(?:500|五百)强"), "fortune500_enterprises"),
    (re.compile(r"(?<!科技)(?<!科技“)小巨人"), "enterprises_srdi_giant"),
    (re.compile(r"专精特新"), "enterprises_srdi"),
    (re.compile(r"独角兽"), "enterprises_unicorn"),
    (re.compile(r"瞪羚"), "enterprises_gazelle"),
    (re.compile(r"纳税|税收|缴税|入库税"), "enterprises_large_taxpayer"),
    (
        re.compile(r"(?:规上|规模以上|规模)(?:工业)?(?!服务|文化|商贸|农业|流通|物流|批零|餐饮|建筑)|工业(?:规上|规模以上)|规工|升规|入规"),
        "enterprises_ads_industrial",
    ),
    (re.compile(r"高新技术|高企|国高"), "enterprises_hightech"),
    (re.compile(r"科技型|科技中小"), "enterprises_tech_sme"),
    (re.compile(r"外资|外商|三资|独资|合资|[台日韩德美法英港侨]资|港澳台|欧美"), "foreign_enterprises"),
    (LISTED, "enterprises_listed"),
)
# What is below a sort, or on its way to it, is none of it.
BELOW = re.compile(r"规下|规模以下|限下|后备|拟上市|上市培育|上市辅导")
OTHER_TRADES = re.compile(
    r"(?:规上|规模以上|限上|规模)(?:工)?(?:服务|文化|商贸|批零|批发|零售|住宿|餐饮|建筑|物流|软件|互联网|交通)"
)
PLAIN = {
    "入驻",
    "注册",
    "落户",
    "入园",
    "入区",
    "各类",
    "新注册",
    "市场",
    "进区",
    "区内",
    "园区",
    "实体",
    "现有",
    "投产",
    "入统",
} - {"实体"}
OVER = re.compile(
    r"(?:年)?(?P<what>产值|收入|营收|税收|纳税|主营业务收入|销售收入|销售额?|利润)额?(?:超过?|过|破|上)(?P<times>[十百千])?(?P<unit>[亿万])元?的?"
)
BOARDS = re.compile(r"新三板|科创板|创业板|北交所|四板|A股|港股|美股")  # markets that firms are listed at
FORTUNE = re.compile(r"世界(?:500|五百)强(?:企业)?”?(?:在[^,;。]{1,12})?(?:投资|兴办|设立|创办|开办|投资兴办)[^,;。]{0,4}$")
A_FIRM = re.compile(r"有限|股份|集团|控股")
ATTRACTED = re.compile(r"招引|引进|新引|引入")


def enterprises(before: str, sort: str, noun: str = "企业") -> Indicated:
    """The indicator of a count of enterprises.

    ``before`` is the phrase before the noun with its verbs, ``sort`` what narrows ``noun``.
    """
    if A_FIRM.search(sort):  # …、岚山药业有限公司等36家
        sort = ""
    if BELOW.search(sort) or OTHER_TRADES.search(sort):
        return Indicated("enterprises_total", sort + noun, (sort + noun,), "enterprises.below")
    if over := OVER.fullmatch(sort):  # 收入过亿企业
        code = "enterprises_large_taxpayer" if "税" in over["what"] else "enterprises_total"
        unit, number = over["unit"], {"": 1, "十": 10, "百": 100, "千": 1000}[over["times"] or ""]
        return Indicated(code, sort + noun, (f"{over['what']}≥{number}{unit}元",), "enterprises.over")
    for pattern, code in SORTS:
        if pattern.search(sort):
            if code == "enterprises_tech_sme" and ATTRACTED.search(before):
                return Indicated("tech_enterprises_attracted", sort + "企业", (), "enterprises.attracted")
            return Indicated(code, sort + "企业", _scope(code, sort), "enterprises.sort")
    if FORTUNE.search(before):  # 世界500强在园区投资的企业达59家
        return Indicated("fortune500_enterprises", sort + noun, (), "enterprises.of_fortune")
    scope = (sort + noun,) if sort and sort not in PLAIN else ()
    return Indicated("enterprises_total", sort + noun, scope, "enterprises.other")


def _scope(code: str, sort: str) -> tuple[str, ...]:
    if code == "enterprises_unicorn" and re.search(r"潜在|准|种子|培育", sort):
        return (sort,)
    if code == "enterprises_listed" and (board := BOARDS.search(sort)):
        return (board[0],)
    return ()
