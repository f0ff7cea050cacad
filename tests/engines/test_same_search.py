"""The tests of `unit.store.test_search` on PostgreSQL: `home` is the one of this folder."""

import pytest

from tests.unit.store.test_search import *  # noqa: F403  # its tests and its fixtures

pytestmark = pytest.mark.engines
