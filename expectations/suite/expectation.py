"""What one entry of a suite is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Subject = Literal["article", "observation", "batch"]


@dataclass(frozen=True, slots=True)
class Expectation:
    """One expectation: what must hold of each row of its subject's asset, and what a person is told where it does not.

    ``must_hold`` is an SQL condition over the columns of ``expectations/sql/<subject>.sql``; neither false nor null holds.
    The reason of a batch expectation is a format string over the columns of ``batch.sql``.
    """

    name: str
    subject: Subject
    must_hold: str
    reason: str

    @property
    def severity(self) -> Literal["row", "batch"]:
        """``row`` sends the rows that break it to quarantine, ``batch`` keeps the portal's whole batch out."""
        return "batch" if self.subject == "batch" else "row"
