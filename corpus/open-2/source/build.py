# ruff: noqa
"""Make the documents and the labels of this folder from the marked sources (*.src) beside it.

A source holds documents, each begun by a line `=== id | format | title | published | type | subject`.
Labels stand in the text: {words~kind values ~kind values}. Run: python build.py
"""

import csv, html, io, json, re, subprocess, sys, tempfile
from collections import Counter
from datetime import date
from email.message import EmailMessage
from pathlib import Path

HERE = Path(__file__).parent
OUT = HERE.parent
WORDS = OUT / "words"
MONTHS = (
    "january february march april may june july august september october november december".split()
)
MEDIA = {
    "txt": "text/plain",
    "html": "text/html",
    "csv": "text/csv",
    "eml": "message/rfc822",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
KINDS = {
    "g": "grade",
    "gc": "grade_count",
    "c": "cause_of_concern",
    "r": "recommendation",
    "afi": "area_for_improvement",
    "com": "commitment",
    "cl": "claim",
    "resp": "response",
    "m": "meeting",
    "ai": "agenda_item",
    "p": "person",
    "a": "action",
    "d": "decision",
    "as": "assurance",
    "$": "money",
    "n": "count",
    "st": "status",
    "mon": "monitoring",
    "insp": "inspection",
    "pr": "practice",
}
NUM = {
    w: i
    for i, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
}


def iso(words):
    if not words:
        return None
    m = re.search(
        r"(\d{1,2})(?:[a-z]{2})?(?: of)? (" + "|".join(MONTHS) + r"),? (\d{4})", words, re.I
    )
    if m:
        return f"{m[3]}-{MONTHS.index(m[2].lower()) + 1:02}-{int(m[1]):02}"
    m = re.search(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", words)
    if m:
        return f"{m[3]}-{int(m[2]):02}-{int(m[1]):02}"
    m = re.search(r"(\d{4})-(\d\d)-(\d\d)", words)
    if m:
        return m[0]
    m = re.search(r"(" + "|".join(MONTHS) + r") (\d{4})", words, re.I)
    if m:
        return f"{m[2]}-{MONTHS.index(m[1].lower()) + 1:02}"
    return None


def parse(text):
    """Give the text with sentinels and the list of raw labels."""
    out, labels, stack = [], [], []
    i = 0
    while i < len(text):
        ch = text[i]
        if ch == "{":
            stack.append(len(labels))
            out.append(chr(0xE100 + len(labels)))
            labels.append(None)
            i += 1
        elif ch == "~" and stack:
            j = text.index("}", i)
            n = stack.pop()
            labels[n] = [s.strip() for s in text[i + 1 : j].split("~")]
            out.append(chr(0xE900 + n))
            i = j + 1
        else:
            out.append(ch)
            i += 1
    assert not stack, "open label"
    return "".join(out), labels


def clear(text):
    return re.sub("[\ue100-\uf0ff]", "", text)


def fields(spec, exact, doc):
    code, _, rest = (
        spec.replace("g;", "g ;", 1).partition(" ")
        if spec.startswith("g;")
        else spec.partition(" ")
    )
    kind = KINDS[code]
    pos, kw = [], {}
    for part in [p.strip() for p in rest.split(";")] if rest.strip() else []:
        m = re.match(r"([a-z]+)=(.*)$", part, re.S)
        if m:
            kw[m[1]] = None if m[2] in ("", "null") else m[2]
        else:
            pos.append(None if part in ("", "null") else part)
    get = lambda n: pos[n] if len(pos) > n else None
    inst = kw.get("i", doc["subject"]) if "i" in kw or doc["subject"] else None
    dw = kw.get("dw")
    due = kw["due"] if "due" in kw else iso(dw)
    basis = kw.get("db") or (
        "immediately"
        if dw and "mmediate" in dw
        else "within"
        if dw and re.search(r"within|(?:weeks|months|\bdays)$", dw, re.I) and not due
        else "date"
        if due
        else "none"
    )
    if code == "g":
        low = exact.lower().strip("‘’'\"")
        value = kw.get("v", {"require improvement": "requires improvement"}.get(low, low))
        f = {
            "institution": inst,
            "question": get(0),
            "value": value,
            "value_words": exact,
            "standing": kw.get("s", "awarded"),
        }
    elif code == "gc":
        f = {
            "institution": inst,
            "value": get(0),
            "n": float(get(1)),
            "of": int(kw["of"]) if kw.get("of") else None,
        }
        f["n"] = int(f["n"])
    elif code == "c":
        f = {"institution": inst}
        if kw.get("acc"):
            f["accelerated"] = True
        if kw.get("disp"):
            f["disposition"] = kw["disp"]
    elif code == "r":
        f = {
            "number": kw.get("no"),
            "addressee": kw.get("to", doc["subject"]) if "to" in kw or doc["subject"] else None,
            "due": due,
            "due_words": dw,
            "due_basis": basis,
            "modality": kw.get("m", "should"),
        }
        for a, b in (("iss", "issuer"), ("resp", "response"), ("disp", "disposition")):
            if kw.get(a):
                f[b] = kw[a]
    elif code == "afi":
        f = {"institution": inst, "number": kw.get("no"), "due": due, "due_words": dw}
        if kw.get("disp"):
            f["disposition"] = kw["disp"]
    elif code == "com":
        f = {"by": get(0), "by_person": get(1), "due": due, "due_words": dw}
    elif code == "cl":
        f = {"by": get(0), "by_person": get(1)}
    elif code == "resp":
        f = {"to_number": get(0), "response": get(1)}
    elif code == "m":
        f = {
            "body": get(0),
            "title": kw.get("ti", get(0)),
            "date": kw["date"] if "date" in kw else iso(dw),
            "date_words": dw,
            "time": kw.get("t"),
            "place": kw.get("pl"),
            "standing": get(1) or "this",
        }
        if kw.get("sort"):
            f["sort"] = kw["sort"]
    elif code == "ai":
        f = {"number": get(0), "title": get(1) or exact}
        if kw.get("lead"):
            f["lead"] = kw["lead"]
    elif code == "p":
        f = {"name": get(0), "role": get(1), "presence": get(2)}
        if get(3):
            f["initials"] = get(3)
        if kw.get("h"):
            f["holding"] = kw["h"]
        if kw.get("o"):
            f["organisation"] = kw["o"]
    elif code == "a":
        f = {
            "ref": kw.get("ref"),
            "owner": kw.get("own"),
            "owner_person": kw.get("per"),
            "due": due,
            "due_words": dw,
            "due_basis": basis,
        }
        for a, b in (("disp", "disposition"), ("at", "raised_at")):
            if kw.get(a):
                f[b] = kw[a]
    elif code == "d":
        f = {"ref": get(0)}
    elif code == "as":
        f = {"by": get(0), "level": get(1)}
    elif code == "$":
        f = {"amount": get(0), "currency": "GBP", "state": kw.get("s"), "flag": kw.get("flag")}
        for a, b in (
            ("sw", "state_words"),
            ("from", "payer"),
            ("to", "recipient"),
            ("per", "period_words"),
            ("for", "purpose_words"),
        ):
            if kw.get(a):
                f[b] = kw[a]
    elif code == "n":
        n, _, unit = get(0).partition(" ")
        f = {"n": float(n) if "." in n else int(n), "unit": unit, "approximate": "approx" in pos}
        if kw.get("q"):
            f["qualifier"] = kw["q"]
    elif code == "st":
        f = {"of": get(0), "state_words": get(1), "on": kw.get("on")}
    elif code == "mon":
        f = {"institution": inst, "change": get(0), "state": get(1), "on": kw.get("on")}
    elif code == "insp":
        f = {"institution": inst, "inspectorate": get(0), "visit": get(1)}
    elif code == "pr":
        f = {"institution": inst, "grade": get(0)}
    inferred = kw.get("inf")
    return kind, f, inferred


def html_text(t):
    t = re.sub(
        r"<head>.*?</head>|<script.*?</script>|<style.*?</style>|<!--.*?-->", "", t, flags=re.S
    )
    t = re.sub(r"\s+", " ", t)
    t = re.sub(r"<br ?/?>", "\n", t)
    t = re.sub(r"</t[dh]>", "\t", t)
    t = re.sub(
        r"</?(?:p|div|h\d|li|ul|ol|tr|table|section|article|header|footer|dl|dt|dd|blockquote|main|nav|caption|thead|tbody|figure|figcaption|details|summary|aside|address|hr|title|body|html)(?: [^>]*)?>",
        "\n\n",
        t,
    )
    t = html.unescape(re.sub(r"<[^>]+>", "", t))
    t = re.sub(r"[ \t]*\n[ \t]*", "\n", t)
    return re.sub(r"\n{3,}", "\n\n", t).strip() + "\n"


def blocks(t):
    out, para = [], []

    def flush():
        if para:
            out.append(("p", " ".join(para).replace("\\ ", "\n")))
            para.clear()

    for line in t.split("\n"):
        s = line.strip()
        bare = clear(s)
        if not bare:
            flush()
        elif bare.startswith("#"):
            flush()
            m = re.match(r"([\ue100-\uf0ff]*)(#+) ", s)
            out.append(("h%d" % len(m[2]), m[1] + s[m.end() :]))
        elif bare.startswith("- "):
            flush()
            out.append(("li", re.sub(r"- ", "", s, count=1)))
        elif bare.startswith("|"):
            flush()
            out.append(("tr", [c.strip() for c in s[1:].removesuffix("|").split("|")]))
        else:
            para.append(s)
    flush()
    return out


def block_text(bl):
    return (
        "\n\n".join("\t".join(v) if k == "tr" else v for k, v in bl).replace("\n\n\n", "\n\n")
        + "\n"
    )


def grouped(bl):
    rows = []
    for k, v in bl + [("end", None)]:
        if k == "tr":
            rows.append(v)
            continue
        if rows:
            yield "table", rows
            rows = []
        if k != "end":
            yield k, v


def make_docx(bl, path, style):
    from docx import Document

    d = Document()
    d.core_properties.created = d.core_properties.modified = __import__("datetime").datetime(
        2031, 1, 1
    )
    for k, v in grouped(bl):
        if k == "table":
            t = d.add_table(rows=0, cols=max(map(len, v)))
            t.style = "Table Grid" if style % 2 else "Light List"
            for r in v:
                cells = t.add_row().cells
                for c, x in zip(cells, r):
                    c.text = clear(x)
        elif k.startswith("h"):
            if style % 3 == 2:
                d.add_paragraph().add_run(clear(v)).bold = True
            else:
                d.add_heading(clear(v), int(k[1]))
        elif k == "li":
            d.add_paragraph(clear(v), style="List Bullet")
        else:
            d.add_paragraph(clear(v))
    d.save(path)


def make_typst(bl, path, style):
    import typst

    q = lambda s: (
        "#" + json.dumps(clear(s), ensure_ascii=False).replace("\\n", '"; linebreak(); "')
    )
    o = [
        '#set page(paper: "a4"%s)' % (', numbering: "1"' if style % 2 else ""),
        "#set text(size: %dpt, hyphenate: false)" % (10 + style % 3),
    ]
    for k, v in grouped(bl):
        if k == "table":
            n = max(map(len, v))
            cells = ",".join("[" + q(c) + "]" for r in v for c in r + [""] * (n - len(r)))
            o.append(f"#table(columns: {n}{', stroke: none' if style % 4 == 0 else ''}, {cells})")
        elif k.startswith("h"):
            o.append("=" * int(k[1]) + " " + q(v))
        elif k == "li":
            o.append("- " + q(v))
        else:
            o.append(" \\\n".join(q(x) for x in v.split("\n")))
        o.append("")
    with tempfile.TemporaryDirectory() as t:
        f = Path(t) / "a.typ"
        f.write_text("\n".join(o))
        path.write_bytes(typst.compile(str(f)))


def sheets(t):
    out = []
    for line in t.split("\n"):
        s = line.strip()
        if s.startswith("%% "):
            out.append((s[3:], []))
        elif s:
            out[-1][1].append([c.strip() for c in s.split("|")])
    return out


def make_xlsx(sh, path):
    import xlsxwriter

    wb = xlsxwriter.Workbook(str(path), {"default_date_format": "dd/mm/yyyy"})
    wb.set_properties({"created": __import__("datetime").datetime(2031, 1, 1)})
    for name, rows in sh:
        ws = wb.add_worksheet(name)
        for y, r in enumerate(rows):
            for x, c in enumerate(r):
                c = clear(c)
                if c.startswith("=D"):
                    ws.write_datetime(y, x, __import__("datetime").datetime.fromisoformat(c[2:]))
                else:
                    ws.write_string(y, x, c) if c else None
    wb.close()


def main():
    WORDS.mkdir(exist_ok=True)
    kinds, formats, by_doc, problems = Counter(), Counter(), {}, []
    seen = set()
    for src in sorted(HERE.glob("*.src")):
        for chunk in re.split(r"(?m)^=== ", src.read_text())[1:]:
            head, _, body = chunk.partition("\n")
            ident, fmt, title, published, typ, subject = [
                x.strip() or None for x in head.split("|")
            ]
            assert ident not in seen, ident
            seen.add(ident)
            doc = {"subject": subject}
            ext = "pdf" if fmt == "pdf-lo" else fmt
            try:
                marked, raw = parse(body.strip("\n") + "\n")
            except Exception as e:
                problems.append(f"{ident}: {e!r}")
                continue
            style = len(seen)
            path = OUT / f"{ident}.{ext}"
            if fmt == "txt":
                plain = marked
                path.write_text(clear(marked))
            elif fmt == "html":
                plain = html_text(marked)
                path.write_text(clear(marked))
            elif fmt in ("docx", "pdf", "pdf-lo"):
                bl = blocks(marked)
                plain = block_text(bl)
                if fmt == "docx":
                    make_docx(bl, path, style)
                elif fmt == "pdf":
                    make_typst(bl, path, style)
                else:
                    with tempfile.TemporaryDirectory() as t:
                        make_docx(bl, f"{t}/{ident}.docx", style)
                        subprocess.run(
                            [
                                "soffice",
                                "--headless",
                                f"-env:UserInstallation=file://{t}/p",
                                "--convert-to",
                                "pdf",
                                "--outdir",
                                str(OUT),
                                f"{t}/{ident}.docx",
                            ],
                            check=True,
                            capture_output=True,
                        )
            elif fmt in ("xlsx", "csv"):
                sh = sheets(marked if marked.startswith("%% ") else "%% Sheet1\n" + marked)
                plain = (
                    "\n".join(
                        "\t".join(re.sub(r"=D(\d+)-(\d+)-(\d+)", r"\3/\2/\1", c) for c in r)
                        for _, rows in sh
                        for r in rows
                    )
                    + "\n"
                )
                if fmt == "xlsx":
                    make_xlsx(sh, path)
                else:
                    with path.open("w", newline="") as f:
                        csv.writer(f).writerows(
                            [[clear(c) for c in r] for _, rows in sh for r in rows]
                        )
            elif fmt == "eml":
                plain = marked
                hd, _, tx = clear(marked).partition("\n\n")
                msg = EmailMessage()
                for line in hd.split("\n"):
                    a, b = line.split(": ", 1)
                    msg[a] = b
                msg.set_content(
                    tx, charset="utf-8", cte="quoted-printable" if style % 2 else "8bit"
                )
                path.write_bytes(msg.as_bytes())
            text = clear(plain)
            if fmt != "txt":
                (WORDS / f"{ident}.txt").write_text(text)
            lines = [
                {
                    "v": 1,
                    "kind": "document",
                    "document": {
                        "title": title,
                        "published": published,
                        "source": None,
                        "publisher": None,
                        "media_type": MEDIA[ext],
                    },
                    "quote": None,
                    "fields": {"type": typ},
                }
            ]
            kinds["document"] += 1
            recs = []
            for n, specs in enumerate(raw):
                a, b = plain.find(chr(0xE100 + n)), plain.find(chr(0xE900 + n))
                if a < 0 or b < 0:
                    problems.append(f"{ident}: lost {specs}")
                    continue
                s, e = len(clear(plain[:a])), len(clear(plain[:b]))
                while s < e and text[s].isspace():
                    s += 1
                while e > s and text[e - 1].isspace():
                    e -= 1
                exact = text[s:e]
                for spec in specs:
                    try:
                        k, f, inf = fields(spec, exact, doc)
                    except Exception as err:
                        problems.append(f"{ident}: {spec} {err!r}")
                        continue
                    flat = re.sub(r"\s+", " ", text)
                    for w in ("due_words", "date_words", "state_words"):
                        if f.get(w) and f[w] not in flat:
                            problems.append(f"{ident}: {w} not in text: {f[w]}")
                    if k == "person" and f["name"] not in re.sub(r"\s+", " ", exact):
                        problems.append(f"{ident}: name {f['name']} not in {exact}")
                    if k == "count":
                        w = re.split(r"[ -]", exact.lower())
                        got = next((NUM[x] for x in w if x in NUM), None)
                        m = re.search(r"\d[\d,.]*", exact)
                        if m:
                            got = float(m[0].replace(",", "").rstrip("."))
                        if got is not None and got != f["n"]:
                            problems.append(f"{ident}: count {exact} {f['n']}")
                    if k == "money" and not exact.startswith("£"):
                        problems.append(f"{ident}: money {exact}")
                    rec = {
                        "v": 1,
                        "kind": k,
                        "quote": {"start": s, "end": e, "exact": exact, "page": None},
                        "fields": f,
                    }
                    if inf:
                        rec["inferred"] = {x: "not in words" for x in inf.split(",")}
                    recs.append(rec)
                    kinds[k] += 1
            recs.sort(key=lambda r: (r["quote"]["start"], r["quote"]["end"], r["kind"]))
            lines += recs
            by_doc[ident] = len(recs)
            formats[ext] += 1
            (OUT / f"{ident}.gold.jsonl").write_text(
                "".join(json.dumps(x, ensure_ascii=False) + "\n" for x in lines)
            )
    print(dict(kinds))
    print(
        sum(kinds.values()) - kinds["document"], "labels", len(by_doc), "documents", dict(formats)
    )
    print([d for d, n in by_doc.items() if n < 6])
    print("\n".join(problems))


if __name__ == "__main__":
    main()
