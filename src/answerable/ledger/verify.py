#!/usr/bin/env python3
"""Check a record of Answerable on any machine that has Python 3.11; nothing to install.

    verify.py receipt ENTRY PROOF POLICY    one entry, as anybody downloads it
    verify.py closing BUNDLE POLICY         is this finding closed, and on which ground?
    verify.py export DIR POLICY             the whole record, as its folder

Exit code 0: it holds. 1: it does not. 2: wrong usage. Take POLICY from somebody other than the
log. Its lines: `log VKEY`, `witness VKEY`, `body VKEY`, `role BODY institution|oversight|owner`,
`accepts GROUND...`, `quorum N` (2 when it is not said); `#` begins a remark. What holds was
recorded as it stands and was seen by the witnesses named. Whether it is true, no proof can say.
"""

import json
import re
import sys
import unicodedata
from base64 import b64decode, b64encode
from datetime import UTC, date, datetime
from hashlib import sha256, sha512
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

MOST, NAME, INT = 16 * 2**20, r"[^\s+\x00-\x1f]+", "(?:0|[1-9][0-9]{0,15})"
HASH = "[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]="
B64 = "(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?"
NOTE = rf"(({NAME})\n({INT})\n({HASH})\n)\n((?:\u2014 {NAME} {B64}\n){{1,64}})"
PROOF = rf"c2sp\.org/tlog-proof@v1\n(?:extra ({B64})\n)?index ({INT})\n((?:{HASH}\n){{0,63}})\n"
VKEY = rf"({NAME})\+([0-9a-f]{{8}})\+({B64})"
TEXT, DAY, HEX = r'"[^"\\]*(?:\\.[^"\\]*)*"', '"[0-9]{4}-[0-9]{2}-[0-9]{2}', "[0-9a-f]"
SIG = '"[A-Za-z0-9+/]{85}[AQgw]=="'
TIME = "T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9][.][0-9]{6}Z"
LEAF = (  # of canonical JSON, so the order of the keys is known
    rf'{{"by":{{"body":{TEXT},(?:"key":null,"person":"{HEX}{{32}}","sig":null'
    rf'|"key":"{HEX}{{8}}","person":"{HEX}{{32}}","sig":{SIG})}},"clock":"(?:ok|regressed)",'
    rf'"fact":{{"class":"(?:public|internal|restricted)",'
    rf'"commits":{{(?:,?{TEXT}:"{HEX}{{64}}")+}},"doc":(?:null|"{HEX}{{64}}"),'
    rf'"id":"{HEX}{{32}}","institution":{TEXT},"ref":(?:null|"{HEX}{{32}}"),'
    rf'"seen":(?:null|{{"root":"{HEX}{{64}}","size":{INT}}}),"set":[1-9][0-9]{{0,15}},'
    rf'"stream":{TEXT},"type":(?!"Sealed"){TEXT},"valid":\[{DAY}",(?:null|{DAY}")\]}},'
    rf'"recorded_at":{DAY}{TIME}","v":1}}'
)
SEALED = (
    LEAF.replace(f'"body":{TEXT}', '"body":""').replace(f'"stream":{TEXT}', '"stream":""')
    .replace(f'"institution":{TEXT}', f'"institution":"","pad":{TEXT}')
    .replace(f'(?!"Sealed"){TEXT}', '"Sealed"').replace(f'"person":"{HEX}{{32}}"', '"person":""')
    .replace(f'(?:,?{TEXT}:"{HEX}{{64}}")+', f'"sealed":"{HEX}{{64}}"')
    .replace(TIME, "T00:00:00[.]000000Z")
)  # fmt: skip


class Fails(Exception):
    """It does not hold, and why."""


def need(holds: object, why: str) -> None:
    if not holds:
        raise Fails(why)


# --- Ed25519 (RFC 8032) without the cofactor, as OpenSSL checks it ---
P, ORDER = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D, ROOT = -121665 * pow(121666, -1, P) % P, pow(2, (P - 1) // 4, P)
Point = tuple[int, int, int, int]


def plus(p: Point, q: Point) -> Point:
    a, b = (p[1] - p[0]) * (q[1] - q[0]), (p[1] + p[0]) * (q[1] + q[0])
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2]
    e, f, g, h = (b - a) % P, (d - c) % P, (d + c) % P, (b + a) % P
    return e * f % P, g * h % P, f * g % P, e * h % P


