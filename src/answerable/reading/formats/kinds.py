"""What a file is: told by its first bytes, then by its media type, then by its name."""

import io
import re
import zipfile
from pathlib import PurePosixPath
from typing import Literal

from answerable.reading.formats.archive import refuse_many_members
from answerable.vocabulary.refusal import Refusal

Kind = Literal["text", "mail", "html", "pdf", "docx", "xlsx", "ods", "csv"]

_READABLE = "Answerable reads PDF, HTML, DOCX, XLSX, ODS, CSV, e-mail and plain text"
_MEDIA: dict[str, Kind] = {
    "text/plain": "text",
    "text/markdown": "text",
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/csv": "csv",
    "application/csv": "csv",
    "text/tab-separated-values": "csv",
    "message/rfc822": "mail",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
}
_NAMES: dict[str, Kind] = {
    "": "text",
    "txt": "text",
    "text": "text",
    "md": "text",
    "html": "html",
    "htm": "html",
    "xhtml": "html",
    "csv": "csv",
    "tsv": "csv",
    "eml": "mail",
    "pdf": "pdf",
    "docx": "docx",
    "xlsx": "xlsx",
    "ods": "ods",
}
_PICTURES = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*",
    b"\x00\x00\x01\x00", b"8BPS",
)  # fmt: skip
_PICTURE_BRANDS = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"mif1", b"msf1", b"avif", b"avis")
"""What a telephone writes after `ftyp` in a picture; films begin alike."""
_RTF = b"{\\rtf"
_OTHERS = {
    _RTF: "an RTF document",
    b"\x1f\x8b": "a gzip file",
    b"7z\xbc\xaf": "a 7-Zip archive",
    b"Rar!": "a RAR archive",
    b"BZh": "a bzip2 file",
    b"\xfd7zXZ": "an xz file",
    b"(\xb5/\xfd": "a zstd file",
    b"\x7fELF": "a program",
    b"MZ": "a program",
    b"SQLite format 3": "a database",
    b"PAR1": "a Parquet file",
    b"%!PS": "a PostScript file",
    b"ID3": "a sound file",
    b"OggS": "a sound file",
    b"\x1aE\xdf\xa3": "a film",
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,2000}>\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|main|article|section|div|p|h[1-6]|table|ul|ol|title|"
    rb"meta)\b",
    re.IGNORECASE,
)
_MAIL_HEADER = re.compile(
    rb"(?:received|return-path|delivered-to|from|to|cc|date|subject|message-id|mime-version|"
    rb"content-type|x-[\w-]+|"
    rb"reply-to|sender|in-reply-to|references|dkim-signature|arc-[\w-]+|authentication-results|"
    rb"thread-[\w-]+):",
    re.IGNORECASE,
)
_MAIL_PROOF = re.compile(
    rb"^(?:message-id|mime-version|received|return-path|content-transfer-encoding):",
    re.IGNORECASE | re.MULTILINE,
)


class UnknownType(Refusal):
    """Not a type that is read."""

    code = "unknown-type"


class NotWhatItSays(Refusal):
    """The file is named one type and its bytes are another."""

    code = "not-what-it-says"


class EmptyFile(Refusal):
    """Nothing in it."""

    code = "empty"


def kind_of(data: bytes, *, media_type: str | None = None, name: str | None = None) -> Kind:
    """The kind of a file. Refuses what is not read, in a sentence that says what to do."""
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise EmptyFile("The file is empty; check that it was saved or downloaded completely.")
    found = _by_content(data)
    if found is not None:
        return found
    stated = _stated(media_type, name)
    if stated in ("pdf", "docx", "xlsx", "ods"):
        raise NotWhatItSays(
            f"The file is called {stated.upper()} but its bytes are not one; open it, save it "
            "again as "
            f"{stated.upper()}, and read that."
        )
    return stated


