"""Ranks: 第一, 首位, 前十, told from ordinals (第三届) and from names (500强)."""

from __future__ import annotations

import re

from transforms.quantities.numerals import arabic, chinese
from transforms.quantities.units import words

ORDINAL = re.compile("|".join(sorted(words("ordinals.txt"), key=len, reverse=True)))
RANKED = re.compile(r"位(?![于置])|名(?!为|叫|员|单)|大|强|(?:、(?!第))|[,。;)”!?\s:…]|$|的(?!一|是)|水平|和|及|与|以|且|并|左右")
RANKING = re.compile(
    r"(?:[居列排名]|位次|[别次均]位于|跃升|跃至|升至|上升|进位|跻身|进入|迈入|冲进|闯入|挺进|评为|保持|蝉联|荣获|夺得|获|第)[^,。;\n]{0,14}$"
)
ENTERED = re.compile(
    r"(?:[居列排名]|位次|跃升|跃至|升至|上升|进位|跻身|入围|入选|上榜|进入|迈入|冲进|闯入|挺进|评为|保持|蝉联|荣获|夺得|获|步入|成为)[^,。;\n]{0,14}$"
)
PLACED = re.compile(
    r"(?:位列|名列|排名|排在|排到|位居|位次|名次|[居列排]|升至|升到|跃至|跃居)(?:全[国省市县区球]|世界)?[^,。;\d\n升降进退移前后]{0,4}$"
    r"|(?:排名|位次|名次)(?:情况|结果)?(?:分别|依次)?(?:[为是]|如下)[:]?[^,。;\d\n、]{0,12}$"
    r"|(?:百|十|[0-9])强(?:[县市区镇]|城市|园区|开发区|企业|榜)?单?”?(?:第|列|居)?$"
)
FURTHER = re.compile(r"(?:、|和|与|及|以及)[^,。;\d\n、]{0,12}")
AMONG = re.compile(r"[省市县区国界球]内?[^,。;\n]{0,3}$")
TOP_STOP = re.compile(r"季|分之|个|月|年|批|期|次|大|列|后|所未|日|天|周|半|者|[0-9]|[零一二三四五六七八九十百千]")
OF_LIST = re.compile(r"[^,。;、\d]{0,8}?[”》]?(?:榜单|名单)?[”》]?[^,。;、\d]{0,3}第")  # 百强县”第23位
ATTRIBUTE = re.compile(r"大(?!关|位)[\u4e00-\u9fff]")
# 居前五的主要行业, 前20位货运枢纽机场: who is at the top, of nobody in particular.
GROUP = r"(?:行业|企业|公司|产业|制造业|机场|港口|枢纽|国家|地区|品类|商品|产品|贸易伙伴|来源地|客户|品牌|项目|大户)"
TOP_OF = re.compile(
    rf"[位名强]?(?:的[\u4e00-\u9fff]{{0,4}}?{GROUP}"
    rf"|(?!水平|行列|方阵|以内|之列)[\u4e00-\u9fff]{{0,6}}?{GROUP}(?:中|里|有|均|都|共|合计|占|实现|完成|贡献))"
)
COMPARED = re.compile(r"(?:[较比与]|仅次于)[^,。;]{0,10}$")  # 较全市排名第二的园区高出3个百分点
# 单项产品世界第一的有6家; 东盟为第一大贸易伙伴 is no place of the writer's own.
FIRST_OF = re.compile(
    r"大(?:贸易伙伴|(?:出口|进口)?市场|(?:进口)?来源地|(?:出口)?目的地)|的(?:有(?!望|效)|就有|达)|的(?:企业|产品)(?:有|达|共)?\d"
)
LEADS = re.compile(r"(?:居|列(?!出)|排|名|跻身|进入|迈入|挤进|进|保持|升至|入围)[^,。;\n]{0,6}$|[省市县区国界球]$")


def is_place(text: str, start: int) -> bool:
    """Whether a number of 位 or 名 that starts at an offset tells a rank: 位列全国27位, but not 提升37位, 院士5位."""
    return PLACED.search(text, max(0, start - 20), start) is not None


def reason_of(text: str, start: int, end: int) -> str:
    """Why the rank word at ``text[start:end]`` is no rank; empty where it is one."""
    word = text[start:end]
    before = text[max(0, start - 16):start]
    if word.endswith("强"):
        if OF_LIST.match(text, end):
            return "name"
        if ENTERED.search(before) and re.match(r"[,。;、!\s”]|$", text[end:end + 1]):
            return ""
        return "name"
    if word[0] == "前":
        if (word[1:] in ("两", "一") and not text.startswith(("位", "名"), end)) or TOP_STOP.match(text, end):
            return "ordinal"
        return "" if LEADS.search(before[-10:]) and not TOP_OF.match(text, end) else "ordinal"
    if word == "首位":
        return "ordinal" if re.match(r"[度担责产]", text[end:end + 1]) or re.search(r"[在于]$", before) else ""
    if word in ("榜首", "之首", "首"):
        return ""
    quoted = text.startswith("”", end)
    compared = text.startswith("的", end) and COMPARED.search(before)
    if compared or before.endswith(("双", "双“", "多个", "三个", "两个")) or FIRST_OF.match(text, end):
        return "ordinal"  # 实现双“第一”
    if ORDINAL.match(text, end + quoted) and quoted:
        return "ordinal"  # “第一”书记
    if ORDINAL.match(text, end) and not RANKED.match(text, end):
        return "ordinal"
    placed = RANKING.search(before) or (RANKED.match(text, end) and not ATTRIBUTE.match(text, end))
    ranked = placed or (AMONG.search(before) and text.startswith("大", end))
    return "" if ranked and not text.startswith(("名单", "位数"), end) else "ordinal"


def value_of(word: str) -> int | None:
    """The rank that a word tells; None where it tells none."""
    if word in ("首位", "榜首", "之首", "首"):
        return 1
    numeral = word.strip("第前强")
    number = arabic(numeral) if numeral.isdigit() else chinese(numeral)
    return None if number is None or number != int(number) or not 0 < number < 10**6 else int(number)
