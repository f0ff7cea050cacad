"""A PostgreSQL server of the tests' own: started on a free loopback port, stopped at the end.

It lies in a temporary folder and runs as a user without rights, since PostgreSQL refuses root.
The programs are Debian's (`apt install postgresql`); nothing of an installed server is touched.
"""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path

ROOM = 2 * 2**30
CONFIGURED = """
listen_addresses = '127.0.0.1'
port = {port}
unix_socket_directories = ''
max_connections = 60
shared_buffers = 64MB
fsync = on
"""


class NoServer(Exception):
    """There is no PostgreSQL on this machine."""


def programs() -> Path:
    """The folder of `initdb` and `pg_ctl`, the newest where there are several."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"), key=_number)
    on_path = shutil.which("pg_ctl")
    if not found and on_path is None:
        raise NoServer(
            "PostgreSQL is not on this machine. On Debian or Ubuntu: apt install postgresql"
        )
    return (found[-1] if found else Path(str(on_path))).resolve().parent


def _number(place: Path) -> int:
    name = place.parent.parent.name
    return int(name) if name.isdigit() else 0


class Server:
    """One cluster; `address(name)` makes a database and says where it is."""

    def __init__(self) -> None:
        self._bin = programs()
        self._as = None if os.getuid() else _without_rights()
        self.folder = Path(tempfile.mkdtemp(prefix="answerable-postgres-", dir=_in_memory()))
        if self._as is not None:
            os.chown(self.folder, self._as.pw_uid, self._as.pw_gid)
        self.port = _free_port()
        self._data = self.folder / "data"
        self._run("initdb", "-D", self._data, "-U", "answerable", "-A", "trust", "-E", "UTF8")
        with (self._data / "postgresql.conf").open("a", encoding="utf-8") as file:
            file.write(CONFIGURED.format(port=self.port))
        self.start()

    def start(self) -> None:
        """Begin, or begin again after it was stopped at once."""
        log = self.folder / "log"
        self._run("pg_ctl", "-D", self._data, "-w", "-t", "60", "-l", log, "start")

    def stop(self, how: str = "fast") -> None:
        """`immediate` is as a power cut of the server alone: no clean end, recovery at start."""
        self._run("pg_ctl", "-D", self._data, "-w", "-m", how, "stop")

    def end(self) -> None:
        """Stop it and leave nothing behind."""
        with suppress(subprocess.CalledProcessError):  # a test may have stopped it
            self.stop("immediate")
        shutil.rmtree(self.folder, ignore_errors=True)

    def address(self, name: str, *, like: str = "template1") -> str:
        """A new database, empty or like another."""
        self.sql("postgres", f'CREATE DATABASE "{name}" TEMPLATE "{like}"')
        return f"postgresql://answerable@127.0.0.1:{self.port}/{name}"

    def drop(self, name: str) -> None:
        """Drop a database with whoever is connected to it."""
        self.sql("postgres", f'DROP DATABASE "{name}" WITH (FORCE)')

    def sql(self, name: str, statement: str) -> str:
        """What `psql` prints for a statement, as the superuser of this cluster."""
        where = ("-h", "127.0.0.1", "-p", self.port, "-U", "answerable", "-d", name)
        plain = ("-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1")
        return self._run("psql", *plain, *where, "-c", statement)

    def _run(self, program: str, *words: object) -> str:
        user = self._as
        done = subprocess.run(
            [str(self._bin / program), *map(str, words)],
            check=False,
            capture_output=program == "psql",
            stdout=None if program == "psql" else subprocess.DEVNULL,
            text=True,
            cwd=self.folder,
            user=user.pw_uid if user else None,
            group=user.pw_gid if user else None,
            extra_groups=[] if user else None,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(self.folder)},
        )
        if done.returncode:
            raise subprocess.CalledProcessError(done.returncode, program, done.stdout, done.stderr)
        return str(done.stdout or "").strip()


def _in_memory() -> str | None:
    """Where a sync costs nothing, if there is room: what a stopped server forgets is the same."""
    place = Path("/dev/shm")  # noqa: S108  # a folder of our own is made in it
    try:
        return str(place) if shutil.disk_usage(place).free > ROOM else None
    except OSError:
        return None


def _without_rights() -> pwd.struct_passwd:
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise NoServer("There is no user “postgres” or “nobody” to run the server as.")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":  # for whoever wants to look: python -m tests.engines.server
    held = Server()
    print(held.address("answerable"), flush=True)
    try:
        while True:
            time.sleep(3600)
    finally:
        held.end()
