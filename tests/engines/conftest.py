"""A fresh, empty record on PostgreSQL for each test of this folder, in a home of its own."""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest
from django.db import connections
from django.db.utils import load_backend
from pytest_django.plugin import DjangoDbBlocker

from answerable.config import Config, config
from answerable.ledger.merkle import EMPTY_ROOT
from answerable.settings import database_of
from answerable.store.engine import database, start
from answerable.store.engine.postgres import Postgres
from answerable.store.writes import appender
from tests.conftest import use_home
from tests.engines.server import NoServer, Server

_numbers = count()


def use_book(address: str) -> None:
    """Make a record the one in force, for the store and for Django; "" is the home's own file."""
    appender.stop()
    database.close()
    os.environ["ANSWERABLE_BOOK"] = address
    config.cache_clear()
    connections["default"].close()
    asked = connections.configure_settings({"default": database_of(config())})["default"]
    connections["default"] = load_backend(asked["ENGINE"]).DatabaseWrapper(asked, "default")


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """One PostgreSQL server for the session."""
    try:
        held = Server()
    except NoServer as reason:
        pytest.skip(f"{reason}: nothing is proven on PostgreSQL")
    yield held
    held.end()


@pytest.fixture(scope="session")
def template(
    server: Server, tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker
) -> str:
    """The name of a database with empty tables, which others are copied from."""
    address = server.address("made")
    made = Config(tmp_path_factory.mktemp("made-on-server"), (), book_given=address)
    with django_db_blocker.unblock():
        start.migrate(made)
    return "made"


@pytest.fixture
def another(server: Server, template: str) -> Iterator[str]:
    """The address of a database of the test's own with empty tables: seconds to make."""
    name = f"record{next(_numbers)}"
    yield server.address(name, like=template)
    server.drop(name)


@pytest.fixture(scope="session")
def shared(server: Server, template: str) -> str:
    """The address of the database that most tests use, one after another."""
    return server.address("shared", like=template)


def emptied(address: str) -> None:
    """Nothing on the record again: triggers pass over this session of a superuser."""
    with closing(Postgres(address).connect()) as raw:
        raw.execute("BEGIN; SET LOCAL session_replication_role = replica")
        for (table,) in raw.execute(_TABLES).fetchall():
            raw.execute(f"DELETE FROM {table}")  # noqa: S608  # a name from the catalogue
        raw.execute("UPDATE head SET size = 0, root = ?, frontier = ?", (EMPTY_ROOT, b""))
        raw.execute("COMMIT")


_TABLES = """
SELECT c.oid::regclass FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND n.nspname IN ('public', 'vault')
    AND c.relname NOT LIKE 'django%' AND c.relname NOT LIKE 'auth_%' AND c.relname <> 'head'"""


@pytest.fixture
def home(
    made_home: Path, shared: str, tmp_path: Path, django_db_blocker: DjangoDbBlocker
) -> Iterator[Path]:
    """A home in force whose record lies on PostgreSQL."""
    before = Path(os.environ["ANSWERABLE_HOME"])
    shutil.copytree(made_home, tmp_path / "home")
    with django_db_blocker.unblock():
        use_home(tmp_path / "home")
        use_book(shared)
        yield tmp_path / "home"
        use_book("")
        emptied(shared)
        use_home(before)
