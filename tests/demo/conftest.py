"""Both stories loaded once into a home; a test that writes gets a copy of its own."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from answerable.operations import demo
from tests.conftest import use_home

NOW = datetime(2026, 11, 25, 14, 2, tzinfo=UTC)


@pytest.fixture(scope="session")
def told_home(
    made_home: Path, tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker
) -> Path:
    """A home that holds both stories; read it, never write to it."""
    folder = tmp_path_factory.mktemp("told") / "home"
    shutil.copytree(made_home, folder)
    with django_db_blocker.unblock():
        use_home(folder)
        demo.load(at=NOW)
        use_home(made_home)
    return folder


@pytest.fixture
def told(told_home: Path, django_db_blocker: DjangoDbBlocker, made_home: Path) -> Iterator[Path]:
    """The home of both stories in force, for reading only."""
    with django_db_blocker.unblock():
        yield use_home(told_home)
        use_home(made_home)


@pytest.fixture
def own(
    told_home: Path, tmp_path: Path, django_db_blocker: DjangoDbBlocker, made_home: Path
) -> Iterator[Path]:
    """A copy of the home of both stories, to write to."""
    shutil.copytree(told_home, tmp_path / "home")
    with django_db_blocker.unblock():
        yield use_home(tmp_path / "home")
        use_home(made_home)


@pytest.fixture
def reader() -> Client:
    """A reader on this machine."""
    return Client(HTTP_HOST="127.0.0.1")
