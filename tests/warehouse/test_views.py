"""The views: the best value with how many agree, conflicts that a user sees, a park's timeline."""

from __future__ import annotations

from dataclasses import replace

from warehouse import catalogue

from .stories import PARK, PARKS, Reading, Warehouse, altered, story

CURRENT = "SELECT obs_value, sources_agree, sources_differ FROM parkwatch.observation_current"


def load(warehouse: Warehouse, *readings: Reading, at: str = "") -> None:
    """Each reading at an address of its own."""
    for n, reading in enumerate(readings):
        warehouse.load((warehouse.page(f"{at}/{n}"), reading), run_id=f"run-{n}")


OWN_WORDS = {  # outlets that went there themselves: one sentence in common does not make them copies of one story
    "云川日报": "清早的装配线上灯火通明,工人们把最后一批电机吊进试验台。车间主任说订单已经排到年底,夜班从六月起就没有停过。"
                "本报记者沿着滨江大道走访了四个片区,看到塔吊林立,运料车排成长队。",
    "江南晚报": "走进政务大厅,窗口前几乎看不到排队的人。办事员递来一张清单,上面写着企业开办只要半天。一位刚拿到执照的店主笑着说,"
                "材料是在手机上传的,人来一趟就够了。晚报见习记者随机采访了几位路人。",
    "误报网": "网友们最近都在讨论这块热土的变化:老厂房变成了书店和咖啡馆,河边修起了步道,周末到处是露营的帐篷。有人晒出旧照片对比,"
              "感叹时间过得真快。小编整理了大家最关心的几个问题。",
}


def told(value: float, outlet: str, **changes: object) -> Reading:
    lead = OWN_WORDS.get(outlet, f"{outlet}报道。")
    return altered(story(value, source=outlet, fingerprint=f"{outlet}{value}", lead=lead), **changes)


def test_two_outlets_that_agree_are_two_sources_and_no_conflict(warehouse: Warehouse) -> None:
    load(warehouse, told(312.6, "云川日报"), told(313.0, "江南晚报", confidence=0.5))  # one of them rounds
    assert warehouse.rows(CURRENT) == [(312.6e8, 2, 0)]
    assert warehouse.rows("SELECT * FROM parkwatch.observation_conflict") == []


def test_copies_of_one_story_are_one_source(warehouse: Warehouse) -> None:
    load(warehouse, *[story(312.6, source="", lead=f"第{n}次转载。") for n in range(3)])
    assert warehouse.rows("SELECT sources_agree FROM parkwatch.observation_current") == [(1,)]


def test_one_outlet_that_says_it_twice_is_one_source(warehouse: Warehouse) -> None:
    load(warehouse, told(312.6, "云川日报"), story(312.6, source="云川日报", fingerprint="next day", lead="昨日。"))
    assert warehouse.rows("SELECT sources_agree FROM parkwatch.observation_current") == [(1,)]


def test_two_outlets_that_disagree_are_a_conflict_and_what_most_say_is_current(warehouse: Warehouse) -> None:
    load(warehouse, told(326.1, "误报网"), told(312.6, "云川日报"), told(312.6, "江南晚报"))
    assert warehouse.rows(CURRENT) == [(312.6e8, 2, 1)]
    assert warehouse.rows("SELECT subject, value_a, times_a, value_b, times_b, outlet_b FROM parkwatch.observation_conflict") == [
        (PARK, 312.6e8, 2, 326.1e8, 1, "误报网")]


def test_words_that_allow_each_other_do_not_conflict(warehouse: Warehouse) -> None:
    cases = {("over", 300.0): 0, ("over", 320.0): 1, ("under", 320.0): 0, ("under", 310.0): 1, ("nearly", 320.0): 0,
             ("nearly", 310.0): 1, ("about", 300.0): 0, ("about", 250.0): 1, ("exact", 312.0): 0, ("exact", 310.0): 1}
    for n, (qualifier, value) in enumerate(cases):  # each case in a year of its own
        year = {"time_period": str(2000 + n)}
        load(warehouse, told(312.6, "云川日报", **year), told(value, "江南晚报", qualifier=qualifier, **year), at=f"/{n}")
    found = warehouse.rows("SELECT time_period FROM parkwatch.observation_conflict ORDER BY 1")
    assert [period for (period,) in found] == [str(2000 + n) for n, conflicts in enumerate(cases.values()) if conflicts]
    differ = warehouse.rows("SELECT sources_differ FROM parkwatch.observation_current ORDER BY time_period")
    assert [count for (count,) in differ] == list(cases.values())


