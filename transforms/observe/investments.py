"""Investments: of one project, of a list of projects, of what was signed, or of a park."""

from __future__ import annotations

import re

from transforms.observe import amounts
from transforms.observe.case import GROUP_CODES, Case
from transforms.observe.events import code_of_event
from transforms.observe.invested import COUNT_BEFORE, invested_project
from transforms.observe.lexicon import Mark
from transforms.observe.model import Draft, Indicated, unit_class
from transforms.observe.owners import behind
from transforms.observe.projects import sum_of
from transforms.observe.works import SHARED

MANY = re.compile(
    r"等(?:一批|多个)?[^,;。\d]{0,8}项目|(?:[一这该]批|这[两几\d]+个|多个|这些|上述)[^,;。\d]{0,8}项目|[两二三四五六七八九十][大个][^,;。\d]{0,10}(?:项目|工程)"
)
NAMED_WORK = re.compile(
    r"的?([^,;。:]{2,60}(?:项目|基地|产业园|园区|中心|工程|总部|工厂|产业聚集区|产业集聚区|厂|[一二三四]期|生产线))"
    r"(?![^,;。]{0,8}(?:项目|基地))"
)
INVESTS = re.compile(r"[一二三]?期?(?:计划|预计|拟)?总?投资额?(?:约|超过?|近|达|为)*")
# What an investment is for, right behind it; not roads and sheds, which a park builds itself.
ONE_WORK = r"(?!用地|[^,;。]{0,6}(?:基础设施|道路|管网|标准化?厂房|\d+[个家]|一批|多个|项目\d))"
BUILDS = re.compile(
    r"(?:用于|来|将|进行)?(?:在[^,;。\d]{1,12})?(?:建设|新建|扩建|兴建|改建|续建|打造|实施|建(?![成筑]))(?:一[个座家条])?"
    + ONE_WORK
)
BUILDS_NEXT = re.compile(
    r",(?:主要|将|用于|计划|拟)?(?:在[^,;。\d]{1,12})?(?:建设|新建|扩建|兴建|改建|打造)"
    + ONE_WORK
    + r"[^,;。]{2,30}?(?:项目|基地|工厂|中心|产业园|生产线|厂|总部)"
)
BUILDS_MANY = re.compile(r",?(?:将|拟|计划)?(?:在[^,;。\d]{1,12})?(?:建设|新建|实施|布局|兴建)\d+个[^,;。\d]{0,10}项目")
OF_THE_YEAR = re.compile(r"今年|全年|年度|年内|当年|本年|明年|\d年")
# A work that the lists of names do not hold: …高速铁路(乌海段),投资65亿元.
WORK_BEFORE = re.compile(
    r"(?:铁路|公路|高速|机场|码头|大桥|隧道|水库|电厂|电站|热电厂|管道|水厂|污水处理厂|医院|学校|酒店|综合体|生产线)"
    r"(?:\([^()]{1,12}\)|[一二三]期)?,?(?:计划|预计|拟|概算|估算|规划)?总?$"
)
# 投资8亿元出口企业培育基地、: the name right behind the amount.
NAMED_BARE = re.compile(r"[\u4e00-\u9fffA-Za-z\d()]{4,40}(?:项目|基地|工程|总部|工厂|厂|生产线|产业园)(?=[、。;]|等)")
LISTED = re.compile(r".{3,40}?(?:项目|基地|工程|总部|工厂|厂|生产线|产业园|中心)(?=、|等)")
NOT_ONE = re.compile(r"完成|累计|到位|技改|年度|实际|基金|创投|每年")
PHASE = re.compile(r"[一二三四五首]期(?:项目|工程)?(?:共|计划|预计|总)?$")
PHASE_SAID = re.compile(r"(?:[,;:。]|其中)([一二三四五首]期)")
BARE_INVESTS = re.compile(
    r"(?:(?:该|这个|这一|本|整个)?(?:项目|工程))?(?:原|协议|计划|预计|拟|共|总|前期|后期|首期|概算)*(?:投资|投入)(?:总?额|金额|资金|约|近|超过?|逾|达到?|为|共|人民币)*"
)
THIS_WORK = re.compile(r"[一二三四五首]期(?:项目|工程)|(?:该|这个|这一|本)(?:项目|工程)|[一二、三]期共")
NEAR_START = 16  # characters that may stand before the work that a sentence is about
OF_GROUP = re.compile(
    r"(?:[\u4e00-\u9fff]{0,10}项目(?:建设)?)?(?:集中|现场|成功|正式|已|全部|顺利|同时|同日|同步|陆续|相继|也)*(?:(?:签约|开工|竣工|投产|落地|落户|动工|签[订署]?[^,;。]{0,6}(?:协议书?|合同))(?:建设)?)?[,、(]?(?:涉及|累计|合计|共|协议|计划|预计)?(?:项目)?总?投资(?:总额|额|规模|金额)?(?:达到?|高达|共计|合计|共|累计|总计|为|约|超过?|逾|近|人民币)*"
)
# 投资超300亿元的四大项目, 总投资2000亿元的“八大会战”工程
TOGETHER = re.compile(r"的“?(?:[两二三四五六七八九十]大|一批|多个|这些|各)[^,;。\d]{0,8}”?(?:项目|工程)")
OPENS_SENTENCE = ("总投资", "计划总投资", "合计", "共计", "累计", "总计", "投资总额", "协议", "项目总投资", "预计总投资")
OF_PROJECTS = re.compile(r"(?:人民币)?的[^,;。\d]{0,14}(?:项目|工程)")
FOR_WORKS = re.compile(r",?(?:主要)?(?:用于|来|进行|投向|完善|改善|加强)[^,;。\d]{0,10}(?:基础设施|配套设施|基础建设)")
# 投资16亿元的海川仪表、投资23亿元的云麓小镇: one by its name alone, whatever it ends in.
ONE_NAMED = re.compile(
    r"的(?!\d|[一多各这几两]|基础|新建|重点|重大|工业|农业|项目|大项目|任务|目标|增|[^,;。、]{0,12}?(?:企业|任务|目标|计划|资金|比重|投资|增速|增长|[^\u4e00-\u9fff]\d*[个家项]|等|群))"
    r"[\u4e00-\u9fffA-Za-z()·“”]{4,24}"
)
# 全县项目总投资273亿元: of all projects of a place.
OF_A_PLACE = re.compile(
    r"(?:^|[,;:。、年度月])(?:全|我|本|该|各)?(?:[市区县省州]|[\u4e00-\u9fff]{2,4}[市县区州盟省])(?:所有|全部|重点|产业)?项目$"
)
HAVING = re.compile(r"[有已现含园区]|入驻|吸引|引进")
LARGEST = re.compile(r"(?:单体|单个)[^,;。]{0,6}$|最大的(?:单体)?(?:项目)?$")
NEXT_LINE = re.compile(r"[^\n\d,;。]{0,8}[!。]?\s*\n\s*(?:计划|预计|协议)?总投资(?:额|总额)?(?:约|近|超过?|逾|达到?|为|共)*")
SPENT = re.compile(r"完成(?:了)?(?:建设|基础(?:设施)?(?:建设)?|工程|项目)?$")
SUM = re.compile(
    r"[^,;。:\d]{0,24}[,、(]?(?:项目|协议|签约)?(?:总|涉及|合计)?(金额|总额|资金|资金总额|规模)(?:达到?|约|为|共|超过?|逾|高达)*"
)
FUND_INVESTED = re.compile(
    r"基金[^;。]*(?:已投|投出|投了)\d+[余多]?[家个][^,;。\d]{0,8}(?:企业|项目)[、,]()(?:金额|资金)?[近超约逾达]*$|"
    r"(?:基金|创投|拨改投)[^;。]*累计投(?:资|了)?\d+[余多]?[家个][^,;。\d]{0,8}(?:企业|项目)()[近超约逾达]*$|"
    r"(?:基金|创投|拨改投)[^;。]*(?:已投|投放|投出|投向|累计投|完成投)[^;。]*?((?:金额|资金|投资额?|额度))(?:约|近|超过?|达|为|共|累计)*$"
)
# 集中开工仪式举行,总投资90亿元: of what an event was held for.
EVENT = re.compile(
    r"项目(集中(?:签约|开工|开竣工|竣工|投产)|签约|开工|开竣工|开工复工)[^,;。\n]{0,6}?(?:仪式|活动|动员会|动员大会|大会)[^;。\n]{0,16}[\n,]?(?:现场)?(?:项目|计划|合计|协议)*$"
)
OF_STAGED = re.compile(r"(签约|新签约|引进|招引|开工|竣工|投产|在建)(?:的)?项目(?:共|达|约|近|超过?|总额|金额|合计)*$")
PROJECTS_OF_STAGE = re.compile(
    r"的?(?:重点|重大|产业|工业|各类|外资|内资|省外|亿元以上|建设)*项目(?:计划|预计|协议|累计|合计)*的?"
)
ALSO_SIZED = re.compile(r"、(?:总|规划)?(?:占地|用地|建筑|面积)[^,;。、]{1,14}的(?=\d)")
SUM_RULE = "investment.of_both"
OF_ALL = re.compile(r"项目(?:个数|总?数|数量)[、和]")
YEARS_PLAN = re.compile(r"(?:计划(?:今年|当年|年内|全年)内?|(?:今年|当年|年内|全年)计划)(?:完成)?投[资入]额?[约近超]?$")
# 包括投资9亿元、年产阀门30万套的海川泵阀项目; 发动机基地以32亿元的投资额居首
SPECIFIED = re.compile(r"、(?:年产|占地|用地|建筑面积|总面积)[^,;。、]{2,24}的[^,;。]{2,40}(?:项目|基地|产业园|中心|工程|总部)")
BY_PROJECT = re.compile(r"(?:项目|基地|中心|工程|总部)以(?:总投资)?[约近超逾]?$")
RENEWS = re.compile(r",?(?:用于|来|实施|进行|开展|推进)+[^,;。项]{0,10}?(?:改造|技改|设备更新)(?!项目|工程|[^,;。]{0,4}项目)")
PUBLIC_WORKS = re.compile(r"管廊|管网|道路|公路|污水|小区|街区|棚户|危房|市政|桥梁|河道|公园|校舍")
OF_FUND = re.compile(r"(?:创投|基金)(?!规模)")