def point(data: bytes) -> Point:
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
    if len(signature) != 64 or s >= ORDER:
        return False
    k = int.from_bytes(sha512(signature[:32] + public + message).digest(), "little") % ORDER
    minus: Point = (-x % P, y, 1, -xy % P)
    add, total = (BASE, minus, plus(BASE, minus)), (0, 1, 1, 0)
    for bit in reversed(range(253)):  # total = sB - kA
        total = plus(total, total)
        if which := (s >> bit & 1) + 2 * (k >> bit & 1):
            total = plus(total, add[which - 1])
    z = pow(total[2], -1, P)
    made = total[1] * z % P | (total[0] * z % P & 1) << 255
    return made.to_bytes(32, "little") == signature[:32]


# --- canonical JSON, leaf and values ---
def written(value: Any) -> bytes:
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return text.encode()


def read(data: bytes, what: str) -> Any:
    """The value of canonical JSON (RFC 8785, without floats); any other bytes are refused."""

    def refused(text: str) -> NoReturn:
        raise ValueError(text)

    try:
        value = json.loads(data.decode(), parse_float=refused, parse_constant=refused)
        need(plain(value, 1) and written(value) == data, f"{what} is not canonical JSON")
    except (ValueError, RecursionError):
        raise Fails(f"{what} is not canonical JSON") from None
    return value


def plain(value: Any, depth: int) -> bool:
    if isinstance(value, dict):
        return all(k.isascii() and plain(v, depth + 1) for k, v in value.items()) and depth <= 32
    if isinstance(value, list):
        return all(plain(item, depth + 1) for item in value) and depth <= 32
    if isinstance(value, str):
        return unicodedata.is_normalized("NFC", value) and depth <= 32
    return abs(value or 0) < 2**53 and depth <= 32


def unpacked(text: str) -> bytes:
    need(re.fullmatch(B64, text) and b64encode(b64decode(text)).decode() == text, "bad base64")
    return b64decode(text)


class Entry(NamedTuple):
    """A leaf that was checked, where it stands, and the values that were opened."""

    seq: int
    leaf: dict[str, Any]
    fact: dict[str, Any]
    hash: bytes
    values: dict[str, Any]


def entry(data: bytes, index: int, extra: Any) -> Entry:
    """A leaf of version 1, and payloads that open its commitments."""
    leaf, bad = read(data, f"entry {index}"), f"entry {index} is not a leaf of version 1"
    form = SEALED if len(data) % 256 == 0 and '"type":"Sealed"' in data.decode() else LEAF
    need(len(data) <= 16384 and re.fullmatch(form, data.decode()), bad)
    fact, values, last = leaf["fact"], {}, ""
    try:
        start, end = (date.fromisoformat(d or "9999-12-31") for d in fact["valid"])
        need(start <= end and date.fromisoformat(leaf["recorded_at"][:10]), bad)
    except ValueError:
        raise Fails(bad) from None
    for name, value, salt in payloads(extra, f"the values of entry {index} have no such form"):
        need(
            last < name in fact["commits"],
            f"“{name}” is no value of entry {index}, or stands twice",
        )
        made = b"answerable/commit/v1\0" + bytes.fromhex(salt) + written([name, value])
        same = sha256(made).hexdigest() == fact["commits"][name]
        need(same, f"the value “{name}” of entry {index} is not the one that was committed")
        values[name] = value
        last = name
    return Entry(index, leaf, fact, sha256(b"\0" + data).digest(), values)


def payloads(extra: Any, bad: str) -> list[Any]:
    if extra is None:
        return []
    need(
        isinstance(extra, dict) and written({**extra, "payloads": 0}) == b'{"payloads":0,"v":1}',
        bad,
    )
    rows = extra["payloads"]
    need(isinstance(rows, list) and all(isinstance(r, list) and len(r) == 3 for r in rows), bad)
    need(all(isinstance(n, str) and re.fullmatch(f"{HEX}{{32}}", str(s)) for n, _, s in rows), bad)
    return list(rows)


# --- tree, policy, checkpoint ---
def pair(left: bytes, right: bytes) -> bytes:
    return sha256(b"\1" + left + right).digest()


