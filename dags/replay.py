"""A replay: pages are read again from the archive by today's extractor, without one request."""

from __future__ import annotations

from airflow.sdk import Param, dag, get_current_context, task

from parkwatch import steps


@dag(
    schedule=None,
    max_active_runs=1,
    tags=["parkwatch"],
    params={"portals": Param([], type="array", items={"type": "string"}, description="Portals to read again; all where empty.")},
    doc_md=__doc__,
)
def replay() -> None:
    """Wire the steps."""

    @task
    def portals() -> list[str]:
        return steps.open_portals(str(get_current_context()["run_id"]), get_current_context()["params"]["portals"])

    @task
    def portal(name: str) -> steps.Counts:
        return steps.replay(name, str(get_current_context()["run_id"]))

    portal.expand(name=portals())


replay()
