"""Bytes to characters: UTF-8, UTF-16 with its mark, else Windows-1252 with a warning."""

import codecs

from answerable.vocabulary.refusal import Refusal

WINDOWS = (
    "The text is not UTF-8; it was read as Windows-1252. Check the accents and quotation marks."
)


class Undecodable(Refusal):
    """The bytes are no text that can be read."""

    code = "undecodable"


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The characters and the warnings. No guess beyond Windows-1252; NUL is refused."""
    text, warnings = _characters(data)
    if "\0" in text:
        raise Undecodable(
            "The file holds NUL bytes, so it is not text; save it as plain text, PDF, DOCX "
            "or XLSX and read that."
        )
    return text, warnings


def _characters(data: bytes) -> tuple[str, tuple[str, ...]]:
    if data.startswith(codecs.BOM_UTF8):
        return _strict(data[3:], "utf-8", "UTF-8"), ()
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)) and len(data) % 4 == 0:
        return _strict(data, "utf-32", "UTF-32"), ()
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strict(data, "utf-16", "UTF-16"), ()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _strict(data, "cp1252", "Windows-1252"), (WINDOWS,)


def _strict(data: bytes, codec: str, name: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        place = f"byte {error.start + 1}"
        if codec == "cp1252":
            fault = f"The file is neither UTF-8 nor Windows-1252 ({place} fits neither)"
        else:
            fault = f"The file says that it is {name}, but {place} is not"
        raise Undecodable(f"{fault}; save it as UTF-8 and read it again.") from error
