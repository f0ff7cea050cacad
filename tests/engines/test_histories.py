"""Fold = projection = rebuild, and the naive list, over random histories on PostgreSQL.

The machine is that of `tests/properties/test_store.py`; so both databases are set against the
same fold and the same list.
"""

from pathlib import Path

import pytest

from tests.engines.conftest import emptied, use_book
from tests.properties.test_store import Records, run

pytestmark = pytest.mark.engines


class OnServer(Records):
    """The same commands and the same laws, on the server."""

    address: str

    def fresh(self, home: Path) -> None:
        """A home of its own, so that nothing is cached, and the emptied database."""
        super().fresh(home)
        use_book(self.address)
        emptied(self.address)


@pytest.mark.usefixtures("home")
def test_random_histories_read_the_same_on_the_server(made_home: Path, shared: str) -> None:
    Records.made = made_home
    OnServer.address = shared
    run(OnServer)
