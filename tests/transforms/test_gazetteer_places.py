"""Places, and the place that 全市 and its like mean."""

from __future__ import annotations

import pytest

from transforms.gazetteer import as_printed, find_places, main_place
from transforms.gazetteer.divisions import short_name


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("苏州市", "苏州"), ("沛县", "沛县"), ("内蒙古自治区", "内蒙古"), ("广西壮族自治区", "广西"),
        ("新疆维吾尔自治区", "新疆"), ("延边朝鲜族自治州", "延边"), ("恩施土家族苗族自治州", "恩施"),
        ("巴音郭楞蒙古自治州", "巴音郭楞"), ("锡林郭勒盟", "锡林郭勒"), ("鄂温克族自治旗", "鄂温克族自治旗"),
        ("香港特别行政区", "香港"), ("黔西南布依族苗族自治州", "黔西南"),
    ],
)
def test_short_names(name: str, short: str) -> None:
    assert short_name(name) == short


def test_places_with_and_without_their_kind() -> None:
    found = [(m.text, m.place.code) for m in find_places("江苏省南通市启东的企业到上海、泉州市泉港区招商")]
    assert found[:3] == [("江苏省", "32"), ("南通市", "3206"), ("启东", "320681")]
    assert found[3:] == [("上海", "31"), ("泉州市", "3505"), ("泉港区", "350505")]


@pytest.mark.parametrize(
    "text",
    [
        "新兴产业加快发展", "和平与发展", "建设文明新城", "通道经济", "资源集约利用", "华东区域总部", "南京路步行街",
        "年造船能力200万载重吨", "长兴岛可用岸线", "新兴产业园扩建", "两个合作区建设", "新建区域中心", "共和市场", "陕南县域增长",
    ],
)
def test_ordinary_words_are_no_places(text: str) -> None:
    assert find_places(text) == []


def test_an_ordinary_word_is_a_place_after_its_city_or_with_its_full_name() -> None:
    assert [m.place.name for m in find_places("长春朝阳经济开发区")] == ["长春市", "朝阳区"]
    assert [m.place.name for m in find_places("北京市朝阳区。朝阳新增企业")] == ["北京市", "朝阳区", "朝阳区"]


def test_one_name_in_two_provinces_is_settled_by_the_other_places() -> None:
    assert find_places("浙江台州、温州,苍南。鼓楼区")[-1].text == "鼓楼区"
    nanjing = find_places("江苏南京鼓楼区软件产业")[-1].place
    fuzhou = find_places("福州市鼓楼区软件产业")[-1].place
    assert (nanjing.code, fuzhou.code) == ("320106", "350102")


@pytest.mark.parametrize(
    ("title", "text", "place", "word", "expected"),
    [
        ("", "张家港聚焦产业链。苏州市大会上,张家港8个项目参会。我市产值增长。", "", "我市", "张家港市"),
        ("", "镇江经开区领跑,句容、丹徒、京口紧随其后,全市园区新签约项目238个。", "", "全市", "镇江市"),
        ("海曙区八月工业简况", "全部规上工业实现增加值32.5亿元,比全市平均低1.7个百分点。", "", "全市", "宁波市"),
        ("海曙区八月工业简况", "全部规上工业实现增加值32.5亿元。", "", "全区", "海曙区"),
        ("", "全市园区新签约项目238个。", "盐城市", "全市", "盐城市"),
        ("桂阳交卷", "桂阳县工业园区完成产值61.4亿元,全县税收增长。", "", "全县", "桂阳县"),
    ],
)
def test_main_place(title: str, text: str, place: str, word: str, expected: str) -> None:
    found = main_place(text, title, place, word)
    assert found is not None
    assert found.name == expected


def test_a_zone_names_the_place_that_it_lies_in() -> None:
    text = "西宁经开区南川工业园区锂电产业产值增长。南川工业园区增速在全市各园区中排名第1,南川工业园区投资增长。"
    found = main_place(text, word="全市")
    assert found is not None
    assert found.name == "西宁市"  # the zone of Xining, not 南川区 of Chongqing
    jade = main_place("大龙经开区今年引进项目20个,全县税收增长。", word="全县")
    assert jade is not None
    assert jade.name == "玉屏侗族自治县"  # a name that gives no place


