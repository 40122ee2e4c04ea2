"""What is news, and what its alert says."""

from __future__ import annotations

import json
from dataclasses import asdict

import pytest

from alerts.rules import alert_for, headline_figures
from parkwatch.records import ChangedFigure
from tests.alerts.reports import SENTENCE, observation, report

GROWTH = observation(measure="growth", value=8.7, unit="%", obs_value=8.7, unit_measure="PC", growth_basis="yoy", span=(31, 35))


def test_a_new_report_about_a_park_says_what_how_much_where_and_by_whom() -> None:
    alert = alert_for(report(observation(), GROWTH))
    assert alert is not None
    assert alert.title == "青岚经济开发区半年产值超三百亿"
    assert alert.body == (
        "• 规上工业产值: 312.6亿元 (2025-S1)\n"
        "• 规上工业产值: growth 8.7% (2025-S1)\n"
        f"  “{SENTENCE}”\n\n"
        "Source: 青岚日报, 2025-08-06\n"
        "Address: http://news.example/2025/1.html")
    assert json.loads(json.dumps(alert.payload))["figures"][0]["obs_value"] == 31_260_000_000.0


def test_a_changed_figure_is_said_with_where_the_other_stands() -> None:
    changed = ChangedFigure("规上工业产值", "321.6亿元", "312.6亿元", "http://news.example/2025/0.html")
    alert = alert_for(report(changed=(changed,)))
    assert alert is not None
    assert "Not as told before: 规上工业产值 312.6亿元, where http://news.example/2025/0.html says 321.6亿元\n" in alert.body
    assert alert.payload["changed"] == [asdict(changed)]
    quiet = alert_for(report())
    assert quiet is not None
    assert "before" not in quiet.body


def test_the_title_names_park_and_story() -> None:
    alert = alert_for(report(title="半年产值超三百亿"))
    assert alert is not None
    assert alert.title == "青岚经济开发区: 半年产值超三百亿"


@pytest.mark.parametrize("no_news", [
    report(backfill=True),
    report(is_new=False),
    report(observation(subject="青岚县", subject_kind="region"), parks=()),
    report(parks=(), observations=()),
    report(observations=()),
], ids=["backfill", "a further copy", "no park", "nothing", "no loaded figure"])
def test_no_news(no_news: object) -> None:
    assert alert_for(no_news) is None  # type: ignore[arg-type]


def test_copies_of_one_story_have_one_key() -> None:
    first, copy = alert_for(report()), alert_for(report(url="http://other.example/x", report_id=8, portal="别处网"))
    assert first is not None
    assert copy is not None
    assert first.dedup_key == copy.dedup_key
    other = alert_for(report(fingerprint="e" * 64))
    assert other is not None
    assert other.dedup_key != first.dedup_key


def test_headline_figures_park_first_actual_first_then_by_importance() -> None:
    project = observation(subject="海风机床项目", subject_kind="project", indicator="project_investment", value=50)
    target = observation(indicator="gdp", stance="target", value=900)
    minor = observation(indicator="area_built", value=3.5, unit="平方公里")
    budget = observation(indicator="general_public_budget_revenue", value=21)
    other = observation(indicator="other", value=4)
    chosen = headline_figures([project, target, other, minor, budget, GROWTH, observation()])
    assert chosen == [observation(), GROWTH, budget, minor]
    assert headline_figures([other, minor]) == [minor, other]
    assert headline_figures([project, target, minor]) == [minor, target, project]


def test_one_indicator_does_not_fill_the_alert() -> None:
    many = [observation(scope=str(n), value=n, span=(n, n + 1)) for n in range(9)]
    assert headline_figures([*many, observation(indicator="exports")]) == [many[0], observation(indicator="exports")]


def test_words_for_qualifier_range_rank_share_and_target() -> None:
    alert = alert_for(report(
        observation(qualifier="range", value=600, value_high=650, stance="target", time_period="2025"),
        observation(measure="rank", value=1, unit="第", comparator="青岚县", indicator="gdp", indicator_text="地区生产总值"),
        observation(measure="share", value=42.5, unit="%", qualifier="over", comparator="青岚县", indicator="exports"),
        observation(subject="海风机床项目", subject_kind="project", indicator="project_investment", indicator_text="总投资",
                    value=50, stance="design", time_period="")))
    assert alert is not None
    assert [line for line in alert.body.splitlines() if line.startswith("•")] == [
        "• 地区生产总值: rank 1 in 青岚县 (2025-S1)", "• 规上工业产值: over 42.5% of 青岚县 (2025-S1)",
        "• 规上工业产值: 600–650亿元 (target, 2025)", "• 海风机床项目 总投资: 50亿元 (design)"]


def test_a_round_up_of_many_parks_names_them_so_and_says_whose_each_figure_is() -> None:
    city = [observation(subject="白沙市开发园区", subject_kind="region", indicator=code, span=(n, n + 1))
            for n, code in enumerate(("gdp", "exports", "projects_signed", "area_built"))]
    parks = [observation(subject=name, indicator="project_start_rate", value=n, unit="%", span=(90 + n, 91 + n))
             for n, name in enumerate(("甲园", "乙园", "丙园"))]
    alert = alert_for(report(*city, *parks, title="全市开发园区半年考", parks=("甲园", "乙园", "丙园")))
    assert alert is not None
    assert alert.title == "甲园 and 2 more parks: 全市开发园区半年考"
    whose = [line.split()[1] for line in alert.body.splitlines() if line.startswith("•")]
    assert whose == ["白沙市开发园区", "白沙市开发园区", "白沙市开发园区", "规上工业产值:"], "the last is the named park's own"


def test_a_parks_own_figures_come_before_those_of_the_place_around_it() -> None:
    place = observation(subject="青岚县", subject_kind="region", indicator="gdp")
    assert headline_figures([place, observation(indicator="area_built")])[0].subject == "青岚经济开发区"


def test_amounts_come_before_ranks_and_ranks_in_what_matters_before_minor_amounts() -> None:
    first = observation(measure="rank", value=1, unit="第", indicator="gdp", comparator="青岚县")
    exports, minor = observation(indicator="exports"), observation(indicator="area_built")
    assert headline_figures([minor, first, GROWTH, exports]) == [GROWTH, exports, first, minor]
