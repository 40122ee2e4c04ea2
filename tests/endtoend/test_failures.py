"""A step that fails: the other portals load, the run shows it, one alert tells of it, and the run after the mend catches up."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest

from parkwatch import steps
from parkwatch.errors import ParkwatchError
from tests.endtoend.conftest import Installation
from tests.endtoend.free_ports import free_ports

RUN = ("run", "--portal", "seed-bare", "--portal", "seed-lettings", "--without-airflow")
BREAK = """
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'the shelf is broken'; END $$;
CREATE TRIGGER refuse BEFORE INSERT ON parkwatch.article FOR EACH ROW
WHEN (NEW.portal = 'seed-lettings') EXECUTE FUNCTION refuse()
"""


def monitors(installation: Installation) -> list[str]:
    return [row["title"] for row in installation.delivered() if row["kind"] == "monitor"]


def loaded(installation: Installation) -> dict[str, int]:
    return dict(installation.query("SELECT portal, count(*) FROM parkwatch.article GROUP BY portal"))  # type: ignore[arg-type]


def verdict(installation: Installation, monkeypatch: pytest.MonkeyPatch) -> None:
    """What Airflow's last task says of the latest run."""
    for name, value in installation.environment.items():
        monkeypatch.setenv(name, value)
    ((run_id,),) = installation.query("SELECT run_id FROM parkwatch.run_step ORDER BY started_at DESC LIMIT 1")
    steps.verdict(run_id)


def test_a_load_that_fails(installation: Installation, monkeypatch: pytest.MonkeyPatch) -> None:
    with psycopg.connect(installation.database_url) as connection:
        connection.execute(BREAK)
    for _ in range(2):
        done = installation.parkwatch(*RUN)
        assert done.returncode == 1
        (line,) = done.stderr.splitlines()
        assert line.startswith("error: seed-lettings: ")
        assert "the shelf is broken" in line
        with pytest.raises(ParkwatchError, match=r"^seed-lettings: load.*the shelf is broken"):
            verdict(installation, monkeypatch)
    assert loaded(installation) == {"seed-bare": 4}
    assert monitors(installation) == ["seed-lettings needs a look"]
    with psycopg.connect(installation.database_url) as connection:
        connection.execute("DROP TRIGGER refuse ON parkwatch.article")
    done = installation.parkwatch(*RUN)
    assert done.returncode == 0, done.stderr
    verdict(installation, monkeypatch)
    assert loaded(installation) == {"seed-bare": 4, "seed-lettings": 4}
    assert monitors(installation) == ["seed-lettings needs a look"]


def test_a_portal_that_does_not_answer(installation: Installation, monkeypatch: pytest.MonkeyPatch) -> None:
    installation.extra["PARKWATCH_SEED_PORT_2"] = str(free_ports(2)[0])  # seed-lettings'
    done = installation.parkwatch(*RUN)
    assert done.returncode == 1
    assert "seed-lettings: the crawl failed" in done.stderr
    assert loaded(installation) == {"seed-bare": 4}
    assert monitors(installation) == ["seed-lettings needs a look"]
    with pytest.raises(ParkwatchError, match="seed-lettings: the crawl failed"):
        verdict(installation, monkeypatch)


def test_no_portal_can_be_opened(installation: Installation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As where a portal file was mended badly: Airflow's first task fails, and the last one says so."""
    for name, value in (installation.environment | {"PARKWATCH_PORTALS": str(tmp_path / "absent")}).items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ParkwatchError):
        steps.open_portals("night")
    with pytest.raises(ParkwatchError, match=r"all portals: .*absent"):
        steps.verdict("night")
