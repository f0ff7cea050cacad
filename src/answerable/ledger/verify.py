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
from calendar import monthrange
from collections import namedtuple
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import reduce
from hashlib import sha256, sha512
from pathlib import Path
from typing import Any

MOST, NAME, INT = 16 * 2**20, r"[^\s+\x00-\x1f]+", "(?:0|[1-9][0-9]{0,15})"
HASH, HEX = "[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=", "[0-9a-f]"
B64 = "(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?"
NOTE = rf"(({NAME})\n({INT})\n({HASH})\n)\n((?:\u2014 {NAME} {B64}\n){{1,64}})"
PROOF = rf"c2sp\.org/tlog-proof@v1\n(?:extra ({B64})\n)?index ({INT})\n((?:{HASH}\n){{0,63}})\n"
TEXT = r'"[^"\\]*(?:\\.[^"\\]*)*"'
DAY = '"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])'
TIME = "T(?:[01][0-9]|2[0-3])(?::[0-5][0-9]){2}[.][0-9]{6}Z"


def form(text: str, person: str, commits: str, pad: str, kind: str) -> str:
    """A leaf of version 1 as bytes: of canonical JSON, so the order of its keys is known."""
    return (
        rf'{{"by":{{"body":{text},(?:"key":null,"person":"{person}","sig":null|"key":"{HEX}{{8}}",'
        rf'"person":"{person}","sig":"[A-Za-z0-9+/]{{85}}[AQgw]==")}},"clock":"(?:ok|regressed)",'
        rf'"fact":{{"class":"(?:public|internal|restricted)","commits":{{{commits}}},'
        rf'"doc":(?:null|"{HEX}{{64}}"),"id":"{HEX}{{32}}","institution":{text},{pad}'
        rf'"ref":(?:null|"{HEX}{{32}}"),"seen":(?:null|{{"root":"{HEX}{{64}}","size":{INT}}}),'
        rf'"set":[1-9][0-9]{{0,15}},"stream":{text},"type":{kind},'
        rf'"valid":\[{DAY}",(?:null|{DAY}")\]}},"recorded_at":{DAY}{TIME}","v":1}}'
    )


LEAF = form(TEXT, f"{HEX}{{32}}", f'(?:,?{TEXT}:"{HEX}{{64}}")+', "", f'(?!"Sealed"){TEXT}')
SEALED = form('""', "", f'"sealed":"{HEX}{{64}}"', f'"pad":{TEXT},', '"Sealed"')
SEALED = SEALED.replace(TIME, "T00:00:00[.]000000Z")
# A leaf that was checked, where it stands, and the values that were opened.
Entry = namedtuple("Entry", "seq at by fact type hash values")
# Whom the reader trusts for what; keys by word, then (name, key id).
Policy = namedtuple("Policy", "keys roles accepts quorum")
# A size and root that a known log signed, and who saw them when.
Checkpoint = namedtuple("Checkpoint", "origin size root words")
# A party's key: whose, in which period its office was held, and from when it is doubted.
Key = namedtuple("Key", "public body held doubted")


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
    if isinstance(value, dict):
        return "".join(value).isascii() and plain([*value.values()], depth)
    if isinstance(value, list):
        return depth <= 32 and all(plain(item, depth + 1) for item in value)
    text, number = (value, 0) if isinstance(value, str) else ("", value or 0)
    return depth <= 32 and abs(number) < 2**53 and unicodedata.is_normalized("NFC", text)


def unpacked(text: str) -> bytes:
    need(re.fullmatch(B64, text) and b64encode(b64decode(text)).decode() == text, "bad base64")
    return b64decode(text)


def is_real(day: str) -> bool:
    return day > "0001" and int(day[8:]) <= monthrange(int(day[:4]), int(day[5:7]))[1]


