"""What a count is of: by the noun before it or behind it, by what the counted were named, or as the count before."""

from __future__ import annotations

import re
from dataclasses import replace

from transforms.observe.capacity import capacity
from transforms.observe.case import GROUP_CODES, Case
from transforms.observe.counted import noun
from transforms.observe.counts_apart import BEYOND_COUNT, grade_alone, kin, listed_by_stage, sort_of_firms
from transforms.observe.enterprises import enterprises
from transforms.observe.lexicon import Mark
from transforms.observe.model import Draft, Indicated, unit_class
from transforms.observe.phrases import SIDE, modifiers
from transforms.observe.projects import projects
from transforms.observe.residue import own_noun
from transforms.observe.told import is_size

LINKED = re.compile(
    r"^(?:数|数量|总数|个数|总量|团队|计划|培育对象)?(?:分别|已|共|就|约|仅|现|则|也|均|总计|合计|累计|"
    r"(?:达到?|为|有|突破|超过?|近|完成|实现|新增|净增|增至|发展到|多达|高达|至|计|增加到|增加|签约|落户|:|入驻)了?|[、\s])*$"
)
COUNTED_NOUN = 16  # code points from a count to the noun behind it
EVENT = re.compile(r"活动|推介会|现场会|对接会|招商会|恳谈会|洽谈会|仪式|培训|路演|沙龙|论坛|大会|招商")
STOP = re.compile(r"[,;:。、()]|(?:实现|完成|正在|已经|获评|获批|成为|列入|入选|上榜|达到|位于|分布|参加|参与|落户)")
NAMED_AS = re.compile(
    r"[^,;。]{0,6}?(?:(?=上市)|成为|成了|获批|获评|列入|入选|登上|认定为|被评为|荣获|上榜|跻身|获得|入围|获|列入了)(?:了|为)?([^,;。]{2,24})"
)
PEOPLE = {"employees", "talents", "population"}
OF_WHOLE = re.compile(r"其中|包括|分别")
LOOK_BACK = 6  # drafts
PROJECTS_AND_FIRMS = {"@project", "@enterprise", "tech_projects", "projects_total", "enterprises_total"}
SIZE_ALONE = re.compile(r"(?:单体|总)?(?:投资|产值|税收|营收)(?:额)?(?:超过?|过|达到?|在)")
WITHIN = re.compile(r"(?:以上)?[^,;。:、\d的]{0,10}?(企业|项目)")
SORT_ALONE = re.compile(r"[,、](?:其中,?)?(内资|外资|工业|农业|服务业|旅游|制造业|省内|省外|市外|民资)(?:类|有|达|共)?")
SORT_BESIDE = re.compile(r"(内资|外资|工业|农业|服务业|旅游|制造业|省内|省外|市外|民资)(?:类|项目)?(?:有|达|共)?")
KIND_ALONE = re.compile(r"(?:^|[,、“”已])(技改|“零地”技改|技术改造|增资扩产|智改数转|扩能改造)”?(?:有|达|共)?$")
LISTED = re.compile(r"(?:企业|公司)?(?:已经?|成功|先后|现已|分别)*(?:在[^,;。]{1,8})?(?:上市|挂牌)")
A_FUND = re.compile(r"[^,;。\d]{0,8}基金")
# 285个总投资1301亿元的项目: what is counted stands behind what it costs.
BEYOND = re.compile(r"[、,]?(?:计划|协议|预计)?总?投资(?:总?额)?[^,;。、\n]{1,14}元(?:人民币)?的[^,;。\n]{0,12}?(项目)")
WORK_ON = re.compile(r"[^,;。:、\d\n的]{0,14}?(项目)建设")  # 启动12个重点基础设施项目建设
# 其中青云镇3个(…),白水镇2个: counts told apart by place.
BY_PLACE = re.compile(
    rf"[“\s]*(?:(?:其中|包括|分别是|分别为|即|{SIDE})[,:]?)?"
)
A_PLACE = re.compile(r"[\u4e00-\u9fff]{1,8}(?:镇|乡|街道|[县市区旗]|园区|开发区|高新区|经开区|产业园|工业园|科技园)")
# 列入省重点的12个, 已注册未开工的有8个: the noun was told before.
HEADLESS = re.compile(r"的(?:就|则|也|还|又|共)?(?:有|达到?|为|占)?[近约超]?$")
UNDER_WAY = ("正", "还在", "仍在", "已在", "也在", "尚在", "眼下", "目前")  # 33个正热火朝天地施工
OF_PROJECTS = re.compile(r"项目[^,;。\d]{0,4}\d+[余多]?宗|\d[余多]?宗[^,;。\d]{0,10}项目")  # the south counts projects by 宗
COUNTRIES = re.compile(r"国家(?:和地区|及地区|、地区|或地区|地区|的|[,。、])")
ZONES = re.compile(
    r"(?:以上)?(?:国家级?|省级|自治区级|市级|重点|特色|省重点)?(?:(?!项目|企业|公司|在|于|落户)[\u4e00-\u9fff“”—]){0,6}?(?:经济技术开发区|经济开发区|经开区|开发区|高新区|综合保税区|综保区|保税区|"
    r"工业园区?|产业园区?|园区|集聚区|集中区|示范区|发展区域?|重点区域|自贸区|自由?贸易?试验区|合作区|特色园)(?!的?(?:[\u4e00-\u9fff]{0,6}项目|企业|标准|平台)|[\u4e00-\u9fff]{2,6}企业(?!\d|数))"
)
# A sort that the count before is told apart by: 33个项目里,民族制药类5个,电子信息类6个.
OF_SORT = re.compile(
    r"(?:[,、;:]|里|中|其中|包括)+,?([\u4e00-\u9fffA-Za-z]{2,12}?|[\u4e00-\u9fffA-Za-z]{2,8}(?:[、和及][\u4e00-\u9fffA-Za-z]{2,8})+?)"
    r"(类|产业|领域|行业|方面|板块|业)(?:项目|企业)?(?:等)?(?:合计|共计|共|有|达|为|则有)*"
)
GOES_ELSEWHERE = tuple("在于已将被由向与")  # words that end a noun phrase: 4个项目在…活动中签约
SORT_BEFORE = re.compile(r"^([\u4e00-\u9fff]{2,8}?)(?:是|占|成为|依旧|仍|最|方面|类)")