def climb(one: Entry, size: int, path: list[str]) -> tuple[bytes, bytes]:
    """Root of the tree, and of what stands before the entry in it (RFC 9162 2.1.3.2)."""
    node, last, root, before = one.seq, size - 1, one.hash, b""
    for step in map(unpacked, path):
        need(last > 0, f"the proof of entry {one.seq} is too long")
        if node & 1 or node == last:
            root, before = pair(step, root), pair(step, before) if before else step
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            root = pair(root, step)
        node, last = node >> 1, last >> 1
    need(last == 0 and one.seq < size, f"the proof of entry {one.seq} is too short")
    return root, before or sha256().digest()


class Policy(NamedTuple):
    """Whom the reader trusts for what; keys by word, then (name, key id)."""

    keys: dict[str, dict[tuple[str, str], bytes]]
    roles: dict[str, str]
    accepts: set[str]
    quorum: int


def vkey(text: str, kind: bytes) -> tuple[tuple[str, str], bytes]:
    found = re.fullmatch(VKEY, text)
    key = unpacked(found[3]) if found else b""
    made = sha256(found[1].encode() + b"\n" + key).hexdigest()[:8] if found else ""
    if not found or made != found[2] or key[:1] != kind or len(key) != 33:
        raise Fails(f"“{text[:60]}” is not a verifier key of this kind")
    return (found[1], found[2]), key[1:]


def policy_of(text: str) -> Policy:
    keys: dict[str, dict[tuple[str, str], bytes]] = {"log": {}, "witness": {}, "body": {}}
    roles, accepts, quorum = dict[str, str](), set[str](), 2
    for line in text.splitlines():
        word, _, rest = line.partition(" ")
        if word in keys:
            name, key = vkey(rest, b"\4" if word == "witness" else b"\1")
            other = any(key == known and name[0] != n for (n, _), known in keys[word].items())
            need(not other, "the policy has one key under two names")
            keys[word][name] = key
        elif role := re.fullmatch(rf"role ({NAME}) (institution|oversight|owner)", line):
            roles[role[1]] = role[2]
        elif re.fullmatch("accepts [a-z ]+", line):
            accepts |= set(rest.split())
        elif re.fullmatch("quorum [0-9]{1,3}", line):
            quorum = int(rest)
        else:
            need(not line.strip() or line[0] == "#", f"the policy's line “{line[:60]}” is unknown")
    few = f"the policy asks for {quorum} witnesses and names fewer: name them, or ask for fewer"
    need(len({name for name, _ in keys["witness"]}) >= quorum, few)
    return Policy(keys, roles, accepts, quorum)


class Checkpoint(NamedTuple):
    """A size and root that a known log signed, and who saw them when."""

    origin: str
    size: int
    root: bytes
    words: str


def checkpoint(note: str, policy: Policy, quorum: int | None = None) -> Checkpoint:
    found = re.fullmatch(NOTE, note)
    if not found:
        raise Fails("the checkpoint is not a signed note")
    text, origin, size, root, lines = found.groups()
    by_log, seen, met = False, dict[str, str](), set[tuple[str, str]]()
    for _, name, encoded in (line.split(" ") for line in lines.splitlines()):
        data = unpacked(encoded)
        key_id, signature = (name, data[:4].hex()), data[4:]
        need(key_id not in met, f"two lines of {name} have one key")
        met.add(key_id)
        if (key := policy.keys["log"].get(key_id)) and name == origin:
            by_log = signed(key, text.encode(), signature)
            need(by_log, f"the log's signature {name} is wrong")
        elif key := policy.keys["witness"].get(key_id):
            at = int.from_bytes(signature[:8], "big")
            message = f"cosignature/v1\ntime {at}\n{text}".encode()
            need(signed(key, message, signature[8:]), f"the witness's signature {name} is wrong")
            seen[name] = datetime.fromtimestamp(min(at, 2**37), UTC).isoformat()
    need(by_log, f"no log key of the policy signed the checkpoint of {origin}")
    few = f"{len(seen)} of the policy's witnesses signed, and {policy.quorum} are needed"
    need(len(seen) >= (policy.quorum if quorum is None else quorum), few)
    times = ", ".join(f"{name} at {at}" for name, at in seen.items()) or "nobody yet"
    words = f"log {origin}, {size} entries, witnessed by {times}"
    return Checkpoint(origin, int(size), unpacked(root), words)


