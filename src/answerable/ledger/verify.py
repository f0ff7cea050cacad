#!/usr/bin/env python3
"""Check a record of Answerable on any machine that has Python 3.11; nothing to install.

    verify.py receipt ENTRY PROOF POLICY    one entry, as anybody downloads it
    verify.py closing BUNDLE POLICY         is this finding closed, and on which ground?
    verify.py export DIR POLICY             the whole record, as its folder

Exit code 0: it holds. 1: it does not. 2: wrong usage. 3: NOT ALL CHECKED, the file that a closing
quotes is not here; until somebody finds the words in that file, nothing shows that it is closed.
Take POLICY from somebody other than the log. Its lines: `log VKEY`, `witness VKEY`, `body VKEY`,
`role BODY institution|oversight|owner`, `accepts GROUND...`, `quorum N` (2 when it is not said);
`#` begins a remark. What holds was recorded as it stands and was seen by the witnesses named.
Whether it is true, no proof can say.
"""

import json
import re
import sys
import unicodedata
from base64 import b64decode, b64encode
from collections import namedtuple
from datetime import UTC, date, datetime, timedelta
from functools import reduce
from hashlib import sha256, sha512
from pathlib import Path
from typing import Any

MOST, NAME, INT = 16 * 2**20, r"[^\s+\x00-\x1f]+", "(?:0|[1-9][0-9]{0,15})"
HASH = "[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]="
B64 = "(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?"
NOTE = rf"(({NAME})\n({INT})\n({HASH})\n)\n((?:\u2014 {NAME} {B64}\n){{1,64}})"
PROOF = rf"c2sp\.org/tlog-proof@v1\n(?:extra ({B64})\n)?index ({INT})\n((?:{HASH}\n){{0,63}})\n"
# A line of a policy; and the type of the keys that it names.
LINE = rf"(?:log|witness|body) \S+|role {NAME} (?:institution|oversight|owner)|accepts [a-z ]+"
LINE += r"|quorum [0-9]{1,3}|#.*|\s*"
KINDS = {"log": b"\1", "witness": b"\4", "body": b"\1"}
TEXT, ID, DIGEST = r'"[^"\\]*(?:\\.[^"\\]*)*"', '"[0-9a-f]{32}"', '"[0-9a-f]{64}"'
DAY = '"(?!0000)[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])'
TIME = "T(?:[01][0-9]|2[0-3])(?::[0-5][0-9]){2}[.][0-9]{6}Z"


def form(text: str, person: str, commits: str, pad: str, kind: str, time: str) -> str:  # noqa: PLR0917  # each is one place of the form
    """A leaf of version 1 as bytes: of canonical JSON, so the order of its keys is known."""
    return rf"""(?x){{"by":{{"body":{text},(?:"key":null,"person":{person},"sig":null|"key":
      "[0-9a-f]{{8}}","person":{person},"sig":"[A-Za-z0-9+/]{{85}}[AQgw]==")}},"clock":"(?:ok|
      regressed)","fact":{{"class":"(?:public|internal|restricted)","commits":{{{commits}}},"doc":
      (?:null|{DIGEST}),"id":{ID},"institution":{text},{pad}"ref":(?:null|{ID}),"seen":(?:null|
      {{"root":{DIGEST},"size":{INT}}}),"set":[1-9][0-9]{{0,15}},"stream":{text},"type":{kind},
      "valid":\[{DAY}",(?:null|{DAY}")\]}},"recorded_at":{DAY}{time}","v":1}}"""


LEAF = form(TEXT, ID, f"(?:,?{TEXT}:{DIGEST})+", "", f'(?!"Sealed"){TEXT}', TIME)
SEALED = form('""', '""', f'"sealed":{DIGEST}', f'"pad":{TEXT},', '"Sealed"', "T00:00:00[.]0{6}Z")
# A leaf that was checked, where it stands, its values that were opened, names of the others.
Entry = namedtuple("Entry", "seq at by fact type hash values closed")
# Whom the reader trusts for what; keys by word, then (name, key id).
Policy = namedtuple("Policy", "keys roles accepts quorum")
# A size and root that a known log signed, and who saw them when.
Checkpoint = namedtuple("Checkpoint", "origin size root words")
# A party's key: whose, in which period its office was held, and from when it is doubted.
Key = namedtuple("Key", "public body held doubted", defaults=[["", None], "never"])


