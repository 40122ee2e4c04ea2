"""A figure with what it measures, ready to be written down."""

from __future__ import annotations

from typing import NamedTuple

from parkwatch.records import Stance
from transforms.observe.measures import Measured
from transforms.observe.model import Draft, Indicated, Subject
from transforms.observe.timing import When
from transforms.observe.window import Window
from transforms.quantities import Quantity


class Finding(NamedTuple):
    """A figure with what it measures; ``carrier`` is the figure it hangs on, the rest is what was known of it beforehand."""

    quantity: Quantity
    window: Window
    measured: Measured
    what: Indicated
    carrier: Draft | None = None
    subject: Subject | None = None
    when: When | None = None
    stance: tuple[Stance, str] | None = None  # with its rule

    @property
    def goes_on(self) -> Draft | None:
        """The carrier, where it stands in the same sentence."""
        return self.carrier if self.carrier is not None and self.carrier.sentence == self.window.sentence else None
