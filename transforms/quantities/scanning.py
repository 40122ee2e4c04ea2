"""The scan: tokens to amounts, amounts to ranges, each told what it is for."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from transforms.quantities import context, noise, others, ranks, thresholds
from transforms.quantities.amounts import Amount, finish, from_digits, from_han
from transforms.quantities.qualifiers import qualifier
from transforms.quantities.records import Quantity, Role
from transforms.quantities.tokens import TOKEN
from transforms.quantities.units import normal

BETWEEN = re.compile(r"[ ]?(?:-|~|—{1,2}|至|到)[ ]?(?=[0-9零一二两三四五六七八九十百千])")
FROM = re.compile(r"[从由自][^,。;、]{0,2}$")
SHARING = re.compile("、|和|及|与|以及")
LISTED = re.compile(r"[\u4e00-\u9fff、]")  # before a number of a list that is no numbering
# 规模超千人、收入超10亿元的企业
BOTH_BOUND = re.compile(r"(?:人|以上)?[、且]?(?:年)?[\u4e00-\u9fff]{0,6}(?:超过?|在|达到?|过|不低于)")
DISTRICTS = re.compile(
    r"[^,。;、\d\n]{0,6}?[市县区旗州盟](?:[市区县旗州盟]|[(][市县区、]{1,5}[)])(?!内|级|域)|[^,。;、\d\n]{0,4}?(?:城市|市州)"
)
REACH = 20  # characters in which a list goes on
BOTH_ABOVE = re.compile(r"以[上下](?:、[^,。;:\d\n]{0,40}|[,且][^,。;:\d\n]{0,10}|[至到]?)$")
AND_SIZE = re.compile(r"(?:和|、|或|及)(?:占地|用地|面积|投资|产值|税收|用工)")
# 在全省56个园区中排第四, 列甲市12区市第2: the count tells only how many there are.
WHOLE_BEFORE = re.compile(
    r"(?:全[国省市区县州]|[省市县区州盟球界]|国内)(?:的|内|共|参评的?)?$|(?:参评|参加|公布|评价|考核|考评)的$"
)
WHOLE = re.compile(
    r"[\u4e00-\u9fff()“”、]{1,14}?(?:当?中|里|内)?的?(?:综合|总体)?(?:排名|排行|排序|考核|考评|评价)?(?:中|里)?"
    r"(?:稳|均|位)?(?:排在?|位列|名列|[居列]|跃居|位次)?(?:为|第)?"
)
BARE_SIZE = re.compile(r"[上近超过破达数逾几]$|[超突]过$|突破$")
BARE_NOUN = re.compile(
    r"(?:元|美元)?(?:及?以上|级|大关|俱乐部|(?:元|美元)(?:工业|产业|重大|科技|外资|制造业)?(?:项目|企业|园区|集群|乡镇|楼宇))"
)


def scan(text: str) -> list[Quantity]:
    """Every number of a folded text with its unit, in order; spans point into the text given. Dates and times are left out."""
    found: list[Quantity] = []
    held: Amount | None = None  # a number that may turn out to be the lower end of a range
    end = 0
    for token in TOKEN.finditer(text):
        kind, start = str(token.lastgroup), token.start()
        if start < end or kind in ("date", "url"):
            continue
        amount = _amount(text, kind, token)
        if held is not None:
            joined = _join(text, held, amount)
            found.append(joined or _quantity(text, held))
            held = None
            if joined:
                end = joined.end
                continue
        if amount is not None:
            end = max(amount.end, token.end())
            held = amount
        elif kind not in ("digits", "han"):
            other = others.read(text, kind, start, token.end())
            if other is not None:
                found.append(other)
                end = other.end
    if held is not None:
        found.append(_quantity(text, held))
    return _settled(text, found)


def _amount(text: str, kind: str, token: re.Match[str]) -> Amount | None:
    """The amount at a token; characters that are parts of words are passed over."""
    start, end = token.span()
    if kind == "digits":
        return from_digits(text, start, end)
    if kind != "han":
        return None
    amount = from_han(text, start, end)
    if amount is None:
        return None
    if amount.unit is None and not amount.multiplier:
        return amount if BETWEEN.match(text, end) and amount.value > 1 else None
    if not token.group().strip("万亿兆"):  # no numeral at all: 超亿元, 亿元以上
        before = text[max(0, start - 2):start]
        if "亿" not in token.group():
            return amount if amount.hedge or re.search("[上近超过破数]$", before) else None
        return amount if amount.hedge or BARE_SIZE.search(before) or BARE_NOUN.match(text, end) else None
    return amount


def _join(text: str, low: Amount, high: Amount | None) -> Quantity | None:
    """One range of two numbers, where the sign of a range alone stands between them; 从3亿元到5亿元 are two figures."""
    if high is None or high.value < 0 or high.unit is None or high.unit.kind == "years":
        return None
    gap = BETWEEN.match(text, low.end)
    if not gap or gap.end() != high.start or FROM.search(text, max(0, low.start - 3), low.start):
        return None
    if low.unit is not None and low.unit.measure != high.unit.measure:
        return None
    value = low.value
    if low.unit is not None or low.multiplier:
        own, _ = normal(Decimal(1), low.unit_text)
        other, _ = normal(Decimal(1), high.unit_text if low.unit else high.multiplier or high.unit_text)
        value *= Decimal(own) / Decimal(other)
    if value >= high.value:
        return None
    return _quantity(text, high._replace(start=low.start, number_start=low.number_start, value=value, value_high=high.value))


def _quantity(text: str, amount: Amount) -> Quantity:
    """The record of an amount, told what it is for."""
    reason, scope = noise.reason_of(text, amount), ""
    role: Role = "noise" if reason else "figure"
    if reason in ("", "bare", "name", "specification") and thresholds.is_threshold(text, amount):
        role, reason, scope = "threshold", "size", thresholds.scope_text(text, amount)
    unit, high = amount.unit_text, amount.value_high
    if unit in ("位", "名") and ranks.is_place(text, amount.start) and role == "figure":
        unit, role, reason = ("第", "figure", "") if high is None else (unit, "noise", "ordinal")
    obs_value, measure = normal(amount.value, unit)
    if measure == "CNY":
        measure = context.money(text, amount)
    how = "range" if high is not None else qualifier(text, amount.start, amount.end, amount.hedge)
    if how == "exact" and text.startswith("级", amount.end):
        how = "about"
    return Quantity(
        amount.start, amount.end, amount.number_start, amount.number_end, text[amount.start:amount.end], float(amount.value),
        None if high is None else float(high), unit, obs_value, None if high is None else normal(high, unit)[0], measure, how,
        role, reason, scope)


def _settled(text: str, found: list[Quantity]) -> list[Quantity]:
    """What a list leaves to its last number: the unit (0.7、0.3个百分点), or that all are sizes (5亿元以上、10亿元以上项目)."""
    _places(text, found)
    for i in range(len(found) - 2, -1, -1):
        this, after = found[i], found[i + 1]
        if after.start - this.end > REACH and not text.startswith("以上、", this.end):
            continue
        if this.reason == "bare" and after.role == "figure" and after.value_high is None:
            found[i] = _with_unit(text, this, after)
        elif this.role == "figure" and after.role == "threshold":
            found[i] = _bounded(text, this, after)
    return found


def _places(text: str, found: list[Quantity]) -> None:
    """Of 分别列22位和29位 both are places; of 在全省56个园区中第四 the count is none."""
    for i, after in enumerate(found[1:]):
        this = found[i]
        if this.unit == "第" and this.role == "figure" and after.unit in ("位", "名") and after.role == "figure":
            named = this.text[-1] == after.unit and ranks.FURTHER.fullmatch(text, this.end, after.start)
            if named or SHARING.fullmatch(text, this.end, after.start):  # 分别列22位和29位; 甲园33名、乙园38名
                found[i + 1] = replace(after, unit="第", unit_measure="RANK")
        elif after.unit == "第" and after.role == "figure" and this.role == "figure" and _is_whole(text, this, after):
            found[i] = replace(this, role="noise", reason="whole")


def _bounded(text: str, this: Quantity, after: Quantity) -> Quantity:
    """A number right before a size: a size too, where the two bound alike."""
    between = None if this.unit_measure == "NUM" else thresholds.LIST.match(text, this.end)
    if this.qualifier in ("over", "at_least") and after.qualifier in ("over", "at_least"):
        between = BOTH_BOUND.match(text, this.end, after.start) or between
    listed = between is not None and (between.end() == after.start or between.group()[0] == "且")
    if not (listed or _same_bound(text, this, after)):
        return this
    if any(c.isdigit() for c in this.text):
        amount = finish(text, this.number_start, this.number_end, Decimal(str(this.value)), "", han=False)
        scope = thresholds.scope_text(text, amount)
    else:
        scope = f"≥{this.value:g}{this.unit}"
    return replace(this, role="threshold", reason="size", scope_text=scope)


def _same_bound(text: str, this: Quantity, after: Quantity) -> bool:
    """Whether two sizes of a list bound alike: 甲地收入30亿元以上、乙地收入15亿元以上企业, 投资百亿元和占地千亩以上项目."""
    if this.unit_measure == "NUM":
        return False
    if BOTH_ABOVE.match(text, this.end, after.start) and text.startswith(("以上", "以下", "及以上"), after.end):
        return True
    return not any(c.isdigit() for c in this.text) and AND_SIZE.fullmatch(text, this.end, after.start) is not None


def _is_whole(text: str, count: Quantity, rank: Quantity) -> bool:
    """Whether a count is of those among which the rank right behind it is held: 全省56个园区中第四."""
    if count.unit_measure != "NUM" or not count.text[:1].isdigit() or rank.start - count.end > REACH:
        return False
    named = WHOLE_BEFORE.search(text, max(0, count.start - 8), count.start)
    places = DISTRICTS.match(text, count.end - (count.unit != "个")) if count.unit in ("个", "区", "县", "市") else None
    return (named or places) is not None and WHOLE.fullmatch(text, count.end, rank.start) is not None


def _with_unit(text: str, bare: Quantity, after: Quantity) -> Quantity:
    """A bare number in the unit of the one that it is listed with; a list's own numbering stays bare."""
    if not SHARING.fullmatch(text, bare.end, after.start) or after.unit in ("", "第"):
        return bare
    if not (bare.start and LISTED.match(text, bare.start - 1)) and "." not in bare.text:
        return bare
    obs_value, measure = normal(Decimal(str(bare.value)), after.unit)
    return replace(bare, unit=after.unit, obs_value=obs_value, unit_measure=measure, role="figure", reason="")