class Fails(ValueError):
    """It does not hold, and why."""


FAULTS = (OSError, LookupError, TypeError, ValueError, AttributeError)


def need(holds: Any, why: str) -> Any:
    """What was asked for, if it is there."""
    if not holds:
        raise Fails(why)
    return holds


# --- Ed25519 (RFC 8032) without the cofactor, as OpenSSL checks it ---
P, ORDER = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D, ROOT = -121665 * pow(121666, -1, P) % P, pow(2, (P - 1) // 4, P)


def plus(p: tuple[int, ...], q: tuple[int, ...]) -> tuple[int, ...]:
    a, b = (p[1] - p[0]) * (q[1] - q[0]), (p[1] + p[0]) * (q[1] + q[0])
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2]
    e, f, g, h = (b - a) % P, (d - c) % P, (d + c) % P, (b + a) % P
    return e * f % P, g * h % P, f * g % P, e * h % P


def point(data: bytes) -> tuple[int, ...]:
    y = int.from_bytes(data, "little") % 2**255 % P
    u, v = (y * y - 1) % P, (D * y * y + 1) % P
    x = u * v**3 * pow(u * v**7, (P - 5) // 8, P) % P
    x = x if v * x * x % P == u else x * ROOT % P
    need(v * x * x % P == u and len(data) == 32, "a key is no point of the curve")
    x = x if x % 2 == data[31] >> 7 else -x % P
    return x, y, 1, x * y % P


BASE = point((4 * pow(5, -1, P) % P).to_bytes(32, "little"))


def signed(public: bytes, message: bytes, signature: bytes) -> bool:
    """Is this the key's signature of the message?"""
    (x, y, _, xy), s = point(public), int.from_bytes(signature[32:], "little")
    k = int.from_bytes(sha512(signature[:32] + public + message).digest(), "little") % ORDER
    total: tuple[int, ...] = (0, 1, 1, 0)
    for bit in reversed(range(253)):  # total = sB - kA
        total = plus(total, total)
        total = plus(total, BASE) if s >> bit & 1 else total
        total = plus(total, (-x % P, y, 1, -xy % P)) if k >> bit & 1 else total
    z = pow(total[2], -1, P)
    made = (total[1] * z % P | (total[0] * z % P & 1) << 255).to_bytes(32, "little")
    return len(signature) == 64 and s < ORDER and made == signature[:32]


# --- canonical JSON, leaf and values ---
def written(value: Any) -> bytes:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def read(data: bytes, what: str) -> Any:
    """The value of canonical JSON (RFC 8785, without floats); any other bytes are refused."""
    try:  # a number that is not whole is read as text, and then is not written as it was
        value = json.loads(data.decode(), parse_float=str, parse_constant=str)
        return need(plain(value, 1) and written(value) == data, what) and value
    except (ValueError, RecursionError):
        raise Fails(f"{what} is not canonical JSON") from None


def plain(value: Any, depth: int) -> bool:
    keys, inner = ([*value], [*value.values()]) if isinstance(value, dict) else ([], value)
    if isinstance(inner, list):
        return depth <= 32 and "".join(keys).isascii() and all(plain(i, depth + 1) for i in inner)
    text, number = (value, 0) if isinstance(value, str) else ("", value or 0)
    return depth <= 32 and abs(number) < 2**53 and unicodedata.is_normalized("NFC", text)


def unpacked(text: str) -> bytes:
    return need(b64encode(b64decode(text)).decode() == text, "bad base64") and b64decode(text)


def entry(data: bytes, index: int, extra: Any) -> Entry:
    """A leaf of version 1, and payloads that open its commitments."""
    leaf, text, bad = read(data, f"entry {index}"), data.decode(), f"entry {index} is not a leaf"
    formed = re.fullmatch(LEAF, text) or (len(data) % 256 == 0 and re.fullmatch(SEALED, text))
    need(formed and len(data) <= 16384, bad)
    fact, commits, at = leaf["fact"], leaf["fact"]["commits"], leaf["recorded_at"]
    days = [day for day in (*fact["valid"], at[:10]) if day]  # its period may have no end
    fit = all(str(date.fromisoformat(f"{d[:8]}01") + timedelta(int(d[8:]) - 1)) == d for d in days)
    need(fit and days[0] <= days[-2], bad)
    rows = [[*row] for row in extra.get("payloads", ())] if isinstance(extra, dict) else []
    values, again = {row[0]: row[1] for row in rows}, written({"payloads": rows, "v": 1})
    shown = again == written(extra) and [row[0] for row in rows] == sorted(values)
    need(extra is None or shown, f"the values of entry {index} have no such form")
    for name, value, salt in rows:
        made = re.fullmatch(ID, f'"{salt}"') and b"answerable/commit/v1\0" + bytes.fromhex(salt)
        same = made and sha256(made + written([name, value])).hexdigest() == commits.get(name)
        need(same, f"the value “{name}” of entry {index} is not the one that was committed")
    hashed, closed = sha256(b"\0" + data).digest(), sorted(commits.keys() - values.keys())
    return Entry(index, at, leaf["by"], fact, fact["type"], hashed, values, closed)


# --- tree, policy, checkpoint ---
def pair(left: bytes, right: bytes) -> bytes:
    return sha256(b"\1" + left + right).digest()


def climb(one: Entry, path: list[str], size: int, root: bytes) -> bytes:
    """The proof leads to the root (RFC 9162 2.1.3.2): the root of what stands before the entry."""
    inner = (one.seq ^ size - 1).bit_length()  # the steps above it are all from the left
    fits = one.seq < size and len(path) == inner + (one.seq >> inner).bit_count()
    made, before = one.hash, b""
    for level, step in enumerate(map(unpacked, path)):
        if level >= inner or one.seq >> level & 1:
            made, before = pair(step, made), pair(step, before) if before else step
        else:
            made = pair(made, step)
    need(fits and made == root, f"the proof does not lead from entry {one.seq} to the root")
    return before or sha256().digest()


def vkey(text: str, kind: bytes) -> tuple[tuple[str, str], bytes]:
    bad = f"“{text[:60]}” is not a verifier key of this kind"
    found = need(re.fullmatch(rf"({NAME})\+([0-9a-f]{{8}})\+({B64})", text), bad)
    key, made = unpacked(found[3]), sha256(found[1].encode() + b"\n" + unpacked(found[3]))
    need(made.hexdigest()[:8] == found[2] and key[:1] == kind and len(key) == 33, bad)
    return (found[1], found[2]), key[1:]


def policy_of(text: str) -> Policy:
    for line in text.splitlines():
        need(re.fullmatch(LINE, line), f"the line “{line[:60]}” is unknown")
    rows = [line.split(" ") for line in text.splitlines()]
    keys = {k: dict(vkey(row[1], KINDS[k]) for row in rows if row[0] == k) for k in KINDS}
    need(all(len(k) == len({*k.values()}) for k in keys.values()), "one key under two names")
    roles = {row[1]: row[2] for row in rows if row[0] == "role"}
    accepts = {ground for row in rows if row[0] == "accepts" for ground in row[1:] if ground}
    quorum = [2, *(int(row[1]) for row in rows if row[0] == "quorum")][-1]
    need(len({name for name, _ in keys["witness"]}) >= quorum, "too few witnesses for its quorum")
    return Policy(keys, roles, accepts, quorum)


def checkpoint(note: str, policy: Policy, quorum: int) -> Checkpoint:
    text, origin, size, root, lines = need(re.fullmatch(NOTE, note), "no signed note").groups()
    rows = [line.split(" ") for line in lines.splitlines()]
    given = {(name, unpacked(data)[:4].hex()): unpacked(data)[4:] for _, name, data in rows}
    need(len(given) == len(rows), "two lines of the checkpoint have one key")
    by_log, seen = False, dict[str, str]()
    for (name, key_id), signature in given.items():
        if (key := policy.keys["log"].get((name, key_id))) and name == origin:
            by_log = need(signed(key, text.encode(), signature), "the log's signature is wrong")
        elif key := policy.keys["witness"].get((name, key_id)):
            at = int.from_bytes(signature[:8], "big")
            message = f"cosignature/v1\ntime {at}\n{text}".encode()
            need(signed(key, message, signature[8:]), f"the witness's signature {name} is wrong")
            seen[name] = f"{name} at {datetime.fromtimestamp(min(at, 2**37), UTC).isoformat()}"
    need(by_log, f"no log key of the policy signed the checkpoint of {origin}")
    need(len(seen) >= quorum, f"only {len(seen)} of the policy's witnesses signed")
    said = f"log {origin}, {size} entries, witnessed by {', '.join(seen.values()) or 'nobody yet'}"
    return Checkpoint(origin, int(size), unpacked(root), said)


def receipt(leaf: bytes, proof: bytes, policy: Policy) -> list[str]:
    """Form 1: an entry and its `.tlog-proof`. What costs least is checked first."""
    found = len(proof) <= MOST and re.fullmatch(f"{PROOF}({NOTE})", proof.decode())
    extra, index, path, note, _, _, size, root, _ = need(found, "this is no proof file").groups()
    one = entry(leaf, int(index), extra and read(unpacked(extra), "the payload file"))
    climb(one, path.split(), int(size), unpacked(root))
    head, how = checkpoint(note, policy, policy.quorum), "recorded by the server"
    if one.by["key"]:  # a log speaks for itself
        key = (policy.keys["body"] | policy.keys["log"]).get((one.by["body"], one.by["key"]))
        need(not key or party(one, key, head.origin), "the party's signature is wrong")
        how = "signed with their own key" if key else "signed; no key here to check it with"
    what = f"HOLDS: entry {index}, {one.type}, recorded at {one.at} by {one.by['body']}, {how}"
    shown = [f"{name}: {written(value).decode()}" for name, value in one.values.items()]
    return [what, *shown, f"not opened here: {', '.join(one.closed) or 'nothing'}", head.words]


def party(one: Entry, key: bytes, origin: str) -> bool:
    by = {name: one.by[name] for name in ("body", "key", "person")}
    message = b"answerable/sign/v1\0" + written({"by": by, "fact": one.fact, "origin": origin})
    return signed(key, message, unpacked(one.by["sig"]))


# --- keys of parties, and the closing rule (LEDGER section 12) ---
class Keys:
    """The keys that the policy and the entries before name."""

    def __init__(self, policy: Policy, origin: str) -> None:
        self.origin, self.roots = origin, dict(policy.keys["body"].keys())
        self.known = {kid: Key(key, body) for (body, kid), key in policy.keys["body"].items()}

    def heard(self, one: Entry) -> Entry:
        """Check an entry's signature, and learn the key that it enrols, rotates or revokes."""
        by, signer, rotates = one.by, self.known.get(one.by["key"]), one.type == "KeyRotated"
        good = signer and signer.body == by["body"] and party(one, signer.public, self.origin)
        need(good or not by["key"], f"entry {one.seq}: not signed by a key enrolled for its body")
        body = by["body"] if rotates else str(one.values.get("body"))
        enrols = one.type == "KeyEnrolled" and by["key"] == self.roots.get(body)
        if enrols or (rotates and signer):
            (_, key_id), public = vkey(str(one.values.get("vkey")), b"\1")
            self.known.setdefault(key_id, Key(public, body, one.fact["valid"]))
        if one.type == "KeyRevoked" and (key := self.known.get(one.fact["stream"][4:])):
            doubted = min(key.doubted, str(one.values.get("from", "")))
            self.known[one.fact["stream"][4:]] = key._replace(doubted=doubted)
        return one

    def vouch(self, number: int, one: Entry, since: int, roots: dict[int, bytes]) -> None:
        """The entry is signed for an office held that day, and for the history before it."""
        rule(number, one.by["key"] in self.known, f"entry {one.seq} is not signed")
        _, body, (begin, end), doubted = self.known[one.by["key"]]
        day, seen = one.fact["valid"][0], one.fact["seen"] or {"size": -1}
        rule(number, begin <= day < (end or "never"), f"{body} did not hold the office on {day}")
        rule(number, max(day, one.at[:10]) < doubted, f"the key of {body} is revoked")
        shown = since < seen["size"] <= one.seq and roots.get(seen["size"], b"").hex()
        rule(number, shown and shown == seen["root"], f"entry {one.seq} vouches for no history")


def rule(number: int, holds: object, why: str) -> None:
    need(holds, f"NOT VALID: rule {number}, {why}")


def closing(data: bytes, policy: Policy, beside: Any = ()) -> tuple[Checkpoint, str, str]:
    """Form 2: a finding's entries and the enrolments of its keys, at one checkpoint.

    It also holds the entry at the size that a signer saw, whose proof gives the root before it.
    The text of a file may be missing, unless the file lies `beside` the bundle.
    """
    names, bad = ["checkpoint", "entries", "stream", "texts", "v"], "the bundle has no such form"
    bundle, every = read(data, "the bundle"), list[Entry]()
    need(len(data) <= MOST and [*bundle] == names and written(bundle["v"]) == b"1", bad)
    head = checkpoint(bundle["checkpoint"], policy, policy.quorum)
    keys, roots = Keys(policy, head.origin), {head.size: head.root}
    for row in bundle["entries"]:
        need(row.keys() == {"extra", "index", "leaf", "proof"} and type(row["index"]) is int, bad)
        need(row["index"] > (every[-1].seq if every else -1), "its entries are out of order")
        one = keys.heard(entry(unpacked(row["leaf"]), row["index"], row["extra"]))
        roots[one.seq] = climb(one, row["proof"], head.size, head.root)
        every.append(one)
    docs = {one.fact["doc"] for one in every}
    rule(3, bundle["texts"].keys() <= docs, "it has the text of a file that no entry names")
    texts = {doc: "" for doc in docs if f"files/{doc}" in beside} | bundle["texts"]
    return head, ruled(corrected(every, bundle["stream"]), texts, roots, keys, policy), head.words


def corrected(every: list[Entry], stream: str) -> dict[str, Entry]:
    """The finding's own entries by id, with what corrections made of their values."""
    mine = {one.fact["id"]: one for one in every if one.fact["stream"] == stream}
    seen = [one.fact["seen"]["size"] for one in mine.values() if one.fact["seen"]]
    for one in every:
        ours = one.fact["id"] in mine or one.fact["stream"][:4] == "key/" or one.seq in seen
        rule(1, ours, f"entry {one.seq} is not of this finding")
        if one.type == "Corrected" and (old := mine.get(one.fact["ref"])):
            if not {"field", "value"} <= one.values.keys():
                old.values.clear()  # what it says now is not shown
            old.values[str(one.values.get("field"))] = one.values.get("value")
    return mine


def ruled(mine: dict[str, Entry], texts: Any, roots: Any, keys: Keys, policy: Policy) -> str:
    """The closing that stands last, set against the five rules."""
    gone = {one.fact["ref"] for one in mine.values() if one.type == "Withdrawn"}
    left = [one for name, one in mine.items() if name not in gone]
    found = [one for one in left if one.type == "FindingPublished"]
    ends = [one for one in left if one.type in ("ClosureVerified", "ClosureStated")]
    rule(1, found and ends, "the bundle holds no finding, or no closing of it")
    finding, end, verified = found[0], ends[-1], ends[-1].type == "ClosureVerified"
    owner, institution = finding.values.get("owner"), finding.fact["institution"]
    ground, recorder = "signed" if verified else end.values.get("ground"), end.by["body"]
    owns = owner != institution and policy.roles.get(str(owner)) == "owner"
    rule(1, owns, f"“{owner}” is no owner in the policy, or owns a finding about itself")
    rule(1, ground in policy.accepts, f"the ground “{ground}” is not accepted")
    basis = mine.get(str(end.fact["ref"]), end)
    claim, what = mine.get(str(basis.fact["ref"]), end), f"CLOSED ({ground})"
    if verified:
        rule(1, recorder == owner, "who signed does not speak for the owner")
        keys.vouch(2, end, finding.seq, roots)
    else:
        doc = ground in ("published", "letter", "historical") and end.fact["doc"]
        rule(3, doc and recorder != institution, "the institution recorded it, or no file")
        quote, source = end.values.get("quote"), end.values.get("source") or {}
        part = texts[doc][source.get("start") : source.get("end")] if doc in texts else quote
        rule(3, ground == "letter" or (quote and quote in part), "the quote is not in its file")
        if ground != "letter" and doc not in texts:
            what = f"NOT ALL CHECKED ({ground}): it quotes the file {doc}, which is not here"
        what += f", recorded by {recorder}; text and file were not compared"
    if verified and claim.by["key"] and basis.by["key"] and claim != end:
        three([claim, basis, end], finding, policy)
        for one in (claim, basis):
            keys.vouch(4, one, finding.seq, roots)
        what += ", three signatures"
    else:
        refers = basis.seq < end.seq and (basis is finding or basis.type == "ClosureAccepted")
        rule(4, refers or end.fact["ref"] is None, "the closing refers to something else")
    rule(5, not any(o.type == "Reopened" and o.seq > end.seq for o in left), "it was opened again")
    return f"{what}. Whether an entry was left out, only the full tiles show."


def three(trio: list[Entry], finding: Entry, policy: Policy) -> None:
    did = [(one.type, policy.roles.get(one.by["body"])) for one in trio]
    should = {"Claimed": "institution", "Accepted": "oversight", "Verified": "owner"}
    rule(4, did == [(f"Closure{word}", should[word]) for word in should], "who did what")
    rule(4, trio[0].by["body"] == finding.fact["institution"], "whose claim it is")
    rule(4, finding.seq < trio[0].seq < trio[1].seq < trio[2].seq, "their order")
    for name in ("body", "person", "key"):
        rule(4, len({one.by[name] for one in trio}) == 3, f"one {name} acted twice")
    shown = {written(one.values.get("evidence")) for one in trio}
    rule(4, len(shown) == 1 and shown != {b"null"}, "the evidence is not the same in all")


# --- the whole record ---
def export(folder: Path, policy: Policy) -> list[str]:
    """Form 3: the manifest, every leaf, value and signature, tree, checkpoints and bundles."""
    manifest = read((folder / "manifest.json").read_bytes(), "manifest.json")
    rows = {row["path"]: row for row in manifest["files"]}
    held = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if not p.is_dir()}
    other = sorted(held ^ {"manifest.json", *rows})
    need(not other, f"{other[:1]} is missing, or is not in the manifest")
    heads, left = dict[str, Checkpoint](), list[str]()
    for name, row in sorted(rows.items()):
        raw = (folder / name).read_bytes()
        same = [len(raw), sha256(raw).hexdigest()] == [row["bytes"], row["sha256"]]
        named = not re.fullmatch("files/[0-9a-f]{64}", name) or name[6:] == row["sha256"]
        need(same and named, f"{name} is not the file that the manifest names")
        try:
            if name.split("/")[0] in ("checkpoint", "checkpoints"):
                heads[name] = checkpoint(raw.decode(), policy, 0 if "/" in name else policy.quorum)
                need(name in ("checkpoint", f"checkpoints/{heads[name].size}"), "of another size")
            elif name.startswith("closings/"):
                heads[name], verdict, _ = closing(raw, policy, rows)
                left += [f"{name}: {verdict}"] if verdict[:3] == "NOT" else []
        except FAULTS as fault:
            raise Fails(f"{name}: {fault}") from None
    head, sizes, made = heads["checkpoint"], {one.size for one in heads.values()}, set[Any]()
    levels = [list(leaves(folder, head, Keys(policy, head.origin), sizes, made))]
    while len(last := levels[-1]) > 1:
        levels.append(list(map(pair, last[::2], last[1::2])))
    made |= {row for size in sizes if size <= head.size for row in tiles(size, levels)}
    served = {(name, row["sha256"]) for name, row in rows.items() if name[:5] == "tile/"}
    need(made == served, f"{sorted(made ^ served)[:1]} is not of these entries")
    for name, one in heads.items():
        same = one.size <= head.size and one.root == root_at(levels, one.size)
        need(same and one.origin == head.origin, f"{name} is not of these entries")
    how = f"NOT ALL CHECKED, quotes to look up: {len(left)}; the rest holds" if left else "HOLDS"
    return [f"{how}: {len(rows)} files, {len(heads)} checkpoints and bundles", *left, head.words]


