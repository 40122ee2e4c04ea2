"""What narrows a figure, once it is known what it is of and whose: its sizes, its sort, its group, its part, its pace."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from transforms.observe import firms_told, groups_told, sorts
from transforms.observe.case import GROUP_CODES
from transforms.observe.measures import growth_basis
from transforms.observe.model import Draft, Indicated, unit_class
from transforms.observe.told import ASPECTS, Scope, Told, is_size

PHASE_WORD = r"[一二三四五]期|首期|起步区|核心区|启动区|先导区|先行区"
# 产业园一期占地, 项目一期投资, 首期规划: a part of what stands before it, and not of a name.
PHASE = re.compile(
    rf"(?<![分第])({PHASE_WORD})(?:工程|项目)?(?=预计|已|共|现|总|规划|占地|用地|投资|建成|年产|年内|建设|主要|入驻|落户|建筑|开发|面积|概算|计划|\d|$)"
)
PHASED = re.compile(r"(?:项目|工程|园|区|港|基地|城|中心|工厂|[,;:、(])$")
PHASED_CODES = {
    "project_investment",
    "fixed_asset_investment",
    "project_capacity",
    "area_total",
    "area_built",
    "projects_total_investment",
}
TOPIC = re.compile(
    r"(?:其中,?|据了解,|从产业看,)?(?:园区内?|区内|全区|全市|这里的)?(?:的)?(制造业|服务业|[\u4e00-\u9fff、“”]{2,14}?(?:制造业|产业|产业链|集群|企业|服务业|行业|领域|板块))"
    r"(?:最|是|成为|贡献|表现|发展|势头|来势|增势|逆势|持续|依然|依旧|仍|领跑|唱主角|受|很|也|加速|快速|稳|一马当先|独占|当先|强势|撑起)[^,;。\d]{0,16},"
)
FROM_OUTSIDE = re.compile(r"[省市州县区盟旗疆藏]外")
DOES = re.compile(
    r"(?:^|[,。年月度期])(?:全[市区县省州]|我[市区县]|园区)?((?:乡镇|民营|非公有制?|个体私营|外商投资|国有|规模以下|中小)(?:工业企业|工业|企业|经济))"
    r"(?:在[^,;。]{2,24}|累计|共|继续|保持[^,;。]{2,12})*(?:实现|完成)"
)
SUM = re.compile(r"规模|总量|总额|绝对额|总数|数量")
SUMMED = {
    "fixed_asset_investment", "industrial_investment", "fdi_utilized", "fdi_contracted", "projects_signed_investment",
    "projects_signed", "domestic_capital_utilized",
}  # fmt: skip
YEARS = re.compile(r"\d{4}/\d{4}")
DAY = re.compile(r"\d{4}-\d\d-\d\d|\d{4}")
AVERAGE = re.compile(r"[两三四五]年平均")
PATENTS_DONE = re.compile(r"受理|授权")
PATENTS = re.compile(r"(?:拥有|累计)?(?:总?量|总?数|件数)$|^每?万人(?:口)?")
PACED = re.compile(r"(增速|增幅)[^,;。]{0,10}(?:居|列|排|位)")
PACE = re.compile(r"(增速|增幅)[^,;。]{0,6}$")
OCCASION = re.compile(r"[\u4e00-\u9fff“”]{0,8}(?:招商活动|推介会|对接会|恳谈会|洽谈会|外出招商|对接活动|路演|沙龙|培训)")
RANKING = re.compile(
    r"((?:高质量|综合|创新|营商环境|绩效|投资环境|发展)[\u4e00-\u9fff]{0,6}?(?:排名|评估|评价|百强|考核))(?![^“”]{0,8}”)"
)
BUILT = re.compile(
    r"(新建|新开工)?(?:已|将|累计)*(?:建成|新建|竣工|建设)*(?:了)?((?:[\u4e00-\u9fff]{0,8})(?:厂房|载体|空间|楼宇|写字楼|用房|仓库|公寓|办公楼))"
)


def narrowed(told: Told) -> Indicated:
    """What the figure is of, with its whole scope."""
    what, code = told.what, told.what.code
    product = code == "project_capacity"
    scope = [part for each in what.scope if (part := sorts.tidy(each, product))]
    if told.sizes:
        scope = [part for part in scope if not is_size(part)]
    if told.carrier is None and (what.rule in groups_told.LENT or groups_told.is_whole(told)):
        scope = []
    if told.measured.measure == "completion" and told.carrier is not None and told.carrier.sentence == told.case.window.sentence:
        whole = _whole(told, told.carrier)
        scope = list(whole.what.scope) if whole is not told.carrier else scope
    if told.carrier is None or told.carrier.what.code != code:
        scope = [part for part in scope if part not in ASPECTS or told.measured.measure in ("rank", "increment")]
        for rule in RULES:
            told.scope = tuple(scope)
            scope += [part for part in rule(told) if part not in scope]
    scope = [part for part in scope if part not in ("年均", "环比") and not part.startswith("较")]
    scope += [part for part in _aspect(told) if part not in scope]
    if code == "patents":
        scope = _patents(told, scope)
    if told.measured.measure == "rank":
        scope = [part for part in scope if part not in ("规模", "总量")]
    if code in ("cluster_output", "industrial_value_added", "operating_revenue", "invoiced_sales", "enterprise_profit"):
        scope = [sorts.bare_industry(part) for part in scope]
    scope = [part for part in scope if is_size(part) or not any(part != other and part in other for other in scope)]
    parts = tuple(dict.fromkeys([*scope, *told.sizes]))
    return what if parts == what.scope else replace(what, scope=parts)


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
    if measure == "completion" and told.carrier is None and last is not None:
        last = _whole(told, last)
    same = last is not None and (last.what.code == code or {last.what.code, code} <= groups_told.OUTLAYS)
    if told.scope or told.sizes or last is None or not same or measure == "level" or code == "other":
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
    if told.scope or told.head is None:
        return ()
    code = told.what.code
    if code in groups_told.OF_PROJECTS | {"project_investment"} and (kind := groups_told.kind_before(told)):
        return (kind,)
    sort = _listed_industries(told) or sorts.sort_of(code, told.before) or sorts.sort_within(code, told.noun)
    if sort.endswith("项目") and (group := groups_told.group_before(told)) is not None:  # 25个省重点工业项目完成投资…
        sort = next((part for part in group.what.scope if part.endswith(sort)), sort)
    if code == "domestic_capital_utilized" and FROM_OUTSIDE.fullmatch(sort):  # alone that is what the code says
        sentence = told.case.window.sentence
        sort = sort if len(set(FROM_OUTSIDE.findall(told.case.text, sentence.start, sentence.end))) > 1 else ""
    return (sort,) if sort else ()


LISTED = re.compile(
    r"((?:[\u4e00-\u9fffA-Za-z]{2,10}[、和及])+[\u4e00-\u9fffA-Za-z]{2,10}?)(?:两|[三四五六七八九十\d]+)大?(?:个)?(?:主导|支柱|重点|优势|特色|新兴|先进|战略性新兴)*(?:产业|行业)"
    r"(?:累计|合计|共|分别)*(?:实现|完成|的)*$"
)


def _listed_industries(told: Told) -> str:
    """Of 电子信息、汽车配套、生物医药三大支柱产业完成工业产值."""
    head, case = told.head, told.case
    if head is None or unit_class(case.quantity) != "M" or "大" not in case.text[max(0, head.start - 20) : head.start]:
        return ""
    low = max(case.window.sentence.start, head.start - 80)
    low = max((m.end for m in case.cast.between(low, head.start) if m.kind in ("park", "region")), default=low)
    match = LISTED.search(case.text, low, head.start)
    return match[1] if match else ""


def _profit_with(told: Told) -> Scope:
    """Of 规上工业营业收入…,利润总额…: profit goes with the revenue before it."""
    last = next((d for d in reversed(told.case.here) if d.what.code == "operating_revenue"), None)
    if told.scope or told.what.code not in ("enterprise_profit", "other") or last is None or not last.what.scope:
        return ()
    if told.what.code == "other" and "利税" not in told.what.text:
        return ()
    if told.case.cast.between(last.quantity.end, told.case.quantity.start):
        return ()
    return tuple(s for s in last.what.scope if s not in ASPECTS)


def _topic(told: Told) -> Scope:
    """Of 制造业最受青睐,合同外资额…: what the sentence speaks of, until it names a place or a sort."""
    case, code = told.case, told.what.code
    if told.scope or told.subject.kind not in ("park", "region") or code in GROUP_CODES or code == "other":
        return ()
    sentence = case.window.sentence
    match = TOPIC.match(case.text, sentence.start, sentence.end) or DOES.search(case.text, sentence.start, case.quantity.start)
    if match is None or match.end() > case.quantity.start or unit_class(case.quantity) in "ALR":
        return ()
    between = case.text[match.end() : case.quantity.start]
    named = [m for m in case.cast.between(match.end(), case.quantity.start) if m.kind in ("park", "region")]
    if (
        (named and "占" not in between)
        or re.search(r"[全我][市区省县]", between.rpartition("占")[0] or between)
        or ";" in between
    ):
        return ()
    name = match[1].strip("“”")
    return () if sorts.NO_INDUSTRY.fullmatch(name) and name != "制造业" else (sorts.bare_industry(name),)


def _phase(told: Told) -> Scope:
    """Of 产业园一期占地120公顷: the phase, where the subject's name does not hold it."""
    case = told.case
    low, start = max(case.window.clause, case.quantity.start - 40), case.quantity.start
    if "期" not in case.text[low:start] and "区" not in case.text[low:start]:
        return _same_phase(told)
    match = next((m for m in PHASE.finditer(case.text, low, start)), None)
    if match is None:
        return _same_phase(told)
    if match[1] in told.subject.name or case.text[match.end(1) : match.end(1) + 1] == ")":
        return ()
    first = match.start() == case.window.clause
    if not first and match[0] != match[1]:
        return ()
    if not first and not PHASED.search(case.text, max(0, match.start() - 2), match.start()):
        return ()
    after = [m for m in case.cast.between(match.end(1), start) if m.kind != "project"]
    return () if after else (match[1],)


