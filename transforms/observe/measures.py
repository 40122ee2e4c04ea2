"""Which measure a figure is: level, growth, share, rank, completion or increment (SDMX TRANSFORMATION)."""

from __future__ import annotations

import re
from typing import NamedTuple

from parkwatch.records import Measure
from transforms.observe.document import Document
from transforms.observe.lexicon import Mark
from transforms.observe.model import unit_class
from transforms.quantities import Quantity, numeral

GOAL = r"(?:盘子|目标|任务|计划|预算|指标|进度|时序)"
COMPLETION = re.compile(
    rf"(?:完成(?:了)?(?:总|设计)?(?:工程量|施工量|建设任务|总量)的|完成(?:了)?(?:年度|全年|当年)(?:计划)?投资(?:计划|额)?的|完成[^,;。]{{0,8}}{GOAL}[^,;。\d]{{0,3}}[\d.]+[万亿]*(?:元|美元|吨|亩)(?:总额|总量)?的|完成[^,;。\d]{{0,8}}[\d.]+[万亿]*(?:元|美元|吨|亩)[^,;。\d]{{0,8}}{GOAL}(?:任务)?的|完成率|完成[^,;。]{{0,14}}{GOAL}[^,;。]{{0,8}}|占[^,;。]{{0,8}}{GOAL}(?:任务|数|总数)?的?|(?:达|为|是)[^,;。]{{0,8}}{GOAL}的?|"
    r"(?:工程|投资|建设|形象|施工|总体|整体|序时|时序|任务|完成|目标)进度[^,;。]{0,4}|(?:任务|计划|目标|投资|预算)完成率?[^,;。]{0,3}|(?:^|[,;、(])(?:序时|完成)?进度(?:达到?|为|仅为?|只有|是)?|已?完成(?:了)?(?:约|近|超)?)$"
)
AHEAD = re.compile(r"(?:超|快于|高于|超过|超出|超额)[^,;。]{0,6}(?:预期|序时|时序|进度|目标|计划)[^,;。]{0,6}$")
RATE = re.compile(r"[\u4e00-\u9fff”](?:率|(?<!速)度|系数)[^,;。、]{0,6}$")
GROWTH_AFTER = re.compile(
    r"(?:以上|左右)?的?(?:高速|快速|较快|高位|强劲|平稳|同比|正|高)?"
    r"(?:速度|增速|增幅|增长|年均|年增长|速率|涨幅|同比增)"
)
SHARE_AFTER = re.compile(r"(?:以上|左右|多|强)?(?:的|为|是|来自|以上的|都是|属于)")
SHARE_OF_WHAT = re.compile(
    r"(?:达到?|为|是|相当于)[^,;。的]{2,14}的$|(?:全[国省市区县州球]|[省市])[^,;。\d%]{0,6}(?:总数|总量|总额|总值)的?[近超约逾过]*$"
)
SHARE_OF_COUNTED = re.compile(
    r"(?:全[国省市区县州球]|我[国省市])[近超约逾过]{0,2}$|"
    r"(?:聚集|汇聚|集聚|集中|拥有|承载|培育|贡献)了?(?:全[国省市])?[近超约逾过]{0,2}$"
)
# 比年初增加14家, 较上年减少3.2亿元: the verb right before an amount that is no percentage.
BY_HOW_MUCH = {
    "增加", "增长", "增", "减少", "下降", "降低", "提高", "提升", "减", "上升", "回落", "增加了", "增收", "减收", "多收",
}  # fmt: skip
MORE_THAN = re.compile(r"[比较][^,;。]{1,20}(多|少)[了出挣赚收签引缴]?$")  # 比上年同期多7个
PAST = r"(?:去年|上年|上月|上季度|[一二三]季度|一至[一二三四五六七八九十]+月|上半年|前年|\d+月|\d+-\d+月|同期|年初)"
BELOW_BEFORE = re.compile(
    rf"低于{PAST}[^,;。]{{0,8}}$|[比较]{PAST}[^,;。]{{0,8}}低了?$|[比较][^,;。]{{2,16}}(?:增速|增幅|平均|水平|均值)低了?$|下拉[^,;。]{{0,16}}$"
)
SLOWER_FALL = re.compile(r"(?:降幅|跌幅|减幅|亏损面|负债率|库存)[^,;。]*$|收窄|缩小")
ADJACENT = re.compile(r"[了约近超逾达过]{0,2}")
NEW_JOBS = re.compile(r"(?:新增|净增|新添)(?:城镇|直接|带动|大学生|间接)?(?:就业|用工|岗位|从业)[^,;。、]{0,8}$")
RD_INTENSITY = re.compile(
    r"(?:研发|R&D|科研|研究与试验发展|科技)[^,;。占]{0,12}(?:占|相当于)[^,;。占]{0,8}(?:GDP|生产总值|(?:营业?收入|营业收入|营收|销售收入|销售额|主营业务收入)的?(?:比重|比例))"
)
# 财政收入34.5亿元 ↑12.3%, (+12.3%), (同比-3.1%)
ARROW = re.compile(r"(?:同比|环比)?([↑↓▲▼⬆⬇+])\s*$")
ANNOUNCED = re.compile(r"占[^,;。\d]{1,20}(?:比重|比例|份额|占比),$")
BEYOND_YEAR = re.compile(r"超过?(?:去年|上年)(?:同期|全年)?$")
MORE_BY = re.compile(r"比[^,;。]{0,12}(多|少)[出了近约超]{0,3}$")
OF_PLAN = re.compile(r"[和与及、][^,;。\d]{0,8}(?:全年|年度|年)(?:计划|任务|目标)的$")  # 占全县的86%和全年计划的57%
BARE_GROWTH = re.compile(r"(?:同比|环比|[比较](?:上年|去年)(?:同期)?)$")  # 主营业务收入50亿元,同比47.5%
OF_PLACE = re.compile(r"了?(?:全[市省区县国州]|我[市省区县])?[近超约逾过]{0,2}")
PLACES = re.compile(r"(?:跃升|前进|前移|进位|上升|提升|晋升|攀升|提高|前挪|跃进|进)了?$")
VERSUS = re.compile(r"(?:[比较]|[相对]较?于|与)(20\d\d|19\d\d)年|是(20\d\d|19\d\d)年(?:全年)?的[约近超]*$")
VERSUS_PLAN = re.compile(r"(?:[比较]|较?于)“?(?P<n>十[一二三四五]?|[八九])五”?(?:规划)?(?P<edge>初期?|末期?|期初|期末)")
PER_YEAR = re.compile(r"年均|年平均|复合增长|年递增|每年递增")


