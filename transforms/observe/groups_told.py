"""Figures of a group of projects that the text has counted: their investment, their start rate, what they will bring."""

from __future__ import annotations

import re

from transforms.observe import project_kinds, sorts
from transforms.observe.case import GROUP_CODES
from transforms.observe.groups_again import aside, is_group, of_list, same_again, some_of, told_again
from transforms.observe.model import Draft
from transforms.observe.told import ASPECTS, Scope, Told, is_size

# What is said of projects alone; an outlay only where its noun is bare (完成投资, not 完成固定资产投资).
OF_PROJECTS = {"projects_total_investment", "projects_signed_investment", "projects_planned_investment", "project_start_rate"}
OUTLAYS = {"fixed_asset_investment", "industrial_investment"}
BROUGHT = {
    "industrial_output", "tax_revenue", "operating_revenue", "employees", "invoiced_sales", "exports", "industrial_output_ads",
    "cluster_output",
}  # fmt: skip
# Rules that take the scope of the last count.
LENT = ("investment.of_list", "head.of_group", "investment.of_industrial_projects", "rate.head")
BARE = re.compile(r"(?:累计|共|已|实际|计划)*(?:完成)?(?:投资|投入)(?:额)?(?:完成)?")
STAGE = (
    r"(?:集中|新|计划|拟|现场|累计)?(?:签约落地|落地开工|签约|新签|开工建设|开工|动工|引进|招引|落地|落户|入驻|竣工投产|竣工|投产"
    r"|达产达效|达产|续建|在建|新建|开竣工|开复工|复工|技改)"
)
STAGES = rf"{STAGE}(?:(?:、|和){STAGE})*"
# 新开工…等项目26个, 集中签约的项目; 项目集中开工, 22个项目集中开工.
ATTRIBUTE = re.compile(
    rf"({STAGES})(?:的)?(?:[^,;。]{{0,40}}?等)?(?:各类|重大|重点|产业|工业|建设|亿元以上)*(?:项目|\d+[个项][^,;。\d]{{0,6}}项目)"
)
PREDICATE = re.compile(rf"项目(?:全部|均|已|将|正式|陆续|成功|顺利|同时|的)*({STAGES})")
PLAIN_STAGE = re.compile(rf"({STAGES})(?:的)?")
GONE_ON = re.compile(r"(?:其中|目前|截至|截止|已|这些|上述|这批|项目|预计|全部|建成|达产|投产|\d+[个项]新?开工项目)")
# 签约项目, 项目已开工; but 项目全部达产后 says when, and nothing of which projects.
STAGED = re.compile(
    rf"({STAGE})(?:的)?(?:[^,;。\d]{{0,12}}?)项目|(正式协议)项目|(产业|工业|技改|制造业)项目(?=全?部?(?:建成|投产|达产))|"
    rf"项目(?:全部|均|已|将|正式|陆续)*(?!竣工|投产|达产)({STAGE})|({STAGE})的(?:有|达|共)?\d"
)
STAGE_ALONE = re.compile(rf"(?:{STAGES}|储备|开竣工|洽谈|协议|意向|、)+")
KEPT_WITH_NOUN = {"在建项目"}  # what they are called; 开工项目 are those that are started
# How a sentence goes on about the projects of the one before, with a figure that names none: 1-9月份,开复工16项.
GOES_ON_AT = re.compile(
    r"(?:\d{4}年)?(?:\d{1,2}[-—至]\d{1,2}月份?|[上下]半年|[一二三四]季度|今年以来|年初以来)?,?(?:(?:这些|这批|上述|各|所有|全部)?项目)?(?:已|累计|共|计划|预计|合计|概算|实际)*"
    r"(?:总投资|投资总额|年度(?:计划)?投资|\d{4}年计划投资|完成投资|完成率|开工率|开复工|复工|已?开工)"
)
PARTS = 2  # counts behind 其中 that make a list, after which the whole is spoken of again
REACH = 8  # drafts that a group is looked for back


def group_before(told: Told, again: bool = True) -> Draft | None:
    """The count of projects that a figure goes on with: in its sentence, else in the one before where it goes on with that.

    ``again`` says to look for one that the sentence's first count tells again.
    """
    case = told.case
    here = [d for d in case.here if is_group(d) and not aside(told, d)]
    if again and len(here) < PARTS and (same := same_again(told)):
        return same
    if here:
        return _whole_of(told, here)
    sentence = case.window.sentence
    at = GOES_ON_AT.match(case.text, sentence.start)
    goes_on = GONE_ON.match(case.text, sentence.start) or (at is not None and ("项目" in at[0] or not _has_noun(told)))
    return _group_of_before(told) if goes_on else None