def receipt(leaf: bytes, proof: bytes, policy: Policy) -> list[str]:
    """Form 1: an entry and its `.tlog-proof`. What costs least is checked first."""
    try:
        found = re.fullmatch(f"{PROOF}({NOTE})", proof.decode()) if len(proof) <= MOST else None
    except ValueError:
        found = None
    if not found:
        raise Fails("this is not a proof file")
    extra, index, path, note, _, _, size, root, _ = found.groups()
    one = entry(leaf, int(index), extra and read(unpacked(extra), "the payload file"))
    made, _ = climb(one, int(size), path.split())
    need(made == unpacked(root), "the proof does not lead from the entry to the root")
    head = checkpoint(note, policy)
    by, how = one.leaf["by"], "recorded by the server"
    if by["key"]:
        key = policy.keys["body"].get((by["body"], by["key"]))
        need(not key or party(one, key, head.origin), "the party's signature is wrong")
        how = "signed with their own key" if key else "signed; no key here to check it with"
    what = f"HOLDS: entry {index}, {one.fact['type']}, recorded at {one.leaf['recorded_at']}"
    shown = [f"{n}: {written(value).decode()}" for n, value in one.values.items()]
    closed = ", ".join(sorted(set(one.fact["commits"]) - set(one.values))) or "nothing"
    return [f"{what} by {by['body']}, {how}", *shown, f"not opened here: {closed}", head.words]


def party(one: Entry, key: bytes, origin: str) -> bool:
    by = {name: one.leaf["by"][name] for name in ("body", "key", "person")}
    message = b"answerable/sign/v1\0" + written({"by": by, "fact": one.fact, "origin": origin})
    return signed(key, message, unpacked(one.leaf["by"]["sig"]))


# --- keys of parties, and the closing rule (LEDGER section 12) ---
class Key(NamedTuple):
    """A party's key: whose, in which period its office was held, and from when it is doubted."""

    public: bytes
    body: str
    held: list[str | None]
    doubted: str


class Keys:
    """The keys that the policy and the entries before name."""

    def __init__(self, policy: Policy, origin: str) -> None:
        bodies, self.origin = policy.keys["body"], origin
        self.roots = dict(bodies.keys())
        self.known = {i: Key(key, name, ["", None], "never") for (name, i), key in bodies.items()}

    def add(self, one: Entry) -> None:
        """Check an entry's signature, and learn the key that it enrols, rotates or revokes."""
        by, kind, body, new = one.leaf["by"], one.fact["type"], one.values.get("body"), ""
        signer = self.known.get(by["key"])
        if by["key"]:
            good = signer and signer.body == by["body"] and party(one, signer.public, self.origin)
            need(good, f"entry {one.seq} is not signed by a key enrolled for {by['body']}")
        if kind == "KeyEnrolled" and by["key"] == self.roots.get(str(body)):
            new = str(one.values.get("vkey"))
        elif kind == "KeyRotated" and signer:
            new, body = str(one.values.get("vkey")), signer.body
        if new:
            (_, key_id), public = vkey(new, b"\1")
            self.known.setdefault(key_id, Key(public, str(body), one.fact["valid"], "never"))
        if kind == "KeyRevoked" and (key := self.known.get(one.fact["stream"][4:])):
            doubted = min(key.doubted, str(one.values.get("from", "")))
            self.known[one.fact["stream"][4:]] = key._replace(doubted=doubted)

    def vouch(self, number: int, one: Entry, since: int, roots: dict[int, bytes]) -> None:
        """The entry is signed for an office held that day, and for the history before it."""
        by, seen, day = one.leaf["by"], one.fact["seen"], one.fact["valid"][0]
        rule(number, by["key"] in self.known, f"entry {one.seq} is not signed")
        key = self.known[by["key"]]
        held = str(key.held[0]) <= day < (key.held[1] or "never")
        rule(number, held, f"the office of {key.body} was not held on {day}")
        late = max(day, one.leaf["recorded_at"][:10])
        rule(number, late < key.doubted, f"the key of {key.body} is revoked")
        shown = seen and since < seen["size"] <= one.seq
        shown = shown and roots.get(seen["size"], b"").hex() == seen["root"]
        rule(number, shown, f"entry {one.seq} does not vouch for the history before it")