def investment(case: Case, head: Mark, before: str) -> Indicated:
    """Of 投资 and 投入: whose and for what the words around it tell."""
    staged = _of_stage(case, head) if head.word in ("投资额", "投资总额", "投资金额") else None
    return staged or _investment(case, head, before)  # 新开工的外商项目投资额达1700万美元


def _investment(case: Case, head: Mark, before: str) -> Indicated:  # noqa: PLR0911 - one a rule
    """Of 投资 and 投入 of no stage."""
    end = case.quantity.end
    if YEARS_PLAN.search(case.left) and (group := case.group(case.here)) is not None:
        return Indicated("projects_planned_investment", head.word, group.what.scope, "investment.years_plan")
    if RENEWS.match(case.text, end) and not PUBLIC_WORKS.search(case.text, end, min(end + 16, len(case.text))):
        return Indicated("tech_upgrade_investment", head.word, (), "investment.tech_upgrade")
    if BUILDS_MANY.match(case.text, case.quantity.end) and not OF_THE_YEAR.search(case.left):
        return Indicated("projects_total_investment", head.word, (), "investment.of_many")
    if _in_project(case, head):
        phases = PHASE_SAID.findall(
            case.text, max(case.text.rfind(";", 0, head.start), case.window.sentence.start, 1) - 1, head.start
        )
        return Indicated("project_investment", head.word, tuple(phases[-1:]), "investment.in_project")
    if FUND_INVESTED.search(case.text, case.window.sentence.start, case.quantity.start):
        return Indicated("fund_investment", head.word, (), "fund.invested")
    last = case.here[-1] if case.here else None
    counts = last is not None and last.what.code in GROUP_CODES and unit_class(last.quantity) == "C"
    if last is not None and counts and OF_GROUP.fullmatch(case.text[last.quantity.end : case.quantity.start]):
        return _of_list(last, head)
    if (group := _counted_in_sentence(case)) is not None:
        return _of_list(group, head)
    if head.word in ("投资额", "投资总额", "投资金额") and (group := _told_apart(case, head)) is not None:
        return _of_list(group, head)
    if head.word in ("资金", "投入") and FOR_WORKS.match(case.text, end):
        return Indicated("fixed_asset_investment", head.word, ("基础设施",), "investment.works")
    upgrade = amounts.TECH_UPGRADE.search(case.text, end, min(end + 16, len(case.text)))
    if upgrade and not PUBLIC_WORKS.search(case.text, end, min(end + 16, len(case.text))):
        return Indicated("tech_upgrade_investment", head.word, (), "investment.tech_upgrade")
    if OF_FUND.search(case.text, case.window.clause, head.start):
        return Indicated("fund_investment", head.word, (), "investment.of_fund")
    return amounts.investment(before, case.text[case.window.sentence.start : head.start][-40:], head.word)