def counted(case: Case) -> Indicated:
    """The indicator of a count."""
    what = _counted(case)
    firms = what.code.startswith(("enterprises_", "projects_", "foreign_", "fortune500"))
    if case.quantity.unit.endswith("人") and firms:  # 从业人员中,内资企业4.4万人: people are no firms
        staff = any(d.what.code == "employees" for d in case.drafts[-8:])
        return Indicated("employees" if staff else "other", what.text, (what.text,) if staff else (), "count.staff")
    return what


def _counted(case: Case) -> Indicated:
    for rule in (
        _events,
        _zones,
        _population,
        capacity,
        _things,
        _part_of,
        _sort_of_before,
        listed_by_stage,
        sort_of_firms,
        grade_alone,
        _part_of_people,
        _by_noun,
        _own_noun,
        _as_before,
    ):
        what = rule(case)
        if what is not None:
            return what
    return _by_measure_word(case)


def _events(case: Case) -> Indicated | None:
    quantity, window = case.quantity, case.window
    if quantity.unit[-1:] not in "场次" or quantity.unit.endswith("人次"):
        return None
    if not EVENT.search(case.text, window.low, min(quantity.end + 12, window.high)):
        return None
    return Indicated("service_events", case.left[-12:], (), "count.events")


def _population(case: Case) -> Indicated | None:
    """Of 2.8万人口: the noun that the measure word is a part of."""
    return Indicated("population", "人口", (), "count.population") if case.text.startswith("口", case.quantity.end) else None


def _things(case: Case) -> Indicated | None:
    """Of 7条生产线, 设备316台: measure words that no project or enterprise has."""
    if case.quantity.unit[-1:] in "只支" and A_FUND.match(case.text, case.quantity.end):
        return Indicated("other", "基金", (), "count.things")  # 6支天使基金合计15亿元
    if case.quantity.unit[-1:] not in "条栋台套座辆幢艘架笔宗份张趟" or OF_PROJECTS.search(
        case.text, case.window.low, case.window.high
    ):
        return None
    after = case.heads(case.quantity.end, min(case.window.high, case.quantity.end + 16))
    if any(h.value not in PROJECTS_AND_FIRMS for h in (*after, *case.heads(case.window.low, case.quantity.start))):
        return None
    stop = STOP.search(case.text, case.quantity.end, case.window.high)
    text = case.text[case.quantity.end : stop.start() if stop else case.window.high]
    return Indicated("other", text[:16] or case.left[-12:], (), "count.things")


