"""Periods in a legal form, in the right order, and at a possible distance from the article's date."""

from expectations.suite.expectation import Expectation
from expectations.suite.forms import DAY, MONTH, NO_SUCH_DAY, YEAR

LEGAL_PERIOD = f"^({YEAR}|{YEAR}-S[12]|{YEAR}-Q[1-4]|{MONTH}|{DAY}|{YEAR}/{YEAR}|{MONTH}/{MONTH}|{DAY}/{DAY})$"

PERIODS: tuple[Expectation, ...] = (
    Expectation(
        "period_form", "observation", f"time_period = '' OR time_period ~ '{LEGAL_PERIOD}' AND time_period !~ '{NO_SUCH_DAY}'",
        "its period is no ISO 8601 or SDMX period"),
    Expectation(
        "period_has_basis", "observation", "(time_period = '') = (period_basis = 'none')",
        "it has a period without a basis, or a basis without a period"),
    Expectation(
        "period_order", "observation",
        "strpos(time_period, '/') = 0 OR split_part(time_period, '/', 1) < split_part(time_period, '/', 2)",
        "its period ends before it starts"),
    Expectation(
        "period_not_absurd", "observation", r"""
        CASE WHEN time_period !~ '^\d{4}' OR known_on !~ '^\d{4}' THEN true
            ELSE left(time_period, 4) >= '1978'
                AND left(split_part(time_period, '/', 1 + (strpos(time_period, '/') > 0)::integer), 4)
                    <= (left(known_on, 4)::integer + 30)::text
            END""",
        "its period lies before 1978 or more than thirty years ahead"),
    # A portal's date may lag behind the month that a report is about; one month ahead is left for that.
    Expectation(
        "actual_not_ahead", "observation", r"""
        CASE WHEN stance <> 'actual' OR first_month !~ '^\d{4}-\d{2}$' OR known_on !~ '^\d{4}' THEN true
            ELSE left(first_month, 4)::integer * 12 + right(first_month, 2)::integer
                <= left(known_on, 4)::integer * 12 + coalesce(substring(known_on FROM '^\d{4}-(\d{2})'), '12')::integer + 1
            END""",
        "an actual figure is of a period after its article"),
)