def _counted_in_sentence(case: Case) -> Draft | None:
    """The projects that a bare 投资 is of: 商贸项目9个,占开工总数的37.5%,投资金额26.4亿元."""
    group = case.group(case.here)
    if group is None or not BARE_INVESTS.fullmatch(case.text, case.window.low, case.quantity.start):
        return None
    named = any(m.kind != "region" for m in case.cast.between(group.quantity.end, case.quantity.start))
    return None if named else group


def _told_apart(case: Case, head: Mark) -> Draft | None:
    """The projects counted in the sentence, told apart since: 15个项目陆续入园,涉及物流、光能等产业,投资额达91亿元."""
    group = case.group(case.here[-1:])
    between = case.text[group.quantity.end : head.start] if group is not None else ""
    return group if re.search(r",(?:主要)?(?:涉及|涵盖|包括)[^;。]*,$", between) else None


def _counts_after(case: Case, at: int) -> bool:
    """Whether a count follows: 投资24亿元的3个项目."""
    return case.document.figure_at(at) and any(
        unit_class(q) == "C" for q in case.document.quantities_between(at, at + 3) if q.unit[-1:] in "个家项"
    )


def in_project(case: Case, head: Mark) -> Indicated | None:
    """Of 工业投资 in 珞璜工业园的…项目投资9亿元, where it is a project's."""
    if _in_project(case, head):
        return Indicated("project_investment", head.word, (), "investment.in_project")
    low = max(case.window.low, head.start - 6)
    if "项目" in head.word and amounts.SIGNED.search(case.text, low, head.start):
        return Indicated("projects_signed_investment", head.word, (), "investment.signed")  # 引进工业项目投资2亿元
    return None


