"""A home folder for each test that needs one, made once and copied; never the user's own."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import caches
from django.db import connections
from hypothesis import settings
from pytest_django.plugin import DjangoDbBlocker

from answerable.config import config
from answerable.ledger.book import Book
from answerable.store.book import book as the_book
from answerable.store.engine import database, start
from answerable.store.writes import appender

_elsewhere = tempfile.mkdtemp(prefix="answerable-tests-")
os.environ["ANSWERABLE_HOME"] = str(Path(_elsewhere) / "home")
for _name in ("ANSWERABLE_SECRET_KEY", "ANSWERABLE_SECRET_KEY_FILE", "ANSWERABLE_HOSTS"):
    os.environ.pop(_name, None)
config.cache_clear()

settings.register_profile("quick", max_examples=30, deadline=None)
settings.register_profile("deep", max_examples=2_000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


def pytest_unconfigure() -> None:
    """Leave nothing behind."""
    appender.stop()
    shutil.rmtree(_elsewhere, ignore_errors=True)


def use_home(folder: Path) -> Path:
    """Make a folder the home in force, for the store and for Django."""
    appender.stop()
    database.close()
    os.environ["ANSWERABLE_HOME"] = str(folder)
    config.cache_clear()
    by_django = connections["default"]
    by_django.close()
    by_django.settings_dict["NAME"] = str(config().database)
    return folder


@pytest.fixture(scope="session")
def made_home(
    tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker
) -> Path:
    """A home folder with empty tables, migrated once and copied for each test."""
    with django_db_blocker.unblock():
        folder = use_home(tmp_path_factory.mktemp("made") / "home")
        start.ready()
        database.close()
        connections["default"].close()
    return folder


@pytest.fixture(autouse=True)
def nobody_asked_yet() -> None:
    """Who asks how often is counted anew in each test: all of them ask from one address."""
    caches["limits"].clear()


@pytest.fixture
def home(made_home: Path, tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Path]:
    """A fresh, empty home folder in force for this test, for the store and for pages."""
    before = Path(os.environ["ANSWERABLE_HOME"])
    shutil.copytree(made_home, tmp_path / "home")
    with django_db_blocker.unblock():
        yield use_home(tmp_path / "home")
        use_home(before)


@pytest.fixture
def book(home: Path) -> Book:
    """The book of a fresh home."""
    return the_book()
