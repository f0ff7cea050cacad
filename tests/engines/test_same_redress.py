"""The tests of `operations.test_redress` on PostgreSQL: `home` is the one of this folder."""

import pytest

from tests.operations.test_redress import *  # noqa: F403  # its tests and its fixtures

pytestmark = pytest.mark.engines

del (  # these speak of a file
    test_a_report_is_not_in_the_tables_that_search_reads,  # noqa: F821
)
