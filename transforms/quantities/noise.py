"""Numbers that are no figures: ordinals, names, slogans, ages, specifications, codes."""

from __future__ import annotations

import re

from transforms.quantities import context, policies
from transforms.quantities.amounts import Amount
from transforms.quantities.units import Unit, words

MEASURED = {"money", "size", "percent", "count", "noun", "duration"}
ASPECTS = re.compile(
    f"(?:主要|核心|经济|重点|关键|考核|具体|重大|方面|大类)*(?:{'|'.join(sorted(words('aspects.txt'), key=len, reverse=True))}"
    "|事(?!业|故)|工作(?!站|室|人员|母机|坊))"
)
INDICATORS = re.compile(r"[^,。;、\d\n]{1,8}?指标|增速|增幅|第一|排名")  # 8项主要经济指标, 五项增速
OWN_COUNT = re.compile("项目|企业|园区|产业|平台|载体|基地|工程|集群|案例|人才|岗位|专利")
INDEFINITE = re.compile("(?:仅|只|各|共|增加|新增|有|拥有|共有|包括|获批|达|获评|其中)$")
HEDGED = re.compile("[近超过逾破达]$")
NOT_A_TENTH = re.compile("[为立功果员本都长熟套效型就绩交人品份新色]|分(?!布|别)")
HEDGED_TENTH = re.compile("[近超约逾占]$|[超突]过$")
ENDS = re.compile(r"[,。;、)\s]|$")
RATIO = re.compile("[:∶][0-9]")
RATIO_BEFORE = re.compile("[0-9%][:∶]$")
RELATIVE = re.compile("(?:之|以)?[前后来](?!期)|以来")
WITHIN = re.compile("(?:之|以)?内")
FURNITURE = re.compile(
    r"(?:阅读|浏览|点击|访问|评论|人气|回复|查看|点赞|收藏|转发|热度|字数|下载|播放)(?:量|次数|数|人数|率)?[:\s(|]{0,3}$"
)
RUNNING = re.compile("(?:连续|持续|历时|为期|[前头首])$")
# 约为全国平均水平的4倍, 4倍于全国: how many times as much as others, no change; 是2016年的4倍 is one.
TIMES_OF = re.compile(
    r"(?:[是为约]|相当于|达到?|等于)(?!同比|增长)[^,。;!?\n\d增长]{1,16}(?<![去上前同]年)(?<!年全年)(?<!年度)(?<![同]期)(?<!年初|之前|牌前|立前|区前|级前|立时|建时|牌时)的(?:将?近|约|超过?|逾)*$"
)
TIMES_REACH = 26  # characters before a number of times in which it is told what of
ONE_OF = re.compile(r"[^,。;、\d是为]{1,12}(?:之一|中(?:晋位|进位|名列前茅|位居前列|居前))")
# What a worker tells that he earns: 每个月收入有7000多元, 我一年的收入在47万.
WAGE = re.compile(
    r"(?:工人的?|我(?![国市省县区州们])的?|打工|务工|上班)[^,。;\d]{0,8}(?:工资|收入)[^,。;\d]{0,4}$|(?:月薪|月收入|每个?月的?(?:工资|收入))[^,。;\d]{0,4}$"
)
FIRST_TO = re.compile(r"(?:首个|首家|首座|唯一)[^,。;\d]{0,14}(?:超过?|突破|[破过逾])$")  # 全国首个产值破万亿的…
LAYOUT = re.compile(r"[0-9][区核轴带心园港基][0-9]")  # 1区22园
SELECTED = re.compile(r"[(选]$")
NAMED_COUNT = re.compile(r"[\u4e00-\u9fff]{2,10}(?:项目|企业|平台|园区)[0-9]+[个家项]")  # 四个高新重点项目759个
POWER = re.compile("电[^,。;]{0,6}$")
AWAY = re.compile("[以向往][东南西北][约近]?$")
INSTITUTE = re.compile("(?:电科|中电|航天|航空|中船|兵器|中核|科院)第?$")
ROAD = re.compile("[东南西北处]侧?$|路口")
MEDIA = re.compile(r"[^,。;、\d\n]{0,8}?(?:媒体|报社|电视台|网站|新闻单位)")
EQUATION = re.compile(r"[=≈×*][ ]?$|[0-9]\+$")
EQUATES = "=≈×*+ "  # what stands beside an amount that is one side of an equation
EQUATED = re.compile(r"[ ]?[=≈×*]|\+[0-9]")
OF_PLACE = re.compile(r"县|社区|乡|镇(?!企)|街道|村(?=[委民,。、])")  # 三台县, 三十头社区
# 东软、华信、海辉3家: as many as were just named, so that the count tells nothing new.
NAMED = re.compile(r"(?:^|[,。;:!?\n”])([^,。;:!?\n\d、和与及有]{1,8}(?:(?:、|和|与|及)[^,。;:!?\n\d、和与及有]{1,8}){1,5})$")
HONOURED = re.compile("[^,。;、\\d]{0,8}?(?:分别|获|入选|上榜|被|列入|入围|荣|成为|通过|跻身)")
BETWEEN_NAMES = re.compile("[、和与及]")
NAMES = 50  # characters that a row of names can take
MEETING = re.compile("全会|全体|会议|例会|调度|专题|常委|代表|党代|人大|集体|创业|党组|主任|工业革命|产业|提及|强调")
DIVIDED = re.compile("(?:分为|分成|划分为|划为)$")
TOWN = re.compile("[区县市镇乡村街园强](?!域?(?:投资|工业|开发))")
AIMED = re.compile("(?:瞄准|冲刺|迈向|迈入|迈进|挺进|冲击|跻身|剑指)$")  # 瞄准千亿级
A_CLASS = re.compile(r"级的?[^,。;、\d\n]{0,14}?(?:产业|集群|园区|板块|企业|产业链|基地|平台|市场)")
A_GOAL = re.compile(r"[达到过破]$")
ONE = 1
SLOGANS = 9  # the largest count that a name begins with