def test_figures_of_different_things_do_not_conflict(warehouse: Warehouse) -> None:
    different: tuple[dict[str, object], ...] = (
        {}, {"time_period": "2025"}, {"stance": "target"}, {"scope": "泛半导体"}, {"measure": "growth"}, {"unit_measure": "USD"},
        {"indicator": "projects_signed"}, {"growth_basis": "pop"}, {"comparator": "云川市"}, {"subject_kind": "region"},
        {"subject": "临溪园区"})
    load(warehouse, *[told(100.0 * n, f"第{n}家报纸", **changes) for n, changes in enumerate(different, 1)])
    assert warehouse.rows("SELECT * FROM parkwatch.observation_conflict") == []
    assert warehouse.value("SELECT count(*) FROM parkwatch.observation_current") == len(different)


def test_other_indicators_are_told_apart_by_their_words(warehouse: Warehouse) -> None:
    load(warehouse, told(1.0, "云川日报", indicator="other", indicator_text="路灯"),
         told(2.0, "江南晚报", indicator="other", indicator_text="树木"))
    assert warehouse.rows("SELECT * FROM parkwatch.observation_conflict") == []


def test_figures_without_a_period_do_not_conflict(warehouse: Warehouse) -> None:
    load(warehouse, told(312.6, "云川日报", time_period="", period_basis="none"),
         told(400.0, "江南晚报", time_period="", period_basis="none"))
    assert warehouse.rows("SELECT * FROM parkwatch.observation_conflict") == []


def test_figures_of_one_sentence_do_not_conflict_and_those_of_two_do(warehouse: Warehouse) -> None:
    """总投资5亿元的…和8亿元的… in one sentence are two projects; an article that says 312.6 and then 326.1 contradicts itself."""
    for outlet, said, conflicts in (("云川日报", "", 0), ("江南晚报", "园区负责人介绍了下一步打算。", 1)):
        reading = told(312.6, outlet, time_period=f"202{conflicts}")
        fact = reading.extraction.observations[0]
        other = replace(fact, obs_value=326.1e8, evidence=said or fact.evidence, span=(fact.span[0] + 1, fact.span[1] + 1))
        both = replace(reading, extraction=replace(reading.extraction, observations=(fact, other)))
        load(warehouse, both, at=f"/{outlet}")
        assert warehouse.value("SELECT count(*) FROM parkwatch.observation_conflict") == conflicts


def test_a_correction_ends_a_conflict(warehouse: Warehouse) -> None:
    load(warehouse, told(312.6, "云川日报"), told(326.1, "误报网"))
    warehouse.load((warehouse.page("/1"), told(312.6, "误报网")), run_id="later")
    assert warehouse.rows("SELECT * FROM parkwatch.observation_conflict") == []
    assert warehouse.rows("SELECT obs_value, sources_agree FROM parkwatch.observation_current") == [(312.6e8, 2)]


def test_the_timeline_follows_the_periods_under_the_parks_present_name(warehouse: Warehouse) -> None:
    load(warehouse, told(30.0, "云川日报", time_period="2025-Q1"), told(10.0, "云川日报", time_period="2023"),
         told(20.0, "江南晚报", time_period="2024", subject="云川经开区"))
    assert warehouse.rows("SELECT park, time_period, indicator_name, obs_value FROM parkwatch.park_timeline") == [
        (PARK, "2023", "规上工业产值", 10e8), (PARK, "2024", "规上工业产值", 20e8), (PARK, "2025-Q1", "规上工业产值", 30e8)]
    successor = PARKS[0] | {"park_id": "new", "name": "云川新区", "aliases": []}
    catalogue.update(warehouse.url, parks=[successor, PARKS[0] | {"successor": "new"}])
    assert warehouse.rows("SELECT DISTINCT park FROM parkwatch.park_timeline") == [("云川新区",)]
