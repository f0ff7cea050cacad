"""Counts of who asks how often start anew with each test."""

from collections.abc import Iterator

import pytest
from django.core.cache import caches


@pytest.fixture(autouse=True)
def nobody_asked_yet() -> Iterator[None]:
    caches["limits"].clear()
    yield
    caches["limits"].clear()
