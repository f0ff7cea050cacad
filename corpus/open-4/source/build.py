# ruff: noqa
"""Make the documents and labels of this folder from the marked sources (*.src) beside it.

A source holds documents, each begun by `=== name.ext | title | published | type | subject | options`.
A label stands in the text as {kind value;value;key=value>the words}; labels may be nested.
Needs python-docx, xlsxwriter, python-calamine, typst and pdftotext. Run: python build.py
"""

import csv
import datetime
import email
import email.policy
import html
import io
import json
import re
import subprocess
import tempfile
from collections import Counter
from email.message import EmailMessage
from pathlib import Path

HERE = Path(__file__).parent
OUT = HERE.parent
WORDS = OUT / "words"
LONG = (
    "january february march april may june july august september october november december".split()
)
MONTH = (
    {m: i + 1 for i, m in enumerate(LONG)}
    | {m[:3]: i + 1 for i, m in enumerate(LONG)}
    | {"sept": 9}
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
    "cc": "cause_of_concern",
    "r": "recommendation",
    "af": "area_for_improvement",
    "cm": "commitment",
    "cl": "claim",
    "rs": "response",
    "mt": "meeting",
    "ai": "agenda_item",
    "p": "person",
    "a": "action",
    "de": "decision",
    "as": "assurance",
    "m": "money",
    "c": "count",
    "mo": "monitoring",
    "pr": "practice",
}
SMALL = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUM = {w: i for i, w in enumerate(SMALL)} | {w: 20 + 10 * i for i, w in enumerate(TENS)}
NUM |= {"both": 2, "dozen": 12, "single": 1, "fortnight": 1, "decade": 1}
MN = "|".join(sorted(MONTH, key=len, reverse=True))


def iso(words):
    if not words:
        return None
    for pattern, order in (
        (rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ -]({MN})\.?,?[ -](\d{{4}}|\d\d)\b", "dmy"),
        (r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d\d)\b", "dmy"),
        (r"\b(\d{4})-(\d\d)-(\d\d)\b", "ymd"),
        (rf"\b({MN}) (\d{{4}})\b", "my"),
    ):
        m = re.search(pattern, words, re.I)
        if m:
            part = dict(zip(order, m.groups()))
            year = part["y"] if len(part["y"]) == 4 else "20" + part["y"]
            month = MONTH.get(part["m"].lower()) or int(part["m"])
            if "d" not in part:
                if re.search(r"end of", words, re.I):
                    first = datetime.date(int(year) + month // 12, month % 12 + 1, 1)
                    return (first - datetime.timedelta(days=1)).isoformat()
                return f"{year}-{month:02}"
            return f"{year}-{month:02}-{int(part['d']):02}"
    return None


def date_words(text):
    m = re.search(
        rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)?[ -](?:{MN})\.?,?[ -]\d{{2,4}}\b|\b\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}\b"
        rf"|\b\d{{4}}-\d\d-\d\d\b|\b(?:{MN}) \d{{4}}\b|\b\d{{1,2}}(?:st|nd|rd|th)? (?:{MN})\b",
        text,
        re.I,
    )
    return m[0] if m else None


def number(text):
    """The first number in the words, in figures or in letters; None if there is none."""
    m = re.search(r"\d[\d,]*(?:\.\d+)?", text)
    letters = re.search(rf"\b(?:{'|'.join(NUM)})\b", text.lower())
    if m and not (letters and letters.start() < m.start()):
        plain = m[0].rstrip(",").replace(",", "")
        n = float(plain) if "." in plain else int(plain)
        if re.search(re.escape(m[0]) + r" million", text):
            n = round(n * 1_000_000)
        return n
    total = None
    for w in re.findall(r"[a-z]+|\d", text.lower()):
        if w in NUM:
            total = (total or 0) + NUM[w]
        elif w == "hundred" and total is not None:
            total *= 100
        elif w == "and" and total is not None:
            continue
        elif total is not None:
            break
    return total


