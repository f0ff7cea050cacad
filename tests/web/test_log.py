"""The log at its own addresses: a witness elsewhere needs nothing else of the site."""

from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.test import Client

from answerable.ledger import canonical, tiles, verify
from answerable.ledger.book import Book
from answerable.operations.record import record
from answerable.operations.record.witness import verifier_key, witness
from answerable.store.engine import database
from answerable.vocabulary.access import Classification
from answerable.vocabulary.facts import Erased
from answerable.vocabulary.refusal import Refusal
from tests.factories import fact
from tests.trust.cast import AT, add, promised

NAME = "answerable.example/anyshire"


@pytest.fixture
def site(home: Path) -> Client:
    return Client(SERVER_NAME="127.0.0.1")


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing is printed while tests run."""


@pytest.fixture
def address(home: Path) -> Iterator[str]:
    """The site itself, served on a free port of loopback."""

    def closing(environment: object, begin: object) -> object:
        try:
            return WSGIHandler()(environment, begin)  # type: ignore[arg-type]  # as wsgiref gives them
        finally:
            database.close()

    with make_server("127.0.0.1", 0, closing, handler_class=_Quiet) as server:  # type: ignore[arg-type]  # as above
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_before_the_first_checkpoint_there_is_no_log(site: Client, book: Book) -> None:
    add(book, promised(1))
    answer = site.get("/checkpoint")
    assert answer.status_code == 404
    assert "No checkpoint has been signed yet" in answer.content.decode()


def test_what_is_served_is_what_was_signed(site: Client, book: Book, home: Path) -> None:
    add(book, *(promised(n) for n in range(3)))
    made = record.checkpoint(at=AT, new=NAME)
    note = site.get("/checkpoint")
    assert note.content.decode() == made.note
    assert note.headers["Cache-Control"] == "public, max-age=5"
    for level in (0, "entries"):
        address = tiles.path(level, 0, width=3)
        tile = site.get(f"/{address}")
        assert tile.content == (home / "log" / address).read_bytes()
        assert "immutable" in tile.headers["Cache-Control"]


@pytest.mark.parametrize(
    "address",
    [
        *("/tile/0/000.p/9", "/tile/0/001", "/tile/12/000", "/tile/0/../checkpoint"),
        *("/tile/signer.json", "/tile/0/00", "/payload/99.json", "/tile/entries/x000"),
    ],
)
def test_what_the_log_does_not_have_is_not_found(site: Client, book: Book, address: str) -> None:
    add(book, promised(1))
    record.checkpoint(at=AT, new=NAME)
    assert site.get(address).status_code == 404


def test_values_are_served_with_their_salts_until_they_are_erased(
    site: Client, book: Book
) -> None:
    add(book, promised(1), promised(2, classes={"text": Classification.INTERNAL}))
    (entry, hidden) = book.entries()
    shown = canonical.read(site.get("/payload/0.json").content)
    assert verify.entry(entry.leaf, 0, shown).values["text"] == "Promise 1."
    assert "text" not in [
        row[0] for row in canonical.read(site.get("/payload/1.json").content)["payloads"]
    ]
    assert b"Promise 2" not in hidden.leaf
    add(
        book,
        fact(
            Erased, stream="action/1", on="2026-01-05", ref=entry.id, fields=("text",), basis="x"
        ),
    )
    answer = site.get("/payload/0.json")
    assert b"Promise 1." not in answer.content
    assert answer.headers["Cache-Control"] == "public, no-cache"


def test_the_verifier_is_the_one_that_is_run_here(site: Client) -> None:
    assert site.get("/history/verify.py").content == Path(verify.__file__).read_bytes()


def test_a_witness_cosigns_what_it_fetches(address: str, book: Book, tmp_path: Path) -> None:
    """From a first sight to growth over a whole tile; then the log collects the line."""
    add(book, *(promised(n) for n in range(40)))
    made = record.checkpoint(at=AT, new=NAME)
    state, key, out = tmp_path / "state", tmp_path / "w.json", tmp_path / "w.note"
    state.mkdir()
    (state / "logs").write_text(f"log {made.verifier_key}\n")
    first = witness(log=address, state=state, key_file=key, out=out, at=AT, new="w1.example")
    assert (first.holds, first.words) == (True, f"Cosigned: 40 entries of {NAME}.")
    add(book, *(promised(n) for n in range(40, 300)))
    record.checkpoint(at=AT)
    assert witness(log=address, state=state, key_file=key, out=out, at=AT).line
    assert "Nothing new" in witness(log=address, state=state, key_file=key, out=out, at=AT).words
    policy = Path(made.file).parent.parent / "policy"
    policy.write_text(policy.read_text() + f"witness {verifier_key(key)}\n")
    assert record.checkpoint(at=AT, cosigned=[out]).witnesses == ("w1.example",)


def test_a_witness_is_told_when_an_address_gives_nothing(tmp_path: Path) -> None:
    state = tmp_path / "state"
    state.mkdir()
    with pytest.raises(Refusal, match="cannot be fetched"):
        witness(
            log="http://127.0.0.1:1",
            state=state,
            key_file=tmp_path / "w.json",
            out=tmp_path / "w.note",
            at=AT,
            new="w1.example",
        )
