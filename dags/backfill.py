"""A backfill: one portal's past, window by window, by the nightly run's own path; its reports never alert as news."""

from __future__ import annotations

from typing import Any

from airflow.sdk import Param, dag, get_current_context, task

from parkwatch import steps


@dag(
    schedule=None,
    max_active_runs=1,
    tags=["parkwatch"],
    params={
        "portal": Param(type="string", description="The portal."),
        "from": Param(type="string", format="date", description="First day."),
        "to": Param(type="string", format="date", description="Last day."),
    },
    doc_md=__doc__,
)
def backfill() -> None:
    """Wire the steps: the windows' state is in the warehouse, so a run that was stopped goes on where it was."""

    @task
    def windows() -> list[dict[str, str]]:
        params: dict[str, Any] = dict(get_current_context()["params"])
        return steps.plan_backfill(params["portal"], params["from"], params["to"], str(get_current_context()["run_id"]))

    @task(max_active_tis_per_dag=1)  # one host, one queue
    def window(window: dict[str, str]) -> steps.Counts:
        return steps.backfill_window(window, str(get_current_context()["run_id"]))

    window.expand(window=windows())


backfill()
