"""`answerable serve`: the site on one address of this machine, stopped by Ctrl-C."""

import logging
import socket
from contextlib import suppress
from datetime import UTC, datetime
from importlib import import_module
from threading import Event, Thread
from typing import Any

from django.conf import settings
from gunicorn.app.base import BaseApplication

from answerable.vocabulary.refusal import Refusal
from answerable.web import too_long

LOOPBACK = "127.0.0.1"
THREADS = 8
STOP_SECONDS = 3
MOST_WAITED = 20
"""Seconds after which the first question is answered even if its page is not ready: less than the
30 after which a worker that is not heard of is ended."""


class PortTaken(Refusal):
    """Another program listens there already."""

    code = "port_taken"


class _Site(BaseApplication):  # type: ignore[misc]  # gunicorn ships no types
    def __init__(self, options: dict[str, Any]) -> None:
        self._options = options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        from answerable.web.wsgi import application  # noqa: PLC0415  # in the worker, after the fork

        opened = Event()
        Thread(target=_warm, args=(opened,), name="warming", daemon=True).start()
        opened.wait(MOST_WAITED)  # a page asked now would wait for the same, and longer
        return application


def _warm(opened: Event) -> None:
    """Have the first page ready, then, while questions are answered, the others of the day. A
    record that cannot be read tells its reader so."""
    from answerable.operations import warming  # noqa: PLC0415  # after Django is set up

    try:
        import_module(settings.ROOT_URLCONF)  # the program of all pages, else read by the first
        with suppress(Refusal):
            warming.warm(at=datetime.now(UTC), opened=opened.set)  # noqa: TID251  # the door is where the clock is read
    finally:
        opened.set()


def serve(*, port: int) -> None:
    """Serve until stopped."""
    logging.getLogger("gunicorn.error").setLevel(logging.WARNING)
    _Site(
        {
            "bind": f"{LOOPBACK}:{port}",
            "workers": 1,  # one appender and one cache of registers; threads answer side by side
            "threads": THREADS,
            "worker_class": "answerable.web.too_long.Worker",
            "limit_request_line": too_long.MOST_BYTES,
            "graceful_timeout": STOP_SECONDS,
            "loglevel": "warning",
            "control_socket_disable": True,
        }
    ).run()


def need_free(port: int) -> None:
    """Refuse a taken port in a sentence, before anything starts."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            raise PortTaken(
                f"Port {port} is taken by another program. Stop that one, or choose another: "
                f"answerable serve --port {port + 1}, or make demo PORT={port + 1}"
            ) from None
        except OverflowError:
            raise PortTaken(f"{port} is not a port: choose one from 1024 to 65535.") from None
