"""Thresholds: a size that narrows what is counted (超10亿元项目) and so belongs to scope, never to value."""

from __future__ import annotations

import re

from transforms.quantities.amounts import Amount
from transforms.quantities.units import FACTORS, table_of

_WORDS = table_of("threshold_words.tsv")
NOUNS = "|".join(sorted(_WORDS["noun"], key=len, reverse=True))
PLAIN = "|".join(sorted(_WORDS["plain"], key=len, reverse=True))
# Money for projects (项目资金) and what they make (企业产值) are no size of theirs.
NOUN = rf"(?:“[^”,。;\n]{{0,4}})?(?:{NOUNS})(?!资金|基金|贷款|补助|补贴|投资|融资|奖|税|产值|总投资|收入|营收|利润)"
COUNT = r"(?:约|近|超|共|有|达|已达|突破|为|分别|新增|增加|仅|不少于)?[0-9一二两三四五六七八九十百]+[余多]?[个家项条座户艘]"
BOUND = re.compile(
    rf"(?:及?以上|以下|以内)的?(?:[^,。;:!?\d\n以]{{0,14}}?(?P<noun>{NOUN})|(?:占|则)?{COUNT}|(?:固定资产|工业|技改)投资|[省市县境域区]外项目|投资额?(?=同比|增长|增速|下降|完成|占|共|总))"
)
UNDER = re.compile(r"以下的?(?![后时的])[\u4e00-\u9fff]")
SOME = re.compile(rf"(?:及?以上)的?[^,。;:!?\d\n、]{{1,10}}?(?:占|{COUNT})")
PEOPLE = re.compile(r"以上的?(?!就业|参加|参与|到|集中|从)[\u4e00-\u9fff]")
LEVEL = re.compile(rf"级的?[^,。;:!?\d\n]{{0,12}}?(?:{NOUN}|产业(?:集群|链|板块|园区?|基地)?|泊位|码头|船)")
RATE = re.compile("(?:率|比|幅|速|强度|比例|比重)(?:在|为|达到?|超过?|保持在|稳定在)?$")
SHARED = re.compile(rf"(?:及?以上|以下)的[^,。;\d\n]{{0,8}}?{NOUN}(?:占|{COUNT}|数)")
DIRECT = re.compile(rf"(?P<of>的?)(?:(?:{PLAIN}|、|和){{0,3}}){NOUN}")
KIND = re.compile(rf"[^,。;:!?、\d\n的]{{0,6}}?{NOUN}")  # 6000万美元韩资项目1个: any kind, where a count follows
# 产值超过百亿元的有8个: what is that large is counted.
OF_WHICH = re.compile(r"的(?:就|已|共|则|还)?(?:有(?!望|力|效|利)|达到?[0-9]|[0-9])")
PORT = re.compile(r"(?:沿海|内河|国际|世界级|的)*(?:港口|大港)")
NAMED = re.compile(rf"的[^,。;:!?\d\n、]{{0,10}}?{NOUN}{COUNT}")
COUNTED = re.compile(rf"(?:总?数|个数|数量)|{COUNT}|占")
OF_EACH = re.compile(r"的[^,。;:!?、\d\n]{0,10}?项目")
COUNT_BEHIND = re.compile(COUNT)
COUNT_BEFORE = re.compile(r"(?:[0-9]|[一二两三四五六七八九十百])[余多]?[个家项座条大]左?右?$")
ABOVE = re.compile(r"(?:超过|超|突破|≥|大于|高于|达到|达)$|(?<![通经])(?:上|过|逾|破)$")
LIST = re.compile(r"(?:以上|以下|级)?(?:、|和|及|与|或者?|以及)|且[^,。;0-9]{0,14}")
MEASURE = re.compile(
    r"(?P<what>(?:亩均|人均|年|月|新增(?=产值))?(?:主营业务(?![超达过突])|营业|销售|业务|应税|工业)?(?:主营业务(?=[超达过突])|进出口总?额?|开票销售|收入|销售额|销售|营收|"
    r"总?产值|纳税额|纳税|注册资本金?|注册资金|税收|利润|利税|增加值|出口额|出口|进出口额|强度|市值|开工率|投产率|占比)(?:总额)?)(?P<verb>超过|超|达到|达|过|在|上|突破|≥)?$"
)
INCLUDED = re.compile(r"[(](?:含本数|人民币|不?含(?:\d+(?:亿|千万|万)?元)?)[)](?=及?以|的?(?:项目|企业))")
AGGREGATE = 5 * 10**10  # yuan: no single project is sized beyond; such a sum of projects is a figure