def _whole_of(told: Told, here: list[Draft]) -> Draft:
    """The last of some counts of one sentence; where it ends a list of parts behind 其中, what they are parts of."""
    last, text = here[-1], told.case.text
    since = text.rfind("其中", last.sentence.start, last.quantity.start)
    parts = [d for d in here if d.quantity.start > since]
    if since < 0 or len(parts) < PARTS or len(parts) == len(here):
        return last
    told_alone = any(q.unit.endswith("元") for q in told.case.document.quantities_between(since, last.quantity.start))
    return last if told_alone else here[-len(parts) - 1]


def _group_of_before(told: Told) -> Draft | None:
    case, sentence = told.case, told.case.window.sentence
    paragraphs = (sentence.paragraph, sentence.paragraph - 1)
    before = [d for d in case.drafts[-REACH:] if d.sentence != sentence and d.sentence.paragraph in paragraphs and is_group(d)]
    here = [d for d in before if d.sentence == before[-1].sentence and not aside(told, d)]
    return _whole_of(told, here) if here else None


def stage_of(told: Told, group: Draft) -> tuple[str, bool]:
    """The stage of a counted group as the text says it, and whether it is an attribute (新开工项目) or said of them (开工)."""
    case = told.case
    start = case.document.clause_start(group.quantity.start)
    clause = case.text[start : min(case.document.clause_end(group.quantity.end), group.quantity.end + 24)]
    if predicate := PREDICATE.search(clause):
        return predicate[1].removeprefix("集中").replace("开工建设", "开工"), False
    if attribute := ATTRIBUTE.search(clause):
        return attribute[1].replace("集中", "").replace("开工建设", "开工") + "项目", True
    plain = PLAIN_STAGE.search(clause)
    return (plain[1].removeprefix("集中").replace("开工建设", "开工"), False) if plain else ("", False)


def of_group(told: Told) -> Scope:
    """What a counted group of projects lends a figure."""
    code = told.what.code
    if told.subject.kind not in ("park", "region"):
        return ()
    if told.stance == "forecast" and code in BROUGHT:
        return () if told.scope else _brought(told)
    if code in GROUP_CODES:
        own = project_kinds.kind(told)
        if told.last is not None and is_group(told.last):  # 列入市级考核的28个重大项目已开工26个
            own = tuple(next((s for s in told.last.what.scope if s.endswith(part) and "项目" in part), part) for part in own)
        if told.last is not None and is_group(told.last) and not told.case.is_part:
            # Another kind than the one before it: 其中新兴产业项目38个,合同项目25个.
            told.scope = (*told.scope, *(part for part in own if part.endswith("项目") and part not in told.scope))
        return (*own, *_count_of(told), *project_kinds.batch(told))
    return _spent(told)


def _spent(told: Told) -> Scope:
    """The investment of a group, or its start rate."""
    code, head = told.what.code, told.head
    if told.what.rule == "investment.of_counted" and not told.scope:
        return _of_counted(told)
    bare = code in OUTLAYS and head is not None and BARE.fullmatch(head.word) is not None
    listed = told.what.rule in LENT
    if code == "domestic_capital_utilized" and not told.scope:
        return _arrived(told)
    if (told.scope and not listed) or not (code in OF_PROJECTS or bare or code == "fdi_contracted"):
        return ()
    group = group_before(told)
    if group is None or (bare and _new_subject(told, group)) or _apart(told, group):
        return ()
    lent = tuple(s for s in group.what.scope if s not in ASPECTS and not s.endswith("复工"))
    if code == "fdi_contracted":
        return tuple(s for s in lent if is_size(s)) if _leads(told, group) else ()
    return lent + _stage_told(told, group, lent, bare=bare)


COUNTED_BEHIND = re.compile(r"的?(?:\d+[余多]?|[一二两三四五六七八九十百]+)[个项]([^,;。\d]{0,24}?项目)([^,;。\d]{0,16})")


def _of_counted(told: Told) -> Scope:
    """Of 总投资375亿元的31个先进制造业项目集中竣工: the kind and the stage of the projects that are counted behind it."""
    match = COUNTED_BEHIND.match(told.case.text, told.case.quantity.end)
    if match is None:
        return ()
    kind, stage = sorts.kind_of_projects(match[1]), PREDICATE.match("项目" + match[2])
    attribute = None if stage else ATTRIBUTE.search(match[1])
    parts = [kind if kind.endswith("制造业") else kind + "项目"] if kind else []
    if stage and told.what.code == "projects_total_investment":
        parts.append(stage[1].removeprefix("集中").replace("开工建设", "开工"))
    elif attribute and told.what.code == "projects_total_investment":
        parts.append(attribute[1] + "项目" if attribute[1] + "项目" in KEPT_WITH_NOUN else attribute[1])
    return tuple(parts)


