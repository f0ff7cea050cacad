"""Entry point of the limited child process: bytes in on stdin, JSON out on stdout.

In: one line of JSON, `{"task", "name", "media_type", "options"}`, then the bytes of the file.
Tasks: `text` gives the canonical text; `read` its records too, with `options` of `profiles`
(tables of `catalogue/sources`), `bodies`, `holders`, `meta`, `confidences` and `likeness` (the
lines of `catalogue/likeness.txt`); `probe` reads nothing and says what the confinement holds.

Out: lines of JSON. `{"pages": n}` as soon as it is known, for the parent's clock; last,
`{"answer": …}`, `{"refused": {"code", "sentence"}}` or `{"limit": "memory"}`. A defect leaves
a traceback on stderr and exit code 70.
"""

import codecs
import json
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, BinaryIO

from answerable.reading.confinement import confine, is_sealed, seal
from answerable.reading.formats import canonical, reader_of
from answerable.reading.formats.kinds import kind_of
from answerable.reading.layout.canonical_text import Block, CanonicalText, Span
from answerable.reading.layout.protective_marks import refuse_secret
from answerable.vocabulary.refusal import Refusal

WAITING = "--waiting"
"""The word on the command line of a child that is started before there is anything to read."""
# Once the process is sealed no module can be loaded, so what the standard library loads on
# first use is loaded before: character sets, and the helpers of Counter and strptime.
_CODECS = ("ascii", "latin-1", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32",
           "cp1252", "cp437", "idna")  # fmt: skip
_MODULES = ("heapq", "_strptime", "bisect", "copy", "locale", "calendar", "stringprep")
# Read once for practice, so that the rules load what they load on first use.
_PRACTICE = (
    b'Marlshire Police was rated good. On 3 May 2031 it said: "It cost 1.2 million."\n\n'
    b"By 30 September 2031 the force should:\n\n- train every officer;\n- publish a plan.\n\n"
    b"Present: Jo Bloggs, Commissioner\n\nRef\tAction\tOwner\tDue\n1\tAct\tAE\t3 May\n"
)


def main() -> int:
    """Run one task. The confinement comes before the first byte is read."""
    held = confine()
    if WAITING in sys.argv:
        _grammar({})  # what takes longest is done while nobody waits
    source, out = sys.stdin.buffer, sys.stdout.buffer
    header = json.loads(source.readline())
    data = source.read()
    try:
        answer = _probe() | held if header["task"] == "probe" else _run(header, data, out)
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


def _probe() -> dict[str, Any]:
    seal()
    return {"files": is_sealed()}


def _run(header: Mapping[str, Any], data: bytes, out: BinaryIO) -> dict[str, Any]:
    """Load what the file needs, seal the process, and only then parse the file."""
    kind = kind_of(data, media_type=header.get("media_type"), name=header.get("name"))
    for codec in _CODECS:
        codecs.lookup(codec)
    for module in _MODULES:
        import_module(module)
    reader = reader_of(kind, data)
    count_pages = _page_counter() if kind == "pdf" else None
    records = _grammar(header.get("options") or {}) if header["task"] == "read" else None
    seal()
    if count_pages is not None:
        out.write(_encoded({"pages": count_pages(data)}))
        out.flush()
    text = reader(data)
    del data
    refuse_secret(text)
    answer: dict[str, Any] = {"text": to_json(text)}
    return answer | records(text) if records is not None else answer


def _page_counter() -> Callable[[bytes], int]:
    # pdfium is loaded only for a PDF.
    from answerable.reading.formats.pdf import count_pages  # noqa: PLC0415

    return count_pages


def _grammar(options: Mapping[str, Any]) -> Callable[[CanonicalText], dict[str, Any]]:
    """The rules of reading with their profiles and names, ready for a text."""
    # The grammar is loaded only when records are asked for.
    from answerable.reading import profiles, reading  # noqa: PLC0415
    from answerable.reading.gazetteer import BodyEntry, Gazetteer, HolderEntry  # noqa: PLC0415
    from answerable.reading.likeness.weights import from_lines  # noqa: PLC0415
    from answerable.reading.material import Meta  # noqa: PLC0415

    bodies = [{**body, "aliases": tuple(body["aliases"])} for body in options.get("bodies", ())]
    known = tuple(profiles.from_toml(table) for table in options.get("profiles", ()))
    gazetteer = Gazetteer(
        bodies=tuple(BodyEntry(**body) for body in bodies),
        holders=tuple(HolderEntry(**holder) for holder in options.get("holders", ())),
    )
    meta = Meta(**options.get("meta", {}))
    told = options.get("likeness")
    likeness = from_lines(told.splitlines()) if told else None

    def records(text: CanonicalText) -> dict[str, Any]:
        found = reading.read(
            text,
            profiles=known,
            gazetteer=gazetteer,
            meta=meta,
            confidences=options.get("confidences"),
            likeness=likeness,
        )
        return {"jsonl": found.to_jsonl(), "warnings": list(found.warnings)}

    records(canonical(_PRACTICE))
    return records


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
