"""The law of canonical text: what holds for every document that is read."""

import hashlib
import unicodedata

from answerable.reading.formats import canonical
from answerable.reading.layout.canonical_text import Block, CanonicalText

NOT_CANONICAL = "\r\u00a0\u202f\u00ad\u2028\u2029\t"


def lawful(
    data: bytes, *, media_type: str | None = None, name: str | None = None
) -> CanonicalText:
    """Read a document twice and hold it to the law."""
    text = canonical(data, media_type=media_type, name=name)
    assert canonical(data, media_type=media_type, name=name) == text, "same bytes, same text"
    assert text.sha256 == hashlib.sha256(data).hexdigest()
    check(text)
    return text


def check(text: CanonicalText) -> None:
    """Blocks are in order, apart by one blank line, without outer white space, in NFC."""
    assert unicodedata.is_normalized("NFC", text.text)
    assert not [sign for sign in NOT_CANONICAL if sign in text.text]
    assert "\n\n".join(text.exact(block) for block in text.blocks) == text.text
    at = 0
    for block in text.blocks:
        exact = text.exact(block)
        assert block.start == at, block
        assert exact, block
        assert exact.strip() == exact, block
        assert "\n\n" not in exact, block
        assert block.path, block
        if block.kind in ("heading", "paragraph", "item", "quotation"):
            assert "\n" not in exact, block
        check_cells(text, block)
        check_lead_in(text, block)
        at = block.end + 2
    check_pages(text)


def check_cells(text: CanonicalText, block: Block) -> None:
    """Cells lie in their block, in order; a header and addresses fit their number."""
    edge = block.start
    for cell in block.cells:
        assert edge <= cell.start <= cell.end <= block.end, block
        edge = cell.end
    if block.kind in ("heading", "paragraph", "item", "furniture", "quotation"):
        assert not block.cells, block
    if block.kind == "key_value":
        assert len(block.cells) == 2, block
    assert len(block.header) in (0, len(block.cells)), block
    assert len(block.cell_paths) in (0, len(block.cells)), block
    if block.kind == "row":
        joined = " | ".join(text.exact(cell) for cell in block.cells).strip()
        assert joined == text.exact(block), block


def check_lead_in(text: CanonicalText, block: Block) -> None:
    """A lead-in is words of one earlier block."""
    if block.lead_in is None:
        return
    words = text.exact(block.lead_in)
    assert words, block
    assert words.strip() == words, block
    assert block.lead_in.end <= block.start, block
    homes = [one for one in text.blocks if one.start <= block.lead_in.start < one.end]
    assert len(homes) == 1, block
    assert block.lead_in.end <= homes[0].end, block


def check_pages(text: CanonicalText) -> None:
    """Pages begin in order, and every block says the page that its first word stands on."""
    assert list(text.page_starts) == sorted(text.page_starts)
    if not text.page_starts:
        assert all(block.page is None for block in text.blocks)
        return
    assert text.page_starts[0] == 0
    for block in text.blocks:
        assert text.page_of(block.start) == block.page, block


def shape(text: CanonicalText) -> list[tuple[str, str]]:
    """Kind and words of every block, for a test to compare."""
    return [(block.kind, text.exact(block)) for block in text.blocks]


def hanging(text: CanonicalText) -> dict[str, str | None]:
    """The lead-in of every item by its words."""
    return {
        text.exact(block): text.exact(block.lead_in) if block.lead_in else None
        for block in text.blocks
        if block.kind == "item"
    }
