"""When to look at an article again, since portals correct silently; and when to try a failed one again."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

BEIJING = timezone(timedelta(hours=8))  # the portals' clock
REVISITS = tuple(timedelta(days=d) for d in (1, 3, 7, 30))
# A night starts at the same hour; without the slack an article fetched minutes after the start would be due a night late.
SLACK = timedelta(hours=2)
NEVER = datetime(9999, 12, 31, tzinfo=UTC)  # infinity is no moment for Python's datetime
# The first failures are tried again by whatever run comes next (a retried task), then rarely.
BACKFILL_TRIES = 3
RETRIES = (timedelta(0), timedelta(0), timedelta(hours=20), timedelta(days=3), timedelta(days=7))


def next_visit(first_seen: datetime, now: datetime, *, backfill: bool) -> datetime:
    """When an article that was just fetched is due again; what a backfill found is never looked at again."""
    if backfill:
        return NEVER
    return next((first_seen + d - SLACK for d in REVISITS if first_seen + d - SLACK > now), NEVER)


def ask_conditionally(first_seen: datetime, now: datetime) -> bool:
    """Whether to send the validators: not on days 3 and 30, since some portals change a page and keep its ETag."""
    visits = sum(first_seen + d - SLACK <= now for d in REVISITS)
    return visits not in {2, 4}


def retry_at(failures: int, now: datetime, *, backfill: bool = False) -> datetime | None:
    """When to try again after so many failures in a row; None: give up. A backfill tries in each of its runs."""
    if backfill:
        return now if failures < BACKFILL_TRIES else None
    return now + RETRIES[failures - 1] if failures <= len(RETRIES) else None


def beijing_today() -> date:
    """Today on the portals' calendar."""
    return datetime.now(BEIJING).date()
