"""The tests of `unit.store.test_visibility` on PostgreSQL: `home` is the one of this folder."""

import pytest

from tests.unit.store.test_visibility import *  # noqa: F403  # its tests and its fixtures

pytestmark = pytest.mark.engines