class Measured(NamedTuple):
    """The measure of a figure, where its cue starts (the indicator stands before it), and the rule that said so."""

    measure: Measure
    cue_start: int
    negative: bool
    rule: str


def last_cue(document: Document, start: int, end: int) -> Mark | None:
    """The cue that a figure at ``end`` hangs on: the nearest one that is not a mere link (达, 为)."""
    for mark in reversed(document.between("cue", start, end)):
        if mark.value != "level":
            return mark
    return None


def measure_of(document: Document, quantity: Quantity, start: int, end: int) -> Measured | None:  # noqa: PLR0911 - one a unit
    """The measure that the words in [start, end) around a figure give it; None for a percentage where they are silent."""
    unit = unit_class(quantity)
    left = document.text[start : quantity.start]
    cue = last_cue(document, start, quantity.start)
    if unit == "R":
        return Measured("rank", quantity.start, False, "rank.ordinal")
    if unit == "S":
        ahead = AHEAD.search(left)
        if ahead:
            return Measured("completion", start + ahead.start(), False, "completion.ahead")
        cues = [m for m in document.between("cue", start, quantity.start) if m.value in ("growth", "fall", "share")]
        fell = cue is not None and cue.value == "fall" and not cue.word.startswith("低")
        fell = fell and cue is not None and ADJACENT.fullmatch(left, cue.end - start) is not None
        negative = (fell or BELOW_BEFORE.search(left) is not None) and not SLOWER_FALL.search(left)
        return Measured("increment", cues[0].start if cues else quantity.start, negative, "increment.points")
    if unit == "P":
        return _percentage(document, quantity, start, end)
    if cue and cue.value == "increment" and _of_size(document, cue.end, quantity.start):
        return Measured("level", quantity.start, False, "level.of_size")
    if cue and cue.value == "increment" and not re.search(r"[,;:]", document.text[cue.end : quantity.start]):
        return Measured("increment", cue.start, False, "increment.verb")
    if quantity.unit.endswith(("位", "位次")) and (moved := PLACES.search(left)):
        return Measured("increment", start + moved.start(), False, "increment.places")
    if unit == "C" and (jobs := NEW_JOBS.search(left)):
        return Measured("increment", start + jobs.start(), False, "increment.jobs")
    beyond = BEYOND_YEAR.search(left)
    if beyond:
        return Measured("increment", start + beyond.start(), False, "increment.beyond_year")
    more = MORE_THAN.search(left)
    if more:
        return Measured("increment", start + more.start(), more[1] == "少", "increment.more_than")
    if cue and cue.word in BY_HOW_MUCH and ADJACENT.fullmatch(document.text[cue.end : quantity.start]):
        return Measured("increment", cue.start, cue.value == "fall", "increment.by")
    return Measured("level", quantity.start, False, "level.amount")


def _of_size(document: Document, start: int, end: int) -> bool:
    """Whether 新增 belongs to a size, not to what is counted: 新增产值超亿元企业75家."""
    sizes = [q for q in document.quantities_between(start, end) if q.role == "threshold"]
    return (
        bool(sizes)
        and re.fullmatch(
            r"[\u4e00-\u9fff]{0,4}(?:产值|税收|销售|营收|收入)[\u4e00-\u9fff]{0,2}", document.text[start : sizes[0].start]
        )
        is not None
    )


