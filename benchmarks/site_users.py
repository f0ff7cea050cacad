"""Users of the site: threads with kept connections that ask pages and note how long it took."""

import http.client
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from random import Random

TIMEOUT = 60


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: which kind of page, how it was answered, how long it took in milliseconds."""

    kind: str
    status: int
    size: int
    ms: float


class User:
    """One browser with one connection, opened again when the server ends it."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._line = http.client.HTTPConnection("127.0.0.1", port, timeout=TIMEOUT)

    def ask(self, kind: str, path: str, tag: str = "") -> tuple[Asked, str]:
        """Ask one page; what became of it, and its tag."""
        headers = {"If-None-Match": tag} if tag else {}
        began = time.perf_counter()
        try:
            self._line.request("GET", path, headers=headers)
            answer = self._line.getresponse()
        except (http.client.HTTPException, OSError):
            self._line.close()
            self._line = http.client.HTTPConnection("127.0.0.1", self._port, timeout=TIMEOUT)
            self._line.request("GET", path, headers=headers)
            answer = self._line.getresponse()
        body = answer.read()
        took = (time.perf_counter() - began) * 1_000
        return Asked(kind, answer.status, len(body), took), answer.headers.get("ETag", "")


Address = Callable[[Random], str]


def visit(
    port: int, kinds: dict[str, Address], *, users: int, seconds: float, think: float, seed: int
) -> list[Asked]:
    """Users who each ask a page of a random kind, read it for a while, and ask the next."""

    def one(number: int) -> list[Asked]:
        random, user, found = Random(seed + number), User(port), []  # noqa: S311  # no secret
        end = time.monotonic() + seconds
        time.sleep(random.random() * think)
        while time.monotonic() < end:
            kind = random.choice(list(kinds))
            found.append(user.ask(kind, kinds[kind](random))[0])
            time.sleep(random.uniform(0.5, 1.5) * think)
        return found

    with ThreadPoolExecutor(users) as pool:
        return [asked for found in pool.map(one, range(users)) for asked in found]


def hammer(port: int, path: str, *, users: int, seconds: float, tagged: bool) -> float:
    """Requests a second for one page that is kept; `tagged`: each is answered by 304."""
    _, tag = User(port).ask("", path)
    wanted = 304 if tagged else 200

    def one(_: int) -> int:
        user, count = User(port), 0
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            asked, _tag = user.ask("", path, tag if tagged else "")
            assert asked.status == wanted, asked  # noqa: S101  # another answer is not the one measured
            count += 1
        return count

    with ThreadPoolExecutor(users) as pool:
        return sum(pool.map(one, range(users))) / seconds


def percentile(values: Sequence[float], part: float) -> float:
    """The value below which a part of the values lies."""
    ordered = sorted(values)
    return ordered[min(int(part * len(ordered)), len(ordered) - 1)]
