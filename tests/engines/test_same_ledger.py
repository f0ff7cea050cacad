"""The tests of `operations.test_ledger` on PostgreSQL: `home` is the one of this folder."""

import pytest

from tests.operations.test_ledger import *  # noqa: F403  # its tests and its fixtures

pytestmark = pytest.mark.engines

del (  # these speak of a file
    test_verify_names_the_entry_and_exits_1,  # noqa: F821
    test_verify_tells_a_missing_trigger_as_a_fault,  # noqa: F821
    test_verify_of_a_folder_without_a_record_is_refused_and_makes_nothing,  # noqa: F821
)
