"""Templates learned from a portal's pages, so that a backfill reads the next million of them straight."""

from transforms.templates.layout import Layout, Misfit
from transforms.templates.learning import learn
from transforms.templates.reader import Event, TemplatedReader
from transforms.templates.template import Template, TemplateError

__all__ = ["Event", "Layout", "Misfit", "Template", "TemplateError", "TemplatedReader", "learn"]
