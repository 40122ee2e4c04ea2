"""Great Expectations over one query of the warehouse: which expectations failed, with every row that broke them.

Importing this module imports Great Expectations (seconds, 200 MB), so the gate does it inside its task only.
"""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from psycopg.conninfo import conninfo_to_dict

from expectations.suite import Expectation

os.environ["GX_ANALYTICS_ENABLED"] = "false"  # read at import; nothing leaves this machine

import great_expectations as gx
from great_expectations.data_context.types.base import DataContextConfig, InMemoryStoreBackendDefaults, ProgressBarsConfig
from great_expectations.datasource.fluent.interfaces import GxDatasourceWarning
from great_expectations.expectations.core.unexpected_rows_expectation import UnexpectedRowsExpectation
from great_expectations.expectations.metadata_types import FailureSeverity

logging.getLogger("great_expectations").setLevel(logging.WARNING)


@dataclass(frozen=True, slots=True)
class Finding:
    """What one expectation found in its asset."""

    expectation: Expectation
    holds: bool
    broken: tuple[tuple[int, ...], ...] = ()  # keys of the rows that break it, every one
    error: str = ""  # what it raised, in one line; an expectation that raises does not hold


class Validator:
    """Runs suites over queries on one database, in an ephemeral context: no files, no Data Docs, no reports home."""

    def __init__(self, database_url: str) -> None:
        stores = InMemoryStoreBackendDefaults(init_temp_docs_sites=False)  # its temporary folders would stay behind
        self._context = gx.get_context(mode="ephemeral", project_config=DataContextConfig(store_backend_defaults=stores))
        self._context.variables.progress_bars = ProgressBarsConfig(globally=False, metric_calculations=False)
        with warnings.catch_warnings():
            # The typed PostgreSQL source wants user and host in the address; a local socket has neither. The asset becomes a
            # temporary table once, where each of the expectations would else compute it anew.
            warnings.simplefilter("ignore", GxDatasourceWarning)
            self._source = self._context.data_sources.add_sql(
                "warehouse", connection_string="postgresql+psycopg://", create_temp_table=True,
                kwargs={"connect_args": conninfo_to_dict(database_url)})  # type: ignore[call-arg]  # its stub lacks kwargs

    def close(self) -> None:
        """End the connections, which Great Expectations keeps for itself."""
        self._source.get_execution_engine().close()
        self._source.get_engine().dispose()

    def run(self, query: str, suite: Sequence[Expectation], keys: Sequence[str]) -> list[Finding]:
        """Validate the query's rows; ``keys`` are the columns that name a row.

        Returns one finding an expectation, in the suite's order. Whatever goes wrong is a finding that does not hold.
        """
        if not suite:
            return []
        name = suite[0].subject
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", GxDatasourceWarning)
            data = self._source.add_query_asset(name, query).add_batch_definition_whole_table("all")
        expectations = [
            UnexpectedRowsExpectation(
                unexpected_rows_query=_unexpected_rows(e, keys), severity=FailureSeverity.CRITICAL, meta={"name": e.name})
            for e in suite]
        definition = gx.ValidationDefinition(
            name=name, data=data, suite=self._context.suites.add(gx.ExpectationSuite(name, expectations=expectations)))
        results = self._context.validation_definitions.add(definition).run(result_format="COMPLETE").results
        by_name = {r.expectation_config.meta["name"]: r for r in results if r.expectation_config and r.expectation_config.meta}
        return [_finding(e, by_name.get(e.name)) for e in suite]


def _unexpected_rows(expectation: Expectation, keys: Sequence[str]) -> str:
    """One row with the keys of all rows that break the expectation: Great Expectations itself keeps 200 rows at most."""
    condition = expectation.must_hold.replace("{", "{{").replace("}", "}}")
    return (
        f"SELECT array_agg(ARRAY[{', '.join(keys)}]::bigint[]) AS broken FROM {{batch}} "
        f"WHERE NOT coalesce(({condition}), false) HAVING count(*) > 0")


def _finding(expectation: Expectation, result: Any) -> Finding:
    if result is None:
        return Finding(expectation, holds=False, error="it was not evaluated")
    if result.success:
        return Finding(expectation, holds=True)
    rows = result.result.get("details", {}).get("unexpected_rows")
    if rows:
        return Finding(expectation, holds=False, broken=tuple(tuple(key) for key in rows[0]["broken"]))
    return Finding(expectation, holds=False, error=_error_of(result.exception_info))


def _error_of(info: dict[str, Any]) -> str:
    """The database's own first line out of Great Expectations' nested report."""
    messages = [info] if "exception_message" in info else [part for part in info.values() if isinstance(part, dict)]
    for part in messages:
        if message := part.get("exception_message"):
            return " ".join(str(message).split("[SQL:")[0].split())[:300]
    return "it gave neither rows nor an error"