def leaves(folder: Path, head: Checkpoint, keys: Keys, sizes: Any, made: Any) -> Any:
    """The hash of every entry in turn, checked; `made` gets the files of entries of the sizes."""
    stamp, shut, told = "", set[tuple[str, str]](), set[tuple[str, str]]()
    for first in range(0, head.size, 256):
        width, at = min(256, head.size - first), 0
        data = (folder / f"tile/entries/{numbered(first // 256, width)}").read_bytes()
        lines = (folder / f"payloads/{numbered(first // 256)}.jsonl").read_bytes().split(b"\n")
        need(lines[width:] == [b""], f"payloads/{numbered(first // 256)}.jsonl has other lines")
        for seq, line in enumerate(lines[:-1], first):
            leaf = data[at + 2 : at + 2 + int.from_bytes(data[at : at + 2], "big")]
            at += 2 + len(leaf)
            one = keys.heard(entry(leaf, seq, read(line, f"the values of entry {seq}")))
            need(one.type == "Sealed" or one.at > stamp, f"the stamp of entry {seq} is not later")
            stamp = stamp if one.type == "Sealed" else one.at
            shut |= {(one.fact["id"], n) for n in one.closed if one.fact["class"] == "public"}
            if one.type in ("Erased", "Reclassified"):
                told |= {(one.fact["ref"], field) for field in one.values.get("fields") or ()}
            if seq + 1 in sizes or seq % 256 == 255:
                place = f"tile/entries/{numbered(first // 256, seq - first + 1)}"
                made.add((place, sha256(data[:at]).hexdigest()))
            yield one.hash
    need(shut <= told, f"values are missing and no entry says why: {sorted(shut - told)[:3]}")