def money(text):
    m = re.search(
        r"£\s?([\d,]+)(?:\.(\d+))?\s?(million|billion|thousand|m\b|bn\b|k\b)?", text, re.I
    )
    assert m, text
    whole, part, scale = m[1].replace(",", ""), m[2] or "", (m[3] or "").lower()
    zeros = {"million": 6, "m": 6, "billion": 9, "bn": 9, "thousand": 3, "k": 3, "": 0}[scale]
    if zeros:
        part = part.ljust(zeros, "0")
        return str(int(whole + part))
    return whole + ("." + part if part else "")


def parse(text):
    """The plain text, and raw labels as (start, end, kind code, values)."""
    out, stack, labels, i, n = [], [], [], 0, 0
    while i < len(text):
        ch = text[i]
        if ch == "{":
            j = text.index(">", i)
            assert "\n" not in text[i:j] and "}" not in text[i:j], text[i : i + 80]
            stack.append((n, text[i + 1 : j]))
            i = j + 1
        elif ch == "}":
            start, spec = stack.pop()
            labels.append((start, n, spec, len(stack)))
            i += 1
        else:
            out.append(ch)
            n += 1
            i += 1
    assert not stack, "open label: %r" % (stack,)
    labels.sort(key=lambda r: (r[0], -r[1], r[3]))
    return "".join(out), labels


TITLES = r"^(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Prof|Professor|Revd|Lord|Lady|Baroness)\.? )+"


RANKS = (
    r"^(?:(?:Councillors?|Cllr|Insp|Supt|Detective Chief Superintendent|Deputy Chief Constable) )+"
)


def name_of(exact, role, words):
    t = re.sub(r"\s+", " ", exact)
    t = re.sub(r"\((?:[A-Z]{2,4})\)", "", t)
    if role and role in t:
        t = t.replace(role, "", 1)
    t = re.sub(r"\s+", " ", t).strip(" ,–—-:;()\t\n")
    t = re.sub(r" (?:QPM|MBE|OBE)$", "", re.sub(RANKS, "", re.sub(TITLES, "", t)))
    return t.strip(" ,–—-:;()")


