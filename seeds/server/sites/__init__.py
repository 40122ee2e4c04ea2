"""One module a site: it builds all pages of its site for the address that the site will have."""

from __future__ import annotations

from collections.abc import Callable

from seeds.server.page import Site
from seeds.server.sites import aggregator, bare, epaper, farm, lettings

BUILDERS: dict[str, Callable[[str], Site]] = {
    "seed-aggregator": aggregator.build,
    "seed-epaper": epaper.build,
    "seed-lettings": lettings.build,
    "seed-farm": farm.build,
    "seed-bare": bare.build,
}
"""The sites in the order of the seeds, and so of their ports."""
