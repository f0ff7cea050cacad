"""Entry point of the limited child process: bytes in on stdin, JSON out on stdout.

In: one line of JSON, `{"task", "name", "media_type", "options"}`, then the bytes of the file.
Tasks: `text` gives the canonical text; `read` its records too, with `options` of `profiles`
(tables of `catalogue/sources`), `bodies`, `holders`, `meta` and `confidences`; `probe` reads
nothing and says what the confinement holds.

Out: lines of JSON. `{"pages": n}` as soon as it is known, for the parent's clock; last,
`{"answer": …}`, `{"refused": {"code", "sentence"}}` or `{"limit": "memory"}`. A defect leaves
a traceback on stderr and exit code 70.
"""

import json
import sys
from collections.abc import Mapping
from typing import Any, BinaryIO

from answerable.reading.canonical_text import Block, CanonicalText, Span
from answerable.reading.confinement import confine
from answerable.reading.formats import canonical
from answerable.reading.formats.kinds import kind_of
from answerable.vocabulary.refusal import Refusal


def main() -> int:
    """Run one task. The confinement comes before the first byte is read."""
    held = confine()
    source, out = sys.stdin.buffer, sys.stdout.buffer
    header = json.loads(source.readline())
    data = source.read()
    try:
        answer = held if header["task"] == "probe" else _run(header, data, out)
        line: dict[str, Any] = {"answer": answer}
        encoded = _encoded(line)
    except Refusal as refusal:
        encoded = _encoded({"refused": {"code": refusal.code, "sentence": refusal.sentence}})
    except MemoryError:
        del data
        encoded = _encoded({"limit": "memory"})
    except RecursionError:
        sentence = "The file nests its parts too deeply to be read; save it again as plain text."
        encoded = _encoded({"refused": {"code": "limit-depth", "sentence": sentence}})
    out.write(encoded)
    out.flush()
    return 0


def _run(header: Mapping[str, Any], data: bytes, out: BinaryIO) -> dict[str, Any]:
    media_type, name = header.get("media_type"), header.get("name")
    if kind_of(data, media_type=media_type, name=name) == "pdf":
        # pdfium is loaded only for a PDF.
        from answerable.reading.formats.pdf import count_pages  # noqa: PLC0415

        out.write(_encoded({"pages": count_pages(data)}))
        out.flush()
    text = canonical(data, media_type=media_type, name=name)
    del data
    answer: dict[str, Any] = {"text": to_json(text)}
    if header["task"] == "read":
        answer |= _records(text, header.get("options") or {})
    return answer


def _records(text: CanonicalText, options: Mapping[str, Any]) -> dict[str, Any]:
    # The grammar is loaded only when records are asked for.
    from answerable.reading import profiles, reading  # noqa: PLC0415
    from answerable.reading.gazetteer import BodyEntry, Gazetteer, HolderEntry  # noqa: PLC0415
    from answerable.reading.material import Meta  # noqa: PLC0415

    bodies = [{**body, "aliases": tuple(body["aliases"])} for body in options.get("bodies", ())]
    found = reading.read(
        text,
        profiles=tuple(profiles.from_toml(table) for table in options.get("profiles", ())),
        gazetteer=Gazetteer(
            bodies=tuple(BodyEntry(**body) for body in bodies),
            holders=tuple(HolderEntry(**holder) for holder in options.get("holders", ())),
        ),
        meta=Meta(**options.get("meta", {})),
        confidences=options.get("confidences"),
    )
    return {"jsonl": found.to_jsonl(), "warnings": list(found.warnings)}


def _encoded(line: Mapping[str, Any]) -> bytes:
    words = json.dumps(line, ensure_ascii=False, separators=(",", ":"))
    return words.encode("utf-8", errors="surrogatepass") + b"\n"


def to_json(text: CanonicalText) -> dict[str, Any]:
    """Canonical text as JSON values; `from_json` gives it back."""
    return {
        "text": text.text,
        "sha256": text.sha256,
        "media_type": text.media_type,
        "page_starts": text.page_starts,
        "warnings": text.warnings,
        "title": text.title,
        "blocks": [
            [
                block.kind,
                block.start,
                block.end,
                block.path,
                block.level,
                block.page,
                None if block.lead_in is None else [block.lead_in.start, block.lead_in.end],
                [[cell.start, cell.end] for cell in block.cells],
                block.cell_paths,
                block.header,
            ]
            for block in text.blocks
        ],
    }


def from_json(values: Mapping[str, Any]) -> CanonicalText:
    """Canonical text from what `to_json` made."""
    return CanonicalText(
        text=values["text"],
        blocks=tuple(
            Block(
                kind=kind,
                start=start,
                end=end,
                path=path,
                level=level,
                page=page,
                lead_in=None if lead_in is None else Span(*lead_in),
                cells=tuple(Span(*cell) for cell in cells),
                cell_paths=tuple(cell_paths),
                header=tuple(header),
            )
            for kind, start, end, path, level, page, lead_in, cells, cell_paths, header in (
                values["blocks"]
            )
        ),
        sha256=values["sha256"],
        media_type=values["media_type"],
        page_starts=tuple(values["page_starts"]),
        warnings=tuple(values["warnings"]),
        title=values["title"],
    )


if __name__ == "__main__":
    sys.exit(main())
