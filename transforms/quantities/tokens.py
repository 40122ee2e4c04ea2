"""One pass that finds where a number can stand: dates to pass over, fractions, ranks, digits and Chinese numerals."""

from __future__ import annotations

import re

from transforms.quantities.numerals import CAPITALS

N = "零〇一二两三四五六七八九十百千万亿兆"
D = "零〇一二三四五六七八九"
TO = "[-—~至到]{1,2}"
YEAR = "(?:19|20)[0-9]{2}"
DAY = "[0-9]{1,2}"

# The first alternative that fits at a place takes it: dates before numbers, so that no part of a date is ever counted.
DATE = rf"""
      {YEAR}(?:(?:{TO}|[、和])(?:{YEAR}|[0-9]{{2}}))?年(?!产|均|新增|营收|纳税|销售)(?:度|代|[底末初](?![0-9]))?
    | {YEAR}[-/]{DAY}(?:[-/]{DAY})?(?![0-9%.]) | {YEAR}[.]{DAY}(?:[.]{DAY}(?![0-9])|(?=[-~—至到)]|\s*$))
    | {DAY}(?:(?:{TO}|、){DAY})?月(?:份|{DAY}(?:(?:{TO}|、){DAY})?[日号]?(?![0-9]|[.]))?
    | [昨今]?[(]{DAY}[)]日
    | {DAY}[日号](?:{TO}{DAY}[日号])?(?!内|之内|以内|均|线|楼|路)
    | {DAY}:[0-9]{{2}}(?::[0-9]{{2}})?(?![0-9.])
    | 二[〇零○O0][{D}○O]{{2}}年
    | [一二三四五六七八九十]{{1,2}}月(?:份|[一二三四五六七八九十]{{1,3}}[日号])?
    | 前(?:[0-9]{{1,2}}|[一二两三四五六七八九十]{{1,2}})个?月(?!底)
    | 前?[一二三四1-4](?:{TO}[一二三四1-4])?季度?(?=[度末初,。、;内前后]|实现|完成|全|以来|我|该|新|累)
    | “?十[一二三四五]?五”?(?=”|期间|末|时期|以来|规划|开局|首年|初期|收官|中期)
"""
URL = r"(?:https?://|www[.])[!-~]+"
FRACTION = (rf"(?<![0-9/.])[1-9]/(?:[2-9]|[1-9][0-9]|[1-9]00)(?![0-9/月%])|"
            rf"百分之[{N}0-9.]+(?:点[{D}]+)?|[{N}0-9]{{1,6}}分之[{N}0-9]{{1,6}}")
HALF = r"[超过近]?(?:一半|半数)|(?<![时任双])(?<!时间)(?<!任务)(?:过半|近半|大半)(?!年|天|个|月|径)"
DOUBLE = r"翻了?(?:近|将近|超过?)?[一两二三四五1-5]?番"
RANK = (rf"第[0-9]{{1,4}}(?:[.][0-9]+)?|第[{N}]{{1,5}}|首位|榜首|之首|(?<=[居列])首(?![位家批个次])|前[0-9]{{1,3}}(?=[强名位])|"
        rf"前[{N}]{{1,3}}|[0-9]{{1,4}}强|[{N}]{{1,3}}强")
# Thousands, and decimals in threes, may be set apart by a space (2 100万美元, 4.716 9万人): a unit shows that it is one number.
SPACED = (r"(?<![0-9.][ ])(?<![表图附第项])[1-9][0-9]{0,2}(?:[ ][0-9]{3})+(?:[.][0-9]+)?(?=[万亿元吨美人个家%])|"
          r"[0-9]+[.][0-9]{3}[ ][0-9]{1,3}(?=[万亿元吨美人%])")
DIGITS = SPACED + r"|[0-9]{1,3}(?:,[0-9]{3})+(?:[.][0-9]+)?(?![0-9])|[0-9]+(?:[.][0-9]+|·[0-9]{1,2}(?=[%亿万倍]|个百分点))?"
CAPITAL = "".join(CAPITALS)
HAN = rf"[{N}]+(?:点[{D}]+)?|[{CAPITAL}](?=[{CAPITAL}万亿])[{CAPITAL}零万亿]+"
LEAD = rf"(?=[0-9{N}{CAPITAL}hw“超过近半大翻第首榜之前])"

TOKEN = re.compile(
    rf"{LEAD}(?:(?P<date>{DATE})|(?P<url>{URL})|(?P<fraction>{FRACTION})|(?P<half>{HALF})|(?P<double>{DOUBLE})|(?P<rank>{RANK})"
    rf"|(?P<digits>{DIGITS})|(?P<han>{HAN}))",
    re.VERBOSE,
)
