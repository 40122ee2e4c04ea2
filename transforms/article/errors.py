"""What the reader raises for a page that is no article."""

from __future__ import annotations

from parkwatch.errors import ParkwatchError


class UnreadablePage(ParkwatchError):  # noqa: N818  (the name is the contract of docs/architecture.md)
    """A page that cannot be read as an article.

    ``rule`` is a short code (``empty``, ``not_html``, ``too_large``, ``too_deep``, ``no_body``) that the quarantine groups by,
    ``reason`` one sentence for its reader.
    """

    def __init__(self, rule: str, reason: str) -> None:
        super().__init__(f"{rule}: {reason}")
        self.rule = rule
        self.reason = reason
