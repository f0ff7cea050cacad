"""The optional compiler of the fast path: numba, where the extra `fast` is installed."""

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import ParamSpec, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")


def available() -> bool:
    """Is the compiler installed?"""
    return find_spec("numba") is not None


def compiled(function: Callable[P, R]) -> Callable[P, R]:
    """The function compiled, and kept between runs where a folder can be written to."""
    if not available():
        return function
    numba = import_module("numba")  # loaded by name: the product starts without it
    try:
        made = numba.njit(cache=True)(function)
    except RuntimeError:  # no folder for compiled code: compile again in each run
        made = numba.njit(function)
    return cast("Callable[P, R]", made)