def rule(number: int, holds: object, why: str) -> None:
    need(holds, f"NOT VALID: rule {number}, {why}")


def closing(data: bytes, policy: Policy) -> tuple[Checkpoint, str]:
    """Form 2: a finding's entries and the enrolments of its keys, at one checkpoint.

    It also holds the entry at the size that a signer saw, whose proof gives the root before it.
    """
    bundle, entries, bad = read(data, "the bundle"), list[Entry](), "the bundle has no such form"
    names = {"checkpoint", "entries", "stream", "texts", "v"}
    need(len(data) <= MOST and bundle.keys() == names and written(bundle["v"]) == b"1", bad)
    head = checkpoint(bundle["checkpoint"], policy)
    keys, roots = Keys(policy, head.origin), {head.size: head.root}
    for row in bundle["entries"]:
        need(row.keys() == {"extra", "index", "leaf", "proof"} and type(row["index"]) is int, bad)
        need(row["index"] > (entries[-1].seq if entries else -1), "its entries are out of order")
        one = entry(unpacked(row["leaf"]), row["index"], row["extra"])
        root, roots[one.seq] = climb(one, head.size, row["proof"])
        need(root == head.root, f"the proof of entry {one.seq} does not lead to the checkpoint")
        keys.add(one)
        entries.append(one)
    return head, ruled(entries, bundle, roots, keys, policy)


def ruled(
    every: list[Entry], bundle: Any, roots: dict[int, bytes], keys: Keys, policy: Policy
) -> str:
    mine = {one.fact["id"]: one for one in every if one.fact["stream"] == bundle["stream"]}
    seen = [one.fact["seen"]["size"] for one in mine.values() if one.fact["seen"]]
    for one in every:
        ours = one.fact["id"] in mine or one.fact["stream"][:4] == "key/" or one.seq in seen
        rule(1, ours, f"entry {one.seq} is not of this finding")
        if one.fact["type"] == "Corrected" and one.fact["ref"] in mine:
            if "field" not in one.values or "value" not in one.values:
                mine[one.fact["ref"]].values.clear()  # what it says now is not shown
            mine[one.fact["ref"]].values[str(one.values.get("field"))] = one.values.get("value")
    gone = {one.fact["ref"] for one in mine.values() if one.fact["type"] == "Withdrawn"}
    left = [one for one in mine.values() if one.fact["id"] not in gone]
    found = [one for one in left if one.fact["type"] == "FindingPublished"]
    ends = [one for one in left if one.fact["type"] in ("ClosureVerified", "ClosureStated")]
    rule(1, found and ends, "the bundle holds no finding, or no closing of it")
    finding, end, texts = found[0], ends[-1], bundle["texts"]
    owner, institution = finding.values.get("owner"), finding.fact["institution"]
    verified, recorder = end.fact["type"] == "ClosureVerified", end.leaf["by"]["body"]
    ground = "signed" if verified else end.values.get("ground")
    rule(1, owner and owner != institution, "the institution owns it, or its owner is not shown")
    rule(
        1, policy.roles.get(str(owner)) == "owner", f"the policy does not know {owner} as an owner"
    )
    rule(1, ground in policy.accepts, f"the ground “{ground}” is not accepted")
    accepted = mine.get(str(end.fact["ref"]), end)
    claim = mine.get(str(accepted.fact["ref"]), end)
    if verified:
        rule(1, recorder == owner, "who signed does not speak for the owner")
        keys.vouch(2, end, finding.seq, roots)
        what = "CLOSED (signed)"
    else:
        stated = ground in ("published", "letter", "historical") and end.fact["doc"]
        rule(3, stated and recorder != institution, "the institution recorded it, or no file")
        if ground != "letter":
            quote, begin = end.values.get("quote"), (end.values.get("source") or {}).get("start")
            whole = texts.get(end.fact["doc"], "")
            stands = quote and (
                quote in whole if begin is None else whole.startswith(quote, begin)
            )
            rule(3, stands, "the quote does not stand in the text of its file")
        what = f"CLOSED ({ground}), recorded by {recorder}; text and file were not compared"
    if verified and claim.leaf["by"]["key"] and accepted.leaf["by"]["key"] and claim != end:
        three((claim, accepted, end), finding, policy)
        for one in (claim, accepted):
            keys.vouch(4, one, finding.seq, roots)
        what += ", three signatures"
    else:
        refers = accepted is finding or accepted.fact["type"] == "ClosureAccepted"
        refers = (refers and accepted.seq < end.seq) or end.fact["ref"] is None
        rule(4, refers, "the closing refers to something else")
    opened = [one for one in left if one.fact["type"] == "Reopened" and one.seq > end.seq]
    rule(5, not opened, "it was opened again")
    return f"{what}. Whether an entry was left out, only the full tiles show."


