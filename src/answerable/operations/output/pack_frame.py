"""What every pack has around its parts: dates, root, marking, how to check it; and its files.

An office that has a house style puts a Word file `house.docx` into the home folder: its styles,
margins, head and foot are then those of every Word file that is made.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from urllib.parse import urlsplit

from answerable.config import config
from answerable.ledger.register import Version
from answerable.operations import theme
from answerable.operations.output import publishing
from answerable.operations.pages import naming
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Link
from answerable.operations.pages.record.rectified import rectified
from answerable.publishing.packs.content import Pack, PackPart, PackSource
from answerable.publishing.packs.excel import xlsx_bytes
from answerable.publishing.packs.pdf import pdf_bytes
from answerable.publishing.packs.word import docx_bytes
from answerable.scrutiny.plans.desk import shown_marking
from answerable.vocabulary.access import Classification, highest
from answerable.vocabulary.times import in_words

HOUSE = "house.docx"
_THIS_MACHINE = ("127.0.0.1", "localhost", "::1")
"""Names under which only the machine itself reaches a site."""


def house() -> bytes | None:
    """The Word file of the house style, where the office has one."""
    file = config().home / HOUSE
    return file.read_bytes() if file.is_file() else None


FORMS: Mapping[str, Callable[[Pack], bytes]] = {
    "pdf": pdf_bytes,
    "docx": lambda pack: docx_bytes(pack, house=house()),
    "xlsx": xlsx_bytes,
}


def working(versions: Iterable[Version], *told: Classification) -> Classification:
    """The marking of a working paper that tells these facts, and single values so marked:
    internal, or theirs where higher."""
    return highest((Classification.INTERNAL, shown_marking(versions), *told))


def framed(
    look: Look,
    *,
    title: str,
    institution: str,
    sentence: str,
    parts: Sequence[PackPart],
    sources: tuple[PackSource, ...] = (),
    notice: str = "",
    marking: Classification = Classification.PUBLIC,
    own: bool = False,
    signed: str = "",
    about: Sequence[Version] | None = None,
    body: str | None = None,
    matters: int = 0,
) -> Pack:
    """A pack about an institution, at the dates that are looked at; see `Pack` for the rest.

    `body` names whose paper it is, where that is another body than the institution.
    What was put right, of the facts it is `about` or of all, stands before its parts; in a working
    paper after the first `matters` of them, which say what matters first.
    """
    at, look_of, base = publishing.as_at(look), theme.checked(), _reached(look.base)
    register = look.register(institution)
    mended = rectified(look, register, register.versions if about is None else about)
    return Pack(
        title=title,
        body=naming.body_words(body or institution),
        sentence=sentence,
        banner=publishing.notice_of(institution),
        marking=marking.value,
        on=look.on,
        on_words=in_words(at.valid),
        known=at.known,
        root=at.root,
        check=f"{base or '/'}history/verify/?entry={at.known}&root={at.root[:16]}",
        site=base.rstrip("/"),
        parts=(*parts[:matters], *_put_right(mended), *parts[matters:]),
        sources=sources,
        said_words=f"what sources had published by {in_words(at.said)}" if at.said else "",
        notice=notice,
        name=look_of.name,
        colour=look_of.colour,
        own=own,
        signed=signed,
    )


def _reached(base: str) -> str:
    """The address of the site, where others can reach it; no one opens this machine's own."""
    return "" if urlsplit(base).hostname in _THIS_MACHINE else base


def _put_right(lines: Sequence[Link]) -> tuple[PackPart, ...]:
    """The corrections of what the record says of the body, the newest first."""
    if not lines:
        return ()
    return (
        PackPart(
            title="Put right",
            key="put-right",
            paragraphs=tuple(line.label for line in lines),
        ),
    )
