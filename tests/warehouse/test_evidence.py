"""From every fact back to its number."""

from __future__ import annotations

import pytest

from parkwatch.errors import UsageError
from warehouse.evidence import trace

from .stories import Warehouse, altered, story


def test_a_fact_opens_its_sentence_its_article_and_its_record(warehouse: Warehouse) -> None:
    page, reading = warehouse.page(), story(lead="𠮷祥镇与云川经济开发区。")  # a character beyond the basic plane counts as one
    warehouse.load((page, reading))
    evidence = trace(warehouse.url, warehouse.value("SELECT observation_id FROM parkwatch.observation"))
    assert evidence.number == "312.6亿元"
    assert evidence.observation.evidence in evidence.article.text
    assert evidence.article.text == reading.extraction.article.text
    assert evidence.page == page
    assert evidence.revision == 1
    assert evidence.holds


@pytest.mark.parametrize("changes", [{"span": (0, 5)}, {"evidence": "这句话不在文中。"}, {"span": (3000, 3005)}])
def test_a_sentence_that_does_not_hold_is_seen(warehouse: Warehouse, changes: dict[str, object]) -> None:
    warehouse.load((warehouse.page(), altered(story(), **changes)))
    assert not trace(warehouse.url, warehouse.value("SELECT observation_id FROM parkwatch.observation")).holds


def test_a_fact_that_is_not_there(warehouse: Warehouse) -> None:
    with pytest.raises(UsageError, match="no observation 99"):
        trace(warehouse.url, 99)
