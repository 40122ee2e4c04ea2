"""When a figure holds: the period its sentence names, else the one that the text has been speaking of."""

from transforms.observe.timing.kinds import EVENTS, FIXED, Asked, is_stock, kind_of
from transforms.observe.timing.reading import Timing
from transforms.observe.timing.when import NEVER, When, is_future, is_past

__all__ = ["EVENTS", "FIXED", "NEVER", "Asked", "Timing", "When", "is_future", "is_past", "is_stock", "kind_of"]
