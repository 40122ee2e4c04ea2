"""Which goods trade is in, and with whom: 进口冻品…,货值7.8亿元, 对东盟出口12.4亿元, 出口市场为美国(…)和欧盟(…)."""

from __future__ import annotations

import re

from transforms.observe import sorts
from transforms.observe.apart import JOINT
from transforms.observe.told import Scope, Told

TRADED = {"exports", "imports", "trade_total"}
_TRADE = r"(?:进出口|出口|进口)"
PARTNERS = (
    "东盟|欧盟|美国|日本|韩国|俄罗斯|德国|英国|法国|印度|越南|泰国|马来西亚|新加坡|印尼|印度尼西亚|菲律宾|缅甸|老挝|柬埔寨|蒙古国?|哈萨克斯坦|澳大利亚|新西兰|加拿大|墨西哥|"
    "巴西|智利|阿联酋|沙特|土耳其|荷兰|意大利|西班牙|波兰|匈牙利|中国?香港|中国?台湾|台湾地区|台湾|香港|中亚五?国?|中东|非洲|欧洲|拉美|拉丁美洲|南美|北美|东南亚|南亚|欧美|"
    "(?:共建|沿线)?(?:“?一带一路”?)(?:沿线|共建)?(?:国家|市场)?(?:和地区)?|RCEP(?:其他)?(?:成员国|国家)?|金砖国家"
)
PARTNER = re.compile(
    rf"(?:对|向|与|和|同|自|从|出口|进口|市场为|市场是|其中|[、,;])(?:其他)?({PARTNERS})(?:市场|地区|国家|等)?(?:的)?(?:出口|进口|进出口|贸易)*总?(?:额|值)?[(]?(?:为|达|约|超|分别)*$"
)
MARKETS = re.compile(
    rf"(?:市场|贸易伙伴|目的地|来源地|出口国|地区)[^,;。]{{0,4}}?(?:为|是|包括|有|:)(?:[^;。]*[、和及])?({PARTNERS})[(]$|[)](?:和|、|及|,)({PARTNERS})[(]$"
)
_NO_GOODS = (
    r"(?!货|过货|过境|合计|总|额|值|贸易|业务|企业|商品|市场|退税|增|下|同比|累计|达|完成|实现|为|约|超|突破"
    r"|占|分别|均|居|加工|创汇|产品交货|交货|拉动|规模|增幅|增速|国|的|保持|逆势|持续|预计|方面|(?:规模|货值|总量)?(?:位|排|列|居))"
)
_NOUN = r"[\u4e00-\u9fffA-Za-z“”]{2,10}?"
# 出口锂电池8.6亿元, 进口冻品4.2万吨,货值7.8亿元: what is behind the verb.
BEHIND = re.compile(
    rf"{_TRADE}{_NO_GOODS}({_NOUN})(?:累计|共计?|合计|分拨|总计|总?(?:货值|价值|金额))?(?:约|达到?|超过?|近|突破|为)*$"
)
_HEDGE = "(?:累计|共计?|合计|约|达到?|超过?|近|突破)*"
# How many there were, how much that grew by, and what it was worth.
_COUNTED_WORTH = (
    rf"{_HEDGE}\d[\d.,]*[余多]?(?:百|千|万|亿)*"
    r"(?:吨|台|辆|个|件|套|只|块|片|部|票|标箱|头|单|批|千克|公斤|立方米|颗)(?:以上)?(?:\([^)]*\))?(?:,[^,;。]{0,10}\d[\d.]*[%倍])?"
    rf"[,、]总?(?:货值|价值额?|总值|金额|货运值|贸易额|值|创汇|贸易值)总?额?{_HEDGE}$"
)
BEHIND_COUNTED = re.compile(rf"{_TRADE}(?:了)?{_NO_GOODS}({_NOUN}){_COUNTED_WORTH}")
BEFORE_COUNTED = re.compile(
    rf"(?:^|[,;:。、年月]|其中,?|[全我该本][市省区县州])({_NOUN}){_TRADE}(?:量|数量)?{_COUNTED_WORTH}"
)
AND_GOODS = re.compile(r"(?:以上)?[、和及,]([\u4e00-\u9fff]{2,10}?(?:产品|车|设备|材料|制品|食品|零件|部件))(?:约|达|近|超过?)*")
_TRADES, _PARTNER = re.compile(_TRADE), re.compile(PARTNERS)
_ALONE = re.compile(rf"(?:^|[,;:、]|其中,?)对({PARTNERS})(?:市场)?(?:达到?|为|约|超过?|近|突破|有)*$")
GROWN = re.compile(
    rf"{_TRADE}{_NO_GOODS}({_NOUN})(?:同比|较[^,;。\d]{{1,6}}|比[^,;。\d]{{1,6}})?(?:增长|下降|增)(?:了|达|超过?|近|约)*$"
)
# 东盟为第一大贸易伙伴,对其进出口…: whom 其 means.
WITH_IT = re.compile(
    rf"({PARTNERS})(?:仍|继续|依然)?(?:为|是|成为|保持)[^,;。]{{0,14}}(?:贸易伙伴|市场|来源地|目的地),[^,;。\d]{{0,8}}[对与向自]其[^,;。\d]*$"
)
# 一般贸易、保税物流进出口(分别为), 锂电池、汽车出口(分别增长): one for one with the figures behind.
LISTED = re.compile(
    rf"(?P<names>[\u4e00-\u9fffA-Za-z“”、和及与]{{5,60}}?)(?:等)?(?:方式|商品)?(?:的)?{_TRADE}(?:总?[额值])?(?:同比|累计)*(?:分别)?$"
)
GOODS = ("产品", "贸易", "物流", "电商", "设备", "材料", "商品", "企业", "制品", "用品")
REACH = 60  # code points before a figure in which what is traded is named