def _in_project(case: Case, head: Mark) -> bool:  # noqa: PLR0911 - one a way of naming it
    """Whether an investment is that of one project: 投资24亿元的…项目, …项目投资9亿元, 投资6亿元建设…."""
    text, quantity, low = case.text, case.quantity, case.window.low
    if LARGEST.search(text, low, head.start):
        return True
    if head.start > quantity.start and BY_PROJECT.search(text, low, quantity.start):
        return True
    if head.start > quantity.start or NOT_ONE.search(case.left.rpartition("、")[2]) or _counts_after(case, quantity.end + 1):
        return False
    if quantity.start in case.cast.works or behind(case.document, case.cast, quantity) is not None:
        return True
    builds = BUILDS.match(text, quantity.end) is not None or NAMED_BARE.match(text, quantity.end) is not None
    builds = builds or (BUILDS_NEXT.match(text, quantity.end) is not None and not OF_THE_YEAR.search(case.left))
    if SPECIFIED.match(text, quantity.end):
        return True
    if ONE_NAMED.match(text, quantity.end) and BARE_INVESTS.fullmatch(text, head.start, quantity.start):
        return True
    if WORK_BEFORE.search(text, max(case.window.floor, head.start - 24), head.start):
        return True
    if builds or text.startswith("的", quantity.end):
        return builds or NAMED_WORK.match(text[quantity.end : case.document.clause_end(quantity.end)]) is not None
    sentence = case.window.sentence.start
    projects = [m for m in case.cast.between(sentence, quantity.start) if m.kind == "project" and m.end >= low]
    if any(INVESTS.fullmatch(text[m.end : quantity.start]) for m in projects):
        return True
    return PHASE.search(text, low, head.start) is not None or _goes_on_about_work(case, head)


def _goes_on_about_work(case: Case, head: Mark) -> bool:
    """Whether a bare 投资 is of the work that its sentence is about: 一期工程占地500亩,投资5亿元; 这个项目总投入1500万元."""
    low = case.window.low
    if not BARE_INVESTS.fullmatch(case.text, low, case.quantity.start) or case.group(case.here) is not None:
        return False
    start = max(case.text.rfind(";", case.window.sentence.start, low) + 1, case.window.sentence.start)
    if case.subjects.headed(case.window.sentence):
        return True
    if THIS_WORK.search(case.text, start, head.start):
        return True
    named = [m for m in case.cast.between(start, low) if m.kind in ("project", "park", "region")]
    return bool(named) and named[0].kind == "project" and named[0].start - start < NEAR_START


def total_investment(case: Case, head: Mark) -> Indicated:
    """Of 总投资."""
    what = _shared_investment(case, head)
    return what if what is not None else _own_investment(case, head)