def entry(data: bytes, index: int, extra: Any) -> Entry:
    """A leaf of version 1, and payloads that open its commitments."""
    leaf, text, bad = read(data, f"entry {index}"), data.decode(), f"entry {index} is not a leaf"
    formed = re.fullmatch(LEAF, text) or (len(data) % 256 == 0 and re.fullmatch(SEALED, text))
    need(formed and len(data) <= 16384, bad)
    fact, commits, (start, end) = leaf["fact"], leaf["fact"]["commits"], leaf["fact"]["valid"]
    days = [start, end or start, leaf["recorded_at"][:10]]
    need(all(map(is_real, days)) and days[0] <= days[1], bad)
    rows = [[*row] for row in extra.get("payloads", ())] if isinstance(extra, dict) else []
    values, again = {row[0]: row[1] for row in rows}, written({"payloads": rows, "v": 1})
    shown = again == written(extra) and [row[0] for row in rows] == sorted(values)
    need(extra is None or shown, f"the values of entry {index} have no such form")
    for name, value, salt in rows:
        need(re.fullmatch(f"{HEX}{{32}}", salt), f"a salt of entry {index} is none")
        made = b"answerable/commit/v1\0" + bytes.fromhex(salt) + written([name, value])
        same = sha256(made).hexdigest() == commits.get(name)
        need(same, f"the value “{name}” of entry {index} is not the one that was committed")
    hashed = sha256(b"\0" + data).digest()
    return Entry(index, leaf["recorded_at"], leaf["by"], fact, fact["type"], hashed, values)


# --- tree, policy, checkpoint ---
def pair(left: bytes, right: bytes) -> bytes:
    return sha256(b"\1" + left + right).digest()


def climb(one: Entry, size: int, path: list[str]) -> tuple[bytes, bytes]:
    """Root of the tree, and of what stands before the entry in it (RFC 9162 2.1.3.2)."""
    inner = (one.seq ^ size - 1).bit_length()  # the steps above it are all from the left
    fits = one.seq < size and len(path) == inner + (one.seq >> inner).bit_count()
    need(fits, f"the proof of entry {one.seq} is too long or too short")
    root, before = one.hash, b""
    for level, step in enumerate(map(unpacked, path)):
        if level >= inner or one.seq >> level & 1:
            root, before = pair(step, root), pair(step, before) if before else step
        else:
            root = pair(root, step)
    return root, before or sha256().digest()


def vkey(text: str, kind: bytes) -> tuple[tuple[str, str], bytes]:
    bad = f"“{text[:60]}” is not a verifier key of this kind"
    found = need(re.fullmatch(rf"({NAME})\+({HEX}{{8}})\+({B64})", text), bad)
    key, made = unpacked(found[3]), sha256(found[1].encode() + b"\n" + unpacked(found[3]))
    need(made.hexdigest()[:8] == found[2] and key[:1] == kind and len(key) == 33, bad)
    return (found[1], found[2]), key[1:]


def policy_of(text: str) -> Policy:
    keys: dict[str, dict[tuple[str, str], bytes]] = {"log": {}, "witness": {}, "body": {}}
    roles, accepts, quorum, owners = dict[str, str](), set[str](), 2, dict[Any, str]()
    for line in text.splitlines():
        match line.split(" "):
            case ["log" | "witness" | "body" as word, key]:
                name, public = vkey(key, b"\4" if word == "witness" else b"\1")
                one = owners.setdefault((word, public), name[0]) == name[0]
                keys[word][name] = need(one, "the policy has one key under two names") and public
            case ["role", body, "institution" | "oversight" | "owner" as role]:
                roles[need(re.fullmatch(NAME, body), "a role is of no body")[0]] = role
            case ["accepts", *grounds] if re.fullmatch("[a-z ]+", " ".join(grounds)):
                accepts |= {*grounds} - {""}
            case ["quorum", number] if re.fullmatch("[0-9]{1,3}", number):
                quorum = int(number)
            case _:
                need(not line.strip() or line[0] == "#", f"the line “{line[:60]}” is unknown")
    many = len({name for name, _ in keys["witness"]})
    need(many >= quorum, f"the policy asks for {quorum} witnesses and names {many}")
    return Policy(keys, roles, accepts, quorum)


