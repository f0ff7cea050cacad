"""PDF files written object by object, to make what no program would write."""

from collections.abc import Mapping, Sequence

FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def document(objects: Mapping[int, str], *, trailer: str = "") -> bytes:
    """A PDF of these objects; object 1 is the catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places: dict[int, int] = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    at = len(out)
    most = max(objects) + 1
    out += f"xref\n0 {most}\n0000000000 65535 f \n".encode()
    for number in range(1, most):
        out += f"{places.get(number, 0):010d} 00000 n \n".encode()
    out += f"trailer\n<< /Size {most} /Root 1 0 R {trailer} >>\nstartxref\n{at}\n%%EOF\n".encode()
    return bytes(out)


def stream(content: str, entries: str = "") -> str:
    """A stream object."""
    return (
        f"<< /Length {len(content.encode('latin-1'))} {entries} >>\nstream\n{content}\nendstream"
    )


def pages(contents: Sequence[str], *, page: str = "", font: str = FONT) -> bytes:
    """A PDF with one page for each content stream, 595 by 842 points."""
    objects = {1: "<< /Type /Catalog /Pages 2 0 R >>", 3: font}
    kids = []
    for index, content in enumerate(contents):
        number = 10 + 2 * index
        kids.append(f"{number} 0 R")
        objects[number] = (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {number + 1} 0 R {page} >>"
        )
        objects[number + 1] = stream(content)
    objects[2] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return document(objects)


def line(words: str, x: float, y: float, size: float = 11) -> str:
    """Operators that print words at a place."""
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({escaped}) Tj ET\n"
