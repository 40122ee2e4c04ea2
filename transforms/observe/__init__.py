"""From an article to its observations: clauses, marks, subjects, periods, measures and indicators, attached to each figure."""

from transforms.observe.build import observe

__all__ = ["observe"]