def _zones(case: Case) -> Indicated | None:
    """Of 88家国家高新区: zones are no enterprises."""
    if COUNTRIES.match(case.text, case.quantity.end) and case.quantity.unit[-1:] == "个":
        return Indicated("other", "国家", (), "count.countries")
    match = ZONES.match(case.text, case.quantity.end, case.window.high + 2) if case.quantity.unit[-1:] in "个家" else None
    return Indicated("other", match[0], (), "count.zones") if match else None


def _part_of(case: Case) -> Indicated | None:
    """Of 其中超10亿元的3家: the same as the count before, where nothing but a size narrows it."""
    last = next(case.counts(case.here[-1:]), None)
    sized = SIZE_ALONE.search(case.text, case.window.low, case.quantity.start)
    if last is None or not (case.is_part or sized) or case.heads(case.window.low, case.quantity.start):
        return None
    sizes = [q for q in case.document.quantities_between(case.window.low, case.quantity.start) if q.role == "threshold"]
    rest = case.text[sizes[-1].end : case.quantity.start] if sizes else ""
    if sizes and last.what.code == "enterprises_ads_industrial":  # 规上企业67家,产值过亿元的31家
        last_what = Indicated("enterprises_total", last.what.text, (), "enterprises.sized")
        return last_what if re.fullmatch(r"的?(?:企业)?(?:有|达|共)?", rest) else None
    kept = replace(last.what, scope=tuple(s for s in last.what.scope if "≥" not in s)) if sizes else last.what
    return kept if sizes and re.fullmatch(r"的?(?:企业|项目)?(?:有|达|共)?", rest) else None


def _sort_of_before(case: Case) -> Indicated | None:
    """Of 签约项目41个,内资36个,外资5个: a sort of the projects before."""
    last = case.here[-1] if case.here else None
    group = case.group(case.here) if last is not None and last.what.code not in GROUP_CODES else None
    if group is not None and group.quantity.unit == case.quantity.unit and (match := SORT_BESIDE.fullmatch(case.left)):
        whole = next(d for d in case.here if d.what.code == group.what.code)  # 内资14个,总投资19亿元;外资3个
        return _of_another_sort(whole.what, match[1])
    if last is None or last.what.code not in GROUP_CODES or last.quantity.unit != case.quantity.unit:
        return None
    if match := SORT_ALONE.fullmatch(case.text, last.quantity.end, case.quantity.start):
        return _of_another_sort(last.what, match[1])
    after_noun = case.text.startswith("项目", last.quantity.end) * 2
    match = OF_SORT.fullmatch(case.text, last.quantity.end + after_noun, case.quantity.start)
    if match is None or _told_apart(case, *match.span(1)):
        return None
    whole = next(d for d in case.here if d.what.code == last.what.code)
    return whole.what.with_scope(match[1] + (match[2] if match[2] == "业" else ""))


def _of_another_sort(what: Indicated, sort: str) -> Indicated:
    """Projects as others that were counted, of a sort that stands in the place of theirs: 工业项目3个,…;服务业项目2个."""
    sizes = [part for part in what.scope if is_size(part)]
    return replace(what, scope=(*sizes, sort + "项目"))


def _told_apart(case: Case, start: int, end: int) -> bool:
    """Whether what could be a sort says more: a stage, a size, a name, another noun."""
    if (
        case.document.between("stage", start, end)
        or case.document.quantities_between(start, end)
        or case.cast.between(start, end)
    ):
        return True
    return any(h.value not in ("@project", "@sector") for h in case.heads(start, end))


def _by_noun(case: Case) -> Indicated | None:
    left = case.heads(case.window.low, case.quantity.start)
    right = _noun_behind(case)
    linked = bool(left) and LINKED.match(case.text[left[-1].end : case.quantity.start]) is not None
    if linked and not (right is not None and _counted_already(case, left[-1])):
        return noun(case, left[-1])
    if right is not None:
        named = _named_as(case, right) if right.value == "@enterprise" else None
        return named or noun(case, right)
    if (within := _beyond(case) or _within_noun(case)) is not None:
        return noun(case, within)
    heads = left or case.heads(case.window.floor, case.window.low)
    return noun(case, heads[-1]) if heads else None


def _counted_already(case: Case, head: Mark) -> bool:
    """Whether the noun before a count is that of the count before it: 12家小巨人企业、90家高新技术企业."""
    last = case.here[-1] if case.here else None
    if last is None or unit_class(last.quantity) != "C" or not case.text.startswith("、", head.end):
        return False
    between = case.text[last.quantity.end : head.start]
    return 0 <= head.start - last.quantity.end < COUNTED_NOUN and not re.search(r"[,;:。]", between)


