"""Parks that no table knows, and counties whose short names are ordinary words, whatever their kind and whatever they do."""

import pytest

from tests.transforms.reading import read

KINDS = [
    "科技城", "医药城", "药谷", "智谷", "光谷", "产业新城", "汽车城", "航空城", "创新港", "数字港",
    "软件园", "创业园", "物流港", "国际陆港", "商务区", "旅游度假区", "农高区", "化工园区", "工业区",
    "生态城", "新城", "新区", "产业集聚区", "加工区", "综保区", "高新区", "经开区", "自贸片区",
    "试验区", "先行区", "合作区", "科学城", "大学城", "高铁新城", "空港新城", "孵化园", "工业集中区",
]  # fmt: skip
TOLD = (
    "{}去年实现工业总产值37.5亿元。",
    "今年以来，{}紧盯目标任务。上半年，完成固定资产投资12.6亿元。",
    "截至目前，{}已入驻企业136家。",
    "记者从{}管委会获悉，上半年，全区完成产值37.5亿元。",
    "3月18日，{}举行项目集中签约仪式，现场签约项目12个。",
)

MEANT = (
    "{}位于城西，规划面积7.8平方公里。目前，园区入驻企业136家。",
    "{}今年开局良好。该区一季度完成产值37.5亿元，同比增长8%。",
    "走进{}，塔吊林立。今年以来，这里新引进项目26个，总投资83亿元。",
    "{}坚持项目为王。\n1—5月，完成固定资产投资12.6亿元，增长8%。",
)


@pytest.mark.parametrize("kind", ["科技城", "药谷", "产业新城", "物流港", "商务区", "化工园区", "生态城", "新区", "高新区"])
def test_what_goes_on_about_such_a_park_is_of_it_too(kind: str) -> None:
    name = f"青屿{kind}"
    subjects = {text: {o.subject for o in read(text.format(name), title="")} for text in MEANT}
    assert subjects == {text: {name} for text in MEANT}


def test_a_park_that_only_the_title_names_is_meant_by_the_whole_of_it() -> None:
    found = read("今年以来，全区上下狠抓落实。截至5月底，区内在建项目46个。", title="金寨科技城项目建设提速")
    assert [o.subject for o in found] == ["金寨科技城"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_park_that_no_table_knows_is_whom_its_figures_are_of(kind: str) -> None:
    name = f"青屿{kind}"
    subjects = {text: [o.subject for o in read(text.format(name), title="")] for text in TOLD}
    assert subjects == {text: [name] for text in TOLD}


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("临沂市上半年完成投资120亿元。其中，河东完成30亿元，沂南完成20亿元。", "临沂市 河东区 沂南县"),
        ("一季度，临沂市项目建设提速。河东、沂南、兰陵分别完成投资30亿元、20亿元、10亿元。", "河东区 沂南县 兰陵县"),
        ("上半年，临沂市签约项目25个。从各县区看，沂南12个、河东8个。", "临沂市 沂南县 河东区"),
        ("2024绵阳(上海)投资推介会在上海举行，现场签约项目21个，总投资52亿元。", "绵阳市 绵阳市"),
        ("城关(上海)投资推介会在上海举行，兰州市城关区现场签约项目21个。", "城关区"),
        ("一季度，新区完成固定资产投资213亿元，占全市的18.3%。服务业是新区的重要支柱。", "新区 新区"),
        ("2月份，园区所属新材料产业骨干企业海川膜业科技有限公司实现产值4859万元。青屿工业园区加快发展。", "海川膜业科技有限公司"),
    ],
)
def test_an_ordinary_word_is_a_county_beside_its_sisters_and_a_kind_a_park_alone(text: str, subjects: str) -> None:
    assert [o.subject for o in read(text, title="")] == subjects.split()