def reason_of(text: str, amount: Amount) -> str:
    """Why an amount is no figure; empty where it is one."""
    unit, before = amount.unit, text[max(0, amount.start - 1):amount.start]
    if (unit is None or unit.name in "次人条个") and FURNITURE.search(text, max(0, amount.start - 10), amount.start):
        return "furniture"  # 阅读:1268次
    if before.isascii() and before.isalpha() and (unit is None or unit.kind not in ("money", "percent")):
        return "code"
    after = text[amount.end:amount.end + 1]
    if (after in EQUATES and EQUATED.match(text, amount.end)) or (
            before in EQUATES and EQUATION.search(text, max(0, amount.start - 2), amount.start)):
        return "equation"  # 1亩=666.67平方米, 4×600吨
    if unit is None:
        return _unmeasured(text, amount)
    if unit.kind not in MEASURED:
        return unit.kind
    behind = before in (":", "∶") and RATIO_BEFORE.search(text, max(0, amount.start - 2), amount.start)
    if behind or (after in ":∶" and RATIO.match(text, amount.end)):
        return "ratio"  # 三次产业结构 18.8%:48.9%:32.3%
    if unit.kind == "duration" and RELATIVE.match(text, amount.end):
        return "relative"  # 三个月前
    runs = unit.kind == "duration" or unit.name in ("次", "届", "批次")
    if runs and RUNNING.search(text, max(0, amount.start - 3), amount.start):
        return "run"  # 连续12个月
    if before == "“" and _short_quote(text, amount, unit):
        return "quoted"
    if before in ("第", "届"):
        return "ordinal"
    if unit.kind in ("count", "noun"):
        return _han_count(text, amount, unit) or _count(text, amount, unit)
    return _size(text, amount, unit)


def _sums_up(text: str, amount: Amount) -> bool:
    """Whether a count says only how many were named right before it, at the head of a clause."""
    if not 1 < amount.value <= 6 or amount.hedge or amount.multiplier:
        return False
    if HONOURED.match(text, amount.end):
        return False  # A、B2家企业入选…: what they were named is counted
    named = NAMED.search(text[max(0, amount.start - NAMES):amount.start])
    return named is not None and len(BETWEEN_NAMES.findall(named[1])) + 1 == amount.value


