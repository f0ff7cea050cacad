"""Limits on zipped files (DOCX, XLSX, ODS), checked before anything is unpacked.

A member may lie about its size, so the sizes that the directory states are checked first and
the XML is then unpacked in small steps that are counted.
"""

import io
import re
import stat
import zipfile

from answerable.vocabulary.refusal import Refusal

MOST_MEMBERS = 2_000
MOST_UNPACKED = 500 * 1_000_000  # bytes
HIGHEST_RATIO = 200  # unpacked bytes for each packed one
_SMALL = 1_000_000  # a member below this cannot harm, whatever its ratio
_STEP = 1_000_000
_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_DECLARATION_WIDE = re.compile(
    rb"<\0!\0(?:D\0O\0C\0T|E\0N\0T\0I)|\0<\0!\0(?:D\0O\0C\0T|E\0N\0T\0I)"
)
_DRIVE = re.compile(r"[A-Za-z]:")


class UnsafeArchive(Refusal):
    """A zipped file beyond a limit, or made to do harm."""

    code = "unsafe-archive"


def refuse_many_members(data: bytes) -> None:
    """Count directory entries by their sign, before any of them is parsed.

    Files inside the file have entries too; hence twice the limit.
    """
    count = data.count(b"PK\x01\x02")
    if count > 2 * MOST_MEMBERS:
        _refuse_members(count)


def check_archive(data: bytes) -> None:
    """Refuse bombs, entries that point outside, encrypted members, and XML entities."""
    refuse_many_members(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            _check_directory(members, len(data))
            for member in members:
                if member.filename.lower().endswith((".xml", ".rels")):
                    _check_xml(archive, member)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise UnsafeArchive(
            "The file is broken or incomplete; open it, save it again, and read that.",
            code="broken",
        ) from error
    except RuntimeError as error:  # zipfile: a member needs a password
        raise UnsafeArchive(
            "The file is protected by a password; save a copy without it and read that.",
            code="encrypted",
        ) from error


def _check_directory(members: list[zipfile.ZipInfo], size: int) -> None:
    if len(members) > MOST_MEMBERS:
        _refuse_members(len(members))
    unpacked = sum(member.file_size for member in members)
    if unpacked > MOST_UNPACKED:
        raise UnsafeArchive(
            f"The file unpacks to {unpacked // 1_000_000:,} MB, over the limit of "
            f"{MOST_UNPACKED // 1_000_000} MB; split it, or take pictures out.",
            code="limit-unpacked",
        )
    if unpacked > _SMALL and unpacked > HIGHEST_RATIO * size:
        _refuse_ratio(unpacked // max(size, 1))
    names = [member.filename for member in members]
    if len(set(names)) != len(names):
        raise UnsafeArchive("The file holds two members of one name; save it again and read that.")
    for member in members:
        parts = member.filename.replace("\\", "/").split("/")
        if ".." in parts or parts[0] == "" or _DRIVE.match(member.filename):
            raise UnsafeArchive(
                f"The file holds a member that points outside it ({member.filename[:60]!r}); "
                "save it again from the program that made it.",
                code="zip-slip",
            )
        if stat.S_ISLNK(member.external_attr >> 16):
            raise UnsafeArchive(
                f"The file holds a link ({member.filename[:60]!r}), which office programs never "
                "make; save it again from the program that made it.",
                code="zip-slip",
            )
        if member.flag_bits & 0x1:
            raise UnsafeArchive(
                "The file is protected by a password; save a copy without it and read that.",
                code="encrypted",
            )
        if member.file_size > _SMALL and (
            member.file_size > HIGHEST_RATIO * max(member.compress_size, 1)
        ):
            _refuse_ratio(member.file_size // max(member.compress_size, 1))


def _refuse_members(count: int) -> None:
    raise UnsafeArchive(
        f"The file holds {count:,} members, over the limit of {MOST_MEMBERS:,}; "
        "save it again from the program that made it.",
        code="limit-members",
    )


def _refuse_ratio(ratio: int) -> None:
    raise UnsafeArchive(
        f"The file unpacks to {ratio:,} times its size, over the limit of {HIGHEST_RATIO} times; "
        "save it again from the program that made it.",
        code="limit-ratio",
    )


def _check_xml(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    """No document type and no entity in any part: office files have none."""
    before = b""
    with archive.open(member) as stream:
        while chunk := stream.read(_STEP):
            window = before + chunk
            if _DECLARATION.search(window) or _DECLARATION_WIDE.search(window):
                raise UnsafeArchive(
                    f"The file declares XML entities in {member.filename[:60]!r}, which office "
                    "programs never do; save it again and read that.",
                    code="xml-entities",
                )
            before = chunk[-40:]
