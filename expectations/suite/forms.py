"""Legal writings of dates and periods (ISO 8601, SDMX 2.1 TIME_PERIOD), as PostgreSQL regular expressions."""

YEAR = r"\d{4}"
MONTH = r"\d{4}-(0[1-9]|1[0-2])"
DAY = r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
# Days that DAY lets through and no calendar has; 29 February of a common year is left to the periods' own readers.
NO_SUCH_DAY = r"-(02-3\d|(04|06|09|11)-31)"
