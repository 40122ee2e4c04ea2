"""kill -9 at every step, then a second run: the state is that of a run that nobody killed, and each report is told once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from parkwatch.progress import Event
from seeds.server import SeedPortal
from tests.conftest import NewDatabase
from tests.endtoend.conftest import Installation

# One portal that a list shows and one by date are enough: what a kill can tear is the same for all.
RUN = ("run", "--portal", "seed-lettings", "--portal", "seed-epaper", "--without-airflow")


def at(step: str, state: str, portal: str = "") -> Callable[[Event], bool]:
    return lambda event: event.step == step and event.state == state and portal in event.portal


@pytest.fixture(scope="module")
def reference(
    tmp_path_factory: pytest.TempPathFactory, new_database: NewDatabase, seeds: SeedPortal,
) -> Iterator[dict[str, object]]:
    """What a run that nobody kills leaves."""
    with new_database("parkwatch") as url:
        quiet = Installation(tmp_path_factory.mktemp("quiet"), url, seeds)
        done = quiet.parkwatch(*RUN)
        assert done.returncode == 0, done.stdout + done.stderr
        yield quiet.facts()


@pytest.mark.parametrize("moment", [
    pytest.param(at("crawl", "running"), id="crawl"),
    pytest.param(at("transform", "running", "seed-epaper"), id="transform"),
    pytest.param(at("gate", "started"), id="gate"),
    pytest.param(at("load", "started", "seed-lettings"), id="load"),
    pytest.param(at("alert", "started"), id="alert"),
])
def test_a_second_run_ends_where_a_run_without_the_kill_ends(
    moment: Callable[[Event], bool], installation: Installation, reference: dict[str, object],
) -> None:
    assert installation.killed(moment, *RUN), "the run ended before the moment came"
    done = installation.parkwatch(*RUN)
    assert done.returncode == 0, done.stdout + done.stderr
    assert installation.facts() == reference
    titles = [row["title"] for row in installation.delivered()]
    assert len(titles) == len(set(titles)) == len(reference["alerts"])  # type: ignore[arg-type]