def three(trio: tuple[Entry, Entry, Entry], finding: Entry, policy: Policy) -> None:
    types = [one.fact["type"] for one in trio]
    rule(4, types == ["ClosureClaimed", "ClosureAccepted", "ClosureVerified"], "who did what")
    roles = [policy.roles.get(one.leaf["by"]["body"]) for one in trio]
    rule(4, roles == ["institution", "oversight", "owner"], "the roles of the three")
    claimant = trio[0].leaf["by"]["body"]
    rule(4, claimant == finding.fact["institution"], "the claim is not the institution's")
    order = [one.seq for one in (finding, *trio)]
    rule(4, order == sorted(order), "their order")
    for name in ("body", "person", "key"):
        rule(4, len({one.leaf["by"][name] for one in trio}) == 3, f"one {name} acted twice")
    shown = {written(one.values.get("evidence")) for one in trio}
    rule(4, len(shown) == 1 and shown != {b"null"}, "the evidence is not the same in all")


# --- the whole record ---
def numbered(number: int, width: int = 256) -> str:
    name = f"{number % 1000:03d}"
    while number := number // 1000:
        name = f"x{number % 1000:03d}/{name}"
    return name if width == 256 else f"{name}.p/{width}"


def export(folder: Path, policy: Policy) -> list[str]:
    """Form 3: the manifest, every leaf, value and signature, tree, checkpoints and bundles."""
    manifest = read((folder / "manifest.json").read_bytes(), "manifest.json")
    rows = {row["path"]: row for row in manifest["files"]}
    held = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if not p.is_dir()}
    other = sorted(held ^ {"manifest.json", *rows})
    need(not other, f"{other[:1]} is missing, or is not in the manifest")
    for name, row in rows.items():
        data = (folder / name).read_bytes()
        same = len(data) == row["bytes"] and sha256(data).hexdigest() == row["sha256"]
        named = not re.fullmatch(f"files/{HEX}{{64}}", name) or name[6:] == row["sha256"]
        need(same and named, f"{name} is not the file that the manifest names")
    head = checkpoint((folder / "checkpoint").read_text("utf-8"), policy)
    heads = [("checkpoint", head)]
    for name in sorted(rows):
        if name.startswith("checkpoints/"):
            one = checkpoint((folder / name).read_text("utf-8"), policy, 0)
            need(name == f"checkpoints/{one.size}", f"{name} is of another size")
            heads.append((name, one))
        elif name.startswith("closings/"):
            try:
                heads.append((name, closing((folder / name).read_bytes(), policy)[0]))
            except Fails as fault:
                raise Fails(f"{name}: {fault}") from None
    tiles(folder, rows, head.size, leaves(folder, head, heads, policy))
    return [f"HOLDS: {len(rows)} files, {len(heads)} checkpoints and bundles", head.words]


