"""A crawl asks more lists in a minute than one address may: counts start anew with each test."""

from tests.api.conftest import nobody_asked_yet

__all__ = ["nobody_asked_yet"]
