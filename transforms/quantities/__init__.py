"""Numbers with their units: what an article counts and measures, told from thresholds and from numbers that are no figures."""

from transforms.quantities.numerals import numeral
from transforms.quantities.records import Quantity, Role
from transforms.quantities.scanning import scan
from transforms.quantities.units import normal, unit_pattern

__all__ = ["Quantity", "Role", "normal", "numeral", "scan", "unit_pattern"]
