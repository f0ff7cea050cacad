"""`answerable --help` names every command once, under what it is about."""

from typer.main import get_group
from typer.testing import CliRunner

from answerable.cli.main import SUBJECTS, app


def test_every_command_stands_under_one_subject() -> None:
    named = [name for names in SUBJECTS.values() for name in names]
    assert sorted(named) == sorted(get_group(app).commands)


def test_the_help_says_the_first_sentence_of_a_command_whole() -> None:
    told = " ".join(CliRunner().invoke(app, ["--help"]).output.split())
    assert "The ledger: check, correct, erase, sign:" in told
    assert "Copy the whole record, with its keys and accounts, to another database" in told