def _shared_investment(case: Case, head: Mark) -> Indicated | None:
    """Of 总投资 that was spent, or is of several projects that its own words count, list or tell the stage of."""
    before = case.text[max(case.window.floor, head.start - 8) : head.start]
    if SPENT.search(before):  # 完成总投资5亿元: what was spent
        return investment(case, head, before)
    if (shared := _of_several(case, head)) is not None:
        return shared
    last = case.here[-1:]
    if case.group(last) is not None and OF_GROUP.fullmatch(case.text, last[0].quantity.end, case.quantity.start):
        return _of_list(last[0], head) if not _of_both(case) else Indicated("projects_total_investment", head.word, (), SUM_RULE)
    if OF_A_PLACE.search(case.text[case.window.low : head.start]):
        return Indicated("projects_total_investment", head.word, (), "investment.of_place")
    named = case.quantity.start in case.cast.works or behind(case.document, case.cast, case.quantity) is not None
    if named and case.text.startswith("的", case.quantity.end):
        return Indicated("project_investment", head.word, (), "investment.of_project")  # 签订的总投资3亿美元的热电项目
    return _of_stage(case, head)


def _own_investment(case: Case, head: Mark) -> Indicated:  # noqa: PLR0911 - one a case
    """Of 总投资 by what the sentence has told before it: one project, a group, firms, nothing."""
    before = case.text[max(case.window.floor, head.start - 8) : head.start]
    one = invested_project(case.cast, case.subjects, case.drafts, case.quantity, case.window) is not None
    if amounts.SIGNED.search(before) and not (one and ("," in before or "项目" in before)):  # 是园区引进的重点项目,总投资28亿元
        return Indicated("projects_signed_investment", before + head.word, (), "investment.signed")
    following = _counted_after(case)
    if following is not None:
        return Indicated(following, head.word, (), "investment.of_counted")
    if (firms := _of_enterprises(case)) is not None:
        said = case.text[max(0, firms.quantity.start - 10) : firms.quantity.end + 8]
        signed = "签约" in said or "签订" in said
        code = sum_of("projects_signed" if signed else "")
        return Indicated(code, head.word, (), "investment.of_enterprises")
    if case.unit in "PSR" and OF_ALL.search(case.text, case.window.clause, head.start):
        return Indicated("projects_total_investment", head.word, (), "investment.of_all")  # 项目个数、总投资分别增长
    if one:
        return Indicated("project_investment", head.word, (), "investment.of_project")
    group = case.group(case.here)
    if group is not None:
        return _of_list(group, head)
    if (group := _group_before(case)) is not None:
        return _of_list(group, head)
    return _of_no_count(case, head)


def _of_stage(case: Case, head: Mark) -> Indicated | None:
    """Of 在建和拟建项目总投资30亿元: all projects of a stage, none by name."""
    stages = case.document.between("stage", case.window.low, head.start)
    if not stages or not PROJECTS_OF_STAGE.fullmatch(case.text, stages[-1].end, head.start):
        return None
    if any(m.kind == "project" for m in case.cast.between(case.window.low, head.start)) or case.group(case.here) is not None:
        return None
    signed = stages[-1].value == "signed" and len({m.value for m in stages}) == 1
    code = sum_of("projects_signed" if signed else "")
    return Indicated(code, stages[-1].word + head.word, () if signed else (stages[-1].word,), "investment.of_staged")


def _of_several(case: Case, head: Mark) -> Indicated | None:
    """Of 285个总投资1301亿元的项目, 总投资1.5万亿元的“十大战役”工程."""
    last = case.here[-1] if case.here else None
    if last is not None and case.group([last]) is not None and case.text[last.quantity.end : head.start].strip("、") == "":
        return _of_list(last, head)
    if TOGETHER.match(case.text, case.quantity.end):
        return Indicated("projects_total_investment", head.word, (), "investment.of_counted")
    if SHARED.match(case.text, case.quantity.end):
        return Indicated(_sum_by_stage(case), head.word, (), "investment.of_counted")
    return Indicated(_sum_by_stage(case), head.word, (), "investment.of_counted") if _shared_by_count(case) else None


def _shared_by_count(case: Case) -> bool:
    """Whether a sum stands between a count and its projects: 770项、总投资近7000亿元的重大项目."""
    start = case.quantity.start
    counted = COUNT_BEFORE.search(case.text, max(start - 24, 0), start)
    return counted is not None and OF_PROJECTS.match(case.text, case.quantity.end) is not None


def _group_before(case: Case) -> Draft | None:
    """The projects counted on the line or in the sentence before, where nothing but their sum follows."""
    if case.here or not case.drafts:
        return None
    last = case.drafts[-1]
    if case.group([last]) and NEXT_LINE.fullmatch(case.text, last.quantity.end, case.quantity.start):
        return last
    opens = case.left.startswith(OPENS_SENTENCE) and not case.text.startswith("的", case.quantity.end)
    return case.group([last]) if opens and last.sentence.paragraph == case.window.sentence.paragraph else None


