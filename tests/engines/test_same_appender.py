"""The tests of `unit.store.test_appender` on PostgreSQL: `home` is the one of this folder."""

import pytest

from tests.unit.store.test_appender import *  # noqa: F403  # its tests and its fixtures

pytestmark = pytest.mark.engines

del (  # these speak of a file
    test_a_stopped_holder_of_the_lock_gives_a_refusal,  # noqa: F821
)
