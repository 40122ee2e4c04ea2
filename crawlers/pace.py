"""The pace of one host: a delay between two requests, and pauses that the host asks for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

LONGEST_PAUSE = 300.0  # seconds; a host that asks for more is left alone for the rest of the run


class Pace:
    """Books the moments at which requests may go out, host by host."""

    def __init__(self, delay: float, clock: Callable[[], float]) -> None:
        """Keep ``delay`` seconds between two requests to a host; ``clock`` gives monotonic seconds."""
        self._clock = clock
        self._delays: defaultdict[str, float] = defaultdict(lambda: delay)
        self._next: dict[str, float] = {}
        self._paused_until: dict[str, float] = {}
        self._closed: dict[str, str] = {}

    def slow_down(self, host: str, delay: float) -> None:
        """Keep at least ``delay`` seconds (Crawl-delay) between two requests to this host, counted from the last one."""
        before, self._delays[host] = self._delays[host], max(delay, self._delays[host])
        if host in self._next:
            self._next[host] += self._delays[host] - before

    def pause(self, host: str, seconds: float) -> None:
        """Send this host nothing for so long."""
        self._paused_until[host] = max(self._paused_until.get(host, 0.0), self._clock() + seconds)

    def close(self, host: str, reason: str) -> None:
        """Send this host nothing more in this run."""
        self._closed.setdefault(host, reason)

    def closed(self, host: str) -> str:
        """Why the host gets nothing more; "" where it does."""
        return self._closed.get(host, "")

    def book(self, host: str) -> float:
        """Take the host's next free moment; return the seconds until then."""
        now = self._clock()
        moment = max(now, self._next.get(host, 0.0), self._paused_until.get(host, 0.0))
        self._next[host] = moment + self._delays[host]
        return moment - now

    def still_paused(self, host: str) -> float:
        """Seconds that a pause, asked for after a moment was booked, still lasts."""
        return max(0.0, self._paused_until.get(host, 0.0) - self._clock())


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Seconds that a Retry-After header asks for (RFC 9110 section 10.2.3: seconds or a date); None if nothing usable."""
    text = headers.get("retry-after", "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:12])
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    seconds = ((moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - now).total_seconds()
    return seconds if seconds > 0 else None