def _same_phase(told: Told) -> Scope:
    """Of 一期占地500亩,投资5亿元: the phase of the figure before, until the whole is spoken of."""
    last, case = told.last, told.case
    if last is None or last.subject != told.subject or told.what.code not in PHASED_CODES:
        return ()
    between = case.text[last.quantity.end : case.quantity.start]
    if re.search(r"[;。]|建成后|达产|投产|全部|总投资|其中|二期|三期", between) or case.cast.between(
        last.quantity.end, case.quantity.start
    ):
        return ()
    return tuple(s for s in last.what.scope if re.fullmatch(PHASE_WORD, s))


def _summed(told: Told) -> Scope:
    """Of 五年累计完成固定资产投资, and 截至2006年底,累计引进…,合同外资…: summed up over years."""
    case = told.case
    if told.what.code not in SUMMED or told.measured.measure != "level" or "累计" in told.scope:
        return ()
    if YEARS.fullmatch(told.time_period) and told.what.code != "projects_signed":
        said = case.text[case.window.clause : case.quantity.start]
    elif DAY.fullmatch(told.time_period) and re.match(
        r"(?:截至|截止|到|至)[^,;。]{0,12}[底末日]", case.text[case.window.sentence.start : case.window.sentence.start + 24]
    ):
        said = case.text[case.window.sentence.start : case.quantity.start].rpartition(";")[2]
    else:
        return ()
    return ("累计",) if "累计" in said else ()