def leaves(folder: Path, head: Checkpoint, heads: list[Any], policy: Policy) -> list[Any]:
    """Every entry in turn, and the root at each size that a checkpoint names; (hash, bytes)."""
    keys, stack, found, stamp = Keys(policy, head.origin), list[bytes](), list[Any](), ""
    shut, told = dict[str, set[str]](), set[tuple[str, str]]()
    for size in range(head.size + 1):
        root = stack[-1] if stack else sha256().digest()
        for part in stack[-2::-1]:
            root = pair(part, root)
        for name, one in heads:
            same = one.size > head.size or one.size != size or one.root == root
            need(
                same and one.origin == head.origin, f"{name} is not of these first {size} entries"
            )
        if size == head.size:
            break
        if size % 256 == 0:
            width, at = min(256, head.size - size), 0
            data = (folder / "tile/entries" / numbered(size // 256, width)).read_bytes()
            file = folder / f"payloads/{numbered(size // 256)}.jsonl"
            lines = file.read_bytes().split(b"\n")
            need(len(lines) == width + 1 and lines[-1] == b"", f"{file.name} has other lines")
        leaf = data[at + 2 : at + 2 + int.from_bytes(data[at : at + 2], "big")]
        at += 2 + len(leaf)
        one = entry(leaf, size, read(lines[size % 256], f"the values of entry {size}"))
        keys.add(one)
        sealed, later = one.fact["type"] == "Sealed", one.leaf["recorded_at"] > stamp
        need(sealed or later, f"the stamp of entry {size} does not come after the one before")
        stamp = stamp if sealed else one.leaf["recorded_at"]
        if one.fact["class"] == "public":
            shut[one.fact["id"]] = set(one.fact["commits"]) - set(one.values)
        if one.fact["type"] in ("Erased", "Reclassified"):
            told |= {(one.fact["ref"], name) for name in one.values.get("fields") or ()}
        found.append((one.hash, len(leaf) + 2))
        made, node = one.hash, size
        while node & 1:
            made, node = pair(stack.pop(), made), node >> 1
        stack.append(made)
    for key, names in shut.items():
        need({(key, n) for n in names} <= told, f"values of {key} are missing: {sorted(names)}")
    return found


def tiles(folder: Path, rows: Any, size: int, found: list[Any]) -> None:
    """Every tile that is here is of these entries, and none of the last size is missing."""
    levels = [[made for made, _ in found]]
    while len(last := levels[-1]) > 255:
        parts = [last[i : i + 256] for i in range(0, len(last) - 255, 256)]
        for _ in range(8):
            parts = [list(map(pair, part[::2], part[1::2])) for part in parts]
        levels.append([part[0] for part in parts])
    for up, level in enumerate(levels):
        for at in range(0, len(level), 256):
            name = f"tile/{up}/{numbered(at // 256, min(256, len(level) - at))}"
            need(name in rows, f"{name} is missing")
    for name in (name for name in rows if name.startswith("tile/")):
        parts_of = re.fullmatch(r"tile/(entries|[0-9])/([x0-9/]+?)(?:\.p/([0-9]+))?", name)
        need(parts_of, f"{name} is no tile")
        kind, number, width = parts_of.groups() if parts_of else ("", "", "")
        at, wide, data = int(re.sub("[x/]", "", number)) * 256, int(width or 256), b""
        if kind == "entries":
            whole = folder / "tile/entries" / numbered(at // 256, min(256, size - at))
            data = whole.read_bytes()[: sum(length for _, length in found[at : at + wide])]
        elif int(kind) < len(levels):
            data = b"".join(levels[int(kind)][at : at + wide])
        need(data == (folder / name).read_bytes() != b"", f"{name} is not of these entries")


FORMS = {"receipt": 3, "closing": 2, "export": 2}


def main(words: list[str]) -> int:
    if not words or FORMS.get(words[0]) != len(words) - 1:
        print(__doc__)
        return 2
    try:
        files = [Path(word) for word in words[1:]]
        try:
            policy = policy_of(files[-1].read_text("utf-8"))
        except (Fails, ValueError) as wrong:
            raise OSError(f"{files[-1]}: {wrong}") from None
        if words[0] == "receipt":
            lines = receipt(files[0].read_bytes(), files[1].read_bytes(), policy)
        elif words[0] == "closing":
            head, verdict = closing(files[0].read_bytes(), policy)
            lines = [verdict, head.words]
        else:
            lines = export(files[0], policy)
    except OSError as wrong:
        if words[0] == "export" and (files[0] / "manifest.json").exists():
            print(f"DOES NOT HOLD: {wrong}")
            return 1
        print(f"This cannot be checked: {wrong}", file=sys.stderr)
        return 2
    except (Fails, KeyError, TypeError, ValueError, AttributeError, IndexError) as fault:
        print(fault if str(fault)[:3] == "NOT" else f"DOES NOT HOLD: {fault}")
        return 1
    print("\n".join(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