def checkpoint(note: str, policy: Policy, quorum: int | None = None) -> Checkpoint:
    bad = "the checkpoint is not a signed note"
    text, origin, size, root, lines = need(re.fullmatch(NOTE, note), bad).groups()
    by_log, seen, met = False, dict[str, str](), set[tuple[str, str]]()
    for _, name, encoded in (line.split(" ") for line in lines.splitlines()):
        data, key_id = unpacked(encoded), (name, unpacked(encoded)[:4].hex())
        need(key_id not in met, f"two lines of {name} have one key")
        met.add(key_id)
        if (key := policy.keys["log"].get(key_id)) and name == origin:
            good = signed(key, text.encode(), data[4:])
            by_log = need(good, f"the log's signature {name} is wrong")
        elif key := policy.keys["witness"].get(key_id):
            at = int.from_bytes(data[4:12], "big")
            message = f"cosignature/v1\ntime {at}\n{text}".encode()
            need(signed(key, message, data[12:]), f"the witness's signature {name} is wrong")
            seen[name] = datetime.fromtimestamp(min(at, 2**37), UTC).isoformat()
    need(by_log, f"no log key of the policy signed the checkpoint of {origin}")
    enough = len(seen) >= (policy.quorum if quorum is None else quorum)
    need(enough, f"only {len(seen)} of the policy's witnesses signed")
    times = ", ".join(f"{name} at {at}" for name, at in seen.items()) or "nobody yet"
    words = f"log {origin}, {size} entries, witnessed by {times}"
    return Checkpoint(origin, int(size), unpacked(root), words)


def receipt(leaf: bytes, proof: bytes, policy: Policy) -> list[str]:
    """Form 1: an entry and its `.tlog-proof`. What costs least is checked first."""
    bad = "this is not a proof file"
    found = need(len(proof) <= MOST, bad) and re.fullmatch(f"{PROOF}({NOTE})", proof.decode())
    extra, index, path, note, _, _, size, root, _ = need(found, bad).groups()
    one = entry(leaf, int(index), extra and read(unpacked(extra), "the payload file"))
    made, _ = climb(one, int(size), path.split())
    need(made == unpacked(root), "the proof does not lead from the entry to the root")
    head, by, how = checkpoint(note, policy), one.by, "recorded by the server"
    if by["key"]:
        key = policy.keys["body"].get((by["body"], by["key"]))
        need(not key or party(one, key, head.origin), "the party's signature is wrong")
        how = "signed with their own key" if key else "signed; no key here to check it with"
    what = f"HOLDS: entry {index}, {one.type}, recorded at {one.at} by {by['body']}, {how}"
    shown = [f"{name}: {written(value).decode()}" for name, value in one.values.items()]
    closed = ", ".join(sorted(set(one.fact["commits"]) - set(one.values))) or "nothing"
    return [what, *shown, f"not opened here: {closed}", head.words]


def party(one: Entry, key: bytes, origin: str) -> bool:
    by = {name: one.by[name] for name in ("body", "key", "person")}
    message = b"answerable/sign/v1\0" + written({"by": by, "fact": one.fact, "origin": origin})
    return signed(key, message, unpacked(one.by["sig"]))


