"""All parks of a place, or some that are counted, as one subject: 全市园区, 云南省89个开发区, 三个国家级开发区, “一区四园”."""

from __future__ import annotations

import re
from functools import lru_cache

from transforms.gazetteer import canonical
from transforms.prefilter import Prefiltered
from transforms.quantities import numeral

KINDS = (
    "开发园区|工业园区|产业园区|产业集聚区|产业聚集区|工业集中区|经济技术开发区|经济开发区|开发区|经开区|高新区|"
    "工业集聚区|产业集中区|特色小镇|综合保税区|综保区|海关特殊监管区域?|特殊监管区域?|园区"
)
# Kinds that a place can have one of; they make a group only where they are counted.
COUNTED_KINDS = (
    "高新技术产业开发区|高新技术开发区|保税港区|保税区|保税物流中心|出口加工区|边境经济合作区|跨境经济合作区|"
    f"自由贸易试验区|自贸试验区|自贸区|功能区|示范区|试验区|合作区|化工园区|物流园区|集聚区|工业园|产业园|科技园|软件园|新区|片区|{KINDS}"
)
# Behind a province's name these are all of that kind, for each of them has its city's name.
PROVINCE_KINDS = f"高新技术产业开发区|产业转移工业园区?|产业转移园|{KINDS}|产业园|工业园|化工园区|物流园区"
SORT = (
    r"(?:自贸港|自由贸易港)?(?:(?<=[省市])级及?以上|省级以上|省级及以上|省级|国家级|市级以上|市级|"
    r"各类|各级|各大|各|全部|重点|县域)?"
)
QUALIFIERS = (
    r"(?:县域|自贸港|自由贸易港|省(?=产业)|省级及以上|省级以上|市级以上|国家级|省级|市级|县级|国家|各类|各级|重点|主要|主导|特色|专业|先进|新型|战略性|新兴|现代|"
    r"工业|产业|信息|制造业|农业|科技|经济|化工|物流|文化|开放|沿海|沿边|乡镇|数字|综合|示范|发展|省直管|核心|和)*"
)
COUNT = r"\d{1,3}(?:余|多)?[个家大座]|[两二三四五六七八九十]{1,3}(?:余|多)?[个家大座]"
WHOLES = "全市|全省|全区|全县|全州|我市|我省|我县|全自治区"
# Of these a province or a city has one or two, so that a count of many is the country's.
OF_COUNTRY = re.compile(r"自由贸易试验区|自贸试验区|自贸区|边境经济合作区|跨境经济合作区")
# Behind a place's name: 安徽省开发区; not 管委会 and not a park of that name.
AFTER_PLACE = re.compile(rf"({SORT})({KINDS})(?!管委|域)")
WHOLE = re.compile(rf"({WHOLES}|全国|我国|中国|内地)({SORT})({KINDS})(?!管委|域|协会|学会)")
AFTER_PROVINCE = re.compile(rf"({SORT})({PROVINCE_KINDS})(?!管委|域)")
COUNTED = re.compile(
    rf"(?<!\d)({WHOLES}|全国|我国|自贸港|自由贸易港)?(?:共有|现有|有(?=[^,;。]{{2,8}}园区[,;。])|的)?({COUNT})({QUALIFIERS})({COUNTED_KINDS})(?!管委|域|项目|企业)"
)
# All of them in a text, by the counter and what follows it.
COUNTS = Prefiltered(COUNTED, rf"[个家大座](?<=[\d两二三四五六七八九十余多].)(?={QUALIFIERS}(?:{COUNTED_KINDS}))", 13)
# The names before a count: 武威、黄羊两个工业园区.
LISTED = re.compile(
    r"(?:^|[\n,;:。]|[年月日]|半年|季度)((?:[\u4e00-\u9fff()]{2,14}、)*[\u4e00-\u9fff()]{2,14}[、和与][\u4e00-\u9fff()]{2,14})(?:等|这)?$"
)
# 高新区和六个省级工业园区: one park, and more that are counted.
AND_MORE = re.compile(
    r"(?:^|[\n,;:。]|[年月日]|半年|季度|底)([\u4e00-\u9fff]{0,6}(?:高新区|经开区|开发区|新区|保税区|工业园区?)[和及与])$"
)
# Parks of one level as a subject: 其中国家高新区实现营业收入…, 省级高新区新增….
LEVEL_GROUP = re.compile(
    rf"(国(?:(?<=其中国)|(?<![\u4e00-\u9fff]国))家级?|省(?:(?<=其中省)|(?<![\u4e00-\u9fff]省))级)({KINDS})"
    r"(?=实现|完成|达|新|共|占|有|以|拥有|累计|创|平均|集聚|[\u4e00-\u9fff]{2,8}(?:收入|产值|增加值|总额)\d)"
)
# The country's zones of one rank as a whole, and a part of the country before a count of them: 中西部16个国家级开发区.
ANY_KIND = f"高新技术产业开发区|高新技术开发区|保税港区|保税区|出口加工区|边境经济合作区|自由贸易试验区|自贸试验区|自贸区|{KINDS}"
NATION = re.compile(rf"(?:全国|我国)?(?:国家级|国家|全国|我国)(?:{ANY_KIND})(?!管委)")
PART_OF_COUNTRY = re.compile(
    r"(?:东部沿海|中西部|东北部|东北|东部|中部|西部|南部|北部|沿海|沿江|沿边|内陆|长三角|珠三角|京津冀|长江经济带|环渤海)(?:地区)?$"
)
# 沿海六市, 西部七盟市: places counted under a part of the country; 一区四园: a park with its branches.
PARTS_OF_PROVINCES = (
    "苏[南北中]|皖[南北中江]|浙[东西]|粤[东西北]|闽[南东]|鲁[东西南]|陕[南北]|川[东南]|湘[南西北]|赣[南北]|冀[中南]|辽[西东]|桂[北西]|[南北]疆"
)
_COUNTED_PLACES = re.compile(
    rf"(?:(?<![\u4e00-\u9fff])|(?<=[、和及年]))(?:{PARTS_OF_PROVINCES})(?=[、和及]|高新|规上|规模|工业|实现|完成|增长)|"
    rf"(?:东部|西部|中部|南部|北部|{PARTS_OF_PROVINCES})(?:盟市|地区|区县|县市|县区|各市|州市)(?!生产|经济)|"
    rf"(?:东部|西部|中部|南部|北部|沿海|沿江|沿边|{PARTS_OF_PROVINCES})"
    r"[一二三四五六七八九十两\d]{1,2}个?(?:盟|地|州)?(?:市|县|区|州|盟)(?![\u4e00-\u9fff]?级)"
)
COUNTED_PLACES = Prefiltered(_COUNTED_PLACES, r"[东西中南北沿苏皖浙闽粤鲁陕川湘赣冀辽桂](?=[部海江边东西中南北疆])")
# 楚雄、大理、丽江3州市: as many places as are counted.
_LISTED_PLACES = re.compile(
    r"(?<![\u4e00-\u9fff、])(?P<names>(?:[\u4e00-\u9fff]{2,5}、){1,11}[\u4e00-\u9fff]{2,5}?)(?:等|这)?(?P<n>\d{1,2}|[两三四五六七八九十]{1,2})个?"
    r"(?:州市|市州|地市|盟市|县区|区县|县市|[市县区州盟])(?![\u4e00-\u9fff]?级|场|[^,;。]{0,40}分别)"
)
LISTED_PLACES = Prefiltered(_LISTED_PLACES, r"[\d两三四五六七八九十](?=个?(?:州|市|地市|盟|县|区))", 73)
TOGETHER = re.compile(r"[两三四五六七八九](?<![\u4e00-\u9fff“].)[区园地](?=合计|共|总计|累计|完成|实现)")  # 三区合计
BRANCHES = re.compile(r"[“一二两三](?:(?<!“)|[一二两三])[区园][一二两三四五六七八九十多]{1,2}[园区基]”?(?!区)")
# Kinds of which a city has one or few: in news of all its parks each is itself.
OF_ITS_KIND = {
    "高新区", "经开区", "综保区", "综合保税区", "保税区", "保税港区", "出口加工区", "自贸区", "经济技术开发区", "经济开发区",
}  # fmt: skip
FULLER = ("开发园区", "工业园区", "产业园区", "省级开发区", "国家级开发区")
NOT_NUMERAL = re.compile(r"[余多个家大座]")  # where the counter of COUNT begins
HOME_SAID = re.compile(r"[全我][省市区县州]")


