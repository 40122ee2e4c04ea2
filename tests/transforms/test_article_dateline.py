"""A report's own dateline beside a page's stamp, and the year that its text settles for it."""

from __future__ import annotations

import pytest

from transforms.article import read_text

BODY = "云麓经开区管委会介绍,园区新落户企业十二家,完成工业投资三十亿元,道路和管网同步推进。"


def published(*lines: str) -> str | None:
    return read_text("\n".join(("云麓经开区新落户一批企业", *lines, BODY)).encode()).published


@pytest.mark.parametrize(("stamp", "lead", "day"), [
    ("2018年06月12日 10:04 | 来源:江城网", "新华社江城6月10日电(记者周冕)记者10日从云麓经开区获悉,园区企业增多。", "2018-06-10"),
    ("2023-02-19 编辑:admin", "江城广播网2月17日消息(记者周冕)云麓经开区发布通报。", "2023-02-17"),
    ("2024-01-03 08:20", "江城网12月30日讯 云麓经开区发布通报。", "2023-12-30"),
    ("2020-09-21 08:11", "本报江城9月20日讯 云麓经开区发布通报。", "2020-09-21"),  # the paper of the day after
    ("2010-06-23 08:21", "江城广播网消息:云麓经开区今天(22日)挂牌。", "2010-06-22"),
    ("2021-09-08 09:00", "江城网2月1日讯 云麓经开区发布通报。", "2021-02-01"),
    ("2021-01-10 09:00", "江城网2月1日讯 云麓经开区发布通报。", "2021-01-10"),  # nearly a year apart: a misprint
    ("09.08.2017 11:24", "云麓经开区8日发布通报。", "2017-08-09"),
])
def test_a_stamp_some_days_after_the_dateline_is_a_reposting(stamp: str, lead: str, day: str) -> None:
    assert published(stamp, lead) == day


@pytest.mark.parametrize(("text", "day"), [
    ("江城网4月29日讯 昨日,云麓经开区举行2019年第二季度重点项目集中开工活动。", "2019-04-29"),
    ("江城日报1月4日讯 新年伊始,园区一片忙碌。自2021年9月8日开工以来,2021年12月管网已获批复。", "2022-01-04"),
    ("江城网3月9日讯 2024年,云麓经开区完成税收8亿元。", "2025-03-09"),
    ("记者12月28日从云麓经开区获悉,2022年县域园区百强榜单发布。", "2022-12-28"),
    ("江城网8月10日电 今年1至6月,云麓经开区完成税收8亿元。", None),
    ("2022年,江城计划开工项目496个,今年计划完成投资631亿元。4月7日,云麓经开区集中开工项目29个。", "2022-04"),
    ("1月10日从云麓经开区传来喜讯,园区2024年全年实现产值80亿元。2025年,园区产值将达90亿元。", "2025-01"),
    ("2月25日,记者在云麓经开区看到生产线满负荷。一家企业2020年落户云麓经开区,经过5年发展,产值过亿元。", "2025-02"),
])
def test_the_year_of_a_dateline_is_what_the_text_settles(text: str, day: str | None) -> None:
    assert published(text) == day


@pytest.mark.parametrize(("stamp", "lead", "day"), [
    ("2022-08-21 10:00", "4月7日,云麓经开区集中开工项目29个。", "2022-04"),
    ("2022-05-21 10:00", "4月7日,云麓经开区集中开工项目29个。", "2022-05-21"),
    ("2022-08-21 10:00", "4月7日,云麓经开区集中开工项目29个。截至7月底,已完成投资9亿元。", "2022-08-21"),
])
def test_a_stamp_months_after_what_a_report_begins_with_is_a_reposting(stamp: str, lead: str, day: str) -> None:
    assert published(stamp, lead) == day


def test_a_report_to_a_congress_is_of_the_day_it_was_given() -> None:
    assert published("公文网 2021-07-23 10:26:26", "2017年2月22日在江城县第十七届人民代表大会第一次会议上") == "2017-02-22"


@pytest.mark.parametrize(("lines", "day"), [
    (("2022-01-17 09:00", "1月11日,记者从云麓经开区管委会获悉,园区企业增多。"), "2022-01-17"),  # told then, and written later
    (("8月6日,记者从云麓经开区管委会获悉,2025年上半年税收增长。",), "2025-08-06"),
    (("2025年8月6日,江城网讯,云麓经开区集中签约。",), "2025-08-06"),
    (("2025年8月6日上午,云麓经开区集中签约12个项目。",), "2025-08"),
    (("2025年8月6日,云麓经开区获批成立。",), None),
])
def test_a_day_that_a_report_only_tells_of(lines: tuple[str, ...], day: str | None) -> None:
    assert published(*lines) == day


def test_a_headline_that_names_a_part_of_a_year_is_a_headline() -> None:
    article = read_text(f"云麓经开区2025年前三季度经济运行情况\n{BODY}".encode())
    assert (article.title, article.published) == ("云麓经开区2025年前三季度经济运行情况", "2025")


@pytest.mark.parametrize(("head", "day"), [
    ("编辑于2021-07-25 发布于2021-07-23", "2021-07-23"),
    ("发文日期 2021-07-20 发布日期 2021-07-23", "2021-07-23"),
    ("新闻中心 2021-07-23 来源:江城日报2021年7月20日", "2021-07-20"),  # the source's own day
    ("江城日报 ( 2021年07月23日 10 版)", "2021-07-23"),
    ("江城日报记者周冕 2021.07.23", "2021-07-23"),
])
def test_of_two_dates_in_a_line_the_first_publication_counts(head: str, day: str) -> None:
    assert published(head) == day


@pytest.mark.parametrize("foot", [
    "版权所有 江城网 ICP备20210723号",
    "·江城经开区签约一批项目 2019-03-02",
    "江城经开区集中签约一批重点项目 2019-03-02",
])
def test_licences_and_other_articles_date_nothing(foot: str) -> None:
    text = f"云麓经开区新落户一批企业\n{BODY}\n{BODY}\n{foot}"
    assert read_text(text.encode()).published is None