def _beyond(case: Case) -> Mark | None:
    if case.quantity.unit[-1:] not in "个项只宗":
        return None
    match = BEYOND.match(case.text, case.quantity.end) or WORK_ON.match(case.text, case.quantity.end)
    return Mark(match.start(1), match.end(1), "@project", match[1], "C") if match else None


def _within_noun(case: Case) -> Mark | None:
    """Of 92户规模以上工业企业增加值, 25个工业项目完成投资: what is counted stands in the noun of the next figure."""
    match = WITHIN.match(case.text, case.quantity.end, case.window.high + 8) if case.quantity.unit[-1:] in "家户个项" else None
    if match is None or not any(
        h.start < match.end() < h.end for h in case.document.between("head", match.start(), match.end() + 16)
    ):
        return None
    return Mark(match.start(1), match.end(1), "@enterprise" if match[1] == "企业" else "@project", match[1], "C")


def _noun_behind(case: Case) -> Mark | None:
    """The noun that follows a count: the last of the nouns that touch, before any verb or mark."""
    end = case.quantity.end
    stop = STOP.search(case.text, end, case.window.high)
    heads = case.heads(end, min(stop.start() if stop else case.window.high, end + 40))
    if not heads:
        return None
    head = heads[0]
    if case.quantity.unit[-1:] in "家户" and head.value == "@enterprise":
        rest = [h for h in heads[1:] if h.value != "@project"]  # 22户企业项目: firms
        heads = [head, *rest]
    for other in heads[1:]:
        between = case.text[head.end : other.start]
        if len(between) > 4 or "的" in between or between[:1] in GOES_ELSEWHERE:
            break
        head = other
    return head


def _named_as(case: Case, head: Mark) -> Indicated | None:
    """Of 6家企业获评“专精特新”企业: what they were named."""
    match = NAMED_AS.match(case.text, head.end, max(case.window.high, case.document.clause_end(head.end)))
    if match is None:
        return None
    heads = [h for h in case.heads(*match.span(1)) if h.value.startswith("enterprises_") and h.value != "enterprises_total"]
    if not heads:
        noun_of = "企业" if match[1].endswith("企业") else ""
        return enterprises("", match[1].removesuffix("企业"), noun=noun_of) if len(match[1]) <= 16 else None
    word = heads[-1].word
    scope = (word,) if "独角兽" in word[1:] and word != "独角兽企业" else ()
    return Indicated(heads[-1].value, match[1], scope, "count.named_as")


def _part_of_people(case: Case) -> Indicated | None:
    """Of 现有员工13万人。其中普工9万人、技工2万人: the same people, told apart by a noun that no indicator knows."""
    named = any(h.value != "@people" for h in case.heads(case.window.low, case.window.high))
    if case.quantity.unit[-1:] not in "人名" or named:
        return None
    before = [d for d in case.drafts[-LOOK_BACK:] if d.sentence.paragraph == case.window.sentence.paragraph]
    before = [d for d in reversed(before) if d.what.code in PEOPLE and d.quantity.unit[-1:] in "人名万"]
    whole = next((d for d in before if "count.part_of_people" not in d.rules), None)
    part = OF_WHOLE.search(case.text, case.window.sentence.start, case.quantity.start) is not None
    if whole is None or not part or case.quantity.obs_value >= whole.quantity.obs_value:
        return None
    sort = case.own_noun or modifiers(case.left)
    return replace(whole.what.with_scope(sort), rule="count.part_of_people") if sort else None


def _own_noun(case: Case) -> Indicated | None:
    """Of 3个公园, 道路5条: a noun that no indicator knows."""
    alone = BEYOND_COUNT.match(case.text, case.quantity.end) is not None
    if alone and case.quantity.unit[-1:] in "个项" and (kind := KIND_ALONE.search(case.left)):
        return Indicated("projects_total", kind[1] + "项目", (kind[1] + "项目",), "projects.total")  # 技改45个
    if case.quantity.unit[-1:] in "家户" or _staged(case) or _beyond(case) or _headless(case) or _of_a_place(case):
        return None
    stop = STOP.search(case.text, case.quantity.end, case.window.high)
    after = own_noun(case.document, case.cast, case.quantity.end, stop.start() if stop else case.window.high)
    own = after or ("" if case.is_part else case.own_noun)
    return Indicated("other", own, (), "other.own_noun") if own else None