def _unmeasured(text: str, amount: Amount) -> str:
    """A number without a unit; only 亿, and 万 at the end of a phrase, stand for money with its 元 left off."""
    if not amount.multiplier or re.match("[A-Za-z]", text[amount.end:amount.end + 1]):
        return "bare"  # 3亿Ah
    if text.startswith("级", amount.end):
        if amount.han and A_CLASS.match(text, amount.end) and not A_GOAL.search(text, max(0, amount.start - 3), amount.start):
            return "name"  # 百亿级产业集群: what it is to be called, no sum
        slogan = AIMED.search(text, max(0, amount.start - 4), amount.start) and ENDS.match(text, amount.end + 1)
        return "" if "亿" in amount.multiplier and text[amount.start - 1:amount.start] != "“" and not slogan else "name"
    if "亿" not in amount.multiplier and not (ENDS.match(text, amount.end) or context.is_money(text, amount.start)):
        return "bare"
    if text[max(0, amount.start - 2):amount.start].endswith(("双", "“")) or text.startswith("”", amount.end):
        return "quoted"
    if FIRST_TO.search(text, max(0, amount.start - 20), amount.start) and text.startswith("的", amount.end):
        return "name"
    return "name" if amount.han and re.match("[县市镇园区强企斤俱]", text[amount.end:amount.end + 1]) else ""


def _short_quote(text: str, amount: Amount, unit: Unit) -> bool:
    """Whether a number opens a short quotation, as slogans do (“三个标杆”)."""
    close = text.find("”", amount.end, amount.start + 14)
    return close >= 0 and (unit.kind != "percent" or close == amount.end)


def _han_count(text: str, amount: Amount, unit: Unit) -> str:
    """Chinese numerals before a counter are more often words than counts (统一个, 一家, 百家争鸣)."""
    if not amount.han:
        return ""
    before = text[max(0, amount.start - 2):amount.start]
    if amount.hedge == "数":
        return "name"  # 数十家 tells no number
    if DIVIDED.search(text, max(0, amount.start - 3), amount.start):
        return "aspects"  # 分为三个板块
    bracketed = before.endswith("(") and text.startswith(")", amount.end)  # 绵阳市(三台)
    if not amount.hedge and (bracketed or (OF_PLACE.match(text, amount.end) and unit.name not in ("个", "家"))):
        return "name"
    if text.startswith("一批", amount.end):
        return "slogan"  # 三个一批
    if unit.kind == "noun" or (before.endswith(tuple("统唯同单专如逐第另每这那某首前后任哪下")) and not amount.hedge):
        return "name"
    if amount.value == ONE and not amount.multiplier and amount.value_high is None and not (
            INDEFINITE.search(before) and unit.name in "家个项名位"):
        return "indefinite"
    lone = (amount.value == ONE and amount.multiplier) or amount.value in (100, 1000)
    if lone and amount.value_high is None and not amount.hedge and not HEDGED.search(before):
        return "name"
    if unit.name == "个" and amount.value <= SLOGANS and NAMED_COUNT.match(text, amount.end):
        return "name"
    if unit.name in "个条张项" and text.startswith(("“", "‘"), amount.end):
        return "aspects"
    return "name" if text.startswith("》", amount.end) else ""


