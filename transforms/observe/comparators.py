"""The whole that a share or a rank is measured in."""

from __future__ import annotations

import re

from transforms.gazetteer import find_places
from transforms.observe.document import Document
from transforms.observe.groups import PARTS_OF_PROVINCES, is_group
from transforms.observe.mentions import Cast
from transforms.observe.model import Draft, Subject, unit_class
from transforms.observe.told import is_size

SHARE_OF = re.compile(r"(?:占(?!比)(?:到(?![位账帐港]))?了?|达到?|用)([^,;。占%]{0,30})$")
# 占用电总量的份额,已从2016年的7.2%提高到去年的9.5%; 占园区税收的38.4%和全县税收的21.7%; 云麓市占比超过41%.
SHARE_ROSE = re.compile(r"占(?!比)([^,;。占%\d]{2,24}?)的?(?:比重|比例|份额),?(?:已)?[由从][^;。]{2,24}$")
SHARE_AND = re.compile(r"占[^,;。]*?[\d.]+%(?:以上|左右)?(?:、|和|与|及)([^,;。、%\d]{2,20})的(?:超过?|近|约)*$")
SHARE_HELD = re.compile(
    r"(?:^|[,、;:])(?:在)?(全[国省市区县州]|[\u4e00-\u9fff]{2,6}?[省市县区州])占比(?:已|均)?(?:达到?|为|超过?|约|近)*$"
)
SHARE_WITHIN = re.compile(r"占比([\u4e00-\u9fff]{2,6}?[省市县区州])(?:已|均)?(?:达到?|为|超过?|约|近)*$")  # 占比临海市52%
SHARE_IN = re.compile(r"在([^,;。在]{1,20}?)(?:中|里|内)?的?所?占(?:的)?(?:比重|比例|比)?[^,;。]{0,6}$")
SHARE_OF_TWO = re.compile(
    r"占(?P<a>[^,;。占%\d和与及、]{2,14}?)(?:和|与|及|、)(?P<b>[^,;。占%\d和与及、]{2,14}?)的?(?:比重|比例)?(?:分别)?(?:为|达到?)?"
    r"(?P<first>[\d.]+%(?:和|与|及|、))?$"
)
AND_SHARE = re.compile(r"[\d.]*%(?:和|与|及|、)[\d.]+%")
WHOLE_BESIDE = re.compile(r"[了以占有](全[国省市区县州球]|我国|世界)(?:超过?|约|近|逾)*$")
WHOLE_BEHIND = re.compile(r"[\d.%成]*(?:/\d+)?(?:以上|左右)?的?(全[国省市区县州球]|我国)")
FOR_WHOM = re.compile(r"为([^,;。\d]{2,14}?)(?:贡献|创造|提供)了?(?:超过?|约|近|逾)*$")
# What the country's parks hold a share of is the country's.
NATIONAL = re.compile(r"国家(?:级)?[\u4e00-\u9fff]{2,12}区$")
GATHERED = re.compile(r"(?:聚集|集聚|汇聚|汇集|集中|拥有|贡献|创造|承载|培育|支撑)[^,;。]{0,6}$")
RATIO_TAIL = re.compile(
    r"(?:(?<!经济)总量|总数量?|(?<=[业目])数量|(?<=目)个数|(?<![口贸税金售])总额|(?<=^)总)?的?(?:比重|比例|份额)?(?:已|均)?(?:达到?|为|超过?|不到|不足|约|近|升至|提升至|突破|仍在|在|有|高达|接近)*的?$|的$"
)
WHOLE_TAIL = re.compile(r"(?<!经济)的?(?<!经济总)总?产?量$")
RANKED_NEAR = 120  # code points before a rank's clause in which its field may stand
SORTED = r"(?:高质量发展|综合发展水平|综合|绩效|营商环境|年度|发展|经济|建设|工作|竞争力)*"
FIELD = r"(?:开发区|园区|高新区|经开区|综保区|综合保税区|保税区|集聚区|自贸区|试验区)"
RANKED_IN = re.compile(
    rf"(?:在|从)\d{{0,4}}年?度?(?P<field>[^,;。“”]{{2,20}}?{FIELD}){SORTED}(?:排名|考核|考评|评价|评比|评估|榜单)[^,;。]{{0,6}}(?:中|里|上),"
)
LIST_OF = re.compile(rf"“(?:\d{{4}}年?度?)?(?P<field>[^”]{{2,20}}?{FIELD}){SORTED}[^”]{{0,8}}(?:百强|十强|榜|\d强)[^”]{{0,4}}”")
WHOLE_AGAIN = re.compile(r"^全[省市区县州]")
WHOLES = re.compile(r"全国|全疆|全省|全市|全区|全县|全州|全盟|全旗|全自治区|我省|我市|我区|我县|全球|世界|省内|市内|区内")
# 西部第一, 中部地区第三, 长三角第二: a part of the country that its own name tells.
PARTS = re.compile(
    rf"(?:中西部|东部|中部|西部|东北|西北|西南|华东|华中|华南|华北|长三角|珠三角|京津冀|{PARTS_OF_PROVINCES})"
    r"(?:地区|省[市份])?(?:[\u4e00-\u9fff]{0,6}(?:园区|开发区|高新区|经开区|综保区|城市))?$"
)
COUNTED = re.compile(r"^\d+(?:个|家|多家|余家)")
# 169个国家级高新区综合评价中位居
KIND = re.compile(
    r"(?:国家|省|市|自治区)级?[\u4e00-\u9fff]{0,6}?(?:开发区|高新区|经开区|综保区|保税区|新区|产业园区|工业园区|园区|示范区|集聚区)$"
)
A_RANK = re.compile(r"第?[一二三四五六七八九十\d]+[位名]?[、,]|首位|榜首")


