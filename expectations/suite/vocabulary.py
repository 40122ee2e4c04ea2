"""Subjects that name somebody, codes that are in their lists."""

from expectations.suite.expectation import Expectation

LEAST_CONFIDENCE = 0.2  # docs/quality-gate.md says what each threshold keeps out

VOCABULARY: tuple[Expectation, ...] = (
    Expectation(
        "codes", "observation", """
        subject_kind IN ('park', 'region', 'project', 'enterprise', 'sector')
        AND measure IN ('level', 'growth', 'share', 'rank', 'completion', 'increment')
        AND qualifier IN ('exact', 'over', 'at_least', 'under', 'nearly', 'about', 'range')
        AND stance IN ('actual', 'target', 'forecast', 'design')
        AND period_basis IN ('stated', 'anchored', 'none')""",
        "its subject kind, measure, qualifier, stance or period basis is no known code"),
    Expectation("indicator_known", "observation", "dimension IS NOT NULL", "its indicator is not in the indicator table"),
    Expectation("subject_named", "observation", "btrim(subject) <> ''", "it has no subject"),
    Expectation("subject_not_generic", "observation", "NOT subject_is_generic", "its subject is a word that names nobody"),
    Expectation(
        "subject_length", "observation", "char_length(subject) <= 60",
        "its subject is longer than 60 characters, and so no name"),
    Expectation(
        "comparator", "observation", "measure NOT IN ('share', 'rank') OR btrim(comparator) <> ''",
        "a share or rank does not say what it is measured in"),
    Expectation(
        "growth_basis", "observation", r"growth_basis = '' OR measure = 'growth' AND growth_basis ~ '^(yoy|pop|cagr|vs:\d{4})$'",
        "its basis of growth is none, or it is no growth"),
    Expectation(
        "confidence", "observation", f"confidence BETWEEN {LEAST_CONFIDENCE} AND 1",
        f"its confidence is under {LEAST_CONFIDENCE}"),
)
