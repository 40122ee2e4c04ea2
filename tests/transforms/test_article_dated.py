"""Which of a page's stamps dates the article: weighed by place, by what its line says and by what else the page says."""

from transforms.article import read_html
from transforms.article.dated import LEAST, WEIGHTS, by_weight, evidence
from transforms.article.dates import CLOCK, Candidate
from transforms.article.stamps import Stamp

UNDER = "the page's stamp under the headline"
BODY = "".join(f"<p>梧岭湾产业园二期厂房今起交付，第{n}家企业的设备已经进场。</p>" for n in range(1, 5))


def read(*rows: str, tail: str = "") -> str | None:
    top = "".join(f"<p>{row}</p>" for row in rows)
    page = f"<html><meta charset=utf-8><body><h1>梧岭湾产业园二期厂房交付</h1>{top}<div class=nr>{BODY}</div>{tail}</body></html>"
    return read_html(page.encode()).published


def test_each_kind_of_evidence_but_the_place_is_given_for_each_stamp() -> None:
    rows = evidence([Candidate(Stamp("2025-08-06"), UNDER, 10, "发布时间：2025-08-06 09:30")], [])
    places = {kind for kind in WEIGHTS if kind not in rows[0]}
    assert rows[0]["published"] == rows[0]["timed"] == rows[0]["under the headline"] == 1
    assert "later" not in places
    assert len(places) == 9


def test_a_readers_comment_with_a_time_of_day_yields_to_the_stamp() -> None:
    comment = "<div class=pl><p>园区来客</p><p>2025-09-01 08:12:40</p><p>厂房真不错</p></div>"
    assert read("2025-08-06", tail=comment) == "2025-08-06"


def test_the_hour_and_place_of_an_event_do_not_date_its_notice() -> None:
    assert read("时间：2025-09-12 14:00", "地点：梧岭湾会展中心二楼") is None
    assert read("发布时间：2025-08-06", "时间：2025-09-12 14:00", "地点：梧岭湾会展中心二楼") == "2025-08-06"


def test_a_day_up_to_which_something_holds_is_no_stamp() -> None:
    assert read("查看旧版（2015年11月18日以前）", "2025-08-06 09:57") == "2025-08-06"


def test_what_dates_no_article_is_left_out_and_a_clock_stays_behind() -> None:
    clock = Candidate(Stamp("2026-11-25"), f"{UNDER}, a clock", CLOCK, "现在是2026-11-25")
    month = Candidate(Stamp("2014-06"), "a stamp below the body", 60, "2014年6月")
    day = Candidate(Stamp("2025-08-06"), UNDER, 10, "2025-08-06")
    assert WEIGHTS["below"] + WEIGHTS["month"] < LEAST
    assert [c.stamp.value for c in by_weight([clock, month, day], [])] == ["2025-08-06", "2026-11-25"]
