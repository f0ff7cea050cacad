"""The rules of the check are made when something is checked: a start does not wait for them."""

import subprocess
import sys
from pathlib import Path

from answerable.config import config
from answerable.operations import sensitivity

_PROGRAM = """
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "answerable.settings"
import django
django.setup()
from importlib import import_module
from django.conf import settings
import_module(settings.ROOT_URLCONF)
from answerable.operations import sensitivity
rules = "answerable.publishing.sensitivity.together"
print(rules in sys.modules)
sensitivity.ready()
print(rules in sys.modules)
"""


def test_the_program_of_all_pages_is_read_without_the_rules(home: Path) -> None:
    environment = {"ANSWERABLE_HOME": str(config().home), "PATH": ""}
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == ["False", "True"], done.stderr


def test_having_them_ready_holds_nothing(home: Path) -> None:
    sensitivity.ready()
    assert not sensitivity.held(sensitivity.passages_of("Nothing is told."))
