"""What the scan reads of a sentence: numbers, units, qualifiers, thresholds and noise."""

from __future__ import annotations

import pytest

from transforms.quantities import Quantity, scan


def figures(text: str) -> list[Quantity]:
    return [q for q in scan(text) if q.role == "figure"]


@pytest.mark.parametrize(
    ("text", "value", "unit", "obs_value", "unit_measure", "qualifier"),
    [
        ("完成投资1104.7亿元,", 1104.7, "亿元", 110_470_000_000, "CNY", "exact"),
        ("工业产值四万零四百四十九亿元", 40449, "亿元", 4_044_900_000_000, "CNY", "exact"),
        ("实现营收一亿两千万元", 1.2, "亿元", 120_000_000, "CNY", "exact"),
        ("到账外资8000万美圆", 8000, "万美圆", 80_000_000, "USD", "exact"),
        ("占地1500亩,", 1500, "亩", 1_000_000, "M2", "exact"),
        ("吞吐量突破120万标箱", 120, "万标箱", 1_200_000, "TEU", "over"),
        ("入驻企业120余家", 120, "家", 120, "NUM", "over"),
        ("集聚了上百家企业", 100, "家", 100, "NUM", "over"),
        ("近百个大项目", 100, "个", 100, "NUM", "nearly"),
        ("同比增长1.8倍,", 1.8, "倍", 180, "PC", "exact"),
        ("产值翻两番。", 2, "番", 300, "PC", "exact"),
        ("占全市三分之一以上", 0.3333, "", 33.3333, "PC", "over"),
        ("近七成来自外资", 7, "成", 70, "PC", "nearly"),
        ("提高1.1个百分点", 1.1, "百分点", 1.1, "PP", "exact"),
        ("增幅-0.3%,", -0.3, "%", -0.3, "PC", "exact"),
        ("总投资约90亿元的园区", 90, "亿元", 9_000_000_000, "CNY", "about"),
        ("力争落地10个以上重点项目", 10, "个", 10, "NUM", "at_least"),
        ("占比达80%以上。", 80, "%", 80, "PC", "over"),
        ("诉求5日内反馈", 5, "日", 5, "D", "under"),
        ("列入全国园区前十强,", 10, "第", 10, "RANK", "under"),
        ("增幅列全市首位。", 1, "第", 1, "RANK", "exact"),
        ("注册资本叁佰贰拾万元。", 320, "万元", 3_200_000, "CNY", "exact"),
        ("累计投入伍仟万元,", 5000, "万元", 50_000_000, "CNY", "exact"),
        ("同比提高0.4个点。", 0.4, "个点", 0.4, "PP", "exact"),
        ("增速为负2.6%,", -2.6, "%", -2.6, "PC", "exact"),
        ("占比达四成五。", 4.5, "成", 45, "PC", "exact"),
        ("引资US$2亿,", 2, "亿", 200_000_000, "USD", "exact"),
        ("出口额3 150万美元,", 3150, "万美元", 31_500_000, "USD", "exact"),
        ("从业人员2.417 6万人,", 2.4176, "万人", 24_176, "NUM", "exact"),
        ("创造产值4千多亿元。", 4, "千亿元", 400_000_000_000, "CNY", "over"),
        ("年产8GWH储能电池", 8, "GWH", 8_000_000, "KWH", "exact"),
        ("升到全国的1/15。", 0.0667, "", 6.6667, "PC", "exact"),
        ("以全省1/200的面积", 0.005, "", 0.5, "PC", "exact"),
        ("跻身全国百强城市47位。", 47, "第", 47, "RANK", "exact"),
    ],
)
def test_reads_one_figure(text: str, value: float, unit: str, obs_value: float, unit_measure: str, qualifier: str) -> None:
    [q] = figures(text)
    assert (q.value, q.unit, q.unit_measure, q.qualifier) == (value, unit, unit_measure, qualifier)
    assert q.obs_value == pytest.approx(obs_value)
    assert text[q.start:q.end] == q.text


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [("投资3-5亿元", 3, 5, "亿元"), ("达60%至70%", 60, 70, "%"), ("引进十到十五家企业", 10, 15, "家"),
     ("引进两三百家企业", 200, 300, "家"), ("新增三四十个项目", 30, 40, "个"), ("带动七八千人就业", 7000, 8000, "人"),
     ("已有十七八家企业", 17, 18, "家"), ("8000万元至1亿元", 0.8, 1, "亿元"), ("每年3000多至5000吨", 3000, 5000, "吨")],
)
def test_reads_a_range(text: str, low: float, high: float, unit: str) -> None:
    [q] = figures(text)
    assert (q.value, q.value_high, q.unit, q.qualifier) == (low, high, unit, "range")


def test_from_to_is_no_range() -> None:
    assert [q.value for q in figures("从3.2亿元到20.6亿元")] == [3.2, 20.6]


