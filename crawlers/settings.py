"""Scrapy's settings: every default that is not safe for a guest, or for us, is changed here, with the reason."""

from __future__ import annotations

from typing import Any

# The whole lists: Scrapy's own bases are replaced, so that what runs is what stands here and nothing else is loaded
# (its telnet console and remote control open ports; its robots.txt leaks; proxies hide which address is connected to;
# no portal gets a password or a cookie; the archive and the validators are ours).
MIDDLEWARES: dict[str, int] = {
    # Towards the downloader by ascending number, back by descending.
    "crawlers.middlewares.guard.GuardMiddleware": 50,
    "crawlers.middlewares.robots.RobotsMiddleware": 100,
    "scrapy.downloadermiddlewares.downloadtimeout.DownloadTimeoutMiddleware": 350,
    "scrapy.downloadermiddlewares.defaultheaders.DefaultHeadersMiddleware": 400,
    "scrapy.downloadermiddlewares.useragent.UserAgentMiddleware": 500,
    "crawlers.middlewares.pacing.PoliteRetryMiddleware": 550,
    "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": 600,
    "crawlers.middlewares.archiving.ArchiveMiddleware": 610,  # above redirects and retries: these see only what is archived
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": 620,  # above the archive: it holds decoded bodies
    "scrapy.downloadermiddlewares.stats.DownloaderStats": 850,
    "crawlers.middlewares.pacing.PaceMiddleware": 950,  # the last before the downloader
}
EXTENSIONS: dict[str, int] = {
    "scrapy.extensions.corestats.CoreStats": 0,
    "scrapy.extensions.logcount.LogCount": 0,
    "scrapy.extensions.memusage.MemoryUsage": 0,
}

SETTINGS: dict[str, Any] = {
    "BOT_NAME": "parkwatch",
    "DOWNLOADER_MIDDLEWARES_BASE": MIDDLEWARES,
    "EXTENSIONS_BASE": EXTENSIONS,
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
    "RETRY_TIMES": 2,
    "RETRY_HTTP_CODES": [429, 500, 502, 503, 504],
    "HTTPERROR_ALLOW_ALL": True,  # the spider books every status
    "REFERRER_POLICY": "no-referrer",
    "DEFAULT_REQUEST_HEADERS": {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                                "Accept-Language": "zh-CN,zh;q=0.9"},
    "SCHEDULER_MEMORY_QUEUE": "scrapy.squeues.FifoMemoryQueue",  # in the lists' order: the newest first
    "DUPEFILTER_CLASS": "scrapy.dupefilters.BaseDupeFilter",  # the frontier knows what was asked
    "MEMUSAGE_LIMIT_MB": 2048,
    "LOG_LEVEL": "WARNING",
    "LOG_FORMAT": "%(levelname)s %(name)s: %(message)s",
}
