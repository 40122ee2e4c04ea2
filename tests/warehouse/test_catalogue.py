"""Portals, parks and indicators follow their files, and facts stay where they belong."""

from __future__ import annotations

from typing import Any

from warehouse import catalogue

from .stories import INDICATORS, OTHER_PARK, PARKS, Warehouse, story


def park(**changes: Any) -> dict[str, Any]:
    return PARKS[0] | changes


def test_an_update_that_changes_nothing_writes_nothing(warehouse: Warehouse) -> None:
    before = warehouse.rows("SELECT updated_at FROM parkwatch.portal")
    assert catalogue.update(warehouse.url, parks=PARKS, indicators=INDICATORS) == {"portal": 0, "park": 0, "indicator": 0}
    assert warehouse.rows("SELECT updated_at FROM parkwatch.portal") == before


def test_what_has_changed_is_updated(warehouse: Warehouse) -> None:
    assert catalogue.update(warehouse.url, parks=[park(level="provincial")])["park"] == 1
    assert warehouse.value("SELECT level FROM parkwatch.park") == "provincial"


def test_objects_do_as_well_as_mappings(warehouse: Warehouse) -> None:
    class Portal:
        portal, name, home, place, definition_digest = "delta", "德尔塔网", "http://delta.example/", "", "d"

    assert catalogue.update(warehouse.url, portals=[Portal()])["portal"] == 1
    assert warehouse.value("SELECT home_url FROM parkwatch.portal WHERE portal = 'delta'") == "http://delta.example/"


def test_parents_and_successors_may_come_in_any_order(warehouse: Warehouse) -> None:
    rows = [park(park_id="b", name="乙区", parent="a"), park(park_id="a", name="甲区", successor="b")]
    assert catalogue.update(warehouse.url, parks=[*rows, *PARKS])["park"] == 2


def test_a_park_that_the_gazetteer_knows_by_now_takes_over_what_articles_said_of_it(warehouse: Warehouse) -> None:
    warehouse.load((warehouse.page("/1"), story(subject=OTHER_PARK)), (warehouse.page("/2"), story(7.0, subject="临溪高新区")))
    catalogue.update(warehouse.url, parks=[park(park_id="3299", name=OTHER_PARK, aliases=["临溪高新区"])])
    assert warehouse.rows("SELECT DISTINCT park_id FROM parkwatch.observation") == [("3299",)]
    assert warehouse.rows("SELECT park_id FROM parkwatch.park ORDER BY 1") == [("3299",), ("32990001",)]


def test_a_renamed_park_keeps_its_facts(warehouse: Warehouse) -> None:
    warehouse.load((warehouse.page(), story()))
    catalogue.update(warehouse.url, parks=[park(name="云川国家级经开区", aliases=["云川经济开发区"])])
    assert warehouse.rows("SELECT name FROM parkwatch.park JOIN parkwatch.observation USING (park_id)") == [("云川国家级经开区",)]


def test_a_park_that_gets_another_id_keeps_its_facts(warehouse: Warehouse) -> None:
    warehouse.load((warehouse.page(), story()))
    catalogue.update(warehouse.url, parks=[park(park_id="b", name="乙区", parent="32990001"), park()])
    catalogue.update(warehouse.url, parks=[park(park_id="new"), park(park_id="b", name="乙区", parent="new")])
    assert warehouse.rows("SELECT DISTINCT park_id FROM parkwatch.observation") == [("new",)]
    assert warehouse.rows("SELECT park_id, parent FROM parkwatch.park WHERE known ORDER BY 1") == [("b", "new"), ("new", None)]
    catalogue.update(warehouse.url, parks=[park(park_id="newer")])
    assert warehouse.rows("SELECT park_id, parent FROM parkwatch.park ORDER BY 1") == [("b", "newer"), ("newer", None)]


def test_a_park_that_the_gazetteer_holds_no_longer_stays_with_its_facts(warehouse: Warehouse) -> None:
    warehouse.load((warehouse.page(), story()))
    catalogue.update(warehouse.url, parks=[park(park_id="b", name="乙区", aliases=[])])
    assert warehouse.rows("SELECT park_id, known FROM parkwatch.park ORDER BY 1") == [("32990001", False), ("b", True)]
    assert catalogue.update(warehouse.url, parks=[park(), park(park_id="b", name="乙区", aliases=[])])["park"] == 1
    assert warehouse.rows("SELECT known FROM parkwatch.park") == [(True,), (True,)]
