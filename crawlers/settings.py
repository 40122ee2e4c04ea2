"""Scrapy's settings: every default that is not safe for a guest, or for us, is changed here, with the reason."""

from __future__ import annotations

from typing import Any

MIDDLEWARES: dict[str, int | None] = {
    # Towards the downloader by ascending number, back by descending.
    "crawlers.middlewares.guard.GuardMiddleware": 50,
    "crawlers.middlewares.robots.RobotsMiddleware": 100,
    "crawlers.middlewares.pacing.PoliteRetryMiddleware": 550,
    "crawlers.middlewares.archiving.ArchiveMiddleware": 610,  # above redirects (600): these see only what is archived
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": 620,  # above the archive: it holds decoded bodies
    "crawlers.middlewares.pacing.PaceMiddleware": 950,  # the last before the downloader
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,  # the guard does it, and says why
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,  # it leaks; ours stands in
    "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,  # ours derives from it
    "scrapy.downloadermiddlewares.httpauth.HttpAuthMiddleware": None,
}

SETTINGS: dict[str, Any] = {
    "BOT_NAME": "parkwatch",
    "DOWNLOADER_MIDDLEWARES": MIDDLEWARES,
    "ROBOTSTXT_OBEY": True,  # said for a reader of the settings; RobotsMiddleware does it
    # One portal a process and one request at a time: one host, one queue.
    "CONCURRENT_REQUESTS": 1,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
    "DOWNLOAD_DELAY": 0,  # PaceMiddleware holds the delay, since Crawl-delay and Retry-After change it
    "DOWNLOAD_DELAY_JITTER": 0,
    "DOWNLOAD_HANDLERS": {"data": None, "file": None, "ftp": None, "s3": None},
    "DOWNLOAD_MAXSIZE": 16 << 20,  # also of a body after decompression
    "DOWNLOAD_WARNSIZE": 0,
    "DOWNLOAD_TIMEOUT": 30,  # of the whole answer, so a body of a byte a second ends too; the portal file may change it
    "DOWNLOAD_FAIL_ON_DATALOSS": True,  # a torn body is a failure, the last good version stays
    "DOWNLOAD_VERIFY_CERTIFICATES": True,
    "DNS_TIMEOUT": 10,
    "REDIRECT_MAX_TIMES": 5,
    "METAREFRESH_ENABLED": False,  # a page that only jumps elsewhere is a blocked page
    "RETRY_TIMES": 2,
    "RETRY_HTTP_CODES": [429, 500, 502, 503, 504],
    "HTTPERROR_ALLOW_ALL": True,  # the spider books every status
    "HTTPPROXY_ENABLED": False,  # through a proxy nobody sees which address is connected to
    "COOKIES_ENABLED": False,
    "REFERRER_POLICY": "no-referrer",
    "DEFAULT_REQUEST_HEADERS": {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                                "Accept-Language": "zh-CN,zh;q=0.9"},
    "DUPEFILTER_CLASS": "scrapy.dupefilters.BaseDupeFilter",  # the frontier knows what was asked
    "TELNETCONSOLE_ENABLED": False,
    "REMOTE_CONTROL_ENABLED": False,
    "MEMUSAGE_LIMIT_MB": 2048,
    "LOG_LEVEL": "WARNING",
    "LOG_FORMAT": "%(levelname)s %(name)s: %(message)s",
}
