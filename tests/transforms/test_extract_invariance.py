"""What a page prints above and below an article changes none of its observations, and a second reading finds the same."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.extract import extract

ROOT = Path(__file__).parents[2]
ARTICLES = sorted((ROOT / "tests" / "articles").glob("*.txt")) + sorted((ROOT / "seeds").glob("*.txt"))
ABOVE = [
    "当前位置：首页 > 园区动态 > 正文",
    "您现在的位置：网站首页 > 新闻中心 > 园区新闻",
    "字号：【大 中 小】 打印 收藏 分享",
    "欢迎访问青江网！ 设为首页 加入收藏 手机版",
    "登录 注册 无障碍阅读 繁体",
    "首页 | 要闻 | 园区 | 招商 | 公示 | 专题",
    "浏览次数：35",
    "微信扫一扫 分享到朋友圈",
    "返回首页 关闭窗口",
]
BELOW = [
    "上一篇：梧岭高新区签约项目12个 总投资35亿元",
    "下一篇：澄泷工业园上半年产值突破80亿元",
    "责任编辑：苏禾",
    "版权声明：本网站所载内容版权归青江网所有，未经授权不得转载。",
    "相关阅读\n芦汀产业园新签约项目20个\n琅溪综合保税区进出口增长12%\n禾渡化工园区税收达5亿元",
    "扫一扫在手机打开当前页",
    "分享到：微信 微博 QQ空间",
    "联系电话：0512-58320000 邮编：215600",
    "阅读 1035 评论 12 点赞 36",
    "关键词：开发区 项目 签约",
]


def read(text: str) -> list[tuple[object, ...]]:
    """The observations of a text without where they stand in it, and its date."""
    found = extract(text.encode(), kind="text")
    rows: list[tuple[object, ...]] = [
        (o.subject, o.indicator, o.measure, o.value, o.unit, o.time_period, o.stance, o.scope, o.comparator)
        for o in found.observations
    ]
    return [*rows, (found.article.published,)]


def some(lines: list[str]) -> st.SearchStrategy[list[str]]:
    """One to three of some lines, in any order."""
    return st.lists(st.sampled_from(lines), min_size=1, max_size=3, unique=True)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(path=st.sampled_from(ARTICLES), above=some(ABOVE), below=some(BELOW))
def test_furniture_changes_no_observation(path: Path, above: list[str], below: list[str]) -> None:
    text = path.read_text("utf-8").rstrip("\n")
    assert read("\n".join([*above, text, *below, ""])) == read(text)


@pytest.mark.parametrize("line", [*ABOVE, *BELOW])
def test_furniture_alone_tells_nothing(line: str) -> None:
    body = "芦汀产业园召开推进会，部署下一步的工作，要求把责任落到实处。\n会议还听取了各部门的汇报，对今后的工作提出了要求。"
    assert read(f"园区部署工作\n{body}\n{line}\n")[:-1] == []


def test_a_second_reading_finds_the_same() -> None:
    for path in ARTICLES:
        page = path.read_bytes()
        assert extract(page, kind="text").to_json(path.name) == extract(page, kind="text").to_json(path.name)


REPORT = (
    "云麓经开区2025年上半年经济运行平稳\n"
    "2025年1-6月,云麓经开区完成规上工业总产值153.7亿元,同比增长9.6%,占全县的54%;新签约项目26个,总投资95亿元。\n"
    "截至6月底,云麓经开区有高新技术企业268家,较2021年底增长1.2倍。下半年,云麓经开区计划新开工项目20个,全年吸纳就业2万人。\n"
)


@pytest.mark.parametrize("typeset", [
    pytest.param(lambda text: re.sub(r"(?<=[\u4e00-\u9fff,])(?=\d)|(?<=\d)(?=[\u4e00-\u9fff])", " ", text), id="spaces"),
    pytest.param(lambda text: text.replace("1-6月", "1--6月"), id="double dash"),
    pytest.param(lambda text: text.replace("1-6月", "1月~6月"), id="wave"),
    pytest.param(lambda text: text.replace("吸纳就业", "吸纳就业\n").replace("总投资", "总投资\n"), id="cut lines"),
    pytest.param(lambda text: text.replace(",", "，").replace(";", "；"), id="wide marks"),
])
def test_typesetting_changes_no_observation(typeset: Callable[[str], str]) -> None:
    assert read(typeset(REPORT)) == read(REPORT)
    assert len(read(REPORT)) > 8
