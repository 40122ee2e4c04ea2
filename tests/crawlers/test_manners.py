from datetime import UTC, datetime

import pytest

from crawlers.middlewares.robots import MOST_BYTES, parse
from crawlers.pace import Pace, retry_after

NOW = datetime(2026, 1, 5, 4, 0, tzinfo=UTC)


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_host_gets_one_request_a_delay_and_hosts_do_not_wait_for_each_other() -> None:
    pace = Pace(2.0, Clock())
    assert [pace.book("a"), pace.book("a"), pace.book("b"), pace.book("a")] == [0, 2, 0, 4]


def test_crawl_delay_counts_from_the_request_before() -> None:
    pace = Pace(1.0, Clock())
    pace.book("a")
    pace.slow_down("a", 10)
    assert [pace.book("a"), pace.book("a")] == [10, 20]
    pace.slow_down("a", 3)  # never faster than what was asked
    assert pace.book("a") == 30


def test_a_pause_holds_what_is_booked_already_and_what_comes() -> None:
    clock = Clock()
    pace = Pace(1.0, clock)
    pace.book("a")
    pace.book("a")
    pace.pause("a", 60)
    assert pace.still_paused("a") == 60
    assert pace.book("a") == 60
    clock.now += 61
    assert pace.still_paused("a") == 0
    assert pace.still_paused("b") == 0


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("120", 120), ("0", 0), ("31536000", 31536000),
     ("Mon, 05 Jan 2026 04:01:00 GMT", 60), ("-5", None), ("soon", None), ("", None),
     ("Mon, 05 Jan 2026 03:00:00 GMT", None), ("9" * 5000, 999999999999), ("１２", None)],
)
def test_retry_after(header: str, seconds: float | None) -> None:
    assert retry_after({"retry-after": header}, NOW) == seconds


RULES = "User-agent: *\nDisallow: /\n\nUser-agent: Parkwatch\nDisallow: /私/\nDisallow: /private/\nCrawl-delay: 10\n"


@pytest.mark.parametrize("body", [RULES.encode(), b"\xef\xbb\xbf" + RULES.encode(),
                                  b"\xef\xbb\xbf" + RULES.encode("gb18030"),
                                  RULES.replace("\n", "\r\n").encode("gb18030")])
def test_robots_txt_in_any_charset(body: bytes) -> None:
    rules = parse(body)
    assert not rules.can_fetch("https://news.example.org/private/1.html", "Parkwatch")
    assert rules.can_fetch("https://news.example.org/a/1.html", "Parkwatch")
    assert rules.crawl_delay("Parkwatch") == 10


def test_of_an_oversized_robots_txt_the_first_part_counts() -> None:
    body = b"User-agent: *\nDisallow: /private/\n" + b"# filler\n" * 1_200_000
    assert len(body) > 10 << 20
    assert not parse(body).can_fetch("https://news.example.org/private/1.html", "Parkwatch")
    assert parse(b"x" * (MOST_BYTES + 1)).can_fetch("https://news.example.org/", "Parkwatch")