def _occasion(told: Told) -> Scope:
    """Of 科技招商活动28场: what sort of event."""
    case = told.case
    if told.what.code != "service_events":
        return ()
    low, high = max(case.window.low, case.quantity.start - 24), min(case.window.high, case.quantity.end + 16)
    behind = OCCASION.search(case.text, case.quantity.end, high)
    before = list(OCCASION.finditer(case.text, low, case.quantity.start))
    found = before[-1] if before else behind
    if found is None:
        return ()
    name = sorts.tidy(re.sub(r"^.*(?:举办|开展|组织|参加|召开|开|办)了?(?:各类|系列)?", "", found[0]))
    return (name,) if name and name not in ("招商活动", "对接活动", "活动") else ()


def _ranking(told: Told) -> Scope:
    """Of 在国家级高新区综合评价中位居第七: by what ranking, where no indicator tells."""
    if told.what.code != "other" or told.measured.measure != "rank" or told.scope:
        return ()
    case = told.case
    if "”" in case.text[case.window.clause : case.quantity.start]:
        return ()
    found = list(
        RANKING.finditer(case.text, max(case.window.sentence.start - 120, 0), min(case.quantity.end + 8, len(case.text)))
    )
    return (found[-1][1],) if found else ()


def _made(told: Told) -> Scope:
    """Of 新能源汽车产能60万辆: the product before its noun."""
    head = told.head
    if (
        told.what.code != "project_capacity"
        or head is None
        or any(p not in ("月产",) for p in told.scope)
        or "产能" not in head.word + told.what.text
    ):
        return ()
    product = re.sub(r"^.*(?:设计|未来|形成|规划|预计|将|的|其中|[,;:。])|(?:年|月|总|新增|设计)+$", "", told.before)
    return (product,) if 2 <= len(product) <= 14 and not re.search(r"[\d,;。]|期$|项目|工厂|公司|基地", product) else ()


