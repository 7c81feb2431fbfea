"""A property that is worked out once, when it is first asked for."""

from collections.abc import Callable
from typing import Generic, TypeVar

V = TypeVar("V")


class lazy(Generic[V]):  # noqa: N801 - it is used like `property`
    """Like functools.cached_property, without its lock: a page is read by one thread, and a date asks several."""

    def __init__(self, work_out: Callable[..., V]) -> None:
        self._work_out = work_out
        self._name = work_out.__name__
        self.__doc__ = work_out.__doc__

    def __get__(self, instance: object, owner: type) -> V:
        """Work it out and keep it in the place of the property."""
        value = instance.__dict__[self._name] = self._work_out(instance)
        return value