@pytest.mark.parametrize(
    ("text", "scope", "value"),
    [
        ("落地2个超10亿元项目", "≥10亿元", 2),
        ("新签约亿元以上产业项目38个", "≥1亿元", 38),
        ("纳税超5000万元企业48家", "纳税超5000万元", 48),
        ("收入超1000亿元的园区有9家", "收入≥1000亿元", 9),
        ("产值过10亿元企业突破11家", "产值≥10亿元", 11),
        ("摸排千万级科技项目54个", "千万级", 54),
        ("增加值超过百亿元的有青禾、云帆等9个", "增加值≥100亿元", 9),
        ("全市货物吞吐量超过亿吨的沿海港口共3个", "≥1亿吨", 3),
    ],
)
def test_a_threshold_is_scope_and_no_value(text: str, scope: str, value: float) -> None:
    assert [q.scope_text for q in scan(text) if q.role == "threshold"] == [scope]
    assert [q.value for q in figures(text)] == [value]


@pytest.mark.parametrize(
    "text",
    ["5G塔吊", "3C电子", "“245”机制", "聚焦“4+4”产业链", "十四届七次全会", "第三届", "第一季度", "首家", "科创园(三期)", "近20年",
     "四步走", "三大业务板块", "完成5个指标", "最后一公里", "2025年8月6日17:25", "1-6月", "电话13800000000", "苏政发〔2023〕15号",
     "三个一批活动", "打造百亿级产业集群", "世界500强", "汽车零部件", "一批项目", "统一个标准", "成为首个", "三区一园"],
)
def test_no_figure(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    "text", ["第8.6代生产线", "建成94日,", "由18.8%:48.9%:32.3%调整", "四部门联合", "站上新台阶", "三个月前", "第二、第三产业"]
)
def test_looks_like_a_figure(text: str) -> None:
    assert figures(text) == []


def test_a_list_shares_its_unit() -> None:
    found = figures("分别提高0.7、0.3和1.2个百分点")
    assert [(q.value, q.unit_measure) for q in found] == [(0.7, "PP"), (0.3, "PP"), (1.2, "PP")]


def test_a_number_in_two_parts() -> None:
    assert [(q.obs_value, q.unit_measure) for q in figures("营业额新台币2兆41亿元,员工8万6千人,投资1亿2000万元")] == [
        (2_004_100_000_000, "TWD"), (86_000, "NUM"), (120_000_000, "CNY")]


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("不少于 不低于 不小于 不下 不下于 至少 最低 最少", "at_least"),
        ("不足 不到 少于 低于 小于 不超过 不高于 不多于 至多 最多 未超过 控制在", "under"),
        ("接近 接近于 将近 逼近 临近 直逼 近", "nearly"),
        ("超过 超 超出 突破 冲破 打破 逾 高于 多于 大于 破 过 超过了 已超", "over"),
        ("大约 大概 约 近似 约为 约占 约达 折合约", "about"),
        ("为 达 高达 签约 节约 履约 经过 通过 最近 附近 合计", "exact"),
    ],
)
def test_the_word_before_a_number(words: str, qualifier: str) -> None:
    for word in words.split():
        [q] = figures(f"产值{word}35亿元。")
        assert q.qualifier == qualifier, word


def test_a_word_by_one_number_does_not_reach_the_next() -> None:
    found = figures("开工不少于25个,5亿元以上项目8个,约12亩、3栋")
    assert [q.qualifier for q in found] == ["at_least", "exact", "about", "exact"]


@pytest.mark.parametrize(
    "text",
    [
        "占地96亩(1亩≈667平方米)"[5:],
        "账面为327.5+041.2亿元",
        "园区分为三个组团。",
        "对新认定的企业给予20万元奖励。",
        "设备投入按3%给予补助,最高不超过500万元。",
        "奖励标准为每亩160万元。",
        "会议研究4个议题。",
        "王区长一行6人来到园区。",
        "园区召开1次例会。",
        "打造“千亿级”产业地标",
        "青禾、云帆、明远3家企业各有所长。",
        "邀请了12家中央媒体前来采访",
        "喜讯:时间过半,任务过半。",
        "税收数百万元。",
        "走进(三台)产业园",
        "实现创百亿元区的目标",
        "派出驻企“第一”书记",
        "作为对俄合作第一大市",
        "建成中国第一临港基地",
        "第1/2 下一页",
        "围绕“主攻工业,四年翻两番,六年争一流”的目标",
        "约为全省平均水平的1.8倍,",
        "3倍于全省平均水平",
        "是首批开放的12个沿海城市之一",
        "一周内连续三次签约",
        "青云市三个一批”活动",
        "聚集人才、产业、创新三块高地",
        "“1区18园”的格局",
        "3个半小时到达省城",
        "工作总结(12篇)供参考",
        "向千万标箱大港迈进",
        "被授予“2021年度超六亿元纳税大户”称号",
        "是全省首个产值破万亿的城市",
        "工人的工资也在4000元以上。",
        "规模居前四的主要行业",
        "实现双“第一”。",
        "青云大会第六届“开发区对话500强”活动",
        "瞄准千亿级,",
        "建成一批百亿级产业集群",
        "东塔楼施工至46层",
        "中电科28所导航基地",
        "占地20亩以上,亩均税收8万元以下的企业",
        "该县以北3公里处的口岸",
        "较全市排名第三的园区高",
        "得分排名在前二分之一的",
        "多数指标在18个国家级新区中晋位",
    ],
)
def test_says_no_figure(text: str) -> None:
    assert figures(text) == []


