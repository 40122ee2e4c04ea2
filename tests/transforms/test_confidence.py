"""An observation's confidence: how often such observations are right on labelled articles."""

from __future__ import annotations

import json
import math
import random
from pathlib import Path

import pytest

from bench.confidence import Row, Rows, calibration, fitted, rows_of
from bench.logistic import fit
from parkwatch.records import Observation
from transforms.extract import extract
from transforms.observe import confidence as sureness

ARTICLES = sorted((Path(__file__).parents[1] / "articles").glob("*.txt"))


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    """The observations of the project's own articles, each with its confidence and whether it is right."""
    out = []
    for path in ARTICLES:
        record = extract(path.read_bytes(), kind="text").to_json(path.name)
        out += rows_of(json.loads(path.with_suffix(".json").read_text("utf-8")), path.stem, record)
    return out


def test_the_surer_observations_are_right_more_often(rows):
    ranked = sorted(rows, key=lambda row: row.confidence)
    tenth = len(ranked) // 10
    lowest, highest = (sum(row.right for row in part) / len(part) for part in (ranked[:tenth], ranked[-tenth:]))
    halves = [sum(row.right for row in part) / len(part) for part in (ranked[: len(ranked) // 2], ranked[len(ranked) // 2 :])]
    # Errors, not a margin: it must hold as extraction gets better.
    assert 5 * (1 - highest) < 1 - lowest
    assert 2 * (1 - halves[1]) < 1 - halves[0]


def test_a_confidence_is_a_chance(rows):
    assert all(sureness.LEAST <= row.confidence <= sureness.MOST for row in rows)
    assert len({row.confidence for row in rows}) > 100  # no constant by rule


def test_the_same_article_has_the_same_confidences():
    first, second = (extract(ARTICLES[0].read_bytes(), kind="text").observations for _ in range(2))
    assert first == second
    assert first


def test_every_weight_is_a_number_and_says_what_it_was_fitted_on():
    weights = sureness.load_weights()
    assert all(math.isfinite(weight) and abs(weight) < 5 for weight in weights.values())
    assert {"subject_rule=*", "period_rule=*", "indicator_rule=*", "stance_rule=*", "indicator=*"} <= set(weights)
    assert "unseen = {" in Path(sureness.__file__).with_name("weights.toml").read_text("utf-8")


def observation(**changes: object) -> Observation:
    """A park's level of output."""
    given = {
        "subject": "云麓经开区", "subject_kind": "park", "indicator": "industrial_output",
        "indicator_text": "工业总产值", "measure": "level",
        "value": 10.0, "unit": "亿元", "obs_value": 1e9, "unit_measure": "CNY", "qualifier": "exact", "stance": "actual",
        "time_period": "2025-S1", "period_basis": "anchored", "growth_basis": "", "scope": "", "comparator": "", "evidence": "",
        "span": (0, 4), "rules": ("level.amount", "head", "subject.clause", "period.half", "stance.actual"),
    }
    return Observation(**given | changes)


def sure(o: Observation) -> float:
    """Its confidence, alone in an article of July 2025."""
    return sureness.confidence(next(sureness.signs("2025-07-18", (), (o,))), sureness.load_weights())


def test_a_rule_that_no_fit_has_seen_counts_as_a_rare_one_of_its_field():
    rules = ("level.amount", "head", "subject.made_tomorrow", "period.half", "stance.actual")
    weights = sureness.load_weights()
    told, unknown = sure(observation()), sure(observation(rules=rules))
    shift = weights["subject_rule=*"] - weights["subject_rule=subject.clause"]
    assert math.log(unknown / (1 - unknown)) - math.log(told / (1 - told)) == pytest.approx(shift, abs=0.01)


def test_a_figure_that_no_code_names_is_doubted():
    rules = ("silent.level", "other.rate", "subject.main", "period.none", "stance.actual")
    doubted = observation(indicator="other", unit_measure="PC", time_period="", period_basis="none", rules=rules)
    assert sure(doubted) + 0.2 < sure(observation())


def test_the_fit_finds_what_was_planted():
    dice = random.Random(7)  # noqa: S311 - invented rows
    rows = [[sign for sign in ("a=1", "b=1") if dice.random() < 0.5] for _ in range(4000)]
    right = [dice.random() < 1 / (1 + math.exp(-(0.5 + 1.5 * ("a=1" in row) - 2 * ("b=1" in row)))) for row in rows]
    weights = fit(rows, right, shrink=1.0)
    assert [round(weights[sign], 1) for sign in (sureness.BIAS, "a=1", "b=1")] == pytest.approx([0.5, 1.5, -2.0], abs=0.2)
    shrunk = fit(rows, right, shrink=1000.0)
    assert abs(shrunk["a=1"]) < abs(weights["a=1"]) / 2


def test_the_allowance_for_articles_that_rules_were_written_on_is_no_users():
    def many(article: str, right: int) -> list[Row]:
        return [Row(article, ["indicator=gdp"], i < right, 0.5) for i in range(100)]

    weights = fitted(Rows(many("new", 50), many("told", 90), many("before", 20)))
    assert sureness.confidence(["indicator=gdp"], weights) == pytest.approx(0.5, abs=0.03)


def test_calibration_measures_the_distance_between_predicted_and_observed():
    exact = [(0.8, i < 8) for i in range(10)]
    table, brier, error = calibration(exact, parts=1)
    assert table == [(10, pytest.approx(0.8), 0.8)]
    assert (brier, error) == (pytest.approx(0.16), pytest.approx(0.0))
    assert calibration([(0.9, i < 5) for i in range(10)], parts=1)[2] == pytest.approx(0.4)


def test_the_signs_that_move_a_confidence_are_told_the_furthest_first():
    weights = sureness.Weights({sureness.BIAS: 0.2, "a=1": -1.5, "b=*": 0.4, "c=1": 0.1, "d=1": 0.0})
    assert sureness.telling(["c=1", "b=7", "a=1", "d=1", "e=1"], weights, most=2) == [("a=1", -1.5), ("b=7", 0.4)]
    assert sureness.telling(["d=1"], weights) == []