def _counted(text: str, start: int, end: int) -> bool:
    """Whether a count stands right behind the noun that ends at ``end``, or right before the size that starts at ``start``."""
    return bool(COUNTED.match(text, end) or COUNT_BEFORE.search(text, max(0, start - 8), start)
                or COUNT_BEFORE.search(text, max(0, start - 9), max(0, start - 1)))


def _bounded(text: str, amount: Amount, kind: str, *, people: bool) -> bool:
    """Of a size with 以上 or 以下 behind it: whether what it bounds is named or counted right after."""
    if kind == "percent":
        return bool(RATE.search(text, max(0, amount.start - 8), amount.start) and SHARED.match(text, amount.end))
    if people and PEOPLE.match(text, amount.end):
        return True
    bound = BOUND.match(text, amount.end)
    if bound:
        noun = bound["noun"] or ""
        large = noun.endswith(("项目", "工程")) and amount.value * FACTORS.get(amount.multiplier, 1) >= AGGREGATE
        return not large or _counted(text, amount.start, bound.end())
    return bool(UNDER.match(text, amount.end) or SOME.match(text, amount.end))


def is_threshold(text: str, amount: Amount) -> bool:
    """Whether an amount narrows what is counted: 超10亿元项目, 亿元以上产业项目, 纳税超5000万元企业."""
    if text.startswith("(", amount.end) and (included := INCLUDED.match(text, amount.end)):
        amount = amount._replace(end=included.end())  # 1000万元(含)以上
    unit = amount.unit
    kind = unit.kind if unit else "money" if amount.multiplier else ""
    people = unit is not None and unit.name == "人"
    if kind not in ("money", "size", "percent") and not people:
        return False
    if text.startswith("级", amount.end):
        level = LEVEL.match(text, amount.end)
        return _counted(text, amount.start, level.end() if level else amount.end)
    if text.startswith(("以", "及以"), amount.end):
        return _bounded(text, amount, kind, people=people)
    direct = None if text.startswith("、", amount.end) else DIRECT.match(text, amount.end)  # 达到1000亿元、企业收入…
    above = ABOVE.search(text, max(0, amount.start - 3), amount.start)
    if direct and above:
        return True
    if above and kind in ("money", "size") and (OF_WHICH.match(text, amount.end) or NAMED.match(text, amount.end)):
        return not text.startswith("总投资", max(0, amount.start - 6)) or OF_WHICH.match(text, amount.end) is not None
    if kind == "size" and amount.han and amount.value in (1, 10, 100, 1000) and PORT.match(text, amount.end):
        return True  # 千万标箱大港
    if kind != "money":
        return False
    if COUNT_BEFORE.search(text, max(0, amount.start - 8), amount.start) and OF_EACH.match(text, amount.end):
        return True  # 170个7000多万元的重点工业项目
    kind_of = KIND.match(text, amount.end)
    if kind_of and COUNT_BEHIND.match(text, kind_of.end()):
        return True
    if above:
        return False
    plain_size = amount.han and amount.value in (1, 10, 100, 1000)
    return direct is not None and not direct["of"] and (plain_size or _counted(text, amount.start, direct.end()))


def scope_text(text: str, amount: Amount) -> str:
    """A threshold as scope writes it: ``≥10亿元``, with what is measured where that is not the investment (``产值≥10亿元``)."""
    if text.startswith("级", amount.end) and amount.multiplier:
        return text[amount.start:amount.end + 1]
    if amount.value_high is not None:
        printed = text[amount.start : amount.end]
        if amount.unit and printed.count(amount.unit.name) > 1:
            return printed
        return f"{float(amount.value):g}-{float(amount.value_high):g}{amount.unit_text}"
    value = float(amount.value)
    number = f"{value:g}" if abs(value) < 10**6 else f"{value:.0f}"
    sign = "<" if text.startswith(("以下", "以内"), amount.end) else "≥"
    size = f"{number}{amount.unit_text}" + ("元" if amount.unit is None else "")
    what = MEASURE.search(text, max(0, amount.start - 16), amount.start)
    if not what:
        return sign + size
    # 纳税超5000万元 is a class of its own name; every other measure takes the sign.
    return what["what"] + ("超" if what["what"] == "纳税" and what["verb"] in ("超", "超过") else sign) + size
