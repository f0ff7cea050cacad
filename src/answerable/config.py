"""One home folder and the names of the site, read once from the environment; no Django.

Nothing is made here: `store/engine/start.py` makes the folder and the secret key.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

SQLITE = "sqlite:///"
DUCKDB = "duckdb:///"
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True)
class Config:
    """What is in force. Every other setting is derived from these values."""

    home: Path
    hosts: tuple[str, ...]
    secret_key_given: str | None = None
    book_given: str | None = None
    observations_given: str | None = None
    proxies: int = 0
    smtp: str = ""
    smtp_user: str = ""
    smtp_password: str | None = None
    smtp_tls: str = "starttls"
    mail_from: str = ""
    site: str = ""

    @classmethod
    def read(cls, environment: Mapping[str, str]) -> "Config":
        """The values of an environment, such as `os.environ`."""
        hosts = tuple(environment.get("ANSWERABLE_HOSTS", "").replace(",", " ").split())
        password = environment.get("ANSWERABLE_SMTP_PASSWORD")
        if not password and (file := environment.get("ANSWERABLE_SMTP_PASSWORD_FILE")):
            password = _content(Path(file))
        secret = environment.get("ANSWERABLE_SECRET_KEY")
        if not secret and (file := environment.get("ANSWERABLE_SECRET_KEY_FILE")):
            secret = _content(Path(file))
        return cls(
            home=Path(environment.get("ANSWERABLE_HOME") or "answerable-home").absolute(),
            hosts=hosts or LOOPBACK,
            secret_key_given=secret or None,
            proxies=_count(environment.get("ANSWERABLE_PROXIES", "")),
            book_given=environment.get("ANSWERABLE_BOOK") or None,
            observations_given=environment.get("ANSWERABLE_OBSERVATIONS") or None,
            smtp=environment.get("ANSWERABLE_SMTP", "").strip(),
            smtp_user=environment.get("ANSWERABLE_SMTP_USER", ""),
            smtp_password=password or None,
            smtp_tls=environment.get("ANSWERABLE_SMTP_TLS") or "starttls",
            mail_from=environment.get("ANSWERABLE_MAIL_FROM", "").strip(),
            site=environment.get("ANSWERABLE_SITE", "").strip().rstrip("/"),
        )

    @cached_property
    def book(self) -> str:
        """The address of the record: `postgresql://...`, or a file of SQLite in the home."""
        return self.book_given or f"{SQLITE}{self.home / 'answerable.sqlite'}"

    @cached_property
    def database(self) -> Path:
        """The file of the ledger, its projections and the work tables, where it is SQLite's."""
        if self.book.startswith(SQLITE):
            return Path(self.book.removeprefix(SQLITE)).absolute()
        return self.home / "answerable.sqlite"

    @cached_property
    def keys(self) -> Path:
        """Secrets of persons and keys of sealed values, apart from the ledger."""
        return self.home / "keys.sqlite"

    @cached_property
    def documents(self) -> Path:
        """Originals by their SHA-256."""
        return self.home / "documents"

    @cached_property
    def observations_address(self) -> str:
        """Which engine reads the numbers, and where they are: `duckdb:///...`, `spark://...`."""
        return self.observations_given or f"{DUCKDB}{self.home / 'observations'}"

    @cached_property
    def observations(self) -> Path:
        """Numbers of the measures, as Parquet: the folder of their address, else in the home."""
        if self.observations_address.startswith(DUCKDB):
            return Path(self.observations_address.removeprefix(DUCKDB)).absolute()
        folder = self.observations_address.partition("://")[2].partition("/")[2]
        return Path(f"/{folder}") if folder else self.home / "observations"

    @cached_property
    def appender_lock(self) -> Path:
        """Processes take turns by a lock on this file."""
        return self.home / "appender.lock"

    @cached_property
    def secret_key_file(self) -> Path:
        """Where the site's secret key is kept when none is given."""
        return self.home / "secret-key"

    @property
    def on_loopback(self) -> bool:
        """Only this machine can reach the site."""
        return set(self.hosts) <= set(LOOPBACK)

    @property
    def secret_key(self) -> str | None:
        """The site's secret key: as given, else the one kept in the home folder."""
        return self.secret_key_given or _content(self.secret_key_file)


@cache
def config() -> Config:
    """The configuration of this process, read when it is first asked for."""
    return Config.read(os.environ)


def _content(file: Path) -> str | None:
    try:
        return file.read_text(encoding="utf-8").strip() or None
    except OSError:
        return None


def _count(text: str) -> int:
    """A small number, as it was set; anything else is none: no proxy is trusted by mistake."""
    return int(text) if text.isascii() and text.isdigit() and len(text) == 1 else 0