def _staged(case: Case) -> bool:
    """Whether a stage of a project stands right by a count: 转化达产36个, 24个实现开工, 33个正热火朝天地施工."""
    quantity, window = case.quantity, case.window
    reach = 14 if case.text.startswith(UNDER_WAY, quantity.end) else 6
    near = case.document.between("stage", max(window.low, quantity.start - 4), min(window.high, quantity.end + reach))
    if not near and case.group(case.here[-1:]) is not None:  # 41个在赶工;储备库里躺着76个
        near = case.document.between("stage", window.low, quantity.start)
    return bool(near) and quantity.unit[-1:] in "个项"


def _of_a_place(case: Case) -> bool:
    """Whether a count is told of a place alone, that of others before it: 各平台中,云麓经开区28个,青溪高新区13个."""
    if A_PLACE.fullmatch(case.left) is None or BEYOND_COUNT.match(case.text, case.quantity.end) is None:
        return False
    return kin(case, case.here) is not None or _told_apart_by_place(case) is not None


def _headless(case: Case) -> bool:
    """Whether a count is of what was counted before, told apart by a clause without its noun: 列入省重点的12个."""
    if HEADLESS.search(case.left) is None or BEYOND_COUNT.match(case.text, case.quantity.end) is None:
        return False
    return kin(case, case.here) is not None and not case.heads(case.window.low, case.quantity.start)


def _as_before(case: Case) -> Indicated | None:
    """Of the same thing as the count before it, or of the sentence before where it begins with a total."""
    last = kin(case, case.here)
    stages = case.document.between("stage", case.window.low, min(case.window.high, case.quantity.end + 12))
    if last is None and not stages and (whole := _told_apart_by_place(case)) is not None:
        return replace(whole.what, rule="count.by_place")
    new = case.text.startswith("其中", case.window.sentence.start) and re.search(r"新[设增批]$|净增$", case.left)
    if last is None and not case.here and (new or (not stages and re.search(r"(?:共|其中|有|达|:)$", case.left or ":"))):
        paragraph = case.window.sentence.paragraph
        last = kin(case, [d for d in case.drafts[-6:] if d.sentence.paragraph == paragraph])
        if last is not None:
            narrowed = SORT_BEFORE.search(case.text[case.window.sentence.start : case.window.low])
            return Indicated(last.what.code, last.what.text, (narrowed[1],) if narrowed else (), "count.as_before")
    if stages and last is not None and last.what.code == "other":
        last = case.group(case.here) or last
    of_projects = last is None or last.what.code.startswith("projects_")
    alike = case.quantity.unit[-1:] in "个项" or (last is not None and last.quantity.unit == case.quantity.unit)
    if stages and of_projects and alike:
        what = projects((stages[-1].value, stages[-1].word), "", "")
        return what.with_scope(*last.what.scope) if last is not None else what
    return last.what if last is not None else None


def _told_apart_by_place(case: Case) -> Draft | None:
    """The whole of the sentence before, where a sentence that opens with a place tells what each place has of it."""
    start, paragraph = case.window.sentence.start, case.window.sentence.paragraph
    opens = BY_PLACE.match(case.text, start, case.quantity.start)
    if opens is None or case.here:
        return None
    at, end = opens.end(), case.quantity.start
    named = any(m.start == at and m.end == end and m.kind in ("park", "region") for m in case.cast.between(at, end))
    if not named and not A_PLACE.fullmatch(case.text, at, end):
        return None
    before = [d for d in case.drafts[-8:] if d.sentence != case.window.sentence and d.sentence.paragraph == paragraph]
    last = kin(case, before)
    same = [d for d in before if last is not None and d.sentence == last.sentence and d.quantity.unit == last.quantity.unit]
    return same[0] if same else None


def _by_measure_word(case: Case) -> Indicated:
    group = case.group(case.here[-2:]) if case.quantity.unit.endswith("家") else None
    stages = case.document.between("stage", case.quantity.end, min(case.window.high, case.quantity.end + 8)) if group else []
    if case.quantity.unit.endswith("家") and LISTED.match(case.text, case.quantity.end):
        return Indicated("enterprises_listed", "上市", (), "enterprises.listed")  # 3家已上市
    if stages:  # 新引进项目16个,其中9家投产…,12家正在洽谈
        return projects((stages[0].value, stages[0].word), "", "")
    text = case.text[case.quantity.end : case.window.high][:16]
    if case.quantity.unit.endswith("家"):
        return Indicated("enterprises_total", modifiers(case.left) or text, (), "count.bare_enterprises")
    return Indicated("other", text or case.left, (), "other.count")
