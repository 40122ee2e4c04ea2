"""The decorator of the records that are made by the thousand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def record(cls: type[T]) -> type[T]:
    """A dataclass with slots that nobody changes.

    That it stays as it was made is checked by mypy, not at run time: ``frozen=True`` sets each field through
    ``object.__setattr__``, which makes a record of fifteen fields six times as dear to build.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)
