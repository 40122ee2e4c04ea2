"""The queries that the suites look at: one asset for articles, observations and the batch, over one portal's staging rows."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from psycopg import sql

DATA = files("expectations")


def article_query(portal: str) -> str:
    """SQL of the article asset, one row a staged article of the portal; columns as ``sql/article.sql`` says."""
    return _compose("article", portal=sql.Literal(portal))


def observation_query(portal: str) -> str:
    """SQL of the observation asset, one row a staged observation of the portal; columns as ``sql/observation.sql`` says."""
    return _compose(
        "observation", portal=sql.Literal(portal), units=_units(), generic_subjects=_generic_subjects())


def batch_query(portal: str, run_id: str, *, failed_articles: int, failed_observations: int) -> str:
    """SQL of the batch asset: one row of counts, columns as ``sql/batch.sql`` says.

    The two counts are what the row expectations found before it.
    """
    return _compose("batch", portal=sql.Literal(portal), run_id=sql.Literal(run_id),
                    failed_articles=sql.Literal(failed_articles), failed_observations=sql.Literal(failed_observations))


def _compose(name: str, **parts: sql.Composable) -> str:
    text = (DATA / "sql" / f"{name}.sql").read_text(encoding="utf-8")
    query = sql.SQL(text).format(**parts).as_string(None)
    return f"SELECT * FROM (\n{query}) AS {name}_asset"  # Great Expectations takes only what begins with SELECT


@cache
def _units() -> sql.Composable:
    """Rows of ``data/units.csv`` for VALUES; an empty factor is one that no rule can give (翻两番 is fourfold)."""
    with (DATA / "data" / "units.csv").open(encoding="utf-8") as lines:
        # SQLAlchemy doubles a percent sign on the query's way through Great Expectations
        rows = [(sql.SQL("chr(37)") if r["base"] == "%" else r["base"], r["unit_measure"], r["factor"] or None)
                for r in csv.DictReader(lines)]
    return sql.SQL(", ").join(sql.SQL("({}, {}, {}::float8)").format(*row) for row in rows)


@cache
def _generic_subjects() -> sql.Composable:
    lines = (DATA / "data" / "generic_subjects.txt").read_text(encoding="utf-8").splitlines()
    return sql.SQL(", ").join(sql.SQL("({})").format(word) for word in lines if word and not word.startswith("#"))
