"""The tests of `operations.test_closing` on PostgreSQL: `home` is the one of this folder."""

import pytest

from tests.operations.test_closing import *  # noqa: F403  # its tests and its fixtures

pytestmark = pytest.mark.engines