def fields(spec, exact, doc):
    code, _, rest = spec.partition(" ")
    kind = KINDS[code]
    pos, kw = [], {}
    for part in rest.split(";") if rest.strip() else []:
        part = part.strip()
        m = re.match(r"([a-z]+)=(.*)$", part, re.S)
        if m:
            kw[m[1]] = None if m[2] in ("", "-") else m[2]
        else:
            pos.append(None if part in ("", "-") else part)
    get = lambda n: pos[n] if len(pos) > n else None
    subject = doc["subject"]
    inst = kw["i"] if "i" in kw else subject
    w = kw.get("w")
    due = kw["due"] if "due" in kw else iso(w)
    basis = kw.get("b") or (
        "immediately"
        if w and "mmediate" in w
        else "within"
        if w and not iso(w) and re.search(r"within|(?:weeks|months|days)\b", w, re.I)
        else "date"
        if due
        else "none"
    )
    one = lambda s: re.sub(r"\s+", " ", s)
    if code == "g":
        low = one(exact).lower().strip("‘’'\"“”.")
        value = kw.get("v") or {"require improvement": "requires improvement"}.get(low, low)
        s = {"a": "awarded", "c": "carried-over", "p": "previous", "s": "self-assessed"}
        f = {"institution": inst, "question": get(0), "value": value, "value_words": one(exact)}
        f["standing"] = s[kw.get("s") or "a"]
    elif code == "gc":
        f = {"institution": inst, "value": get(0), "n": number(one(exact)), "of": None}
        if kw.get("n"):
            f["n"] = int(kw["n"])
        if kw.get("of"):
            f["of"] = int(kw["of"])
    elif code == "cc":
        f = {"institution": inst}
        if kw.get("acc"):
            f["accelerated"] = True
        if kw.get("d"):
            f["disposition"] = kw["d"]
    elif code == "r":
        to = kw["to"] if "to" in kw else subject
        f = {
            "number": kw.get("no"),
            "addressee": to,
            "due": due,
            "due_words": w,
            "due_basis": basis,
        }
        f["modality"] = kw.get("m") or "should"
        for a, b in (("iss", "issuer"), ("resp", "response"), ("d", "disposition")):
            if kw.get(a):
                f[b] = kw[a]
    elif code == "af":
        f = {"institution": inst, "number": kw.get("no"), "due": due, "due_words": w}
        if kw.get("d"):
            f["disposition"] = kw["d"]
    elif code == "cm":
        f = {
            "by": get(0) or doc["opts"].get("by"),
            "by_person": get(1),
            "due": due,
            "due_words": w,
        }
    elif code == "cl":
        f = {"by": get(0) or doc["opts"].get("by"), "by_person": get(1)}
        if kw.get("n"):
            f["n"], f["unit"] = int(kw["n"]), kw.get("u")
    elif code == "rs":
        f = {"to_number": get(0), "response": get(1)}
    elif code == "mt":
        dw = kw["w"] if "w" in kw else date_words(one(exact))
        f = {"body": get(0), "title": kw.get("ti") or get(0)}
        f["date"] = kw["date"] if "date" in kw else iso(dw)
        f |= {
            "date_words": dw,
            "time": kw.get("t"),
            "place": kw.get("pl"),
            "standing": get(1) or "this",
        }
        if kw.get("sort"):
            f["sort"] = kw["sort"]
    elif code == "ai":
        f = {"number": get(0), "title": get(1) or one(exact)}
    elif code == "p":
        name = kw.get("n") or name_of(exact, get(0), kw)
        f = {"name": name, "role": get(0), "presence": get(1)}
        if kw.get("ini"):
            f["initials"] = kw["ini"]
        if kw.get("o"):
            f["organisation"] = kw["o"]
        hold = re.match(r"(?:the )?(temporary|acting|deputy)\b", (get(0) or ""), re.I)
        if hold or kw.get("h"):
            f["holding"] = kw.get("h") or hold[1].lower()
    elif code == "a":
        f = {
            "ref": kw.get("ref"),
            "owner": get(0),
            "owner_person": get(1),
            "due": due,
            "due_words": w,
        }
        f["due_basis"] = basis
        if kw.get("d"):
            f["disposition"] = kw["d"]
    elif code == "de":
        f = {"ref": get(0)}
    elif code == "as":
        f = {"by": get(0), "level": get(1)}
    elif code == "m":
        f = {"amount": kw.get("am") or money(exact), "currency": "GBP", "state": get(0)}
        f["flag"] = kw.get("flag")
        for a, b in (("from", "payer"), ("to", "recipient")):
            if kw.get(a):
                f[b] = kw[a]
    elif code == "c":
        unit = get(0)
        approx = unit.startswith("~")
        n = number(one(exact)) if "n" not in kw else float(kw["n"])
        n = int(n) if n is not None and n == int(n) else n
        f = {"n": n, "unit": unit.lstrip("~"), "approximate": approx}
        if kw.get("q"):
            f["qualifier"] = kw["q"]
        assert n is not None, (doc["name"], exact)
    elif code == "mo":
        f = {"institution": inst, "change": get(0), "state": get(1), "on": kw.get("on")}
    elif code == "pr":
        f = {"institution": inst, "grade": get(0)}
    inferred = kw.get("inf")
    for key, words in (("due", "due_words"), ("date", "date_words")):
        if key in f and f[key] and f[key] != iso(f[words]):
            inferred = key
    return kind, f, inferred


