"""The times that an article names: found in its text, and resolved on its own date to SDMX periods."""

from transforms.periods.inference import GUESSED, WORK_REPORT, infer_published
from transforms.periods.mentions import PeriodMention
from transforms.periods.resolving import resolve
from transforms.periods.scanning import scan
from transforms.periods.sdmx import Period

__all__ = ["GUESSED", "WORK_REPORT", "Period", "PeriodMention", "infer_published", "resolve", "scan"]
