"""PDF files made to break the reader."""

import zlib

from tests.hostile.raw_pdf import FONT, document, line, pages, stream

CATALOGUE = "<< /Type /Catalog /Pages 2 0 R >>"
PAGE = (
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
    "/Contents 5 0 R >>"
)
_A4 = "/MediaBox [0 0 595 842]"
WORDS = line("The force is good.", 72, 700)


def sound() -> bytes:
    """A PDF with nothing wrong."""
    return pages([WORDS])


def encrypted() -> bytes:
    """A PDF that opens with a password only: its key check fits none."""
    entries = (
        "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 "
        f"/O <{'00' * 32}> /U <{'11' * 32}> >> /ID [<{'22' * 16}> <{'22' * 16}>]"
    )
    objects = {1: CATALOGUE, 2: "<< /Type /Pages /Kids [4 0 R] /Count 1 >>", 3: FONT, 4: PAGE}
    return document({**objects, 5: stream(WORDS)}, trailer=entries)


def pages_in_a_ring() -> bytes:
    """A page tree whose node is its own child."""
    return document({1: CATALOGUE, 2: "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>", 3: FONT})


def parents_in_a_ring() -> bytes:
    """Two nodes that are each other's parents, and a page that inherits from both."""
    return document(
        {
            1: CATALOGUE,
            2: "<< /Type /Pages /Parent 6 0 R /Kids [6 0 R] /Count 1 >>",
            3: FONT,
            4: "<< /Type /Page /Parent 6 0 R /Contents 5 0 R >>",
            5: stream(WORDS),
            6: "<< /Type /Pages /Parent 2 0 R /Kids [4 0 R 2 0 R] /Count 1 >>",
        }
    )


def claims_two_million_pages() -> bytes:
    """A page tree that says it is far longer than it is."""
    return document(
        {
            1: CATALOGUE,
            2: "<< /Type /Pages /Kids [4 0 R] /Count 2000000 >>",
            3: FONT,
            4: PAGE,
            5: stream(WORDS),
        }
    )


def form_in_itself() -> bytes:
    """A page that draws a form that draws itself."""
    resources = "/Resources << /XObject << /X 6 0 R >> /Font << /F1 3 0 R >> >>"
    return document(
        {
            1: CATALOGUE,
            2: "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
            3: FONT,
            4: f"<< /Type /Page /Parent 2 0 R {_A4} {resources} /Contents 5 0 R >>",
            5: stream(f"{WORDS} /X Do"),
            6: stream(
                f"{WORDS} /X Do", f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] {resources}"
            ),
        }
    )


def packed_content() -> bytes:
    """A page whose content unpacks to 200 MB of operators."""
    content = zlib.compress(b"q Q " * 50_000_000, 1).decode("latin-1")
    return document(
        {
            1: CATALOGUE,
            2: "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
            3: FONT,
            4: PAGE,
            5: stream(content, "/Filter /FlateDecode"),
        }
    )


def of_box(box: str) -> bytes:
    """A page with an odd size."""
    return pages([WORDS], page=f"/MediaBox [{box}]")


def rules(count: int) -> bytes:
    """A page with a drawing of so many rules, and words among them."""
    drawn = "".join(
        f"{n % 590} 0 m {n % 590} 842 l S 0 {n % 840} m 595 {n % 840} l S\n" for n in range(count)
    )
    return pages([drawn + WORDS])


def a_script() -> bytes:
    """A PDF that asks its reader to run a script and to open an address."""
    return document(
        {
            1: "<< /Type /Catalog /Pages 2 0 R "
            "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> "
            "/AA << /WC << /S /URI /URI (http://127.0.0.1:9/) >> >> >>",
            2: "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
            3: FONT,
            4: PAGE,
            5: stream(WORDS),
        }
    )


def packed_twice() -> bytes:
    """A page whose content is packed twice, so that a few bytes become 50 MB."""
    content = zlib.compress(zlib.compress(b"q Q " * 12_500_000, 9), 9).decode("latin-1")
    return document(
        {
            1: CATALOGUE,
            2: "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
            3: FONT,
            4: PAGE,
            5: stream(content, "/Filter [/FlateDecode /FlateDecode]"),
        }
    )


def index_in_a_ring() -> bytes:
    """A cross-reference table whose earlier version is itself."""
    data = sound()
    at = data.rindex(b"xref\n0 ")
    return data.replace(b"/Root", f"/Prev {at} /Root".encode())


def one_page_many_times(count: int) -> bytes:
    """A page tree that lists one page so many times."""
    kids = "4 0 R " * count
    return document(
        {
            1: CATALOGUE,
            2: f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
            3: FONT,
            4: PAGE,
            5: stream(WORDS),
        }
    )


def huge_picture(words: str) -> bytes:
    """A page with a picture that claims 10,000 million points."""
    picture = stream(
        "\x80", "/Type /XObject /Subtype /Image /Width 100000 /Height 100000 "
        "/ColorSpace /DeviceGray /BitsPerComponent 8",
    )  # fmt: skip
    resources = "/Resources << /XObject << /X 6 0 R >> /Font << /F1 3 0 R >> >>"
    return document(
        {
            1: CATALOGUE,
            2: "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
            3: FONT,
            4: f"<< /Type /Page /Parent 2 0 R {_A4} {resources} /Contents 5 0 R >>",
            5: stream(f"{words} q 500 0 0 700 50 50 cm /X Do Q"),
            6: picture,
        }
    )