def _apart(told: Told, group: Draft) -> bool:
    """Whether a semicolon of their sentence stands between a figure and the group."""
    case = told.case
    return group.sentence == case.window.sentence and ";" in case.text[group.quantity.end : case.quantity.start]


def _leads(told: Told, group: Draft) -> bool:
    """Whether the group is what the figures of the sentence hang on."""
    case = told.case
    first = len(case.here) > 1 and group is case.here[0] and group.sentence == case.window.sentence
    return first and "其中" not in case.text[group.sentence.start : group.quantity.start]


def _stage_told(told: Told, group: Draft, lent: Scope, *, bare: bool) -> Scope:
    """The stage of a group that neither its code nor its scope tells, for its investment."""
    code = told.what.code
    stages = code in ("projects_total_investment", "projects_planned_investment") or bare
    if not stages or group.what.code in ("projects_total", "tech_projects", "projects_signed"):
        return ()
    stage, attribute = stage_of(told, group)
    if not stage:
        stage, attribute = _stage_of_whole(told, group)
    signed = stage.removeprefix("累计").startswith(("签约", "新签", "落地"))
    if not stage or signed or (bare and (not attribute or "在建" in stage)):
        return ()
    if lent and code == "projects_planned_investment":
        return ()
    if lent and attribute and (bare or stage.startswith(("计划", "拟"))):
        return ()
    kept = bare or (stage in KEPT_WITH_NOUN and not (lent and stage == "在建项目"))
    return (stage if kept else stage.removesuffix("项目"),)


def _stage_of_whole(told: Told, part: Draft) -> tuple[str, bool]:
    """The stage of the projects that some are a part of: 开工项目6个,其中工业项目3个."""
    code, before = part.what.code, part.quantity.start
    wholes = [d for d in told.case.here if d.what.code == code and d.quantity.end < before and is_group(d)]
    if wholes:
        return stage_of(told, wholes[0])
    sentence = part.sentence
    if not told.case.text.startswith("其中", sentence.start):
        return "", False
    groups = (d for d in reversed(told.case.drafts[-REACH:]) if d.what.code == code and is_group(d))
    last = next((d for d in groups if d.sentence.end <= sentence.start and d.sentence.paragraph == sentence.paragraph), None)
    return stage_of(told, last) if last is not None and last.quantity.value > part.quantity.value else ("", False)


def _arrived(told: Told) -> Scope:
    """Of 新建项目19个,到位资金6.2亿元: the stage of the projects right before, where it is none of signing."""
    group = told.last
    if group is None or not is_group(group):
        return ()
    between = told.case.text[group.quantity.end : told.case.quantity.start]
    if SUMS_UP.match(between):  # 5000万元以上项目204个,其中新建42个,续建162个;累计到位资金42亿元
        return tuple(s for s in next(d for d in told.case.here if is_group(d)).what.scope if is_size(s))
    if re.search(r"[;。]", between):
        return ()
    stage, attribute = stage_of(told, group)
    lent = tuple(s.removesuffix("项目") for s in group.what.scope if is_size(s) or OF_AN_INDUSTRY.search(s) or sorts.is_trade(s))
    return (stage,) if attribute and stage.startswith(("新建", "续建")) else lent


SUMS_UP = re.compile(r";(?:累计|合计|共)(?:实现|完成)?[^,;。\d]{0,4}到位")
OF_AN_INDUSTRY = re.compile(r"产业|制造业|[二三]产")


def _new_subject(told: Told, group: Draft) -> bool:
    between = told.case.cast.between(group.quantity.end, told.case.quantity.start)
    return any(m.kind in ("park", "region") and not m.back for m in between)


def _brought(told: Told) -> Scope:
    """What projects will bring once they run: that of 签约项目, of 新开工项目."""
    case = told.case
    start = case.window.sentence.start
    start = max(start, case.text.rfind(";", start, case.quantity.start) + 1)
    found = list(STAGED.finditer(case.text, start, case.quantity.start))
    if found:
        stage = next(part for part in found[-1].groups() if part)
    else:
        group = group_before(told, again=False)
        if group is None or group.what.code in ("projects_total", "tech_projects"):
            return ()
        stage = stage_of(told, group)[0]
    stage = stage.removeprefix("集中").removesuffix("项目")
    return (stage + "项目",) if stage else ()


