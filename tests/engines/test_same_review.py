"""The tests of `unit.store.test_review` on PostgreSQL: `home` is the one of this folder."""

import pytest

from tests.unit.store.test_review import *  # noqa: F403  # its tests and its fixtures

pytestmark = pytest.mark.engines
