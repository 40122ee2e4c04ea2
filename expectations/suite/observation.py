"""What must hold of each observation; the first rule that it breaks is the one that quarantine names."""

from expectations.suite.evidence import EVIDENCE
from expectations.suite.expectation import Expectation
from expectations.suite.periods import PERIODS
from expectations.suite.values import VALUES
from expectations.suite.vocabulary import VOCABULARY

OBSERVATION_SUITE: tuple[Expectation, ...] = EVIDENCE + VOCABULARY + VALUES + PERIODS