BLOCK = r"p|div|h\d|li|ul|ol|tr|table|section|article|header|footer|dl|dt|dd|blockquote|main|nav|caption|thead|tbody|figure|figcaption|details|summary|aside|address|hr|title|body|html"


def html_text(t):
    """The same rules on marked and unmarked pages: tags out, breaks where a reader sees them."""
    t = re.sub(r"<head>.*?</head>|<script.*?</script>|<!--.*?-->", "", t, flags=re.S)
    t = re.sub(r"\s+", " ", t)
    t = re.sub(r"<br ?/?>", "\n", t)
    t = re.sub(r"</t[dh]>", "\t", t)
    t = re.sub(rf"</?(?:{BLOCK})(?: [^>]*)?>", "\n\n", t)
    t = re.sub(r"<[^>]+>", "", t)
    t = re.sub(r"[ \t]*\n[ \t]*", "\n", t)
    return re.sub(r"\n{3,}", "\n\n", t).strip() + "\n"


OPEN, CLOSE = 0xE000, 0xF000


def sentinels(text, labels):
    """Put one private character at each end of each label, so that layout can move the words."""
    marks = {}
    for k, (s, e, _, depth) in enumerate(labels):
        marks.setdefault(s, ([], []))[0].append((-(e - s), depth, chr(OPEN + k)))
        marks.setdefault(e, ([], []))[1].append((e - s, -depth, chr(CLOSE + k)))
    out = []
    for i in range(len(text) + 1):
        if i in marks:
            opens, closes = marks[i]
            out += [c for *_, c in sorted(closes)]
            out += [c for *_, c in sorted(opens)]
        if i < len(text):
            out.append(text[i])
    return "".join(out)


def settle(marked, count):
    """The text without sentinels, and the place of each label."""
    out, at = [], [[None, None] for _ in range(count)]
    n = 0
    for ch in marked:
        o = ord(ch)
        if OPEN <= o < CLOSE:
            at[o - OPEN][0] = n
        elif CLOSE <= o < 0xF8FF:
            at[o - CLOSE][1] = n
        else:
            out.append(ch)
            n += 1
    return "".join(out), at


def clear(text):
    return re.sub("[\ue000-\uf8fe]", "", text)


def blocks(t):
    """Each line of the source is a block of its own."""
    out = []
    for line in t.split("\n"):
        s = line.strip()
        bare = clear(s)
        if re.match(r"#+ ", bare):
            out.append(("h%d" % len(re.match(r"#+", bare)[0]), re.sub(r"#+ ", "", s, count=1)))
        elif bare.startswith("- "):
            out.append(("li", s.replace("- ", "", 1)))
        elif bare.startswith("|"):
            out.append(("tr", [c.strip() for c in s.strip().strip("|").split("|")]))
        elif bare:
            out.append(("p", s))
    return out


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
    d.core_properties.created = d.core_properties.modified = datetime.datetime(2031, 1, 1)
    for k, v in grouped(bl):
        if k == "table":
            t = d.add_table(rows=0, cols=max(map(len, v)))
            t.style = "Table Grid" if style % 2 else "Light List"
            for r in v:
                for c, x in zip(t.add_row().cells, r):
                    c.text = clear(x)
        elif k.startswith("h"):
            if style % 3 == 2:
                d.add_paragraph().add_run(clear(v)).bold = True
            else:
                d.add_heading(clear(v), int(k[1]))
        elif k == "li":
            d.add_paragraph(clear(v), style="List Number" if style % 4 == 3 else "List Bullet")
        else:
            d.add_paragraph(clear(v))
    d.save(path)


