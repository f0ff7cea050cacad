"""The tests of `unit.store.test_closing_guard` on PostgreSQL: `home` is the one of this folder."""

import pytest

from tests.unit.store.test_closing_guard import *  # noqa: F403  # its tests and its fixtures

pytestmark = pytest.mark.engines
