"""What every command shares: the clock, who acts, options, and how a refusal is shown."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, is_dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from secrets import token_hex
from typing import Annotated, Any, NoReturn

import typer

from answerable.publishing.sensitivity.model import HeldBack
from answerable.vocabulary import times
from answerable.vocabulary.access import Actor
from answerable.vocabulary.refusal import Refusal

DONE, DOES_NOT_HOLD, REFUSED, DEFECT = 0, 1, 2, 70

LONGEST_SENTENCE = 1_000
"""Characters of a refusal on a screen; of a longer one, which quotes much, the ends are shown."""


def _use_home(home: Path | None) -> Path | None:
    if home is not None:
        os.environ["ANSWERABLE_HOME"] = str(home)
    return home


Home = Annotated[
    Path | None,
    typer.Option("--home", help="The home folder (else ANSWERABLE_HOME).", callback=_use_home),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
By = Annotated[
    str | None,
    typer.Option("--by", help="The office that acts, as body/office.", metavar="OFFICE"),
]
Seen = Annotated[
    int | None,
    typer.Option("--seen", help="Sequence number you had read; default: the head now."),
]
CommandKey = Annotated[
    str | None,
    typer.Option("--command-key", help="Repeat a command safely: the same key acts once."),
]
Valid = Annotated[
    str | None, typer.Option("--valid", help="As at this date.", metavar="YYYY-MM-DD")
]
Known = Annotated[
    int | None,
    typer.Option("--known", help="As the record stood at this entry.", metavar="N", min=0),
]
Said = Annotated[
    str | None,
    typer.Option("--said", help="What sources had published by then.", metavar="YYYY-MM-DD"),
]


def now() -> datetime:
    """The clock of the command line: read here and handed on."""
    return datetime.now(UTC)  # noqa: TID251  # the door is where the clock is read


def today() -> date:
    """Today where this machine stands."""
    return now().astimezone().date()


def day(text: str | None, *, what: str) -> date | None:
    """A date of an option, or a refusal."""
    return None if text is None else times.day(text, what=what)


def actor(by: str | None) -> Actor:
    """Who acts, from `--by body/office`; default: the demonstration's governance officer."""
    from answerable.operations import people

    return replace(people.acting_as(by), on=today())


def command_key(key: str | None) -> str:
    """The key that makes a command act once; a fresh one when none is given."""
    return key or token_hex(16)


def refuse(refusal: Refusal) -> NoReturn:
    """Say why not, in one sentence, and end with exit code 2.

    Of words that are held, each follows with where it stands, then the command that releases it.
    """
    typer.echo(visible(refusal.sentence), err=True)
    if isinstance(refusal, HeldBack):
        for line in refusal.lines:
            typer.echo(visible(line), err=True)
    raise typer.Exit(REFUSED)


def visible(sentence: str) -> str:
    """A sentence that may quote what was typed: a control character is shown, never obeyed."""
    shown = "".join(
        c if c.isprintable() else c.encode("unicode_escape").decode() for c in sentence
    )
    if len(shown) <= LONGEST_SENTENCE:
        return shown
    half = LONGEST_SENTENCE // 2
    return f"{shown[:half]} … {shown[-half:]}"


@contextmanager
def shown_refusals() -> Iterator[None]:
    """A door catches a Refusal and nothing else."""
    try:
        yield
    except Refusal as refusal:
        refuse(refusal)


def say(value: Any, *, as_json: bool = False) -> None:
    """Print a result: JSON, or lines of text."""
    if as_json:
        plain = asdict(value) if is_dataclass(value) and not isinstance(value, type) else value
        typer.echo(json.dumps(plain, ensure_ascii=False, default=str))
    elif isinstance(value, str):
        typer.echo(value)
    else:
        for line in value:
            typer.echo(line)


def progress(sentence: str) -> None:
    """Say what is being done, to whoever watches a terminal; never into a file or a pipe."""
    if sys.stderr.isatty():
        typer.echo(sentence, err=True)


def receipt(given: Any, *, as_json: bool = False) -> None:
    """What a changing command answers: which entry it made."""
    if given is None:
        say("Confirmed. This kind has no fact of its own; nothing entered the record.")
    elif as_json:
        say(given, as_json=True)
    elif given.count == 0:
        say("Nothing new: it was on the record already.")
    else:
        many = f"entries {given.first} to {given.last}" if given.count > 1 else "entry"
        number = "" if given.count > 1 else f" {given.first}"
        say(f"Recorded as {many}{number}; the record has {given.size} entries.")


def out_bytes(data: bytes) -> None:
    """Write bytes to standard output as they are: UTF-8, LF."""
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