def listed(said: str, n: int) -> list[str]:
    """As many goods, ways or partners of trade as figures, where words end with a list of them: 锂电池、汽车出口; none else."""
    found = LISTED.search(said)
    names = JOINT.split(found["names"])[-n:] if found else []
    if len(names) != n:
        return []
    names[0] = names[0].rpartition("对")[2] if "对" in names[0] else names[0]
    named = all(sorts.is_trade(name) or name.endswith(GOODS) for name in names)
    return names if named or all(_PARTNER.fullmatch(name) for name in names) else []


def traded(told: Told, scope: list[str]) -> list[str]:
    """The scope of a figure of trade: the goods or the partner that its own words name; what else narrows it stays."""
    case, last = told.case, told.last
    if last is not None and last.what.scope and (other := AND_GOODS.fullmatch(case.text, last.quantity.end, case.quantity.start)):
        return [other[1]]  # 出口机电产品21亿元、劳动密集型产品4.4亿元
    fresh = not scope or all(_PARTNER.fullmatch(part) for part in scope)
    return list(_goods(told)) or scope if fresh else scope


def _grown(told: Told) -> Scope:
    """Of 出口机电产品增长12%: what is behind the verb."""
    case = told.case
    said = case.text[case.window.low : case.quantity.start]
    found = GROWN.search(said) if "口" in said else None
    return (found[1],) if found and (sorts.is_trade(found[1]) or found[1].endswith(("产品", "设备", "材料"))) else ()


def _goods(told: Told) -> Scope:
    case, start = told.case, told.case.quantity.start
    if told.case.unit != "M":
        return _grown(told) if told.measured.measure == "growth" and told.carrier is None else ()
    low = max(case.window.sentence.start, start - REACH)
    said = case.text[low:start]
    own = said[max(case.window.clause - low, 0) :]
    if (meant := WITH_IT.search(said)) is not None:
        return (meant[1],)
    if "口" not in said or "口" not in own:  # 对美国进出口30亿元,增长9%;对东盟21亿元
        alone = _ALONE.search(own)
        if alone or "口" not in said:
            return (alone[1],) if alone else ()
    partner = (PARTNER.search(own) if _TRADES.search(own) else None) or MARKETS.search(said)
    if partner:
        return (next(part for part in partner.groups() if part),)
    named = max((m.end for m in case.cast.between(low, start)), default=low)
    found = BEHIND_COUNTED.search(said) or BEFORE_COUNTED.search(said[named - low :]) or BEHIND.search(own)
    return (found[1],) if found else ()
