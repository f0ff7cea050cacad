"""A pack as PDF: tagged, with a language, and refused by the compiler where PDF/UA-1 is not met.

“Made to PDF/UA-1 by the compiler's checks”, which is less than certified.
"""

import json
from importlib.resources import files

from answerable.publishing.packs.content import Pack, plain


def pdf_bytes(pack: Pack) -> bytes:
    """The pack as PDF; the same pack gives the same bytes. Words never become markup."""
    import typst  # noqa: PLC0415  # loaded when a PDF is made, not before

    template = files("answerable.publishing.packs").joinpath("pack.typ").read_bytes()
    made = typst.compile(
        template,
        format="pdf",
        ignore_system_fonts=True,  # the fonts of a machine would change the bytes
        sys_inputs={
            "pack": json.dumps(plain(pack), ensure_ascii=False, sort_keys=True),
            "day": pack.on.isoformat(),
        },
        pdf_standards="ua-1",
        timestamp=int(pack.stamp.timestamp()),
    )
    return bytes(made)
