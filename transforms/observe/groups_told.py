"""Figures of a group of projects that the text has counted: their investment, their start rate, what they will bring."""

from __future__ import annotations

import re

from transforms.observe import sorts
from transforms.observe.case import GROUP_CODES
from transforms.observe.model import Draft, unit_class
from transforms.observe.told import ASPECTS, Scope, Told, is_size

# What is said of projects alone; an outlay only where its noun is bare (完成投资, not 完成固定资产投资).
OF_PROJECTS = {"projects_total_investment", "projects_signed_investment", "projects_planned_investment", "project_start_rate"}
OUTLAYS = {"fixed_asset_investment", "industrial_investment"}
BROUGHT = {
    "industrial_output", "tax_revenue", "operating_revenue", "employees", "invoiced_sales", "exports", "industrial_output_ads",
    "cluster_output",
}  # fmt: skip
LENT = ("investment.of_list", "head.of_group")  # rules that take the scope of the last count
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
STAGED = re.compile(
    rf"({STAGE})(?:的)?(?:[^,;。\d]{{0,12}}?)项目|(正式协议)项目|(产业|工业|技改|制造业)项目(?=全?部?(?:建成|投产|达产))|项目(?:全部|均|已|将|正式|陆续)*({STAGE})|({STAGE})的(?:有|达|共)?\d"
)
STAGE_ALONE = re.compile(rf"(?:{STAGES}|储备|开竣工|洽谈|协议|意向|、)+")
BATCH = re.compile(
    r"(第[一二三四五六七八九十\d]+批|前[两二三四五六七八九]批)(?:次)?([\u4e00-\u9fff]{0,4}?(?:重大|重点)项目)?(?!次)"
)
THIS_BATCH = re.compile(r"这一?批")
OTHER_STAGES = {
    "projects_under_construction": re.compile(r"续建(?:复工)?"),
    "projects_negotiating": re.compile(r"意向性项目|洽谈|意向"),
    "projects_completed": re.compile(r"(?:转化)?达产(?:达效)?"),
    "projects_started": re.compile(r"新建(?=[^,;。]{0,14}项目|\d)|续建复工|续建(?=项目复工)"),
}
REACH = 8  # drafts that a group is looked for back


def group_before(told: Told) -> Draft | None:
    """The count of projects that a figure goes on with: in its sentence, else in the one before where it goes on with that."""
    case = told.case
    here = [d for d in case.here if _is_group(d)]
    if here:
        last = here[-1]
        clause = case.document.clause_start(last.quantity.start)
        parts = [d for d in here if d.quantity.start >= clause]
        if case.text.startswith("其中", clause) and len(parts) > 1 and len(here) > len(parts):
            return here[-len(parts) - 1]
        return last
    sentence = case.window.sentence
    return _group_of_before(told) if GONE_ON.match(case.text, sentence.start) else None


def _is_group(draft: Draft) -> bool:
    return draft.what.code in GROUP_CODES and unit_class(draft.quantity) == "C" and draft.measure in ("level", "increment")


def _group_of_before(told: Told) -> Draft | None:
    case, sentence = told.case, told.case.window.sentence
    paragraphs = (sentence.paragraph, sentence.paragraph - 1)
    before = [d for d in case.drafts[-REACH:] if d.sentence != sentence and d.sentence.paragraph in paragraphs]
    return next((d for d in reversed(before) if _is_group(d)), None)


def stage_of(told: Told, group: Draft) -> tuple[str, bool]:
    """The stage of a counted group as the text says it, and whether it is an attribute (新开工项目) or said of them (开工)."""
    case = told.case
    start = case.document.clause_start(group.quantity.start)
    clause = case.text[start : min(case.document.clause_end(group.quantity.end), group.quantity.end + 24)]
    if predicate := PREDICATE.search(clause):
        return predicate[1].removeprefix("集中").replace("开工建设", "开工"), False
    if attribute := ATTRIBUTE.search(clause):
        return attribute[1].removeprefix("集中").replace("开工建设", "开工") + "项目", True
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
        return (*_kind(told), *_count_of(told), *_batch(told))
    return _spent(told)


def _spent(told: Told) -> Scope:
    """The investment of a group, or its start rate."""
    code, head = told.what.code, told.head
    bare = code in OUTLAYS and head is not None and BARE.fullmatch(head.word) is not None
    listed = told.what.rule in LENT
    if code == "domestic_capital_utilized" and not told.scope:
        return _arrived(told)
    if (told.scope and not listed) or not (code in OF_PROJECTS or bare or code == "fdi_contracted"):
        return ()
    group = group_before(told)
    if group is None or (bare and _new_subject(told, group)) or _apart(told, group):
        return ()
    lent = tuple(s for s in group.what.scope if s not in ASPECTS)
    if code == "fdi_contracted":
        return tuple(s for s in lent if is_size(s)) if _leads(told, group) else ()
    return lent + _stage_told(told, group, lent, bare=bare)


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
    stages = code == "projects_total_investment" or bare
    if not stages or group.what.code in ("projects_total", "tech_projects", "projects_signed") or any(map(is_size, lent)):
        return ()
    stage, attribute = stage_of(told, group)
    if not stage or stage.startswith(("签约", "新签")) or (bare and (not attribute or "在建" in stage)):
        return ()
    return () if lent and attribute else (stage,)


