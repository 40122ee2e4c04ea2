"""Who a figure is about: each short article of the table gives its subjects, in the text's order."""

import csv
from pathlib import Path

import pytest

from tests.transforms.reading import parks, read

TABLE = Path(__file__).with_name("subjects.csv")


def cases() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["text"][:24])
def test_figures_have_their_subjects(case: dict[str, str]) -> None:
    """``subjects`` has one name a figure, joined by blanks; in a text / is a line break, in a title the source follows @."""
    title, _, source = case["title"].partition(" @")
    observations = read(case["text"].replace("/", "\n"), title=title, source=source or None)
    assert [o.subject for o in observations if o.indicator != "other"] == case["subjects"].split()


@pytest.mark.parametrize(
    ("title", "source", "text", "named"),
    [
        ("昆山开发区简介", None, "截至去年底,开发区累计引进外资项目1300个。", ("昆山经济技术开发区",)),
        ("经开区召开主任办公会", "国家级曲靖经济技术开发区", "一季度,经开区运行平稳。", ("曲靖经济技术开发区",)),
        ("高新区项目建设提速", "安康日报", "市长在高新区调研项目建设。", ("安康高新技术产业开发区",)),
        ("我市三季报", None, "领导走访慰问园区企业,带领园区负责人,感谢园区企业。", ()),
        ("钦州外贸观察", None, "自贸试验区钦州港片区新增企业8326家。", ("中国（广西）自由贸易试验区钦州港片区",)),
        ("全省园区盘点", None, "安徽省开发区、县域工业集中区增势平稳,高新区领跑。", ()),
        ("园区半年报 ", "玉溪日报", "全市园区完成产值184亿元,高新区领跑。", ("玉溪高新技术产业开发区",)),
        ("外贸观察", None, "去年,广西自贸试验区新增企业6320家。", ("广西自贸试验区",)),
        ("评价结果公布", None, "苏州工业园区、青岛经开区两家国家级经开区居前。", ("苏州工业园区", "青岛经济技术开发区")),
        ("园区经济-丰城市工业园区", None, "正式成立正科级机构丰城市工业园区管理委员会。", ("丰城市工业园区",)),
    ],
)
def test_an_article_names_its_parks(title: str, source: str | None, text: str, named: tuple[str, ...]) -> None:
    assert parks(text, title=title, source=source) == named


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("在全国国家级经开区综合考评中,云麓经开区列第9位。", "全国国家级经开区"),
        ("“2024中国省级开发区高质量发展百强榜单”发布,云麓经开区位列第99位。", "中国省级开发区"),
        ("上半年,云麓经开区笔记本电脑产量占全球总产量的50%。", "全球"),
    ],
)
def test_a_rank_or_a_share_has_the_whole_that_the_clause_before_names(text: str, whole: str) -> None:
    assert [o.comparator for o in read(text) if o.measure in ("rank", "share")] == [whole]