def _percentage(document: Document, quantity: Quantity, start: int, end: int) -> Measured | None:  # noqa: C901, PLR0911, PLR0912 - a list of rules
    left, cue = document.text[start : quantity.start], last_cue(document, start, quantity.start)
    right = document.text[quantity.end : end]
    times = quantity.unit in ("倍", "番")
    if arrow := ARROW.search(left):
        return Measured("growth", start + arrow.start(), arrow[1] in "↓▼⬇", "growth.arrow")
    if quantity.value < 0 and cue is None:
        return Measured("growth", quantity.start, False, "growth.signed")
    done = None if times else COMPLETION.search(left)
    if done and not (cue and cue.value in ("growth", "fall") and cue.start > start + done.start()):
        return Measured("completion", start + done.start(), False, "completion.goal")
    if cue and cue.value in ("share", "to") and "占" in left and RD_INTENSITY.search(left):
        return Measured("level", quantity.start, False, "level.rd_intensity")
    heads = document.between("head", max(start, cue.end if cue else start), quantity.start)
    if heads and "P" in heads[-1].dimensions and not times:
        return Measured("level", quantity.start, False, "level.rate")
    ahead = AHEAD.search(left)
    if ahead and not times:
        return Measured("completion", start + ahead.start(), False, "completion.ahead")
    if cue and cue.value == "to":
        shares = [m for m in document.between("cue", start, cue.start) if m.value == "share"]
        if shares:
            return Measured("share", shares[0].start, False, "share.risen_to")
    if OF_PLAN.search(left) and not times:
        return Measured("completion", quantity.start, False, "completion.of_plan")
    if (bare := BARE_GROWTH.search(left)) is not None:
        return Measured("growth", start + bare.start(), False, "growth.bare")
    more = MORE_BY.search(left)
    if more and not times:
        return Measured("growth", start + more.start(), more[1] == "少", "growth.more_by")
    if cue and cue.value == "to":
        return Measured("level", cue.start, False, "level.to")
    if cue and cue.value in ("growth", "fall", "increment") and not RATE.search(document.text[cue.end : quantity.start]):
        return Measured("growth", _first_of_run(document, start, cue), cue.value == "fall", f"growth.{cue.word}")
    if cue and cue.value == "share" and OF_PLACE.fullmatch(document.text, cue.end, quantity.start) and right.startswith("的"):
        return Measured("share", cue.start, False, "share.after")
    if cue and cue.value == "share":
        shares = [m for m in document.between("cue", start, quantity.start) if m.value == "share"]
        return Measured("share", shares[0].start, False, "share.of")
    of_what = None if times else SHARE_OF_WHAT.search(left)
    if of_what is not None:
        return Measured("share", start + of_what.start(), False, "share.of_what")
    if GROWTH_AFTER.match(right):
        return Measured("growth", quantity.start, right.startswith("的降"), "growth.after")
    if right.startswith("开工") and not times:
        return Measured("level", quantity.start, False, "level.started")
    if times:
        return Measured("growth", quantity.start, False, "growth.times")
    if RATE.search(left):
        return Measured("level", quantity.start, False, "level.rate")
    tells_of = quantity.unit != "%" and any(h.start == quantity.end for h in document.between("head", quantity.end, end))
    alone = not left.rpartition("、")[2].strip("近超约逾过,")  # 全国超过1/5高新技术企业,超四成上市企业
    if SHARE_AFTER.match(right) or (tells_of and (alone or SHARE_OF_COUNTED.search(left))):
        return Measured("share", quantity.start, False, "share.after")
    return None


def share_announced(document: Document, quantity: Quantity, start: int, low: int) -> Measured | None:
    """A share that the clause before announces: 占全市出口总额的比重,由2020年的18.6%升至去年的26.3%."""
    match = ANNOUNCED.search(document.text, start, low)
    if match is None or quantity.unit in ("倍", "番"):
        return None
    return Measured("share", match.start(), False, "share.announced")


def _first_of_run(document: Document, start: int, cue: Mark) -> int:
    """Where 同比增长, 增速增长 or 增长率 starts: the first of the cues that touch."""
    first = cue.start
    for mark in reversed(document.between("cue", start, cue.start)):
        if first - mark.end > 2 or mark.value not in ("growth", "fall"):
            break
        first = mark.start
    return first


def growth_basis(left: str) -> str:
    """Against what a growth is measured, from the words before it: ``yoy``, ``pop``, ``cagr`` or ``vs:YEAR``."""
    if "环比" in left:
        return "pop"
    if PER_YEAR.search(left):
        return "cagr"
    if versus := VERSUS.search(left):
        return f"vs:{versus[1] or versus[2]}"
    plan = VERSUS_PLAN.search(left)
    return f"vs:{2001 + 5 * (int(numeral(plan['n']) or 10) - 10) + 4 * ('末' in plan['edge'])}" if plan else "yoy"
