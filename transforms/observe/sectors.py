"""Sectors and classes of the statistics that an amount is of: 第三产业合同利用外资, 住宿和餐饮业营收, 区本级财政收入."""

from __future__ import annotations

import re

# The classes of the national accounts as bulletins print them, with and without their marks.
_AND = r"(?:和|及|与|、)?"
CLASSES = re.compile(
    rf"(?:交通运输{_AND}仓储{_AND}邮政业|批发{_AND}零售业|住宿{_AND}餐饮业|信息传输{_AND}(?:计算机服务{_AND})?软件{_AND}信息技术服务业"
    rf"|软件{_AND}信息(?:{_AND}技术)?服务业|互联网{_AND}相关服务业?|租赁{_AND}商务服务业|科学研究{_AND}技术服务业"
    rf"|水利{_AND}环境{_AND}公共设施管理业|居民服务{_AND}修理{_AND}其他服务业|文化{_AND}体育{_AND}娱乐业|卫生{_AND}社会工作"
    r"|(?:其他)?营利性服务业|高技术(?:制造|服务)业|房地产业?|金融业|建筑业|采矿业|第[一二三]产业|[一二三]产|(?<![发科])制造业|(?:现代|生产性|生活性|高端|新兴|科技|信息|金融)服务业|(?<!规上)(?<!以上)服务业"
    r"|(?<!规上)(?<!以上)(?<!规模)工业|农业)$"
)
# What an indicator's own noun says of sectors: 制造业利用外资 stays, 工业 of industrial amounts does not come here at all.
OF_SECTORS = {"tax_revenue", "operating_revenue", "fdi_utilized", "fdi_contracted", "enterprise_profit"}
IN_NOUN = re.compile(r"([\u4e00-\u9fff]{2,12}(?:业|产))(?=实际|利用|使用|到位|合同|税收|营业|利润|吸收|外资)")
LEVELS = {"fiscal_revenue"}
OWN_LEVEL = re.compile(r"([区市县]本级)")
RETAIL = re.compile(r"(?:限额以上|限上)(?:单位)?")
TOWARD = re.compile(r"对(?!外)([\u4e00-\u9fff]{2,8}?)的?$")
TRADED = {"exports", "imports", "trade_total"}
COMPATRIOTS = re.compile(r"台资|台商|港资|港商|侨资|侨商|日资|韩资|德资|美资")


def sector_of(code: str, plain: str, noun: str) -> str:  # noqa: PLR0911 - one a sort of indicator
    """The sector of an amount from the words before its noun, without verbs, and from its ``noun``; "" where they name none."""
    within = IN_NOUN.match(noun) if code in OF_SECTORS else None  # 制造业利用外资, as one noun
    if code in OF_SECTORS and (match := CLASSES.search(within[1] if within else plain)):
        return "" if code == "operating_revenue" and match[0] in ("工业", "农业") else match[0]
    if code in ("fdi_utilized", "fdi_contracted") and (origin := COMPATRIOTS.search(noun)):
        return origin[0]
    if code in LEVELS and (level := OWN_LEVEL.search(plain[-1:] + noun)):
        return level[1]
    if code == "retail_sales" and (above := RETAIL.match(noun)):
        return above[0]
    if code == "fixed_asset_investment" and noun.startswith("城镇"):
        return "城镇"
    if code in TRADED and (toward := TOWARD.search(plain)):
        return toward[1]
    return ""
