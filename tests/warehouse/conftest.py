"""A warehouse with three portals, one park and three indicators."""

from __future__ import annotations

import pytest

from .stories import Warehouse


@pytest.fixture
def warehouse(database_url: str) -> Warehouse:
    return Warehouse(database_url)