def make_pdf(bl, path, style):
    import typst

    q = lambda s: "#" + json.dumps(clear(s), ensure_ascii=False)
    o = ['#set page(paper: "a4", margin: 2.2cm%s)' % (', numbering: "1"' if style % 2 else "")]
    o.append("#set text(size: %dpt, hyphenate: false)" % (10 + style % 3))
    for k, v in grouped(bl):
        if k == "table":
            n = max(map(len, v))
            cells = ",".join("[" + q(c) + "]" for r in v for c in r + [""] * (n - len(r)))
            o.append(
                "#table(columns: (%s), %s)" % (", ".join(["auto"] + ["1fr"] * (n - 1)), cells)
            )
        elif k.startswith("h"):
            o.append("=" * int(k[1]) + " " + q(v))
        elif k == "li":
            o.append("- " + q(v))
        else:
            o.append(q(v))
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

    wb = xlsxwriter.Workbook(str(path))
    wb.set_properties({"created": datetime.datetime(2031, 1, 1)})
    for name, rows in sh:
        ws = wb.add_worksheet(name)
        for y, r in enumerate(rows):
            for x, c in enumerate(r):
                if clear(c):
                    ws.write_string(y, x, clear(c))
    wb.close()


def make_csv(rows, path, sep):
    buf = io.StringIO()
    csv.writer(buf, delimiter=sep, lineterminator="\r\n").writerows(
        [[clear(c) for c in r] for r in rows]
    )
    path.write_bytes(buf.getvalue().encode())


def make_eml(text, path):
    head, _, body = clear(text).partition("\n\n")
    m = EmailMessage(policy=email.policy.SMTP.clone(cte_type="8bit", max_line_length=998))
    for line in head.split("\n"):
        k, _, v = line.partition(": ")
        m[k] = v
    m["MIME-Version"] = "1.0"
    m.set_content(body, cte="8bit")
    path.write_bytes(m.as_bytes())