def _stated(media_type: str | None, name: str | None) -> Kind:
    """What the media type says, else what the name says; text where neither speaks."""
    if media_type:
        plain = media_type.split(";", 1)[0].strip().lower()
        if plain in _MEDIA:
            return _MEDIA[plain]
        if plain not in ("application/octet-stream", "binary/octet-stream"):
            raise UnknownType(
                f"Files of the type {plain} are not read. {_READABLE}; save it as one of these."
            )
    suffix = PurePosixPath(name).suffix.lstrip(".").lower() if name and name != "-" else ""
    if suffix not in _NAMES:
        raise UnknownType(
            f"Files called .{suffix} are not read. {_READABLE}; save it as one of these."
        )
    return _NAMES[suffix]


def _by_content(data: bytes) -> Kind | None:
    """The kind that the first bytes prove, or None for text of some kind."""
    start = data[:4096]
    if start.startswith(b"%PDF-") or (b"%PDF-" in start[:1024] and _is_late_pdf(data)):
        return "pdf"
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _of_zip(data)
    if start.startswith(_OLE):
        _refuse_old_office(data)
    if start[4:8] == b"ftyp" and start[8:12] not in _PICTURE_BRANDS:
        raise UnknownType(
            "The file is a film or a sound file, which is not read; write down what is said in it "
            "and read that."
        )
    if start.startswith(_PICTURES) or _is_other_picture(start):
        raise UnknownType(
            "The file is a picture, and pictures are not read; run OCR on it and save the "
            "result as PDF or plain text."
        )
    for sign, what in _OTHERS.items():
        head = start.lstrip() if sign == _RTF else start
        if head.startswith(sign) and (len(sign) > 3 or b"\0" in start):
            raise UnknownType(
                f"The file is {what}, which is not read. {_READABLE}; save it as one of these."
            )
    if _HTML.match(start.removeprefix(b"\xef\xbb\xbf")):
        return "html"
    if _is_mail(data):
        return "mail"
    return None


def _is_late_pdf(data: bytes) -> bool:
    """A PDF after other bytes, and not a page or a text that speaks of one."""
    return b"startxref" in data[-2048:] and not _HTML.match(data[:4096])


def _is_other_picture(start: bytes) -> bool:
    return (
        (start.startswith(b"RIFF") and start[8:12] == b"WEBP")
        or start[4:8] == b"ftyp"
        or (start.startswith(b"BM") and b"\0" in start[:16])
    )


def _is_mail(data: bytes) -> bool:
    """Headers from the first line on, and one that only a sent message has."""
    head = re.split(rb"\r?\n\r?\n", data[:20_000], maxsplit=1)[0]
    return _MAIL_HEADER.match(head) is not None and _MAIL_PROOF.search(head) is not None


def _of_zip(data: bytes) -> Kind:
    refuse_many_members(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist()[:5000])
            declared = archive.read("mimetype")[:100] if _small_mimetype(archive, names) else b""
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        ValueError,
        OSError,
        RuntimeError,
        EOFError,
    ) as error:
        raise NotWhatItSays(
            "The file begins like a DOCX or XLSX but is broken; open it, save it again, and "
            "read that."
        ) from error
    if declared == b"application/vnd.oasis.opendocument.spreadsheet":
        return "ods"
    if "[Content_Types].xml" in names:
        for prefix, kind in (("word/document", "docx"), ("xl/workbook", "xlsx")):
            if any(member.startswith(prefix) for member in names):
                return "docx" if kind == "docx" else "xlsx"
    if declared:
        raise UnknownType(
            f"This OpenDocument file is not read. {_READABLE}; save it as one of these."
        )
    raise UnknownType(
        f"The file is a zip archive and neither DOCX, XLSX nor ODS. {_READABLE}; unpack it "
        "and read each file."
    )


def _small_mimetype(archive: zipfile.ZipFile, names: set[str]) -> bool:
    return "mimetype" in names and archive.getinfo("mimetype").file_size <= 200


def _refuse_old_office(data: bytes) -> None:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise NotWhatItSays(
            "The file is protected by a password; open it, save a copy without the password, "
            "and read that.",
            code="encrypted",
        )
    raise UnknownType(
        "The file is in the old Office format (.doc, .xls or .msg); save it as DOCX, XLSX or "
        "plain text and read that."
    )
