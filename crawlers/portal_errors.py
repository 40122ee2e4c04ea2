"""Say what is wrong in a portal file: the field's path, what is wrong with it, what to do."""

from __future__ import annotations

from typing import Any, get_args

from pydantic import BaseModel, ValidationError


def describe(error: ValidationError, model: type[BaseModel]) -> str:
    """All faults on one line, without the values' dump."""
    faults = []
    for fault in error.errors(include_input=False, include_url=False):
        where = ".".join(str(part) for part in fault["loc"])
        if fault["type"] == "extra_forbidden":
            known = _fields_at(model, fault["loc"][:-1])
            faults.append(f"{where}: unknown field; remove it or mend its name (known: {', '.join(known)})")
        elif fault["type"] == "missing":
            faults.append(f"{where}: is missing; add it")
        else:
            message = fault["msg"].removeprefix("Value error, ")
            faults.append(f"{where}: {message}" if where else message)
    return "; ".join(faults)


def _fields_at(model: type[BaseModel], path: tuple[int | str, ...]) -> list[str]:
    """Names of the fields of the model that stands at ``path`` in ``model``."""
    for part in path:
        if isinstance(part, int):
            continue
        annotation: Any = model.model_fields[part].annotation
        candidates = (annotation, *get_args(annotation))
        model = next((c for c in candidates if isinstance(c, type) and issubclass(c, BaseModel)), model)
    return sorted(set(model.model_fields) - {"portal", "definition_digest"})