def found_text(path, ext):
    """The words of the finished file by other means than the reader's."""
    if ext == "txt":
        return path.read_text()
    if ext == "html":
        return html.unescape(
            re.sub(r"<[^>]+>", "", re.sub(r"<head>.*?</head>", "", path.read_text(), flags=re.S))
        )
    if ext == "pdf":
        return subprocess.run(
            ["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True
        ).stdout
    if ext == "docx":
        from docx import Document

        parts = []
        for b in Document(path).iter_inner_content():
            parts += [b.text] if hasattr(b, "text") else [c.text for r in b.rows for c in r.cells]
        return "\n".join(parts)
    if ext == "xlsx":
        from python_calamine import CalamineWorkbook

        wb = CalamineWorkbook.from_path(path)
        sheets = (wb.get_sheet_by_name(name).to_python() for name in wb.sheet_names)
        return "\n".join(str(v) for rows in sheets for r in rows for v in r if v != "")
    if ext == "csv":
        t = path.read_text()
        rows = csv.reader(
            io.StringIO(t),
            delimiter=";" if t.split("\n")[0].count(";") > t.split("\n")[0].count(",") else ",",
        )
        return "\n".join(c for r in rows for c in r)
    if ext == "eml":
        m = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        return "\n".join(f"{k}: {v}" for k, v in m.items()) + "\n" + m.get_content()


# a number without its noun is no count: "31 of them", "just two"
BARE = rf"(?:just |only |about |all |another |a further )*(?:[\d,.]+|(?:{'|'.join(NUM)}|hundred|and|[ -])+)(?: (?:of|by) (?:them|these|those|whom|which))?"
# words before a number that stand outside the quote of a count
LEAD = (
    r"(?:(?:only|all|the|last|past|nearly|about|around|some|over|remaining|just|almost|another) )*"
)
NEAR = r"about|around|nearly|almost|some|over|more than|at least|up to|fewer than|less than|roughly|an estimated|no more than"
ROUGH = (
    "about",
    "around",
    "nearly",
    "almost",
    "some",
    "over",
    "more than",
    "roughly",
    "an estimated",
    "fewer than",
    "less than",
)
# "17 of the 30 cases" holds two counts
PAIR = rf"([\w,-]+) of (?:the |its |our )?((?:\d|(?:{'|'.join(NUM)})\b).+)$"
squash = lambda s: re.sub(r"\s+", "", s)


def wrap(text, width):
    """Break long paragraphs as old mail and minutes do; a blank becomes a line end, nothing moves."""
    out = []
    for line in text.split("\n"):
        col, chars, last = 0, list(line), None
        for i, ch in enumerate(chars):
            if 0xE000 <= ord(ch) <= 0xF8FE:
                continue
            col += 1
            if ch == " ":
                if col > width and last is not None:
                    chars[last] = "\n"
                    col = sum(1 for c in chars[last + 1 : i + 1] if not 0xE000 <= ord(c) <= 0xF8FE)
                last = i
        if col > width and last is not None:
            chars[last] = "\n"
        out.append("".join(chars))
    return "\n".join(out)


def main():
    WORDS.mkdir(exist_ok=True)
    per, docs, problems, dues, made, sizes = {}, Counter(), [], Counter(), set(), []
    index = bare = 0
    for src in sorted(HERE.glob("*.src")):
        for chunk in re.split(r"(?m)^=== ", src.read_text())[1:]:
            head, _, body = chunk.partition("\n")
            name, title, published, kind, subject, *opt = [s.strip() for s in head.split("|")]
            opts = dict(o.split("=", 1) for o in opt if "=" in o)
            doc = {"name": name, "subject": subject or None, "opts": opts}
            stem, ext = name.rsplit(".", 1)
            index += 1
            assert stem not in made, stem
            made.add(stem)
            body = body.strip("\n") + "\n"
            plain, labels = parse(body)
            marked = sentinels(plain, labels)
            path = OUT / name
            if ext == "txt":
                if "wrap" in opts:
                    marked = wrap(marked, int(opts["wrap"]))
                words, at = settle(marked, len(labels))
                path.write_text(words)
            elif ext == "html":
                page = clear(marked)
                path.write_text(
                    f'<!DOCTYPE html>\n<html lang="en-GB">\n<head><meta charset="utf-8"><title>{html.escape(title)}</title></head>\n<body>\n{page}</body>\n</html>\n'
                )
                words, at = settle(html_text(marked), len(labels))
            elif ext in ("docx", "pdf"):
                bl = blocks(marked)
                (make_docx if ext == "docx" else make_pdf)(bl, path, index)
                words, at = settle(
                    "\n\n".join("\t".join(v) if k == "tr" else v for k, v in bl) + "\n",
                    len(labels),
                )
            elif ext == "xlsx":
                sh = sheets(marked)
                make_xlsx(sh, path)
                words, at = settle(
                    "\n\n".join("\n".join("\t".join(r) for r in rows) for _, rows in sh) + "\n",
                    len(labels),
                )
            elif ext == "csv":
                rows = [
                    [c.strip() for c in line.split("|")]
                    for line in marked.split("\n")
                    if clear(line).strip()
                ]
                make_csv(rows, path, opts.get("sep", ","))
                words, at = settle("\n".join("\t".join(r) for r in rows) + "\n", len(labels))
            elif ext == "eml":
                make_eml(marked, path)
                words, at = settle(marked, len(labels))
            if ext != "txt":
                (WORDS / f"{stem}.txt").write_text(words)
            have, ours = squash(found_text(path, ext)), squash(words)
            lines = []
            for (s0, e0, spec, _), (s, e) in zip(labels, at):
                while s < e and words[s].isspace():
                    s += 1
                while e > s and words[e - 1].isspace():
                    e -= 1
                exact = words[s:e]
                second = None
                if spec.startswith("c "):
                    lead = re.match(LEAD, exact, re.I)
                    s += lead.end()
                    exact = words[s:e]
                    second = re.match(PAIR, exact, re.I | re.S)
                try:
                    k, f, inf = fields(spec, exact, doc)
                    if k == "count" and re.fullmatch(BARE, exact, re.I):
                        bare += 1
                        continue
                except (AssertionError, KeyError) as err:
                    problems.append(f"{name}: {spec!r} on {exact!r}: {err!r}")
                    continue
                sq = squash(exact)
                if not sq or sq not in have:
                    problems.append(f"{name}: not in the finished file: {exact!r}")
                elif ext in ("pdf", "docx", "html") and have.count(sq) != ours.count(sq):
                    problems.append(f"{name}: counted otherwise in the finished file: {exact!r}")
                if ext in ("xlsx", "csv", "docx", "pdf") and "\t" in exact:
                    problems.append(f"{name}: crosses a cell: {exact!r}")
                row = {
                    "v": 1,
                    "kind": k,
                    "quote": {"start": s, "end": e, "exact": exact, "page": None},
                    "fields": f,
                }
                per.setdefault(k, Counter())[ext] += 1
                if k == "count":
                    before = re.search(rf"\b({NEAR})\s+$", words[max(0, s - 30) : s], re.I)
                    if before:
                        f["qualifier"] = re.sub(r"\s+", " ", before[1]).lower()
                        span = f["unit"] in ("year", "month", "week", "day", "hour")
                        if before[1].lower() == "over" and span:
                            if not words[:s].rstrip().lower().endswith("for over"):
                                del f["qualifier"]
                        if f.get("qualifier") in ROUGH:
                            f["approximate"] = True
                if second and number(second[2]) is not None:
                    at2 = s + second.start(2)
                    f2 = f | {"n": number(second[2]), "approximate": False}
                    f2.pop("qualifier", None)
                    quote = {"start": at2, "end": e, "exact": words[at2:e], "page": None}
                    lines.append({"v": 1, "kind": k, "quote": quote, "fields": f2})
                    per[k][ext] += 1
                if inf:
                    row["inferred"] = {inf: "not in words"}
                lines.append(row)
                if f.get("due"):
                    dues[k] += 1
                elif f.get("due_words"):
                    dues[k + " (words only)"] += 1
            lines.sort(key=lambda r: (r["quote"]["start"], r["quote"]["end"], r["kind"]))
            seen = Counter(
                (r["kind"], r["quote"]["start"], r["quote"]["end"], json.dumps(r["fields"]))
                for r in lines
            )
            for key, n in seen.items():
                if n > 1:
                    problems.append(f"{name}: label twice: {key}")
            first = {
                "v": 1,
                "kind": "document",
                "document": {
                    "title": title,
                    "published": published or None,
                    "source": None,
                    "publisher": None,
                    "media_type": MEDIA[ext],
                },
                "quote": None,
                "fields": {"type": kind},
            }
            (OUT / f"{stem}.gold.jsonl").write_text(
                "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in [first] + lines)
            )
            docs[ext] += 1
            sizes.append((len(words.split()), stem))
    for p in problems:
        print("PROBLEM", p)
    order = ["txt", "html", "pdf", "docx", "xlsx", "csv", "eml"]
    print("| kind | all | " + " | ".join(order) + " |\n|---" * 1 + "|---" * (len(order) + 1) + "|")
    print(
        "| documents | %d | %s |" % (sum(docs.values()), " | ".join(str(docs[x]) for x in order))
    )
    for k in KINDS.values():
        if k in per:
            print(
                "| %s | %d | %s |"
                % (k, sum(per[k].values()), " | ".join(str(per[k][x]) for x in order))
            )
    print("| all labels | %d |" % sum(sum(c.values()) for c in per.values()))
    print("numbers without their noun, left out:", bare)
    print(
        "deadlines", dict(dues), "with a date:", sum(v for k, v in dues.items() if "only" not in k)
    )
    sizes.sort()
    print(
        "words",
        sum(n for n, _ in sizes),
        "shortest",
        sizes[0],
        "half",
        sizes[len(sizes) // 2],
        "longest",
        sizes[-1],
    )


if __name__ == "__main__":
    main()