def test_a_list_is_no_place_but_the_place_on_it_is_one() -> None:
    assert [(q.value, q.qualifier) for q in figures("名列“全国最具活力城区50强”第17位。")] == [(17, "exact")]


@pytest.mark.parametrize("sizes", ["5亿元以上10亿元以下", "5亿元以上、10亿元以下"])
def test_two_bounds_of_one_size_are_no_figures(sizes: str) -> None:
    found = scan(f"引进总投资{sizes}项目26个。")
    assert [(q.value, q.role) for q in found] == [(5, "threshold"), (10, "threshold"), (26, "figure")]


def test_two_sizes_of_one_class_are_no_figures() -> None:
    found = scan("用工超千人、产值超20亿元的骨干企业达6家。")
    assert [(q.value, q.role) for q in found] == [(1000, "threshold"), (20, "threshold"), (6, "figure")]


@pytest.mark.parametrize(
    "text", ["青禾、云帆2家企业入选省级名单。", "青禾、云帆等3家企业集中投产。", "签约青禾、云帆、明远和佳木5家企业。"]
)
def test_a_count_beside_names_that_tells_more_counts(text: str) -> None:
    assert len(figures(text)) == 1


@pytest.mark.parametrize("text", ["累计兑现奖励资金1260万元。", "获省级财政补助5亿元。", "企业领到20万元奖励。"])
def test_what_was_granted_is_a_figure(text: str) -> None:
    assert len(figures(text)) == 1


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [("出口3 250万美元", 3250, "万美元"), ("从业人员6.081 4万人", 6.0814, "万人")],
)
def test_reads_digits_set_apart_by_threes(text: str, value: float, unit: str) -> None:
    [q] = figures(text)
    assert (q.value, q.unit) == (value, unit)


def test_cells_of_a_table_are_not_set_together() -> None:
    assert [q.value for q in figures("2023 100 120 130家")] == [130]


@pytest.mark.parametrize("text", ["在9个县(市、区)中排名第三", "总量列全省14个市州第3", "增幅居青岛10区市首位"])
def test_the_places_that_one_is_ranked_among_are_no_count(text: str) -> None:
    assert [q.unit for q in figures(text)] == ["第"]


def test_a_list_of_places_is_ranks_all() -> None:
    found = figures("排名分别是:甲高新区21名、乙经开区46名。全国先进制造业百强城市63位。")
    assert [(q.value, q.unit_measure) for q in found] == [(21, "RANK"), (46, "RANK"), (63, "RANK")]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("排名分别是:青云高新区21名、云麓经开区36名、明远高新区64名。", [21, 36, 64]),
        ("综合排名分别为31位和58位。", [31, 58]),
        ("分别列17位、26位。", [17, 26]),
        ("增幅列青云市9区市第3,总量列青云市9区市第6。", [3, 6]),
        ("在云麓市11个县(市)区中排名第一,", [1]),
        ("位列全国21个保税港区第二", [2]),
    ],
)
def test_places_in_a_list_and_among_how_many(text: str, places: list[int]) -> None:
    assert [(q.value, q.unit) for q in figures(text)] == [(place, "第") for place in places]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("单项产品产量世界第一的有7家。", [7]),
        ("在全球前20位货运机场里已通航14个。", [14]),
        ("共谋划六个高新重点项目412个。", [412]),
        ("其他收入是别人的,增长2倍。", [2]),
        ("有4家企业排名全省第二。", [4, 2]),
        ("发表论文26篇。", [26]),
        ("是2015年的2.6倍。", [2.6]),
        ("我国软件园收入约为3.2万亿元。", [3.2]),
    ],
)
def test_what_stands_beside_no_figure_is_one(text: str, values: list[float]) -> None:
    assert [q.value for q in figures(text)] == values


def test_sizes_of_a_list_bound_alike() -> None:
    found = scan("甲地有营业收入20亿元以上、乙地有营业收入8亿元以上制造业企业共96家;拥有投资百亿元和占地千亩以上项目7个。")
    assert [q.value for q in found if q.role == "figure"] == [96, 7]
    assert [q.scope_text for q in found if q.role == "threshold"][2] == "≥100亿元"
