"""What find_parks promises on sentences of the kinds that portals print."""

from __future__ import annotations

import pytest

from transforms.gazetteer import canonical, find_parks, park_names


def named(text: str, place: str = "") -> tuple[str, ...]:
    return park_names(find_parks(text, place))


@pytest.mark.parametrize(
    ("text", "name", "park_id"),
    [
        ("芜湖经开区的家电产业链", "芜湖经济技术开发区", "34101"),
        ("走进句容市经开区的车间", "句容经济开发区", "32201022"),
        ("镇江京口经济开发区开工率66.7%", "京口经济开发区", "32299007"),
        ("扬子江化学工业园内落户的企业", "江苏扬子江国际化学工业园", "江苏扬子江国际化学工业园"),
        ("昆山国家高新区新增研发机构", "昆山国家高新技术产业开发区", "32103"),
        ("在苏州工业园区召开", "苏州工业园区", "32101004"),
        ("江苏自贸区挂牌", "中国（江苏）自由贸易试验区", "中国（江苏）自由贸易试验区"),
    ],
)
def test_known_zones_by_any_of_their_names(text: str, name: str, park_id: str) -> None:
    (mention,) = find_parks(text)
    assert mention.known
    assert not mention.generic
    assert mention.park_id is not None
    assert mention.park_id.startswith(park_id)
    assert mention.name.endswith(name)
    assert text[mention.start : mention.end] == mention.text


def test_the_longest_form_of_the_article_is_the_name_of_every_mention() -> None:
    mentions = find_parks("瓮安经开区项目多。在贵州瓮安经济开发区,磷化工延链,瓮安经开区完成投资31亿元。")
    assert {m.name for m in mentions} == {"贵州瓮安经济开发区"}
    assert [m.text for m in mentions] == ["瓮安经开区", "贵州瓮安经济开发区", "瓮安经开区"]


def test_three_zones_of_one_town_are_told_apart() -> None:
    text = "国务院批复同意张家港保税港区整合优化为综合保税区,张家港综合保税区通过验收,张家港保税区迎来提速。"
    assert named(text)[:1] == ("张家港保税港区",)
    assert {"张家港保税港区", "张家港综合保税区", "张家港保税区"} == set(named(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("扬中海工装备及高技术船舶产业园增速达44.91%", "扬中海工装备及高技术船舶产业园"),
        ("总投资约90亿元的港城智能智造产业园正抓紧建设", "港城智能智造产业园"),
        ("记者走进如皋长江氢能产业园", "如皋长江氢能产业园"),
        ("落户启东经济开发区生命健康产业园", "启东经济开发区生命健康产业园"),
        ("获批国家级龙河循环经济产业园,面积3平方公里", "龙河循环经济产业园"),
    ],
)
def test_unknown_parks_are_read_by_their_form(text: str, expected: str) -> None:
    mentions = [m for m in find_parks(text) if not m.generic]
    assert [m.name for m in mentions] == [expected]
    assert not mentions[0].known
    assert mentions[0].park_id is None


@pytest.mark.parametrize(
    "text",
    [
        "全市开发园区实现规上工业产值2852.81亿元",
        "全省工业园区税收增长6.1%",
        "3个沿湖乡镇工业集聚区",
        "一批特色产业园加快建设",
        "全球最大的粮油加工产业园",
        "湖北工业园区一季度用电量回升",
        "正推进国家级开发区创建",
    ],
)
def test_descriptions_are_no_parks(text: str) -> None:
    assert [m.name for m in find_parks(text) if not m.generic] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("绍兴滨海新区上半年引资", ["绍兴滨海新区"]),  # not the one of Tianjin
        ("福建省泉州市泉港区举办推介会", []),  # a district, not a port
        ("襄阳高新区、鱼梁洲经济开发区", ["襄阳高新技术产业开发区", "鱼梁洲经济开发区"]),
        ("沧州渤海新区中捷产业园区投产", ["沧州渤海新区中捷产业园区"]),
        ("中山火炬开发区集聚企业", ["中山火炬高技术产业开发区"]),
        ("前两月开发区出口增长", []),
        ("研和工业园区扩产", ["研和工业园区"]),  # 和 joins nothing here
        ("张江长三角科技城平湖园引资", ["张江长三角科技城平湖园"]),
        ("榆神工业区投产", ["榆神工业区"]),
        ("赤壁高新区引进项目", ["赤壁高新技术产业开发区"]),  # a place, however ordinary a word
        ("位于珞璜工业园的项目,江津综合保税区揽下一半", ["珞璜工业园", "江津综合保税区"]),
        ("渭南高新区服务园区企业", ["渭南高新技术产业开发区"]),
    ],
)
def test_where_a_name_begins_and_ends(text: str, expected: list[str]) -> None:
    assert [m.name for m in find_parks(text) if not m.generic] == expected


def test_bare_words_take_the_park_of_their_kind_named_last() -> None:
    text = "启东经济开发区开年招商,南通综保区同日封关。开发区新签项目4个,综保区进出口增长,园区税收增长。"
    generic = [(m.text, m.name) for m in find_parks(text) if m.generic]
    assert generic == [("开发区", "启东经济开发区"), ("综保区", "南通综合保税区"), ("园区", "南通综合保税区")]


@pytest.mark.parametrize("word", ["全市园区", "全省综保区", "各开发区", "省级以上开发区", "11个开发区"])
def test_all_parks_of_a_place_are_no_bare_word_for_one(word: str) -> None:
    mentions = find_parks(f"赣州经开区、赣州综保区领跑,{word}税收增长。")
    assert [m.text for m in mentions] == ["赣州经开区", "赣州综保区"]


def test_a_bare_word_without_any_park_means_the_zone_of_the_place() -> None:
    generic = [m for m in find_parks("前两月开发区外贸出口18.6亿美元。", place="天津市") if m.generic]
    assert [(m.name, m.park_id) for m in generic] == [("天津经济技术开发区", "12101001")]
    assert [m.name for m in find_parks("开发区外贸出口18.6亿美元。")] == [""]


def test_two_zones_of_one_name_are_told_apart_by_the_place() -> None:
    text = "宽城经开区今年新开工项目12个。"
    assert {m.park_id for m in find_parks(text, "长春市")} != {m.park_id for m in find_parks(text, "承德市")}


def test_a_name_that_two_zones_bear_is_not_guessed() -> None:
    (mention,) = find_parks("东乡经济开发区新签项目3个。")
    assert mention.park_id is None
    assert canonical("东乡经济开发区") is None


def test_an_ordinary_word_is_a_zone_only_near_its_place() -> None:
    assert canonical("重庆空港工业园区") is not None
    assert canonical("空港工业园区") is None
    assert not any(m.known for m in find_parks("西安空港工业园区开工。"))
    assert not any(m.known for m in find_parks("城北工业园区、港保税区开工。"))
    near = [m for m in find_parks("重庆渝北区:空港工业园区开工。") if m.known]
    assert [m.name for m in near] == ["空港工业园区"]


def test_a_zone_without_its_city_is_known_where_the_city_is_named() -> None:
    (known,) = find_parks("盘锦市:辽滨沿海经开区投产。")
    assert known.park_id == "21101007"
    assert not any(m.known for m in find_parks("辽滨沿海经开区投产。"))


def test_a_project_named_after_its_park_is_no_park_of_its_own() -> None:
    mentions = find_parks("总投资8亿元的张家港保税区化工中试产业园项目开工")
    assert [m.name for m in mentions] == ["张家港保税区"]
