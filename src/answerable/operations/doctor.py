"""What is in force here, where it came from, and what is missing or unsafe."""

import os
import shutil
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from answerable.config import Config
from answerable.operations import accessibility, theme
from answerable.operations.documents import sandbox
from answerable.store.engine import start
from answerable.store.observations.place import place_of
from answerable.vocabulary.refusal import Refusal

LEAST_FREE = 1 << 30
"""Bytes: below a gibibyte free, loading figures or a backup may not end well."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A value in force; a secret is never told, only whether there is one."""

    name: str
    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was looked at: good, to know, or wrong, with what to do."""

    state: str
    words: str


@dataclass(frozen=True, slots=True)
class Examined:
    """All of it; `holds` unless something is wrong."""

    settings: tuple[Setting, ...]
    found: tuple[Found, ...]

    @property
    def holds(self) -> bool:
        """Is nothing wrong?"""
        return all(item.state != "wrong" for item in self.found)

    @property
    def text(self) -> tuple[str, ...]:
        """For a terminal."""
        return (
            *(f"{s.name} = {s.value}   ({s.origin})" for s in self.settings),
            "",
            *(f"{item.state}: {item.words}" for item in self.found),
        )


def doctor() -> Examined:
    """Look at the home in force; nothing is made or changed."""
    settings = start.configured()
    return Examined(
        settings=tuple(_settings(settings)),
        found=(
            *_home(settings),
            *_engine(settings),
            *_site(settings),
            _look(),
            _statement(),
            _mail(settings),
            *_confined(),
            *_packages(settings),
        ),
    )


def _settings(settings: Config) -> Iterator[Setting]:
    given = "as set", "the default"
    yield Setting("home", str(settings.home), given[not os.environ.get("ANSWERABLE_HOME")])
    yield Setting("book", _without_password(settings.book), given[not settings.book_given])
    yield Setting(
        "observations",
        _without_password(settings.observations_address),
        given[not settings.observations_given],
    )
    yield Setting("hosts", ", ".join(settings.hosts), given[settings.on_loopback])
    kept = "as set" if settings.secret_key_given else f"{settings.secret_key_file}"
    there = settings.secret_key is not None
    yield Setting(
        "secret key", "set" if there else "none yet", kept if there else "made at first use"
    )
    yield Setting("proxies trusted", str(settings.proxies), given[not settings.proxies])
    yield Setting("mail server", settings.smtp or "none", given[not settings.smtp])


def _home(settings: Config) -> Iterator[Found]:
    place = settings.home
    if not place.exists():
        yield Found("note", f"{place} does not exist yet; the first command that writes makes it.")
        return
    if not os.access(place, os.W_OK):
        yield Found(
            "wrong", f"{place} cannot be written to. Give its owner the right, or move it."
        )
    free = shutil.disk_usage(place).free
    if free < LEAST_FREE:
        yield Found("wrong", f"Only {free >> 20:,} MiB are free where {place} lies. Make room.")
    yield from _private(settings.secret_key_file, settings.keys, place / "signer.json")
    try:
        faults = start.unsafe() if settings.database.exists() or settings.book_given else []
    except Refusal as refusal:
        faults = [refusal.sentence]
    yield from (Found("wrong", fault) for fault in faults)
    if not faults:
        yield Found("good", "The database waits for the disk, and its guards stand.")


def _engine(settings: Config) -> Iterator[Found]:
    try:
        place_of(settings.observations_address)
    except Refusal as refusal:
        yield Found("wrong", refusal.sentence)


def _private(*files: Path) -> Iterator[Found]:
    for file in files:
        if file.exists() and stat.S_IMODE(file.stat().st_mode) & 0o077:
            yield Found("wrong", f"Others can read {file}. Run: chmod 600 {file}")


def _site(settings: Config) -> Iterator[Found]:
    if settings.on_loopback:
        yield Found("note", "Only this machine can reach the site (ANSWERABLE_HOSTS is not set).")
        return
    if settings.secret_key_given is None:
        yield Found("wrong", "A site that others reach needs ANSWERABLE_SECRET_KEY or its _FILE.")
    if not settings.proxies:
        yield Found(
            "note",
            "No proxy is trusted: if one stands before this site, set ANSWERABLE_PROXIES=1, or "
            "limits on guessing count every reader as one.",
        )


def _look() -> Found:
    try:
        seen = theme.checked()
    except (theme.BadTheme, OSError) as error:
        words = (
            error.sentence if isinstance(error, Refusal) else f"{theme.FILE}: {error.strerror}."
        )
        return Found("wrong", f"{words} Until then pages have Answerable's own look.")
    if seen == theme.Theme():
        return Found("note", f"The site has Answerable's own name and look (no {theme.FILE}).")
    return Found("good", f"The site is called {seen.name}, with the colour {seen.colour}.")


def _statement() -> Found:
    try:
        told = accessibility.checked()
    except (accessibility.BadStatement, OSError) as error:
        words = (
            error.sentence
            if isinstance(error, Refusal)
            else f"{accessibility.FILE}: {error.strerror}."
        )
        return Found("wrong", f"{words} Until then the accessibility statement names no contact.")
    if told is None:
        return Found(
            "note",
            f"The accessibility statement names no contact (no {accessibility.FILE}).",
        )
    return Found("good", f"The accessibility statement names {told.contact}.")


def _mail(settings: Config) -> Found:
    if settings.smtp:
        return Found("good", f"Mail goes out through {settings.smtp}.")
    return Found("note", "No mail server is set: invitations and digests are shown, not sent.")


def _confined() -> Iterator[Found]:
    try:
        held = sandbox.confinement()
    except Refusal as refusal:
        yield Found("wrong", refusal.sentence)
        return
    what = [name for name in ("memory", "files") if held.get(name)]
    if network := held.get("network"):
        what.append(f"network ({network})")
        yield Found("good", f"Documents are read in a child without: {', '.join(what)}.")
    else:
        yield Found(
            "note", "This machine cannot deny the network to the child that reads documents."
        )


def _packages(settings: Config) -> Iterator[Found]:
    for name, extra, wanted in (
        ("psycopg", "postgres", settings.book.startswith("postgres")),
        ("pyspark", "spark", settings.observations_address.startswith("spark")),
    ):
        if wanted and find_spec(name) is None:
            yield Found(
                "wrong", f"{name} is missing. Install it: pip install 'answerable[{extra}]'"
            )
    if find_spec("numba") is None:
        yield Found(
            "note",
            "Charts are worked out without numba; pip install 'answerable[fast]' is faster.",
        )


def _without_password(address: str) -> str:
    scheme, mark, rest = address.partition("://")
    if "@" not in rest:
        return address
    who, _, place = rest.rpartition("@")
    return f"{scheme}{mark}{who.partition(':')[0]}@{place}"