# --- keys of parties, and the closing rule (LEDGER section 12) ---
class Keys:
    """The keys that the policy and the entries before name."""

    def __init__(self, policy: Policy, origin: str) -> None:
        roots, never = policy.keys["body"], (["", None], "never")
        self.origin, self.roots = origin, dict(roots.keys())
        self.known = {key_id: Key(key, body, *never) for (body, key_id), key in roots.items()}

    def add(self, one: Entry) -> None:
        """Check an entry's signature, and learn the key that it enrols, rotates or revokes."""
        by, signer, body = one.by, self.known.get(one.by["key"]), str(one.values.get("body"))
        good = signer and signer.body == by["body"] and party(one, signer.public, self.origin)
        why = f"entry {one.seq} is not signed by a key enrolled for its body"
        need(good or not by["key"], why)
        rotated, revoked = one.type == "KeyRotated" and signer, one.fact["stream"][4:]
        if rotated or (one.type == "KeyEnrolled" and by["key"] == self.roots.get(body)):
            (_, key_id), public = vkey(str(one.values.get("vkey")), b"\1")
            body = rotated.body if rotated else body
            self.known.setdefault(key_id, Key(public, body, one.fact["valid"], "never"))
        if one.type == "KeyRevoked" and (key := self.known.get(revoked)):
            doubted = min(key.doubted, str(one.values.get("from", "")))
            self.known[revoked] = key._replace(doubted=doubted)

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
    return head, ruled(corrected(entries, bundle["stream"]), bundle["texts"], roots, keys, policy)


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
    rule(1, owner and owner != institution, "the institution owns it, or its owner is not shown")
    rule(1, policy.roles.get(str(owner)) == "owner", f"the policy knows no owner {owner}")
    rule(1, ground in policy.accepts, f"the ground “{ground}” is not accepted")
    accepted = mine.get(str(end.fact["ref"]), end)
    claim, what = mine.get(str(accepted.fact["ref"]), end), f"CLOSED ({ground})"
    if verified:
        rule(1, recorder == owner, "who signed does not speak for the owner")
        keys.vouch(2, end, finding.seq, roots)
    else:
        stated = ground in ("published", "letter", "historical") and end.fact["doc"]
        rule(3, stated and recorder != institution, "the institution recorded it, or no file")
        quote, source = end.values.get("quote"), end.values.get("source") or {}
        whole, begin = texts.get(end.fact["doc"], ""), source.get("start")
        stands = quote and (quote in whole if begin is None else whole.startswith(quote, begin))
        rule(3, ground == "letter" or stands, "the quote does not stand in the text of its file")
        what += f", recorded by {recorder}; text and file were not compared"
    if verified and claim.by["key"] and accepted.by["key"] and claim != end:
        three([claim, accepted, end], finding, policy)
        for one in (claim, accepted):
            keys.vouch(4, one, finding.seq, roots)
        what += ", three signatures"
    else:
        taken = accepted is finding or accepted.type == "ClosureAccepted"
        refers = end.fact["ref"] is None or (taken and accepted.seq < end.seq)
        rule(4, refers, "the closing refers to something else")
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
    heads = dict[str, Checkpoint]()
    for name, row in sorted(rows.items()):
        data = (folder / name).read_bytes()
        same = [len(data), sha256(data).hexdigest()] == [row["bytes"], row["sha256"]]
        named = not re.fullmatch(f"files/{HEX}{{64}}", name) or name[6:] == row["sha256"]
        need(same and named, f"{name} is not the file that the manifest names")
        try:
            if name == "checkpoint" or name.startswith("checkpoints/"):
                one = checkpoint(data.decode(), policy, None if name == "checkpoint" else 0)
                need(name in ("checkpoint", f"checkpoints/{one.size}"), "it is of another size")
                heads[name] = one
            elif name.startswith("closings/"):
                heads[name] = closing(data, policy)[0]
        except FAULTS as fault:
            raise Fails(f"{name}: {fault}") from None
    head, left = heads["checkpoint"], {name for name in rows if name[:5] == "tile/"}
    found = list(leaves(folder, head, Keys(policy, head.origin)))
    levels, ends = [[made for made, _ in found]], [end for _, end in found]
    while len(last := levels[-1]) > 1:
        levels.append(list(map(pair, last[::2], last[1::2])))
    for size in {one.size for one in heads.values() if one.size <= head.size}:
        for name, data in tiles(folder, size, levels, ends):
            need(name in rows and data == (folder / name).read_bytes(), f"{name} is not of these")
            left.discard(name)
    for name, one in heads.items():
        same = one.size <= head.size and one.root == root_at(levels, one.size)
        need(same and one.origin == head.origin, f"{name} is not of these entries")
    need(not left, f"{sorted(left)[:1]} is of no checkpoint here")
    return [f"HOLDS: {len(rows)} files, {len(heads)} checkpoints and bundles", head.words]


