"""The tests of the search in `unit.store` on PostgreSQL: `home` is the one of this folder."""

import pytest

from tests.unit.store.test_search import *  # noqa: F403  # its tests and its fixtures
from tests.unit.store.test_search_telling import *  # noqa: F403  # as above

pytestmark = pytest.mark.engines
