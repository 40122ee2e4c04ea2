"""Investments: of one project, of a list of projects, of what was signed, or of a park."""

from __future__ import annotations

import itertools
import re

from transforms.observe import amounts
from transforms.observe.case import GROUP_CODES, Case
from transforms.observe.lexicon import Mark
from transforms.observe.mentions import Cast
from transforms.observe.model import Draft, Indicated, Subject, unit_class
from transforms.observe.subjects import Subjects
from transforms.observe.window import Window
from transforms.quantities import Quantity

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
    r"(?:(?:该|这个|本)(?:项目|工程))?(?:原|计划|预计|拟|共|总|前期|后期|首期|概算)*(?:投资|投入)(?:总?额|约|近|超过?|逾|达到?|为|共|人民币)*"
)
THIS_WORK = re.compile(r"[一二三四五首]期(?:项目|工程)|(?:该|这个|本)(?:项目|工程)|[一二、三]期共")
NEAR_START = 16  # characters that may stand before the work that a sentence is about
OF_GROUP = re.compile(
    r"(?:[\u4e00-\u9fff]{0,8}项目)?(?:集中|现场|成功|正式|已|全部|顺利|同时|同日|同步|陆续|相继|也)*(?:(?:签约|开工|竣工|投产|落地|落户|动工)(?:建设)?)?[,、]?(?:累计|合计|共|协议|计划|预计)?总?投资(?:总额|额|规模|金额)?(?:达到?|高达|共计|合计|共|累计|总计|为|约|超过?|逾|近|人民币)*"
)
TOGETHER = re.compile(r"的(?:[两二三四五六七八九十]大|一批|多个|这些|各)[^,;。\d]{0,8}(?:项目|工程)")  # 投资超100亿元的四大项目
OPENS_SENTENCE = ("总投资", "计划总投资", "合计", "共计", "累计", "总计", "投资总额", "协议", "项目总投资", "预计总投资")
SUM = re.compile(
    r"(?:[\u4e00-\u9fff]{0,6}项目)?[,、]?(?:总|涉及|合计)?(金额|总额|资金|资金总额|规模)(?:达到?|约|为|共|超过?|逾|高达)*"
)
FUND_INVESTED = re.compile(
    r"(?:基金|创投|拨改投)[^;。]*(?:已投|投放|投出|投向|累计投|完成投)[^;。]*?((?:金额|资金|投资额?|额度))(?:约|近|超过?|达|为|共|累计)*$"
)
RENEWS = re.compile(r",?(?:用于|来|实施|进行|开展|推进)+[^,;。项]{0,10}?(?:改造|技改|设备更新)(?!项目|工程|[^,;。]{0,4}项目)")
OF_FUND = re.compile(r"(?:创投|基金)(?!规模)")


def investment(case: Case, head: Mark, before: str) -> Indicated:  # noqa: PLR0911 - one a rule
    """Of 投资 and 投入: whose and for what the words around it tell."""
    if RENEWS.match(case.text, case.quantity.end):
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
    end = case.quantity.end
    if amounts.TECH_UPGRADE.search(case.text, end, min(end + 16, len(case.text))):
        return Indicated("tech_upgrade_investment", head.word, (), "investment.tech_upgrade")
    if OF_FUND.search(case.text, case.window.clause, head.start):
        return Indicated("fund_investment", head.word, (), "investment.of_fund")
    what = amounts.investment(before, case.text[case.window.sentence.start : head.start][-40:], head.word)
    return _of_industrial_projects(case, what) if what.rule == "investment.fixed" else what


def _of_industrial_projects(case: Case, what: Indicated) -> Indicated:
    """完成投资 of industrial projects that the sentence has counted: industry's investment."""
    group = case.group(case.here)
    if group is None or "工业" not in "".join((group.what.text, *group.what.scope)):
        return what
    return Indicated("industrial_investment", what.text, group.what.scope, "investment.of_industrial_projects")


def _counts_after(case: Case, at: int) -> bool:
    """Whether a count follows: 投资24亿元的3个项目."""
    return case.document.figure_at(at) and any(
        unit_class(q) == "C" for q in case.document.quantities_between(at, at + 3) if q.unit[-1:] in "个家项"
    )


def in_project(case: Case, head: Mark) -> Indicated | None:
    """Of 工业投资 in 珞璜工业园的…项目投资9亿元, where it is a project's."""
    return Indicated("project_investment", head.word, (), "investment.in_project") if _in_project(case, head) else None


def _in_project(case: Case, head: Mark) -> bool:
    """Whether an investment is that of one project: 投资24亿元的…项目, …项目投资9亿元, 投资6亿元建设…."""
    text, quantity, low = case.text, case.quantity, case.window.low
    if head.start > quantity.start or NOT_ONE.search(case.left.rpartition("、")[2]) or _counts_after(case, quantity.end + 1):
        return False
    if quantity.start in case.cast.works:
        return True
    builds = BUILDS.match(text, quantity.end) is not None or NAMED_BARE.match(text, quantity.end) is not None
    builds = builds or (BUILDS_NEXT.match(text, quantity.end) is not None and not OF_THE_YEAR.search(case.left))
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
    if THIS_WORK.search(case.text, start, head.start):
        return True
    named = [m for m in case.cast.between(start, low) if m.kind in ("project", "park", "region")]
    return bool(named) and named[0].kind == "project" and named[0].start - start < NEAR_START