def test_the_answer_lies_in_the_place_that_the_article_is_about() -> None:
    text = "徐州经开区开工。徐州综保区进出口增长。南京、亚东各有一家企业参加。"
    assert main_place(text, word="全县") is None


def test_no_place_is_guessed() -> None:
    assert main_place("全市园区新签约项目238个。") is None


@pytest.mark.parametrize("text", ["计划投资中标项目", "郭广昌出席", "习近平南亚之行", "企业增资中心"])
def test_a_county_s_short_name_in_the_middle_of_other_words_is_none(text: str) -> None:
    assert find_places(text + "，项目开工。" * 8) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [("在资中签约", "资中县"), ("四川省推动资中发展", "资中县"), ("走进资中县，资中发展快，推动资中发展", "资中县")],
)
def test_it_is_one_where_a_name_begins_or_the_text_names_what_it_lies_in(text: str, name: str) -> None:
    assert name in {m.place.name for m in find_places(text)}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("和静外贸逆势增长\n今年前5个月,全县签约项目19个。", ["和静县"]),
        ("荷塘:一季度招商“开门红”\n一季度,荷塘完成工业投资9亿元。", ["荷塘区", "荷塘区"]),
        ("开平新签9个项目\n今年以来,全区引进资金8亿元。", ["开平区"]),  # 开平市 is no 全区
        ("铁岭新签9个项目\n今年以来,全县引进资金8亿元。", ["铁岭县"]),
        ("和平是最好的礼物\n今年以来,全县引进资金8亿元。", []),
        ("建设新签9个项目的园区\n今年以来,全区引进资金8亿元。", []),
        ("温泉游升温\n今年以来,全县接待游客8万人次,温泉酒店一房难求。", []),
    ],
)
def test_an_ordinary_word_is_the_place_that_a_title_opens_with_and_the_text_speaks_of(text: str, names: list[str]) -> None:
    assert [m.place.name for m in find_places(text)] == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("塘沽上半年完成投资9亿元", "塘沽区"), ("绍兴县签约9个项目", "绍兴县"), ("襄樊高新区产值9亿元", "襄樊市"),
        ("大丰市签约9个项目", "大丰市"), ("郫县签约9个项目", "郫县"), ("绍兴市签约9个项目", "绍兴市"),
    ],
)  # fmt: skip
def test_divisions_of_former_years_are_known(text: str, name: str) -> None:
    assert [as_printed(m.place, text).name for m in find_places(text)] == [name]


def test_a_firm_of_a_former_districts_name_names_no_place() -> None:
    assert find_places("吉利恒晟隔膜项目、座舱电子项目开工") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("海门引进项目9个,我市完成工业投资9亿元", "海门市"),  # a 区 since 2020
        ("铜梁产值9亿元,全县签约项目9个", "铜梁县"),
        ("铜梁产值9亿元,全区签约项目9个", "铜梁区"),
        ("萧山产值9亿元。杭州全市签约项目9个", "萧山区"),  # 全市 is the city that it lies in
        ("铜梁新建项目9个,全县签约项目9个", "铜梁县"),
    ],
)
def test_what_a_text_calls_its_whole_tells_the_kind_that_its_place_had(text: str, name: str) -> None:
    assert as_printed(find_places(text)[0].place, text).name == name


@pytest.mark.parametrize(
    ("text", "division", "printed"),
    [
        ("巴里坤县上半年完成投资31亿元", "巴里坤哈萨克自治县", "巴里坤县"),
        ("博州新签约项目12个", "博尔塔拉蒙古自治州", "博州"),
        ("喀左县开工项目8个,喀左经济开发区有5个", "喀喇沁左翼蒙古族自治县", "喀左县"),
        ("科右前旗招商引资项目9个", "科尔沁右翼前旗", "科右前旗"),
        ("恩施土家族苗族自治州(恩施州)税收增长9%", "恩施土家族苗族自治州", "恩施土家族苗族自治州"),
    ],
)
def test_a_division_by_its_customary_name_is_called_as_printed(text: str, division: str, printed: str) -> None:
    place = find_places(text)[0].place
    assert place.name == division
    assert as_printed(place, text).name == printed


def test_a_province_s_counties_are_no_county_of_its_name() -> None:
    assert [m.place.name for m in find_places("河南县域经济增长6%")] == ["河南省"]