def share_whole(document: Document, cast: Cast, start: int, end: int, subject: Subject) -> str:
    """The whole of a share whose number starts at ``end``, in a clause that starts at ``start``; empty where it names none."""
    left = document.text[start:end]
    further = SHARE_AND.search(document.text, document.clause_start(end), end)
    if further:
        return _named(document, cast, RATIO_TAIL.sub("", further[1]), further.start(1), subject)
    match = SHARE_IN.search(left) or SHARE_WITHIN.search(left) or SHARE_OF.search(left) or SHARE_ROSE.search(left)
    two = SHARE_OF_TWO.search(left)
    if two and (two["first"] or AND_SHARE.match(document.text, end)):  # 分别占项目总数和到位资金的54%和48%
        which = "b" if two["first"] else "a"
        return _named(document, cast, RATIO_TAIL.sub("", two[which]), start + two.start(which), subject)
    if match is None:
        return _told_apart(document, cast, start, end, subject)
    named = re.split(r"的?(?:比重|比例|份额)|的?\d+/\d+(?:和|与|、)", match[1].strip("“” "))[0]
    return _named(document, cast, RATIO_TAIL.sub("", named), start + match.start(1), subject)


def _told_apart(document: Document, cast: Cast, start: int, end: int, subject: Subject) -> str:
    """Of 创造了全国36.5%的GDP, 为高新区贡献了55%的营业收入, 近10%的全国重点实验室: the whole beside the number, not behind 占."""
    left = document.text[start:end]
    whole = WHOLE_BESIDE.search(left) or FOR_WHOM.search(left) or SHARE_HELD.search(left)
    beside = next((m for m in cast.between(start, end) if m.end == end and m.kind == "region"), None)
    if beside and left[: beside.start - start].endswith(("以", "用")):  # 以上饶6%的土地
        return beside.name
    if whole:
        return _named(document, cast, whole[1], start + whole.start(1), subject)
    behind = WHOLE_BEHIND.match(document.text, end)
    if behind:
        return _named(document, cast, behind[1], behind.start(1), subject)
    return "全国" if NATIONAL.match(subject.name) and GATHERED.search(left) else ""


def _named(document: Document, cast: Cast, named: str, at: int, subject: Subject) -> str:
    if not named:
        return ""
    for mention in cast.between(at, at + len(named)):
        if mention.start - at <= 2:
            rest = document.text[mention.end : at + len(named)]
            name = mention.name if mention.back or mention.kind != "region" else document.text[mention.start : mention.end]
            full = mention.name if len(name) <= 3 else name
            rest = "" if len(rest) == 1 and full.endswith(rest) else rest  # 昌吉州
            rest = WHOLE_AGAIN.sub("", rest)  # 海南|全省税收收入
            return full + re.sub(r"^(?:全部|的)", "", rest)
    if named.startswith("所在") or NATIONAL.fullmatch(named):
        return named
    named = re.sub(r"^总(?=到位|投资)", "", named)
    if WHOLE_AGAIN.match(named) and (around := _around(named[:2], subject)):
        return around + WHOLE_TAIL.sub("", named[2:])
    if WHOLES.match(named):
        return re.sub("^全疆", "新疆", WHOLE_TAIL.sub("", named))
    return subject.name + re.sub(r"^(?:全部|所有|本|同期|整个)", "", named)


def _around(word: str, subject: Subject) -> str:
    """What 全县 is beside a park whose own name tells its county: 汉阴县新型建材工业集中区; empty where it tells none."""
    if subject.kind not in ("park", "region"):
        return ""
    found = [p for p in find_places(subject.name) if p.text.endswith(word[1]) and p.start < p.end < len(subject.name)]
    return found[-1].text if found else ""


