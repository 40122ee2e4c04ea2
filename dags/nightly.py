"""The nightly run: every enabled portal is crawled, read, gated and loaded; then what is new is told."""

from __future__ import annotations

import os
from datetime import timedelta

import pendulum
from airflow.sdk import Param, dag, get_current_context, task, task_group

from parkwatch import steps


def _run_id() -> str:
    return os.environ.get("PARKWATCH_RUN_ID") or str(get_current_context()["run_id"])


@dag(
    schedule="30 2 * * *",
    start_date=pendulum.datetime(2026, 1, 1, tz="Asia/Shanghai"),
    catchup=False,  # the frontier knows what was missed; a missed night needs no run of its own
    max_active_runs=1,
    dagrun_timeout=timedelta(hours=12),  # a run that was killed must not hold up the next night
    tags=["parkwatch"],
    params={"portals": Param([], type="array", items={"type": "string"}, description="Portals to run; all enabled where empty.")},
    doc_md=__doc__,
)
def nightly() -> None:
    """Wire the steps; a portal that fails holds up no other."""

    @task
    def portals() -> list[str]:
        chosen = get_current_context()["params"]["portals"]
        return steps.open_portals(_run_id(), chosen)

    @task_group
    def portal(name: str) -> None:
        @task(max_active_tis_per_dag=4)
        def crawl(name: str) -> steps.Counts:
            return steps.crawl(name, _run_id())

        # What an earlier, killed run fetched is read even where tonight's crawl failed.
        @task(trigger_rule="all_done")
        def transform(name: str) -> steps.Counts:
            return steps.transform(name, _run_id())

        @task
        def gate(name: str) -> steps.Counts:
            return steps.gate(name, _run_id())

        @task
        def load(name: str) -> steps.Counts:
            return steps.load(name, _run_id())

        crawl(name) >> transform(name) >> gate(name) >> load(name)

    # Both are given the portals, so that a run that could not even name them is told of and shown as failed.
    @task(trigger_rule="all_done")
    def alert(names: list[str] | None) -> steps.Counts:
        return steps.alert(_run_id(), names or (), begun=bool(names))

    @task(trigger_rule="all_done")
    def verdict(names: list[str] | None) -> None:
        steps.verdict(_run_id(), names or (), begun=bool(names))

    names = portals()
    portal.expand(name=names) >> alert(names) >> verdict(names)


nightly()
