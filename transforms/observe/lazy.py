"""Attributes that are worked out when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class lazy(Generic[T]):  # noqa: N801 - written as a decorator, as property is
    """What ``functools.cached_property`` is from Python 3.12 on: without the lock that the one of 3.11 takes each time."""

    def __init__(self, work_out: Callable[..., T]) -> None:
        self._work_out = work_out
        self._name = work_out.__name__
        self.__doc__ = work_out.__doc__

    def __get__(self, instance: object, owner: type) -> T:
        """The value; kept in the instance's own dictionary, where it is found from then on."""
        value = instance.__dict__[self._name] = self._work_out(instance)
        return value