def _count(text: str, amount: Amount, unit: Unit) -> str:
    after = text[amount.end:amount.end + 6]
    aspect = ASPECTS.match(text, amount.end) if unit.name in ("个", "项", "种", "类", "条", "件", "块", "张") else None
    if unit.name in ("项", "个") and INDICATORS.match(text, amount.end):
        return "aspects"
    if aspect and not OWN_COUNT.match(text, aspect.end()):
        return "aspects"
    if unit.name == "人" and text.startswith("一行", max(0, amount.start - 2)):
        return "name"  # 王县长一行6人
    if LAYOUT.fullmatch(text, amount.end - 2, amount.end + 1) or LAYOUT.fullmatch(text, amount.start - 2, amount.start + 1):
        return "name"
    if unit.name in ("家", "个", "座") and ONE_OF.match(text, amount.end):
        return "name"  # 首批开放的14个城市之一
    if _numbers(text, amount, unit):
        return "name"
    if unit.name in ("家", "个", "户") and _sums_up(text, amount):
        return "name"
    if unit.name == "家" and MEDIA.match(text, amount.end):
        return "name"  # 10余家中央媒体: who reports, not what is reported
    if unit.name == "位" and (after.startswith("数") or re.search("[前后]$", text[:amount.start][-1:])):
        return "name"
    if unit.name == "次" and MEETING.match(after):
        return "ordinal"
    return ""


def _size(text: str, amount: Amount, unit: Unit) -> str:
    if unit.name == "成":
        return _tenths(text, amount)
    if unit.name == "倍":
        times_of = TIMES_OF.search(text, max(0, amount.start - TIMES_REACH), amount.start)
        return "ratio" if times_of or text.startswith("于", amount.end) else ""
    if unit.kind in ("money", "percent") and policies.is_rule(text, amount.start, amount.end):
        return "rule"
    if amount.hedge == "数":
        return "name"  # nor does 数百万元
    if unit.kind == "money":
        return _money(text, amount)
    if (unit.name in ("平", "方") and not amount.multiplier) or unit.name == "番":  # 翻一番 is read before, 一番景象 is none
        return "name"
    if unit.name == "度" and not amount.multiplier and not POWER.search(text, max(0, amount.start - 8), amount.start):
        return "name"
    if unit.measure == "M" and _is_distance(text, amount, unit):
        return "address"
    if unit.kind == "size" and text.startswith("级", amount.end):
        return "specification"  # 5万吨级泊位
    if unit.name == "日" and not WITHIN.match(text, amount.end):
        return "date"
    lone = amount.value <= ONE and not amount.multiplier
    if amount.han and (unit.name == "日" or (lone and unit.kind in ("size", "duration"))):
        return "indefinite"
    return ""


def _numbers(text: str, amount: Amount, unit: Unit) -> bool:
    """Whether a count numbers a thing, or a collection's papers: 塔楼施工至56层, 中电科20所, 工作汇报(18篇)."""
    before = text[max(0, amount.start - 3):amount.start]
    match unit.name:
        case "所":
            return INSTITUTE.search(before) is not None
        case "层":
            return before.endswith(("至", "到"))
        case "篇":
            return SELECTED.search(before) is not None and text.startswith(")", amount.end)
        case _:
            return False


def _is_distance(text: str, amount: Amount, unit: Unit) -> bool:
    """Whether a length tells where something lies: 路口东侧30米, 县城以北3公里处."""
    if unit.name == "米" and ROAD.search(text, max(0, amount.start - 3), amount.start):
        return True
    return text.startswith(("处", "外"), amount.end) or AWAY.search(text, max(0, amount.start - 3), amount.start) is not None


def _money(text: str, amount: Amount) -> str:
    if amount.han and amount.value in (1, 10, 100, 1000) and TOWN.match(text, amount.end):
        return "name"  # 创百亿元区, 千亿元县
    if WAGE.search(text, max(0, amount.start - 16), amount.start):
        return "private"
    return "name" if FIRST_TO.search(text, max(0, amount.start - 20), amount.start) and text.startswith("的", amount.end) else ""


def _tenths(text: str, amount: Amount) -> str:
    """成 as a tenth, not in 成为, 成立, 成效."""
    if amount.value > 10 or amount.multiplier:
        return "name"
    if HEDGED_TENTH.search(text, max(0, amount.start - 2), amount.start):
        return ""  # 超九成为…
    if NOT_A_TENTH.match(text, amount.end):
        return "name"
    return "name" if amount.han and text[max(0, amount.start - 1):amount.start] in ("“", "两") else ""