def leaves(folder: Path, head: Checkpoint, keys: Keys) -> Iterator[tuple[bytes, int]]:
    """Every entry in turn, checked: its hash, and where it ends in the file of its 256."""
    stamp, shut, told = "", set[tuple[str, str]](), set[tuple[str, str]]()
    for first in range(0, head.size, 256):
        width, at = min(256, head.size - first), 0
        data = (folder / tile("entries", first, width)).read_bytes()
        file = folder / f"payloads/{numbered(first // 256)}.jsonl"
        lines = file.read_bytes().split(b"\n")
        need(len(lines) == width + 1 and lines[-1] == b"", f"{file.name} has other lines")
        for seq, line in enumerate(lines[:-1], first):
            leaf = data[at + 2 : at + 2 + int.from_bytes(data[at : at + 2], "big")]
            at += 2 + len(leaf)
            one = entry(leaf, seq, read(line, f"the values of entry {seq}"))
            keys.add(one)
            need(one.type == "Sealed" or one.at > stamp, f"the stamp of entry {seq} is not later")
            stamp = stamp if one.type == "Sealed" else one.at
            if one.fact["class"] == "public":
                closed = one.fact["commits"].keys() - one.values.keys()
                shut |= {(one.fact["id"], name) for name in closed}
            if one.type in ("Erased", "Reclassified"):
                told |= {(one.fact["ref"], name) for name in one.values.get("fields") or ()}
            yield one.hash, at
    need(shut <= told, f"values are missing and no entry says why: {sorted(shut - told)[:3]}")


def root_at(levels: list[list[bytes]], size: int) -> bytes:
    """The root over the first entries, from the perfect subtrees that they fill."""
    parts = [row[(size >> up) - 1] for up, row in enumerate(levels) if size >> up & 1]
    return reduce(lambda right, left: pair(left, right), parts or [sha256().digest()])


def numbered(number: int) -> str:
    *before, last = f"{number:,}".split(",")  # 1234067 as x001/x234/067
    return "".join(f"x{part:0>3}/" for part in before) + f"{last:0>3}"


def tile(kind: str, first: int, width: int) -> str:
    return f"tile/{kind}/{numbered(first // 256)}" + (f".p/{width}" if width < 256 else "")


def tiles(folder: Path, size: int, levels: Any, ends: Any) -> Iterator[tuple[str, bytes]]:
    """The tiles of a size; of an earlier one only those that are not full: the others are here."""
    for up in range(0, size.bit_length(), 8):
        count = size >> up
        for at in range(0 if size == len(ends) else count & ~255, count, 256):
            wide = min(256, count - at)
            yield tile(str(up // 8), at, wide), b"".join(levels[up][at : at + wide])
            if up == 0:
                whole = (folder / tile("entries", at, min(256, len(ends) - at))).read_bytes()
                yield tile("entries", at, wide), whole[: ends[at + wide - 1]]


def main(words: list[str]) -> int:
    if [*words[:1], len(words)] not in (["receipt", 4], ["closing", 3], ["export", 3]):
        print(__doc__)
        return 2
    paths, code = [Path(word) for word in words[1:]], 2
    try:
        *held, rules = [(p / "manifest.json" if p.is_dir() else p).read_bytes() for p in paths]
        policy, code = policy_of(rules.decode()), 1
        if words[0] == "closing":
            head, verdict = closing(held[0], policy)
            lines = [verdict, head.words]
        else:
            lines = receipt(held[0], held[1], policy) if held[1:] else export(paths[0], policy)
        print(*lines, sep="\n")
        return 0
    except FAULTS as fault:
        bad = "DOES NOT HOLD: " if code == 1 else "This cannot be checked: "
        print(fault if str(fault)[:3] == "NOT" else f"{bad}{fault}")
        return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