def root_at(levels: list[list[bytes]], size: int) -> bytes:
    """The root over the first entries, from the perfect subtrees that they fill."""
    parts = [row[(size >> up) - 1] for up, row in enumerate(levels) if size >> up & 1]
    return reduce(lambda right, left: pair(left, right), parts or [sha256().digest()])


def numbered(number: int, width: int = 256) -> str:
    *before, last = f"{number:,}".split(",")  # 1234067 as x001/x234/067
    full = "".join(f"x{part:0>3}/" for part in before) + f"{last:0>3}"
    return full if width == 256 else f"{full}.p/{width}"


def tiles(size: int, levels: list[list[bytes]]) -> Any:
    """The tiles of a size; of an earlier one only those that are not full: the others are here."""
    for up, count in ((up, size >> up) for up in range(0, size.bit_length(), 8)):
        for at in range(0 if size == len(levels[0]) else count & ~255, count, 256):
            row = b"".join(levels[up][at : min(at + 256, count)])
            yield f"tile/{up // 8}/{numbered(at // 256, len(row) // 32)}", sha256(row).hexdigest()


def main(words: list[str]) -> int:
    paths, code, bad = [Path(word) for word in words[1:]], 2, "This cannot be checked"
    try:
        need([*words[:1], len(words)] in (["receipt", 4], ["closing", 3], ["export", 3]), __doc__)
        *held, rules = [(p / "manifest.json" if p.is_dir() else p).read_bytes() for p in paths]
        policy, code, bad = policy_of(rules.decode()), 1, "DOES NOT HOLD"
        if words[0] == "closing":
            lines = [*closing(held[0], policy)[1:]]
        else:
            lines = receipt(held[0], held[1], policy) if held[1:] else export(paths[0], policy)
        print(*lines, sep="\n")
        return 3 if lines[0][:3] == "NOT" else 0
    except FAULTS as fault:
        print(fault if str(fault)[:3] == "NOT" else f"{bad}: {fault}")
        return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
