"""The suites: one entry an expectation, in the order in which the first broken one names a row's fault."""

from expectations.suite.article import ARTICLE_SUITE
from expectations.suite.batch import BATCH_SUITE
from expectations.suite.expectation import Expectation
from expectations.suite.observation import OBSERVATION_SUITE

SUITE: tuple[Expectation, ...] = ARTICLE_SUITE + OBSERVATION_SUITE + BATCH_SUITE

__all__ = ["ARTICLE_SUITE", "BATCH_SUITE", "OBSERVATION_SUITE", "SUITE", "Expectation"]
