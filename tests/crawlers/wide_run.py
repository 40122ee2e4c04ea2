"""A child that asks 16 addresses at once: what our own settings never do, so that the manners must hold by themselves."""

import sys

from crawlers.run import main
from crawlers.settings import SETTINGS

SETTINGS |= {"CONCURRENT_REQUESTS": 16, "CONCURRENT_REQUESTS_PER_DOMAIN": 16}
sys.exit(main())
