"""Customs news: what trade is in, by which way, by whom and with whom, put together from every way of telling it."""

from __future__ import annotations

import pytest

from tests.transforms.reading import rows

TOTAL = "2024年上半年,太仓港综合保税区进出口总值93.6亿元,同比增长8.3%。"
WAYS = ("一般贸易", "加工贸易", "保税物流", "跨境电商")
PARTNERS = ("东盟", "欧盟", "韩国", "共建“一带一路”国家", "RCEP其他成员国", "中国台湾")
GOODS = ("机电产品", "锂电池", "集成电路", "原油", "铁矿砂", "电动汽车", "劳动密集型产品")


def told(sentence: str) -> list[tuple[str, str, str]]:
    """Indicator, measure and scope of each figure behind the total's two."""
    return rows(TOTAL + sentence, "indicator", "measure", "scope", title="", published=None)[2:]


@pytest.mark.parametrize("way", WAYS)
def test_a_way_of_trade_is_scope(way: str) -> None:
    of_way = [("trade_total", measure, way) for measure in ("level", "growth", "share")]
    assert told(f"以{way}方式进出口12.4亿元,增长7.1%,占进出口总值的13.2%。") == of_way
    assert told(f"从贸易方式看,{way}进出口12.4亿元,增长7.1%,占13.2%。") == of_way


@pytest.mark.parametrize("partner", PARTNERS)
def test_a_partner_is_scope(partner: str) -> None:
    with_it = [("trade_total", "level", partner), ("trade_total", "growth", partner)]
    assert told(f"对{partner}进出口12.4亿元,增长7.1%。") == with_it
    assert told(f"{partner}为最大贸易伙伴,对其进出口12.4亿元,增长7.1%。") == with_it


@pytest.mark.parametrize("goods", GOODS)
def test_goods_are_scope(goods: str) -> None:
    assert told(f"{goods}出口12.4亿元,增长7.1%。") == [("exports", "level", goods), ("exports", "growth", goods)]
    assert told(f"进口{goods}12.4亿元,增长7.1%。") == [("imports", "level", goods), ("imports", "growth", goods)]


@pytest.mark.parametrize(
    ("names", "said", "code"),
    [
        (WAYS[:2], "{0}、{1}进出口分别为12.4亿元、3.6亿元。", "trade_total"),
        (PARTNERS[:2], "对{0}、{1}分别进出口12.4亿元、3.6亿元。", "trade_total"),
        (PARTNERS[2:4], "对{0}和{1}进出口分别增长12.4%和3.6%。", "trade_total"),
        (GOODS[1:3], "{0}、{1}出口分别增长12.4%、3.6%。", "exports"),
        (GOODS[3:5], "{0}和{1}进口分别达12.4亿元和3.6亿元。", "imports"),
    ],
)
def test_each_of_a_list_is_the_scope_of_its_own(names: tuple[str, str], said: str, code: str) -> None:
    assert [(c, scope) for c, _, scope in told(said.format(*names))] == [(code, name) for name in names]