QUARTER = re.compile(r"([\u4e00-\u9fff]{2,10}(?:片区?|组团|区块))[,:]?(?:规划|总|占地)*面积(?:为|约|达)?$")


def _quarter(told: Told) -> Scope:
    """Of 临江片区面积3.2平方公里: a part of the park."""
    case = told.case
    if told.what.code != "area_total" or "面积" not in case.left:
        return ()
    match = QUARTER.search(case.text, max(case.window.sentence.start, case.quantity.start - 24), case.quantity.start)
    if match is None:
        return ()
    start = max((m.end for m in case.cast.between(match.start(1), match.end(1)) if m.end < match.end(1)), default=match.start(1))
    name = case.text[start : match.end(1)].lstrip("即为含和")
    return (name,) if name not in told.subject.name else ()


def _built(told: Told) -> Scope:
    """Of 建成标准厂房15万平方米, 10万平方米标准厂房: what was built."""
    case = told.case
    if (
        told.what.code != "area_built"
        or any("厂房" in s or "载体" in s for s in told.scope)
        or (told.scope and "面积" not in told.scope[0])
    ):
        return ()
    found = list(BUILT.finditer(case.text, case.window.low, case.quantity.start))
    match = found[-1] if found else BUILT.match(case.text, case.quantity.end, case.window.high + 8)
    if match is None:
        return ()
    thing = sorts.tidy(re.sub(r"^.*(?:建成|新建|新增|形成|竣工|建设|的)", "", match[2]))
    return (thing,) if thing else ()


RULES: tuple[Callable[[Told], Scope], ...] = (
    _own_sort, _as_before, _profit_with, firms_told.firms, firms_told.attracted, firms_told.sort_of_firms,
    firms_told.part_of_firms, _occasion, groups_told.of_group, _topic, _ranking, _made, _built, _quarter, _phase, _summed,
)  # fmt: skip


def _aspect(told: Told) -> Scope:
    """The pace that a rank is of, and what a growth is taken over."""
    if told.measured.measure == "growth":
        return _basis(told)
    return _pace(told) if told.measured.measure == "rank" else ()


def _basis(told: Told) -> Scope:
    """Of a growth, that it is a yearly average, or against another year than the last."""
    left = told.case.text[told.case.window.low : told.case.quantity.start]
    basis = growth_basis(left)
    if basis == "cagr" or AVERAGE.search(left):
        return ("年均",)
    if not basis.startswith("vs:") or "同期" in left[-16:]:
        return ()
    last_year = told.time_period[:4].isdigit() and basis == f"vs:{int(told.time_period[:4]) - 1}"
    return () if last_year else (f"较{basis[3:]}年",)


def _pace(told: Told) -> Scope:
    """Of a rank behind a growth, that it is the growth's."""
    case = told.case
    if not case.here or {"增速", "增幅"} & set(told.what.scope):
        return ()
    if paced := PACED.search(case.text, case.window.clause, case.quantity.start):
        return (paced[1],)
    last = case.here[-1]
    between = case.text[last.quantity.end : case.quantity.start]
    if last.measure != "growth" or last.what.code != told.what.code or SUM.search(between):
        return ()
    if pace := PACE.search(case.text, max(0, last.quantity.start - 12), last.quantity.start):
        return (pace[1],)
    level = any(d.what.code == told.what.code and d.measure == "level" for d in case.here)
    return () if level else ("增速",)