def total_investment(case: Case, head: Mark) -> Indicated:  # noqa: PLR0911 - one a case
    """Of 总投资."""
    before = case.text[max(case.window.floor, head.start - 8) : head.start]
    if case.quantity.start in case.cast.works and case.text.startswith("的", case.quantity.end):
        return Indicated("project_investment", head.word, (), "investment.of_project")  # 签订的总投资3亿美元的热电项目
    if amounts.SIGNED.search(before):
        return Indicated("projects_signed_investment", before + head.word, (), "investment.signed")
    following = _counted_after(case)
    if following is not None:
        return Indicated(following, head.word, (), "investment.of_counted")
    if _of_enterprises(case):
        return Indicated("projects_total_investment", head.word, (), "investment.of_enterprises")
    if invested_project(case.cast, case.subjects, case.drafts, case.quantity, case.window) is not None:
        return Indicated("project_investment", head.word, (), "investment.of_project")
    group = case.group(case.here)
    if group is not None:
        return _of_list(group, head)
    paragraph = [d for d in case.drafts[-3:] if d.sentence.paragraph == case.window.sentence.paragraph]
    opens = not case.here and case.left.startswith(OPENS_SENTENCE) and not case.text.startswith("的", case.quantity.end)
    if opens and (group := case.group(paragraph[-1:])) is not None:
        return _of_list(group, head)
    if MANY.search(case.text, case.window.sentence.start, case.quantity.start):
        return Indicated("projects_total_investment", head.word, (), "investment.of_many")
    if head.word.startswith("投资") and not case.subjects.last_project:
        return Indicated("fixed_asset_investment", head.word, (), "investment.of_park")
    return Indicated("project_investment", head.word, (), "investment.of_project")


def _of_enterprises(case: Case) -> bool:
    """Whether the sentence has just counted enterprises, and named no project since: 落户企业15家,…总投资114.6亿元."""
    last = next(case.counts(case.here), None)
    if last is None or not (last.what.code.startswith("enterprises_") or last.what.code == "foreign_enterprises"):
        return False
    return not any(m.kind == "project" for m in case.cast.between(last.quantity.end, case.quantity.start))


def bare(case: Case) -> Indicated | None:
    """Of 落地开工项目12个,金额9.5亿元: a bare 金额 or 总额 of the projects just counted."""
    last = case.here[-1] if case.here else None
    if last is None or case.unit != "M" or case.group([last]) is None:
        return None
    match = SUM.fullmatch(case.text, last.quantity.end, case.quantity.start)
    return _of_list(last, Mark(match.start(1), match.end(1), "", match[1])) if match else None


def _of_list(group: Draft, head: Mark) -> Indicated:
    code = "projects_signed_investment" if group.what.code == "projects_signed" else "projects_total_investment"
    return Indicated(code, head.word, group.what.scope, "investment.of_list")


def _counted_after(case: Case) -> str | None:
    """The code of 总投资597亿元的100个项目."""
    end = case.quantity.end
    counts = [q for q in case.document.quantities_between(end, end + 16) if q.role == "figure" and unit_class(q) == "C"]
    if TOGETHER.match(case.text, end):
        return "projects_total_investment"
    if not counts or not case.text.startswith("的", end):
        return None
    stages = case.document.between("stage", counts[0].end, case.document.clause_end(end))
    stages = stages or case.document.between("stage", case.window.sentence.start, case.quantity.start)
    signed = bool(stages) and stages[-1].value == "signed"
    return "projects_signed_investment" if signed else "projects_total_investment"


def invested_project(cast: Cast, subjects: Subjects, drafts: list[Draft], quantity: Quantity, window: Window) -> Subject | None:
    """The project whose total investment a figure is: named after it (总投资8亿元的…项目), or before it in the sentence."""
    named = invested_work(cast, subjects, quantity)
    if named is not None:
        return named
    before = [m for m in cast.between(window.sentence.start, quantity.start) if m.kind == "project"]
    if len(before) > 1 and "是" in cast.text[before[-2].end : before[-1].start]:
        before.pop()  # …总部项目是园区重点打造的战略项目: the second says what the first is
    here = itertools.takewhile(lambda d: d.sentence == window.sentence, reversed(drafts))
    counts = [d for d in here if d.what.code in GROUP_CODES]
    if before and (not counts or before[-1].start > counts[0].quantity.end):
        return Subject(before[-1].name, "project", "invested", before[-1].span)
    return subjects.last_project if not counts else None


def invested_work(cast: Cast, subjects: Subjects, quantity: Quantity) -> Subject | None:
    """The work that an amount is invested in by name; what follows speaks of it."""
    work, built = cast.works.get(quantity.start), cast.built.get(quantity.start)
    if work is None or built is None:
        return None
    park = next((m for m in cast.between(work.start, work.end) if m.kind == "park" and m.end == work.end), None)
    if park is not None and work.strong and not built.name.endswith(("项目", "基地", park.name)):
        subject = Subject(park.name, "park", "invested")
    else:
        subject = Subject(built.name, built.kind, "invested", built.span)
    subjects.remember(subject, max(quantity.end, work.end))
    return subject