def rank_field(document: Document, cast: Cast, start: int, end: int) -> str:
    """The field of a rank whose number starts at ``end``; empty where its clause names none."""
    left = re.sub(r"第?[一二三四五六七八九十\d]+(?:名|位)?[、和]$", "", document.text[start:end].removesuffix("第"))
    quoted = re.search(r"“([^”]{2,8})”[^“”]{0,3}$", left)
    if part := PARTS.search(_untailed(left)):
        return part[0]
    mentions = [m for m in cast.between(start, end) if m.kind in ("region", "park")]
    wholes = list(WHOLES.finditer(left))
    if wholes:
        whole = wholes[-1]
        rest = _tail(COUNTED.sub("", A_RANK.split(left[whole.end() :])[0]))
        home = cast.home(whole[0]) if whole[0] not in ("全国", "全球", "世界") and whole[0][-1] != "内" else None
        return (home.name if home else whole[0]) + rest
    if quoted:
        return quoted[1]
    if kind := KIND.search(_untailed(left)):
        return kind[0]
    if mentions and end - mentions[-1].end < 24:
        rest = _tail(document.text[mentions[-1].end : end])
        before = document.text[start : mentions[-1].start]
        if re.search(r"(?:在|居|列|排|位|获“?)$", before):
            last = mentions[-1]
            group = last.kind == "region" and is_group(last.name) and not last.back
            return (document.text[last.start : last.end] if group else last.name) + rest
    match = re.search(r"(?:在|居)([\u4e00-\u9fff]{2,16}?)(?:中|里|内|之)?(?:排名|排|列|位列|居|名列)*$", left)
    return match[1] if match else _ranked_before(document, cast, start)


def _ranked_before(document: Document, cast: Cast, start: int) -> str:
    """The field that the clause before names: 在全省省级开发区综合排名中,… and “2024中国省级开发区…百强榜单”发布,…."""
    low = max(0, start - RANKED_NEAR)
    low = max(low, document.text.rfind("。", low, start) + 1, document.text.rfind("\n", low, start) + 1)
    found = [*RANKED_IN.finditer(document.text, low, start), *LIST_OF.finditer(document.text, low, start)]
    if not found:
        return ""
    field = found[-1]["field"]
    whole = WHOLES.match(field)
    home = cast.home(whole[0]) if whole and whole[0][:1] in "全我" and whole[0] != "全国" else None
    field = home.name + field[whole.end() :] if home and whole else field
    return re.sub(r"^[^,;。]{0,16}(?:公布|发布|组织)的(?:\d+[个家])?|(?<=^全国)\d+[个家]", "", field)


TAIL = re.compile(
    r"(?:中|里|内|之|当中)?(?:综合)?(?:发展水平)?(?:考核|考评|评价|评比|评估)*(?:排名)?(?:结果|名单|榜单?)?(?:中|里)?"
    r"(?:排名|排位|排|位列|列|位居|居|名列|排在|排到|位次|名次|的|均|都|第|“|”|连续.{1,3}年|稳|已|跃|高)*$"
)


def _untailed(words: str) -> str:
    """The words before a rank without those that lead up to it: 全国高新区综合考评中位列."""
    return TAIL.sub("", words)


def _tail(rest: str) -> str:
    rest = _untailed(rest)
    return rest if len(rest) <= 14 and not re.search(r"[,;。\d]", rest) else ""


REACH = 16  # figures back that the whole of a part can be
OF_A_SIZE = re.compile(r"≥1?(\S+元)")
STAGES = {"projects_signed": "签约项目", "projects_started": "开工项目", "projects_completed": "竣工项目"}


def total(part: Draft, drafts: list[Draft], subject: Subject) -> str:
    """What a part is a share of, where only 占比 says so: 签约亿元以上项目227个。…制造业项目136个,占比60%.

    "" where nothing that was told is its whole.
    """
    if part.measure != "level" or part.what.code == "other":
        return ""
    own = set(part.what.scope)
    for whole in reversed(drafts[-REACH:]):
        same = whole.what.code == part.what.code and unit_class(whole.quantity) == unit_class(part.quantity)
        if not same or whole.measure != "level":
            continue
        if whole.subject.name != part.subject.name or whole.quantity.obs_value <= part.quantity.obs_value:
            continue
        if {s for s in whole.what.scope if not is_size(s)} <= own and set(whole.what.scope) != own:
            return subject.name + _printed(whole)
    return ""


def _printed(whole: Draft) -> str:
    """A total as a comparator prints it: its size, then its noun."""
    sizes = [OF_A_SIZE.fullmatch(s) for s in whole.what.scope if is_size(s)]
    noun = whole.what.text if whole.what.text != "项目" else STAGES.get(whole.what.code, "项目")
    return "".join(size[1] + "以上" for size in sizes if size) + noun