def place_name(printed: str, full: str, parks: str, said: str) -> str:
    """A place before its ``parks``: in full where the article speaks of 全省 or 全市 or has that name, else as ``printed``."""
    if full.endswith("自治区") and full not in said:
        return printed  # nobody writes 广西壮族自治区产业园区
    return full if HOME_SAID.search(said) or full + parks in said else printed


@lru_cache(maxsize=32)
def group_name(place: str, sort: str, kind: str, said: str) -> str:
    """镇江市开发园区 of 全市园区, where what is ``said`` in the article also has 开发园区; 各类 and 全部 tell nothing."""
    sort = "" if sort in ("各", "各大", "各类", "各级", "全部", "重点") else sort
    sort = place[-1:] + sort if sort.startswith("级") else sort  # 湖南省级以上产业园区
    fuller = [k for k in FULLER if not sort and k.endswith(kind) and k in said and kind == "园区"]
    return place + sort + max(fuller, key=lambda k: (said.count(k), len(k)), default=kind)


def number(count: str) -> int:
    """The number of a count: 89 of 89个, 3 of 三大, 12 of 十二个; 0 where it is none."""
    return int(numeral(NOT_NUMERAL.split(count, maxsplit=1)[0]) or 0)


def after_place(province: bool) -> re.Pattern[str]:
    """What makes a group behind a place's name; a province has more of each kind than a city."""
    return AFTER_PROVINCE if province else AFTER_PLACE


GROUP = re.compile(
    rf"(?:(?:[市州县区盟国]|^\d+[个家])(?:{SORT})(?:{KINDS})|(?:省|自治区|自贸港)(?:{SORT})(?:{PROVINCE_KINDS}))$"
)


# 渠县经济开发区, 云麓市高新区: of these a place has one.
ONE_OF_ITS_KIND = re.compile(rf"[市州县区盟](?:{'|'.join(sorted(OF_ITS_KIND))})$")


@lru_cache(maxsize=256)
def is_group(name: str) -> bool:
    """Whether a region's name is that of all its parks, or of some that are counted."""
    own = name.find("州") == 1 and name[2:3] != "市" and canonical(name) is not None  # 苏州工业园区: a city's one zone
    return not (own or ONE_OF_ITS_KIND.search(name)) and any(form.search(name) for form in (GROUP, COUNTED, BRANCHES))