def _count_of(told: Told) -> Scope:
    """Of 其中亿元以上61个, and of 目前已开工38个: narrowed as the projects that were counted before."""
    case = told.case
    if (whole := told_again(told) or some_of(told)) is not None:
        return tuple(s for s in whole.what.scope if s not in ASPECTS and not STAGE_ALONE.fullmatch(s))
    last = _whole_of_sentence(told) or group_before(told)
    if last is None or told.measured.measure not in ("level", "increment"):
        return (_spoken_of(told) or of_list(told)) if last is None else ()
    elsewhere = last.sentence != case.window.sentence and last.measure == "level" and last.what.code == told.what.code
    if elsewhere and case.quantity.value > last.quantity.value:
        return ()  # no part of those
    own = [s for s in told.scope if not is_size(s)]
    apart = ";" in case.text[last.quantity.end : case.quantity.start] and last.sentence == case.window.sentence
    part = (
        case.is_part
        or (last.sentence != case.window.sentence and case.text.startswith("其中", case.window.sentence.start))
        or (not apart and (_in_list_of_parts(told, last) or _counted_whole(told)))
    )
    if not part and _has_noun(told) and not (last.sentence != case.window.sentence and not own and _bare_noun(told)):
        return of_list(told)
    if apart and not part:
        return of_list(told)
    lent = [s for s in last.what.scope if s not in ASPECTS and not s.endswith("复工")]
    if last.what.code != told.what.code:  # 开竣工项目5个,其中开工3个: what the whole's stage is, a part's is not
        lent = [s for s in lent if not STAGE_ALONE.fullmatch(s)]
    if told.sizes or any(map(is_size, told.scope)):  # a part with a size of its own: only what its stage is goes on
        lent = [s for s in lent if not is_size(s) and (not _has_noun(told) or s in ("储备", "意向性项目"))]
    if own:
        lent = [s for s in lent if is_size(s)]
    if any(s.startswith(project_kinds.STATES) for s in project_kinds.kind(told)):  # 新建项目开工135个,续建项目复工223个
        lent = [s for s in lent if s not in project_kinds.STATES]
    return tuple(lent) or of_list(told)


def _whole_of_sentence(told: Told) -> Draft | None:
    """Of 其中,新建项目开工84项…;续建项目复工17项: what the sentence before has counted, of all parts that this one lists."""
    case = told.case
    if not case.text.startswith("其中", case.window.sentence.start) or not case.here:
        return None
    return _group_of_before(told) if ";" in case.text[case.window.sentence.start : case.quantity.start] else None


NUMBER_OF = re.compile(r"(?:签约|开工|落户|引进|在建|竣工|新开工|新签约)项目(?:个数|数量|数)(?:为|达到?|有|共)*$")


def _spoken_of(told: Told) -> Scope:
    """Of 今年以来外资项目明显增多,累计引进12个: the projects that the clause before speaks of."""
    case = told.case
    if told.scope or (_has_noun(told) and not NUMBER_OF.search(case.text, case.window.clause, case.quantity.start)):
        return ()
    before = case.text[case.window.sentence.start : case.window.clause]
    at = before.rfind("项目")
    kind = sorts.kind_of_projects(before[max(0, at - 20) : at + 2]) if at > 0 and ";" not in before[at:] else ""
    return (kind + "项目",) if kind else ()


def _counted_whole(told: Told) -> bool:
    """Whether the projects before the number are the whole that it counts some of: 6个新开工项目中,3个已开工."""
    return (
        re.search(r"项目[里中],?[^,;。]{0,8}$", told.case.text[told.case.window.sentence.start : told.case.quantity.start])
        is not None
    )


def _has_noun(told: Told) -> bool:
    """Whether a count names projects of its own; 目前已开工38个 does not."""
    case = told.case
    return "项目" in case.text[case.window.low : min(case.window.high, case.quantity.end + 12)]


def _bare_noun(told: Told) -> bool:
    """Whether they are of no kind, and the sentence goes on with those before: 66个新开工项目已有28个开工建设."""
    case = told.case
    return (
        told.what.code in ("projects_started", "projects_completed", "projects_under_construction") and "新引进" not in case.left
    )


def _in_list_of_parts(told: Told, last: Draft) -> bool:
    case = told.case
    clause = case.document.clause_start(last.quantity.start)
    joined = case.text[last.quantity.end : last.quantity.end + 1] in "、和,"
    return joined and last.sentence == case.window.sentence and case.text.startswith("其中", clause)
