"""Plain text and e-mail: standard library only."""

import codecs
import re
from contextlib import suppress
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from importlib import import_module

from answerable.reading.formats.decoding import decode
from answerable.reading.formats.mail_history import NOTED, parted
from answerable.reading.formats.plain import pieces_of_text
from answerable.reading.layout.blocks import lay_out, settle
from answerable.reading.layout.canonical_text import CanonicalText
from answerable.reading.layout.pieces import Piece, clean, flow
from answerable.vocabulary.refusal import Refusal

_HEADERS = ("From", "To", "Cc", "Date", "Subject")
_CHARSET = re.compile(rb"(?:charset\s*=\s*[\"']?|=\?)([A-Za-z0-9][\w.:-]{1,30})", re.IGNORECASE)
_PARTED = re.compile(r"(>|@[\w.-]{1,200}) ?;(?= ?\S)")
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)


class NoText(Refusal):
    """The file holds no words."""

    code = "no-text"


def read_plain(data: bytes) -> CanonicalText:
    """Canonical text of a plain text file."""
    text, warnings = decode(data)
    pieces = settle(pieces_of_text(text))
    if not pieces:
        raise NoText("The file holds no words; nothing can be read from it.")
    return lay_out(pieces, data=data, media_type="text/plain", warnings=warnings)


def read_mail(data: bytes) -> CanonicalText:
    """Canonical text of an e-mail: its headers, then its body. Attachments are named, not read."""
    message = BytesParser(_class=EmailMessage, policy=policy.default).parsebytes(data)
    pieces: list[Piece] = []
    for name in _HEADERS:
        for value in _values(message, name):
            text = flow(value)
            if text:
                pieces.append(
                    Piece("key_value", f"{name}: {text}", f"header {name}", cells=(name, text))
                )
    body, warnings = _body(message)
    pieces = settle([*pieces, *body])
    if not pieces:
        raise NoText(
            "The e-mail holds no words; if its words are in an attachment, save that and read it."
        )
    return lay_out(
        pieces,
        data=data,
        media_type="message/rfc822",
        warnings=warnings,
        title=flow(str(message.get("Subject", ""))) or None,
    )


def _values(message: EmailMessage, name: str) -> list[str]:
    """The values of a header. Some programs part addresses by `;`, where the standard has `,`."""
    if name not in ("From", "To", "Cc"):
        return [str(value) for value in message.get_all(name, [])]
    raw = (str(value) for held, value in message.raw_items() if held.lower() == name.lower())
    return [
        str(policy.default.header_factory(name, _PARTED.sub(r"\1,", flow(value)))) for value in raw
    ]


def load_for(data: bytes) -> None:
    """Load what a message names: character sets, and the reader of pages."""
    import_module("answerable.reading.formats.html")
    for name in set(_CHARSET.findall(data)[:100]):
        with suppress(LookupError, ValueError):
            codecs.lookup(name.decode("ascii", errors="replace"))


def _body(message: EmailMessage) -> tuple[list[Piece], list[str]]:
    warnings: list[str] = []
    names = (
        [clean(part.get_filename() or "without a name") for part in message.iter_attachments()]
        if (message.is_multipart())
        else []
    )
    if names:
        warnings.append(
            f"Attachments were not read: {', '.join(names)}. Save each and read it on its own."
        )
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        return [], warnings
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    text, noted = decode(_as_utf8(content, part.get_content_charset()))
    warnings.extend(noted)
    if part.get_content_type() == "text/html":
        # selectolax is loaded only for an e-mail that has no plain part.
        from answerable.reading.formats.html import pieces_of_html  # noqa: PLC0415

        return pieces_of_html(text), warnings
    said, *signature = _SIGNATURE.split(text, maxsplit=1)
    pieces: list[Piece] = []
    for is_history, first, words in parted(said):
        pieces += _aside(words, first) if is_history else _own(words, first)
        if is_history and NOTED not in warnings:
            warnings.append(NOTED)
    for words in signature:
        pieces += _aside(words, said.count("\n") + 2)
    return pieces, warnings


def _own(words: str, first: int) -> list[Piece]:
    """Lines of the message itself; `first` is the number of the first."""
    return pieces_of_text("\n" * (first - 1) + words, path="line")


def _aside(words: str, first: int) -> list[Piece]:
    """Lines that are no part of what the message says: a signature, earlier messages."""
    return [
        Piece("furniture", flow(line), f"line {number}")
        for number, line in enumerate(words.split("\n"), start=first)
        if line.strip()
    ]


def _as_utf8(content: bytes, charset: str | None) -> bytes:
    """The body in UTF-8 where its stated character set is known and true; else as it is.

    UTF-7 is not honoured: it hides markup from every check. UTF-16 is not believed of a body
    without NUL bytes.
    """
    stated = (charset or "us-ascii").lower().replace("_", "-")
    if stated in ("utf-8", "us-ascii", "utf-7") or (
        stated.startswith(("utf-16", "utf-32")) and b"\0" not in content
    ):
        return content
    try:
        return content.decode(stated).encode("utf-8")
    except (LookupError, UnicodeError, OSError):
        return content