def _of_no_count(case: Case, head: Mark) -> Indicated:
    """Of 总投资 where no projects have been counted: of several, of a ceremony's, of a park, of one."""
    if MANY.search(case.text, case.window.sentence.start, case.quantity.start):
        if code_of_event(case) == "projects_signed":
            return Indicated("projects_signed_investment", head.word, (), "investment.of_event")
        return Indicated("projects_total_investment", head.word, (), "investment.of_many")
    event = None if case.here else EVENT.search(case.text, max(0, head.start - 60), head.start)
    if event is not None:
        signed = "签约" in event[1]
        code = sum_of("projects_signed" if signed else "")
        return Indicated(code, head.word, () if signed else (event[1],), "investment.of_event")
    if head.word.startswith("投资") and not case.subjects.last_project:
        return Indicated("fixed_asset_investment", head.word, (), "investment.of_park")
    return Indicated("project_investment", head.word, (), "investment.of_project")


def _of_enterprises(case: Case) -> Draft | None:
    """The enterprises just counted, where no project has been named since: 落户企业37家,…总投资336.8亿元."""
    last = next(case.counts(case.here), None)
    if last is None or not (last.what.code.startswith("enterprises_") or last.what.code == "foreign_enterprises"):
        return None
    named = any(m.kind == "project" for m in case.cast.between(last.quantity.end, case.quantity.start))
    return None if named else last


def bare(case: Case) -> Indicated | None:
    """Of 落地开工项目12个,金额9.5亿元: a bare 金额 or 总额 of the projects just counted."""
    last = case.here[-1] if case.here else None
    if case.unit == "M" and (staged := OF_STAGED.search(case.left)):  # 签约项目408亿元
        signed = staged[1].startswith(("签约", "引进", "招引"))
        code = sum_of("projects_signed" if signed else "")
        return Indicated(code, staged[0], () if signed else (staged[1],), "investment.of_staged")
    if last is None or case.unit != "M" or case.group([last]) is None:
        return None
    match = SUM.fullmatch(case.text, last.quantity.end, case.quantity.start)
    return _of_list(last, Mark(match.start(1), match.end(1), "", match[1])) if match else None


def _of_both(case: Case) -> bool:
    """Whether two counts of projects stand side by side: 开工项目13个、签约项目26个,总投资270亿元."""
    counts = [d for d in case.here[-2:] if d.what.code in GROUP_CODES]
    apart = len(counts) == 2 and counts[0].what.code != counts[1].what.code
    between = case.text[counts[0].quantity.end : counts[1].quantity.start] if apart else ","
    return re.search(r"[,;。]|其中", between) is None


def _of_list(group: Draft, head: Mark) -> Indicated:
    upgraded = any(amounts.TECH_UPGRADE.search(s) for s in group.what.scope)
    if upgraded and head.word in ("投入", "完成投资", "投入资金", "完成投入"):
        return Indicated("tech_upgrade_investment", head.word, (), "investment.tech_upgrade")  # 技改项目68个,投入21亿元
    code = sum_of(group.what.code)
    return Indicated(code, head.word, group.what.scope, "investment.of_list")


def _counted_after(case: Case) -> str | None:
    """The code of 总投资597亿元的100个项目."""
    end = case.quantity.end
    if (also := ALSO_SIZED.match(case.text, end)) is not None:
        end = also.end() - 1  # 总投资22亿元、占地900亩|的15个工业项目
    counts = [q for q in case.document.quantities_between(end, end + 16) if q.role == "figure" and unit_class(q) == "C"]
    counts = [q for q in counts if q.unit[-1:] in "个项家宗"]
    counts = [q for q in counts if case.text.startswith("项目", q.end) or not HAVING.search(case.text, end, q.start)]
    if TOGETHER.match(case.text, end):
        return "projects_total_investment"
    if not counts or not case.text.startswith("的", end):
        return None
    return _sum_by_stage(case)


def _sum_by_stage(case: Case) -> str:
    """The code of a sum of several projects, by what the clause says was done with them."""
    end = case.quantity.end
    stages = case.document.between("stage", end, case.document.clause_end(end))
    stages = stages or case.document.between("stage", case.window.sentence.start, case.quantity.start)
    signed = bool(stages) and stages[-1].value == "signed"
    return sum_of("projects_signed" if signed else "")
