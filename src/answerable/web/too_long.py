"""An address longer than the server reads: a page that says what to do, in place of its own words.

The server gives up before the site is asked; so the page is a fixed one.
"""

import socket
from contextlib import suppress
from html import escape

from gunicorn.http.errors import LimitRequestLine
from gunicorn.workers.gthread import ThreadWorker

MOST_BYTES = 8190
"""Of the first line of a question; the server can read no longer one within a limit."""
MOST_LEFT = 2**20
_TITLE = "This address is too long"
_WORDS = (
    "A search can have up to about 8,000 letters. Search for a few words, or for one sentence of "
    "the text that you are looking for."
)
_PAGE = f"""<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(_TITLE)}</title>
<link rel="stylesheet" href="/static/answerable.css">
</head>
<body>
<main class="govuk-width-container govuk-main-wrapper">
<h1 class="app-title">{escape(_TITLE)}</h1>
<p class="app-answer">{escape(_WORDS)}</p>
<ul class="app-list">
<li><a class="app-link" href="/search/">Search the record</a></li>
<li><a class="app-link" href="/">Start at the first page</a></li>
</ul>
</main>
</body>
</html>
""".encode()
ANSWER = (
    "HTTP/1.1 414 URI Too Long\r\n"
    "Connection: close\r\n"
    "Content-Type: text/html; charset=utf-8\r\n"
    "Content-Security-Policy: default-src 'none'; style-src 'self'; form-action 'none'\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    f"Content-Length: {len(_PAGE)}\r\n\r\n"
).encode() + _PAGE


class Worker(ThreadWorker):  # type: ignore[misc]  # gunicorn ships no types
    """Answers side by side, and says in a page that an address is too long."""

    def handle_error(
        self, req: object, client: socket.socket, addr: object, exc: BaseException
    ) -> None:
        """As the server does, but for that page."""
        if not isinstance(exc, LimitRequestLine):
            super().handle_error(req, client, addr, exc)
            return
        with suppress(OSError):  # who asked is gone
            _read_away(client)
            client.sendall(ANSWER)


def _read_away(client: socket.socket) -> None:
    """Take what was sent: a browser drops an answer that comes before its question ends."""
    client.setblocking(False)
    left = MOST_LEFT
    with suppress(BlockingIOError):
        while left > 0 and (taken := client.recv(2**16)):
            left -= len(taken)
    client.setblocking(True)
