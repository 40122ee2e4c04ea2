"""The table of a portal file's fields, made from the model; ``python -m crawlers.portal_table`` prints it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from crawlers.portal import ArticleRules, Assertions, ListSource, Portal

NOT_WRITTEN = {"portal", "definition_digest"}  # taken from the file itself
PARTS: tuple[tuple[str, type[BaseModel]], ...] = (
    ("", Portal), ("lists[].", ListSource), ("articles.", ArticleRules), ("assertions.", Assertions))


def field_table() -> str:
    """A Markdown table: field, default, what it is."""
    return "\n".join(["| field | default | what it is |", "| --- | --- | --- |", *_rows()])


def _rows() -> Iterator[str]:
    for prefix, model in PARTS:
        for name, field in model.model_fields.items():
            if name not in NOT_WRITTEN and not isinstance(field.default, BaseModel) and f"{name}[]." != PARTS[1][0]:
                yield f"| `{prefix}{name}` | {_default(field)} | {field.description} |"


def _default(field: FieldInfo) -> str:
    if field.is_required():
        return "needed"
    default: Any = field.default
    if default in {None, "", ()}:
        return ""
    return f"`{str(default).lower() if isinstance(default, bool) else default}`"


if __name__ == "__main__":
    print(field_table())
