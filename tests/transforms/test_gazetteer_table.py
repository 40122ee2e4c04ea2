"""The table of zones as the warehouse loads it."""

from __future__ import annotations

import subprocess
import sys

from transforms.gazetteer import canonical, park_table
from transforms.gazetteer.divisions import places, read_rows
from transforms.gazetteer.table import aliases, get


def test_every_row_can_be_loaded_in_order() -> None:
    seen: set[str] = set()
    names: set[str] = set()
    for park in park_table():
        assert park.park_id not in seen
        assert park.name not in names
        assert park.parent is None or park.parent in seen, park
        assert park.successor is None or park.successor in seen, park
        assert park.level in {"national", "provincial", ""}
        seen.add(park.park_id)
        names.add(park.name)
    assert len(seen) > 3000


def test_hand_tables_point_at_zones_that_exist_and_say_why() -> None:
    for park_id, alias, use, reason in read_rows("aliases.tsv"):
        assert get(park_id), park_id
        assert use in {"short", "own"}
        assert alias
        assert reason
        assert park_id in {reading.park_id for reading in aliases()[alias]}
    for row in read_rows("changes.tsv"):
        assert get(row[0])
        assert row[-1]
    for row in read_rows("added.tsv"):
        assert row[4] == "" or row[4] in places(), row
        assert row[-1]


def test_successors_and_parents_of_the_bonded_zones() -> None:
    port = canonical("张家港保税港区")
    zone = canonical("张家港保税区")
    assert port is not None
    assert zone is not None
    assert port.successor == "张家港综合保税区"
    assert port.parent == zone.park_id
    assert port.park_id == "32104002"


def test_misprints_of_the_source_are_mended() -> None:
    places_of = {"信阳高新区": "信阳市", "朝阳建平经济开发区": "建平县", "涿鹿经开区": "涿鹿县", "献县经济开发区": "献县"}
    for name, place in places_of.items():
        park = canonical(name)
        assert park is not None, name
        assert park.place == place
    assert canonical("现阳高新区") is None


def test_names_by_rule() -> None:
    for name, full in {
        "启东开发区": "江苏启东经济开发区",
        "昆山市大开发区": None,
        "衡阳综保区": "衡阳综合保税区",
        "张家港高新区": "江苏省张家港高新技术产业开发区",
        "江苏省张家港高新技术产业开发区": "江苏省张家港高新技术产业开发区",
        "宿迁高新区": "宿迁高新技术产业开发区",
        "璧山高新区": "璧山高新技术产业开发区",
    }.items():
        park = canonical(name)
        assert (park.name if park else None) == full


def test_importing_reads_no_table() -> None:
    code = (
        "import sys, transforms.gazetteer as g; from transforms.gazetteer import table, divisions;"
        "sys.exit(table._parks.cache_info().currsize + divisions.places.cache_info().currsize)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
