"""What narrows a figure, once it is known what it is of and whose: its sizes, its sort, its group, its part, its pace.

How a scope is printed, whatever rule gives it:

- a size is ``≥1亿元``, with what is measured where that is not the investment; two that 或 joins are one part;
- a kind of projects is bare (``生物医药``), but for those that weigh, pay or are too broad to stand alone (``sorts.WITH_NOUN``);
- enterprises keep their noun (``配套企业``); how far some of them are is bare (``在建``);
- an industry is what it makes (``锂电``); of several told together the names, behind 等 their number (``五大支柱产业``);
- the stage and the batch of a counted group hold for all that it costs and counts; a phase for what it builds and brings;
- ``累计`` is of flows that no year bounds; a growth and a completion never have it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from dataclasses import replace
from functools import cache

from transforms.observe import areas_told, firms_told, goods, groups_told, phases, project_kinds, sorts, summed, topics
from transforms.observe.case import GROUP_CODES
from transforms.observe.measures import growth_basis
from transforms.observe.model import Draft, Indicated
from transforms.observe.sectors import CLASSES, sector_of
from transforms.observe.told import ASPECTS, Scope, Told, is_size

OF_SIZE = {"工业企业", "制造业企业", "服务业企业"}  # with a size, the sector alone: 工业;产值≥1亿元
OF_PROJECTS = groups_told.OF_PROJECTS | groups_told.OUTLAYS | {"project_investment"}
FROM_OUTSIDE = re.compile(r"[省市州县区盟旗疆藏]外")
SOURCE = re.compile(r"来自([\u4e00-\u9fff“”]{2,14}?)(?:等?地区|等地)?的$")
SUM = re.compile(r"规模|总量|总额|绝对额|总数|数量")
OF_TWO_YEARS = re.compile(r"两年(?:平均|年均)")
AVERAGE = re.compile(r"[两三四五]年平均")
PATENTS_DONE = re.compile(r"受理|授权")
PATENTS = re.compile(r"(?:拥有|累计)?(?:总?量|总?数|件数)$|^每?万人(?:口)?")
PACED = re.compile(
    r"(增速|增幅|进度(?=列|居|排|位))[^,;。]{0,20}(?:居|列|排|位)|(增速|增幅)(?:超|高于|快于|领先)[^;。\d]{0,30},[^,;。]{0,16}(?:居|列|排|位)"
)
PACE = re.compile(r"(增速|增幅)[^,;。]{0,6}$")
OCCASION = re.compile(
    r"[\u4e00-\u9fff“”]{0,8}(?:招商活动|合作活动|交流活动|推介会|对接会|恳谈会|洽谈会|外出招商|对接活动|路演|沙龙|培训)"
)
RANKING = re.compile(
    r"(综合(?:发展水平|实力|竞争力))(?=排|上升|升|提升|位居|稳居|居|列|进入|跃|位列|在全)|"
    r"((?:高质量|综合|创新|营商环境|绩效|投资环境|发展)[\u4e00-\u9fff]{0,6}?(?:考核评价|考核评估|考评|排名|评估|评价|百强|考核))(?![^“”]{0,8}”)"
)


def narrowed(told: Told) -> Indicated:
    """What the figure is of, with its whole scope."""
    what, code = told.what, told.what.code
    scope = [part for each in what.scope if (part := sorts.tidy(each, code == "project_capacity"))]
    if scope and told.sizes:
        scope = [part for part in scope if not is_size(part)]
    if scope and told.carrier is None and (what.rule in groups_told.LENT or project_kinds.is_whole(told)):
        scope = []
    if told.measured.measure == "completion" and told.carrier is not None and told.carrier.sentence == told.case.window.sentence:
        whole = _whole(told, told.carrier)
        scope = list(whole.what.scope) if whole is not told.carrier else scope
    if told.carrier is None or told.carrier.what.code != code:
        if scope and told.measured.measure not in ("rank", "increment"):
            scope = [part for part in scope if part not in ASPECTS]
        told.scope = tuple(scope)
        for rule in _rules_of(code):
            if parts := rule(told):
                scope += [part for part in parts if part not in scope]
                told.scope = tuple(scope)
    if scope:
        scope = [part for part in scope if part not in ("年均", "环比", "两年平均", "两年年均") and not part.startswith("较")]
    if scope and told.measured.measure in ("growth", "completion"):
        scope = [part for part in scope if part != "累计"]  # a pace and a goal are of their years as they are
    scope += [part for part in _aspect(told) if part not in scope]
    if code in REWRITES:
        scope = REWRITES[code](told, scope)
    parts = tuple(dict.fromkeys([*_plain(told, scope), *told.sizes])) if scope else tuple(dict.fromkeys(told.sizes))
    return what if parts == what.scope else replace(what, scope=parts)


def _plain(told: Told, scope: list[str]) -> list[str]:
    """The parts of a scope that are not said by its other parts, industries by what they make."""
    if told.measured.measure == "rank":
        scope = [part for part in scope if part not in ("规模", "总量")]
    if told.what.code.startswith("projects_"):
        scope = [sorts.bare_kind(part) for part in scope]
        scope = [part for part in scope if f"“{part.removesuffix('项目')}”" not in scope]
    if told.what.code == "container_throughput":
        scope = [BOXES.get(part, part) for part in scope]
    if told.what.code in BY_INDUSTRY:
        scope = [sorts.bare_industry(part) for part in scope]
    scope = [part for part in scope if is_size(part) or not any(part != other and part in other for other in scope)]
    if told.sizes and told.what.code == "enterprises_total":
        scope = [part.removesuffix("企业") if part in OF_SIZE else part for part in scope]
    return scope


def _patents(told: Told, scope: list[str]) -> list[str]:
    """Of 专利申请受理数, 有效发明专利拥有量, 每万人发明专利."""
    if "万人" in told.case.left:
        return ["每万人"]
    head = told.head
    done = PATENTS_DONE.match(told.case.text, head.end) if head is not None else None
    kept = [PATENTS.sub("", part) for part in scope if "拥有" not in part or "发明" in part]
    return [part + done[0] if done and part.endswith("申请") else part for part in kept]


def _as_before(told: Told) -> Scope:
    """Of a share, a completion or a growth of what the figure before it is: narrowed as that one."""
    last, code, measure = told.last, told.what.code, told.measured.measure
    if measure == "level" or last is None or told.scope or told.sizes or code == "other":
        return ()
    if measure == "completion" and told.carrier is None:
        last = _whole(told, last)
    same = last.what.code == code or {last.what.code, code} <= groups_told.OUTLAYS
    new = told.measured.rule in ("increment.verb", "increment.list") and told.case.unit == "C"
    if not same or new:
        return ()
    between = told.case.text[last.quantity.end : told.case.quantity.start]
    if (
        sorts.sort_of(code, told.before)
        or (";" in between and not between.startswith(";占"))
        or (code in GROUP_CODES and "数" in between)
    ):
        return ()
    return tuple(s for s in last.what.scope if s not in ASPECTS)


def _whole(told: Told, last: Draft) -> Draft:
    """The whole that a part after 其中 is of: 签约项目17个,其中亿元以上项目13个,完成全年目标的113%."""
    case = told.case
    if not case.text.startswith("其中", case.document.clause_start(last.quantity.start)):
        return last
    return next((d for d in case.here if d.what.code == last.what.code), last)


def _own_sort(told: Told) -> Scope:
    """Of 中小企业营业收入, 州外到位资金, 外贸集装箱: the modifiers of its noun."""
    if told.scope or told.head is None or told.what.rule == "investment.of_industrial_projects":
        return ()
    code = told.what.code
    if code in OF_PROJECTS and (kind := project_kinds.kind_before(told)):
        return (kind,)
    if code in sorts.CAPITAL and (source := SOURCE.search(told.case.text, told.case.window.low, told.head.start)):
        return (source[1],)  # 来自东盟的实际使用外资
    sort = _listed_industries(told) or sector_of(code, sorts.without_verbs(told.before), told.head.word)
    sort = sort or sorts.sort_of(code, told.before) or sorts.sort_within(code, told.noun)
    if sort == "制造业" and (made := sorts.sort_before(told.before)):  # 智能装备|制造业完成投资
        sort = made + sort if sorts.is_trade(made) and made != sort else sort
    if sort.endswith("项目") and (group := groups_told.group_before(told)) is not None:  # 25个省重点工业项目完成投资…
        sort = next((part for part in group.what.scope if part.endswith(sort)), sort)
    if code == "domestic_capital_utilized" and FROM_OUTSIDE.fullmatch(sort):  # alone that is what the code says
        sentence = told.case.window.sentence
        part = told.case.is_part and any(d.what.code == code and d.measure == "level" for d in told.case.here)
        several = len(set(FROM_OUTSIDE.findall(told.case.text, sentence.start, sentence.end))) > 1
        sort = sort if part or several else ""
    return (sort,) if sort else ()


LISTED = re.compile(
    r"((?:[\u4e00-\u9fffA-Za-z]{2,10}[、和及])+[\u4e00-\u9fffA-Za-z]{2,10}?)(?P<more>等)?"
    r"(?P<all>(?:两|[三四五六七八九十\d]+)大?(?:个)?(?:主导|支柱|重点|优势|特色|新兴|先进|战略性新兴|传统|高成长性?)*(?:产业|行业|制造业))"
    r"(?:累计|合计|共|分别)*(?:实现|完成|的)*$"
)


def _listed_industries(told: Told) -> str:
    """Of 电子信息、汽车配套、生物医药三大支柱产业完成工业产值."""
    head, case = told.head, told.case
    if head is None or case.unit != "M" or "大" not in case.text[max(0, head.start - 20) : head.start]:
        return ""
    low = max(case.window.sentence.start, head.start - 80)
    low = max((m.end for m in case.cast.between(low, head.start) if m.kind in ("park", "region")), default=low)
    match = LISTED.search(case.text, low, head.start)
    return (match["all"] if match["more"] else match[1]) if match else ""


BY_INDUSTRY = {
    "cluster_output", "industrial_value_added", "industrial_value_added_ads", "invoiced_sales", "enterprise_profit",
}  # fmt: skip
BOXES = {"外贸箱": "外贸", "内贸箱": "内贸", "贸箱": "内贸", "空箱": "空箱"}
OF_ADS = ("industrial_output_ads", "industrial_value_added_ads", "enterprises_ads_industrial")
ADS = re.compile(r"(?:规上|规模以上)工业")
THEY_EARN = re.compile(r"[^,;。]{0,6}[,;](?:共|累计)*(?:实现|完成)?(?:主营业务收入|营业收入|利润总?额?|利税总?额?)")


def _of_ads(told: Told) -> Scope:
    """Of 规上工业增加值增长6.4%,实现主营业务收入730亿元: of those above size, where the figure before it was."""
    case, last = told.case, told.last
    if told.scope or last is None or last.measure == "share" or case.cast.between(last.quantity.end, case.quantity.start):
        return ()
    if last.what.code not in (*OF_ADS, "operating_revenue", "enterprise_profit") or (
        last.what.code not in OF_ADS and not any(ADS.fullmatch(s) for s in last.what.scope)
    ):
        return ()
    said = ADS.search(case.text, case.window.sentence.start, last.quantity.end)
    goes_on = THEY_EARN.match(case.text, last.quantity.end, case.quantity.start)
    return (said[0],) if said and goes_on else ()


def _profit_with(told: Told) -> Scope:
    """Of 规上工业营业收入…,利润总额…: profit goes with the revenue before it."""
    last = next((d for d in reversed(told.case.here) if d.what.code == "operating_revenue"), None)
    if told.scope or last is None or not last.what.scope:
        return ()
    if told.what.code == "other" and "利税" not in told.what.text:
        return ()
    if told.case.cast.between(last.quantity.end, told.case.quantity.start):
        return ()
    return tuple(s for s in last.what.scope if s not in ASPECTS)


def _contracted_with(told: Told) -> Scope:
    """Of 第三产业合同利用外资…,实际利用外资…, 新批制造业外资项目181个,到账外资…: of the sector that was named right before."""
    last = told.last
    if told.scope or last is None or ";" in told.case.text[last.quantity.end : told.case.quantity.start]:
        return ()
    if told.case.cast.between(last.quantity.end, told.case.quantity.start):
        return ()
    if last.what.code == "fdi_contracted" and told.what.code == "fdi_utilized":
        return tuple(s for s in last.what.scope if s not in ASPECTS)
    if not last.what.code.startswith("projects_") or told.measured.measure != "level":
        return ()
    kinds = [re.sub(r"(?:外资|外商投资)?项目$", "", s) for s in last.what.scope if s.endswith("项目")]
    return tuple(k for k in kinds if CLASSES.fullmatch(k))


STAFF_PART = re.compile(
    r"(?:[、,]?其中,?|[、,])(?:吸纳|带动|安置|解决)?(?:当地|本地|周边)?([\u4e00-\u9fff]{2,8}?)(?:员工|职工)?(?:就业)?(?:有|达|共|约|近|超过?)*$"
)
STAFF_TAKEN_ON = re.compile(
    r"(?:吸纳|带动|安置|解决|帮助|吸收)(?:了)?(?:当地|本地|周边)?([\u4e00-\u9fff]{2,8}?)(?:就近)?就业(?:人数)?(?:达|共|约|近|超过?)*$"
)
PLAIN_STAFF = re.compile(
    r"(?:用工|务工|从业|就业|员工|职工|工人|人员|劳动力|群众|居民|村民|社会|剩余|富余|农村|新增|直接|人口|人数|岗位|其他)+|.*(?:可|预计|新增|企业|项目|园区|环比|同比|增加|净增|吸纳|带动|安置|吸收|提供|解决)$|环比.*|同比.*"
)


def _staff(told: Told) -> Scope:
    """Of 安置就业2.6万人,其中返乡务工人员2.1万人, and of 吸纳农牧民就业260人: who they are."""
    case = told.case
    if told.scope or case.quantity.unit[-1:] not in tuple("人名"):
        return ()
    low = max(case.window.clause - 1, 0)
    part = STAFF_PART.search(case.text, low, case.quantity.start) if case.is_part or case.here else None
    part = part if part and case.here and case.here[-1].what.code == "employees" else None
    match = part or STAFF_TAKEN_ON.search(case.text, low, case.quantity.start)
    return (match[1],) if match and not PLAIN_STAFF.fullmatch(match[1]) else ()


def _occasion(told: Told) -> Scope:
    """Of 科技招商活动28场: what sort of event."""
    case = told.case
    low, high = max(case.window.low, case.quantity.start - 24), min(case.window.high, case.quantity.end + 16)
    behind = OCCASION.search(case.text, case.quantity.end, high)
    before = list(OCCASION.finditer(case.text, low, case.quantity.start))
    found = before[-1] if before else behind
    if found is None:
        return ()
    name = sorts.tidy(re.sub(r"^.*(?:举办|开展|组织|组团|参加|召开|开|办)了?(?:各类|系列)?", "", found[0]))
    return (name,) if name and name not in ("招商活动", "对接活动", "活动") else ()


def _ranking(told: Told, scope: list[str]) -> list[str]:
    """Of 在国家级高新区综合评价中位居第七: by what ranking, as all places of one sentence are, where no indicator tells."""
    if told.measured.measure != "rank" or scope:
        return scope
    case = told.case
    ranks = [d for d in case.here if d.measure == "rank" and d.what.code == "other" and d.what.scope]
    if ranks and told.what.rule != "other.own_noun":
        return list(ranks[-1].what.scope)
    if "”" in case.text[case.window.clause : case.quantity.start]:
        return scope
    found = list(
        RANKING.finditer(case.text, max(case.window.sentence.start - 120, 0), min(case.quantity.end + 8, len(case.text)))
    )
    return [found[-1][1] or found[-1][2]] if found else scope


def _made(told: Told) -> Scope:
    """Of 新能源汽车产能60万辆: the product before its noun."""
    head = told.head
    if (
        head is None
        or any(p not in ("月产",) for p in told.scope)
        or "产能" not in head.word + told.what.text
    ):
        return ()
    product = re.sub(r"^.*(?:设计|未来|形成|规划|预计|将|的|其中|[,;:。])|(?:年|月|总|新增|设计)+$", "", told.before)
    return (product,) if 2 <= len(product) <= 14 and not re.search(r"[\d,;。]|期$|项目|工厂|公司|基地", product) else ()


# Of some indicators the words right by the figure tell more than what was gathered, and may stand in its place.
REWRITES: dict[str, Callable[[Told, list[str]], list[str]]] = {
    "other": _ranking,
    "enterprises_listed": firms_told.listed,
    "tech_projects": project_kinds.tech_projects,
    "patents": _patents,
    "enterprises_total": firms_told.staged,
    **dict.fromkeys(goods.TRADED, goods.traded),
    "area_total": areas_told.parts,
    "area_planned": areas_told.parts,
    "area_built": areas_told.buildings,
}
Rule = Callable[[Told], Scope]
# In their order, each with the indicators that it narrows; without any it asks itself.
RULES: tuple[tuple[Rule, Set[str]], ...] = (
    (_own_sort, frozenset()),
    (_as_before, frozenset()),
    (_profit_with, {"enterprise_profit", "other"}),
    (_of_ads, {"operating_revenue", "enterprise_profit"}),
    (firms_told.firms, {"enterprises_total"}),
    (firms_told.attracted, {"enterprises_total"}),
    (firms_told.sort_of_firms, firms_told.SORTED),
    (firms_told.part_of_firms, frozenset()),
    (firms_told.made, firms_told.MADE),
    (_occasion, {"service_events"}),
    (_staff, {"employees"}),
    (groups_told.of_group, frozenset()),
    (topics.topic, frozenset()),
    (_made, {"project_capacity"}),
    (phases.phase, frozenset()),
    (summed.up, summed.FLOWS | summed.SIGNED),
    (_contracted_with, {"fdi_utilized", "fdi_contracted"}),
)


@cache
def _rules_of(code: str) -> tuple[Rule, ...]:
    """The rules that can narrow a figure of an indicator."""
    return tuple(rule for rule, codes in RULES if not codes or code in codes)


def _aspect(told: Told) -> Scope:
    """The pace that a rank is of, and what a growth is taken over."""
    if told.measured.measure == "growth":
        return _basis(told)
    return _pace(told) if told.measured.measure == "rank" else ()


def _basis(told: Told) -> Scope:
    """Of a growth, that it is a yearly average; against which year it is, its basis tells."""
    left = told.case.text[told.case.window.low : told.case.quantity.start]
    if of_two := OF_TWO_YEARS.search(left):
        return (of_two[0],)
    return ("年均",) if growth_basis(left) == "cagr" or AVERAGE.search(left) else ()


def _pace(told: Told) -> Scope:
    """Of a rank behind a growth, that it is the growth's."""
    case = told.case
    if not case.here or {"增速", "增幅"} & set(told.what.scope):
        return ()
    paced = PACED.search(case.text, case.window.clause, case.quantity.start)
    if paced or (paced := PACED.search(case.text, case.here[-1].quantity.end, case.quantity.start)):
        return (paced[1] or paced[2],)
    last = next((d for d in reversed(case.here) if d.quantity.unit_measure != "PP"), case.here[-1])
    between = case.text[last.quantity.end : case.quantity.start]
    if last.measure != "growth" or last.what.code != told.what.code or SUM.search(between):
        return ()
    if pace := PACE.search(case.text, max(0, last.quantity.start - 12), last.quantity.start):
        return (pace[1],)
    level = any(d.what.code == told.what.code and d.measure == "level" for d in case.here)
    return () if level else ("增速",)