def _arrived(told: Told) -> Scope:
    """Of 新建项目19个,到位资金6.2亿元: the stage of the projects right before, where it is none of signing."""
    group = told.last
    if (
        group is None
        or not _is_group(group)
        or re.search(r"[;。]", told.case.text[group.quantity.end : told.case.quantity.start])
    ):
        return ()
    stage, attribute = stage_of(told, group)
    return (stage,) if attribute and stage.startswith(("新建", "续建")) else ()


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
        group = group_before(told)
        if group is None or group.what.code in ("projects_total", "tech_projects"):
            return ()
        stage = stage_of(told, group)[0]
    stage = stage.removeprefix("集中").removesuffix("项目")
    return (stage + "项目",) if stage else ()


def kind_before(told: Told) -> str:
    """Of 引进工业项目的协议投资额: the kind of projects right before its noun."""
    head, case = told.head, told.case
    if (
        head is None
        or head.start >= case.quantity.start
        or "项目" not in case.text[max(case.window.low, head.start - 6) : head.start]
    ):
        return ""
    before = re.sub(r"(?:的|预计|计划)+$", "", case.text[max(case.window.low, head.start - 20) : head.start])
    kind = sorts.kind_of_projects(before) if before.endswith("项目") else ""
    return kind + "项目" if kind and told.subject.kind in ("park", "region") else ""


WHOLE = re.compile(r"[^,;。\d]{0,8}?项目[里中](?!心)")


def is_whole(told: Told) -> bool:
    """Whether a count is of the whole whose parts follow: 34个项目中合同类项目11个."""
    return told.what.code in GROUP_CODES and WHOLE.match(told.case.text, told.case.quantity.end) is not None


def _kind(told: Told) -> Scope:
    """The kind of the counted projects and the stage that their code does not tell: 省重点工业项目, 续建."""
    case, code, head = told.case, told.what.code, told.head
    parts = []
    stages = OTHER_STAGES.get(code)
    high = min(case.window.high, case.quantity.end + 12)
    if stages and (stage := stages.search(case.text, case.window.low, high)):
        parts.append(stage[0])
    if head is not None and head.word.endswith("项目") and code != "tech_projects":
        low = max(case.window.low, head.start - 24) if head.start < case.quantity.start else case.quantity.end
        whole = WHOLE.match(case.text, low) if low == case.quantity.end else None
        said = case.text[low : whole.end() - 1 if whole else head.end]
        kind = sorts.kind_of_projects(said)
        listed = said.removesuffix("项目").endswith(kind) and said.removesuffix(kind + "项目").endswith("等")
        known = [s for s in told.scope if not is_size(s)]
        if (
            kind
            and all(part in f"{kind}项目" for part in known)
            and not listed
            and not (kind == "产业" and told.sizes)
            and kind != "产业创新"
        ):
            parts.append(kind if kind.endswith(("制造业", "类")) and len(kind) > 3 and kind.endswith("制造业") else kind + "项目")
    return tuple(parts)


def _batch(told: Told) -> Scope:
    """Of 前三批动员了3212个项目, and 这一批有1089个项目 where the sentence has named which."""
    case = told.case
    clause = case.window.clause
    if "批" not in case.text[case.window.sentence.start : case.quantity.start]:
        return ()
    own = BATCH.search(case.text, clause, case.quantity.start)
    if own is None and THIS_BATCH.search(case.text, clause, case.quantity.start):
        own = BATCH.search(case.text, case.window.sentence.start, clause)
    return (own[1] + (own[2] or ""),) if own else ()


def _count_of(told: Told) -> Scope:
    """Of 其中亿元以上61个, and of 目前已开工38个: narrowed as the projects that were counted before."""
    case = told.case
    last = _whole_of_sentence(told) or group_before(told)
    if last is None or told.measured.measure not in ("level", "increment"):
        return _spoken_of(told) if last is None else ()
    own = [s for s in told.scope if not is_size(s)]
    apart = ";" in case.text[last.quantity.end : case.quantity.start] and last.sentence == case.window.sentence
    part = (
        case.is_part
        or (last.sentence != case.window.sentence and case.text.startswith("其中", case.window.sentence.start))
        or (not apart and (_in_list_of_parts(told, last) or _counted_whole(told)))
    )
    if not part and _has_noun(told) and not (last.sentence != case.window.sentence and not own and _bare_noun(told)):
        return ()
    if apart and not part:
        return ()
    lent = [s for s in last.what.scope if s not in ASPECTS]
    if last.what.code != told.what.code:  # 开竣工项目5个,其中开工3个: what the whole's stage is, a part's is not
        lent = [s for s in lent if not STAGE_ALONE.fullmatch(s)]
    if told.sizes or any(map(is_size, told.scope)):  # a part with a size of its own: only what its stage is goes on
        lent = [s for s in lent if not is_size(s) and (not _has_noun(told) or s in ("储备", "意向性项目"))]
    if own:
        lent = [s for s in lent if is_size(s)]
    return tuple(lent)


def _whole_of_sentence(told: Told) -> Draft | None:
    """Of 其中,新建项目开工84项…;续建项目复工17项: what the sentence before has counted, of all parts that this one lists."""
    case = told.case
    if not case.text.startswith("其中", case.window.sentence.start) or not case.here:
        return None
    return _group_of_before(told) if ";" in case.text[case.window.sentence.start : case.quantity.start] else None


def _spoken_of(told: Told) -> Scope:
    """Of 今年以来外资项目明显增多,累计引进12个: the projects that the clause before speaks of."""
    case = told.case
    if told.scope or _has_noun(told):
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
