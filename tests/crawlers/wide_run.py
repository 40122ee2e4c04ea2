"""A child that asks 16 addresses at once: what our own settings never do, so that the manners must hold by themselves."""

import os
import sys

from crawlers.middlewares import robots
from crawlers.run import main
from crawlers.settings import SETTINGS

robots.KEEP_SECONDS = float(os.environ.get("PW_TEST_KEEP_SECONDS", robots.KEEP_SECONDS))
SETTINGS |= {"CONCURRENT_REQUESTS": 16, "CONCURRENT_REQUESTS_PER_DOMAIN": 16}
sys.exit(main())
