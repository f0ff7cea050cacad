// Checks a record of Answerable in the browser, with nothing but the browser: the twin of
// ledger/verify.py, rule for rule; only a pack is read here alone. Nothing leaves the page. It
// throws Fails where it does not hold.

export class Fails extends Error {}

const MOST = 16 * 2 ** 20;
const HASH = "[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=";
const INT = "(?:0|[1-9][0-9]{0,15})";
// Python's \s has U+0085 and not U+FEFF; here it is the other way round.
const NAME = "(?:[^\\s+\\x00-\\x1f\\x85]|\\ufeff)+";
const B64 = "(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?";
const NOTE = `((${NAME})\\n(${INT})\\n(${HASH})\\n)\\n((?:\\u2014 ${NAME} ${B64}\\n){1,64})`;
const PROOF =
  `c2sp\\.org/tlog-proof@v1\\n(?:extra (${B64})\\n)?index (${INT})\\n((?:${HASH}\\n){0,63})\\n`;
const TEXT = '"[^"\\\\]*(?:\\\\.[^"\\\\]*)*"';
const DAY = '"[0-9]{4}-[0-9]{2}-[0-9]{2}';
const HEX = "[0-9a-f]";
const TIME = "T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9][.][0-9]{6}Z";
const SIG = '"[A-Za-z0-9+/]{85}[AQgw]=="';
const leafForm = (sealed) => {
  const [text, person] = sealed ? ['""', '""'] : [TEXT, `"${HEX}{32}"`];
  const commits = sealed ? `"sealed":"${HEX}{64}"` : `(?:,?${TEXT}:"${HEX}{64}")+`;
  return full(
    `\\{"by":\\{"body":${text},(?:"key":null,"person":${person},"sig":null` +
      `|"key":"${HEX}{8}","person":${person},"sig":${SIG})\\},"clock":"(?:ok|regressed)",` +
      `"fact":\\{"class":"(?:public|internal|restricted)","commits":\\{${commits}\\},` +
      `"doc":(?:null|"${HEX}{64}"),"id":"${HEX}{32}","institution":${text},` +
      `${sealed ? `"pad":${TEXT},` : ""}"ref":(?:null|"${HEX}{32}"),` +
      `"seen":(?:null|\\{"root":"${HEX}{64}","size":${INT}\\}),"set":[1-9][0-9]{0,15},` +
      `"stream":${text},"type":${sealed ? '"Sealed"' : `(?!"Sealed")${TEXT}`},` +
      `"valid":\\[${DAY}",(?:null|${DAY}")\\]\\},` +
      `"recorded_at":${DAY}${sealed ? "T00:00:00[.]000000Z" : TIME}","v":1\\}`,
  );
};
const full = (form) => new RegExp(`^(?:${form})$`);
const OPEN = leafForm(false);
const SEALED = leafForm(true);

function need(holds, why) {
  if (!holds) throw new Fails(why);
}

// --- bytes ---
const utf8 = new TextEncoder();
function decoded(data) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(data);
  } catch {
    throw new Fails("this is not text");
  }
}
const hex = (data) => Array.from(data, (byte) => byte.toString(16).padStart(2, "0")).join("");
const bytes = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const same = (one, other) => one.length === other.length && one.every((b, i) => b === other[i]);
function joined(...parts) {
  const made = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    made.set(part, at);
    at += part.length;
  }
  return made;
}
const sha256 = async (data) => new Uint8Array(await crypto.subtle.digest("SHA-256", data));

function unpacked(text) {
  need(typeof text === "string" && full(B64).test(text), "bad base64");
  const data = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  let back = "";
  for (let at = 0; at < data.length; at += 8190) {
    back += btoa(String.fromCharCode(...data.subarray(at, at + 8190)));
  }
  need(back === text, "bad base64");
  return data;
}

async function signed(key, message, signature) {
  if (signature.length !== 64) return false;
  try {
    const known = await crypto.subtle.importKey("raw", key, { name: "Ed25519" }, false, ["verify"]);
    return await crypto.subtle.verify({ name: "Ed25519" }, known, signature, message);
  } catch (error) {
    if (error.name === "NotSupportedError") throw new Error("This browser knows no Ed25519.");
    return false;
  }
}

// --- canonical JSON, leaf and values ---
function written(value) {
  if (Array.isArray(value)) return `[${value.map(written).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const rows = Object.keys(value).sort();
    return `{${rows.map((key) => `${JSON.stringify(key)}:${written(value[key])}`).join(",")}}`;
  }
  return JSON.stringify(value);
}

function plain(value, depth) {
  if (depth > 32) return false;
  if (typeof value === "string") return !/\p{Surrogate}/u.test(value) && value.normalize() === value;
  if (typeof value === "number") return Number.isSafeInteger(value);
  if (Array.isArray(value)) return value.every((item) => plain(item, depth + 1));
  if (value === null || typeof value !== "object") return true;
  // eslint-disable-next-line no-control-regex
  return Object.keys(value).every((k) => /^[\x00-\x7f]*$/.test(k) && plain(value[k], depth + 1));
}

function read(data, what) {
  const text = decoded(data);
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Fails(`${what} is not canonical JSON`);
  }
  need(plain(value, 1) && written(value) === text, `${what} is not canonical JSON`);
  return value;
}

const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const has = (value, ...keys) =>
  isObject(value) && written(Object.keys(value).sort()) === written(keys.sort());

function isDay(text) {
  const found = new Date(`${text}T00:00:00Z`);
  return text > "0001" && !Number.isNaN(+found) && found.toISOString().slice(0, 10) === text;
}

async function entry(data, seq, extra) {
  const leaf = read(data, `entry ${seq}`);
  const text = decoded(data);
  const bad = `entry ${seq} is not a leaf of version 1`;
  const form = data.length % 256 === 0 && text.includes('"type":"Sealed"') ? SEALED : OPEN;
  need(data.length <= 16384 && form.test(text), bad);
  const { fact } = leaf;
  const [start, end] = fact.valid;
  need(isDay(start) && (end === null || (isDay(end) && start <= end)), bad);
  need(isDay(leaf.recorded_at.slice(0, 10)), bad);
  const values = new Map();
  let last = "";
  for (const row of payloads(extra, `the values of entry ${seq} have no such form`)) {
    const [name, value, salt] = row;
    const known = last < name && Object.hasOwn(fact.commits, name);
    need(known, `“${name}” is no value of entry ${seq}, or stands twice`);
    const tag = utf8.encode("answerable/commit/v1\0");
    const made = await sha256(joined(tag, bytes(salt), utf8.encode(written([name, value]))));
    const why = `the value “${name}” of entry ${seq} is not the one that was committed`;
    need(hex(made) === fact.commits[name], why);
    values.set(name, value);
    last = name;
  }
  return { seq, leaf, fact, by: leaf.by, hash: await sha256(joined([0], data)), values };
}

function payloads(extra, bad) {
  if (extra === null || extra === undefined) return [];
  need(has(extra, "payloads", "v") && extra.v === 1 && Array.isArray(extra.payloads), bad);
  for (const row of extra.payloads) {
    need(Array.isArray(row) && row.length === 3 && typeof row[0] === "string", bad);
    need(full(`${HEX}{32}`).test(String(row[2])) && typeof row[2] === "string", bad);
  }
  return extra.payloads;
}

// --- tree, policy, checkpoint ---
const pair = (left, right) => sha256(joined([1], left, right));

async function climb(one, size, path) {
  let [node, last, root, before] = [BigInt(one.seq), BigInt(size) - 1n, one.hash, null];
  for (const text of path) {
    const step = unpacked(text);
    need(last > 0n, `the proof of entry ${one.seq} is too long`);
    if (node & 1n || node === last) {
      root = await pair(step, root);
      before = before ? await pair(step, before) : step;
      while (!(node & 1n) && node) [node, last] = [node >> 1n, last >> 1n];
    } else {
      root = await pair(root, step);
    }
    [node, last] = [node >> 1n, last >> 1n];
  }
  need(last === 0n && one.seq < size, `the proof of entry ${one.seq} is too short`);
  return [root, before ?? (await sha256(new Uint8Array()))];
}

async function vkey(text, kind) {
  const found = full(`(${NAME})\\+([0-9a-f]{8})\\+(${B64})`).exec(text);
  const bad = `“${text.slice(0, 60)}” is not a verifier key of this kind`;
  need(found, bad);
  const key = unpacked(found[3]);
  const made = hex(await sha256(joined(utf8.encode(`${found[1]}\n`), key))).slice(0, 8);
  need(made === found[2] && key[0] === kind && key.length === 33, bad);
  return { name: found[1], id: found[2], key: key.subarray(1) };
}

export async function policyOf(text) {
  const policy = { log: [], witness: [], body: [], roles: new Map(), accepts: new Set(), quorum: 2 };
  for (const line of text.split(/\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/)) {
    const at = line.indexOf(" ");
    const [word, rest] = at < 0 ? [line, ""] : [line.slice(0, at), line.slice(at + 1)];
    const role = full(`role (${NAME}) (institution|oversight|owner)`).exec(line);
    if (["log", "witness", "body"].includes(word)) {
      const key = await vkey(rest, word === "witness" ? 4 : 1);
      const twice = policy[word].some((k) => same(k.key, key.key) && k.name !== key.name);
      need(!twice, "the policy has one key under two names");
      policy[word].push(key);
    } else if (role) {
      policy.roles.set(role[1], role[2]);
    } else if (/^accepts [a-z ]+$/.test(line)) {
      for (const ground of rest.split(" ").filter(Boolean)) policy.accepts.add(ground);
    } else if (/^quorum [0-9]{1,3}$/.test(line)) {
      policy.quorum = Number(rest);
    } else {
      need(!line.trim() || line[0] === "#", `the policy's line “${line.slice(0, 60)}” is unknown`);
    }
  }
  const names = new Set(policy.witness.map((key) => key.name));
  need(names.size >= policy.quorum, `the policy asks for ${policy.quorum} witnesses, names fewer`);
  return policy;
}

const keyOf = (keys, name, id) => keys.find((k) => k.name === name && k.id === id)?.key;

async function checkpoint(note, policy, quorum = policy.quorum) {
  const found = full(NOTE).exec(note);
  need(found, "the checkpoint is not a signed note");
  const [, text, origin, size, root, lines] = found;
  const seen = new Map();
  const met = new Set();
  let byLog = false;
  for (const line of lines.split("\n").slice(0, -1)) {
    const [, name, encoded] = line.split(" ");
    const data = unpacked(encoded);
    const [id, signature] = [hex(data.subarray(0, 4)), data.subarray(4)];
    need(!met.has(`${name} ${id}`), `two lines of ${name} have one key`);
    met.add(`${name} ${id}`);
    const log = name === origin && keyOf(policy.log, name, id);
    const witness = keyOf(policy.witness, name, id);
    if (log) {
      byLog = await signed(log, utf8.encode(text), signature);
      need(byLog, `the log's signature ${name} is wrong`);
    } else if (witness) {
      let at = 0n;
      for (const byte of signature.subarray(0, 8)) at = at * 256n + BigInt(byte);
      const message = utf8.encode(`cosignature/v1\ntime ${at}\n${text}`);
      const good = await signed(witness, message, signature.subarray(8));
      need(good, `the witness's signature ${name} is wrong`);
      seen.set(name, new Date(Number(at < 2n ** 37n ? at : 2n ** 37n) * 1000).toISOString().slice(0, 19) + "+00:00");
    }
  }
  need(byLog, `no log key of the policy signed the checkpoint of ${origin}`);
  need(seen.size >= quorum, `${seen.size} of the policy's witnesses signed, ${quorum} are needed`);
  const times = [...seen].map(([name, at]) => `${name} at ${at}`).join(", ") || "nobody yet";
  const words = `log ${origin}, ${size} entries, witnessed by ${times}`;
  return { origin, size: Number(size), root: unpacked(root), words };
}

export async function receipt(leaf, proof, policy, packs = []) {
  need(proof.length <= MOST, "this is not a proof file");
  const found = full(`${PROOF}(${NOTE})`).exec(decoded(proof));
  need(found, "this is not a proof file");
  const [, extra, index, path, note, , , size, root] = found;
  const values = extra === undefined ? null : read(unpacked(extra), "the payload file");
  const one = await entry(leaf, Number(index), values);
  const [made, before] = await climb(one, Number(size), path.split("\n").filter(Boolean));
  need(same(made, unpacked(root)), "the proof does not lead from the entry to the root");
  const head = await checkpoint(note, policy);
  madeFrom(packs, new Map([[one.seq, before], [head.size, head.root]]));
  let how = "recorded by the server";
  if (one.by.key !== null) {
    const key = keyOf([...policy.body, ...policy.log], one.by.body, one.by.key); // a log for itself
    need(!key || (await party(one, key, head.origin)), "the party's signature is wrong");
    how = key ? "signed with their own key" : "signed; no key here to check it with";
  }
  const closed = Object.keys(one.fact.commits).filter((name) => !one.values.has(name));
  return [
    `HOLDS: entry ${index}, ${one.fact.type}, recorded at ${one.leaf.recorded_at} by ` +
      `${one.by.body}, ${how}`,
    ...[...one.values].map(([name, value]) => `${name}: ${written(value)}`),
    `not opened here: ${closed.sort().join(", ") || "nothing"}`,
    head.words,
  ];
}

async function party(one, key, origin) {
  const { body, key: id, person } = one.by;
  const message = written({ by: { body, key: id, person }, fact: one.fact, origin });
  return signed(key, utf8.encode(`answerable/sign/v1\0${message}`), unpacked(one.by.sig));
}

// --- keys of parties, and the closing rule ---
function keysOf(policy, origin) {
  const known = new Map();
  const roots = new Map();
  for (const { name, id, key } of policy.body) {
    roots.set(name, id);
    known.set(id, { key, body: name, held: ["", null], doubted: "never" });
  }
  return {
    known,
    async add(one) {
      const { by, fact, values } = one;
      const signer = by.key === null ? undefined : known.get(by.key);
      if (by.key !== null) {
        const good = signer && signer.body === by.body && (await party(one, signer.key, origin));
        need(good, `entry ${one.seq} is not signed by a key enrolled for ${by.body}`);
      }
      let [enrolled, body] = [false, values.get("body")];
      if (fact.type === "KeyEnrolled") enrolled = by.key === (roots.get(body) ?? null);
      else if (fact.type === "KeyRotated" && signer) [enrolled, body] = [true, signer.body];
      if (enrolled) {
        const { id, key } = await vkey(String(values.get("vkey")), 1);
        if (!known.has(id)) known.set(id, { key, body, held: fact.valid, doubted: "never" });
      }
      const doubted = known.get(fact.stream.slice(4));
      if (fact.type === "KeyRevoked" && doubted) {
        const from = String(values.get("from") ?? "");
        if (from < doubted.doubted) doubted.doubted = from;
      }
    },
    vouch(number, one, since, roots_) {
      const key = known.get(one.by.key);
      const { seen } = one.fact;
      const day = one.fact.valid[0];
      rule(number, one.by.key !== null && key, `entry ${one.seq} is not signed`);
      const held = key.held[0] <= day && day < (key.held[1] ?? "never");
      rule(number, held, `the office of ${key.body} was not held on ${day}`);
      const recorded = one.leaf.recorded_at.slice(0, 10);
      const late = day > recorded ? day : recorded;
      rule(number, late < key.doubted, `the key of ${key.body} is revoked`);
      const shown = seen && since < seen.size && seen.size <= one.seq;
      const root = shown && roots_.get(seen.size);
      const why = `entry ${one.seq} does not vouch for the history before it`;
      rule(number, root && hex(root) === seen.root, why);
    },
  };
}

function rule(number, holds, why) {
  need(holds, `NOT VALID: rule ${number}, ${why}`);
}

// `beside` are the files that lie beside the bundle, by path: the text of one of these must be in it.
export async function closing(data, policy, packs = [], beside = new Map()) {
  need(data.length <= MOST, "a bundle has at most 16 MiB");
  const bundle = read(data, "the bundle");
  const bad = "the bundle has no such form";
  need(has(bundle, "checkpoint", "entries", "stream", "texts", "v") && bundle.v === 1, bad);
  need(Array.isArray(bundle.entries) && isObject(bundle.texts), bad);
  const head = await checkpoint(String(bundle.checkpoint), policy);
  const keys = keysOf(policy, head.origin);
  const roots = new Map([[head.size, head.root]]);
  const every = [];
  for (const row of bundle.entries) {
    need(has(row, "extra", "index", "leaf", "proof") && Number.isInteger(row.index), bad);
    need(Array.isArray(row.proof) && row.index > (every.at(-1)?.seq ?? -1), "out of order");
    const one = await entry(unpacked(row.leaf), row.index, row.extra);
    const [root, before] = await climb(one, head.size, row.proof);
    need(same(root, head.root), `the proof of entry ${one.seq} does not lead to the checkpoint`);
    roots.set(one.seq, before);
    await keys.add(one);
    every.push(one);
  }
  madeFrom(packs, roots);
  const docs = new Set(every.map((one) => one.fact.doc));
  const named = Object.keys(bundle.texts).every((doc) => docs.has(doc));
  rule(3, named, "it has the text of a file that no entry names");
  const here = [...docs].filter((doc) => beside.has(`files/${doc}`));
  const texts = new Map([...here.map((doc) => [doc, ""]), ...Object.entries(bundle.texts)]);
  return { head, verdict: ruled(every, bundle.stream, texts, roots, keys, policy) };
}

function ruled(every, stream, texts, roots, keys, policy) {
  const mine = new Map(
    every.filter((one) => one.fact.stream === stream).map((one) => [one.fact.id, one]),
  );
  const seen = [...mine.values()].map((one) => one.fact.seen?.size);
  for (const one of every) {
    const ours = mine.has(one.fact.id) || one.fact.stream.startsWith("key/");
    rule(1, ours || seen.includes(one.seq), `entry ${one.seq} is not of this finding`);
    const changed = one.fact.type === "Corrected" && mine.get(one.fact.ref);
    if (changed) {
      if (!one.values.has("field") || !one.values.has("value")) changed.values.clear();
      changed.values.set(String(one.values.get("field")), one.values.get("value"));
    }
  }
  const all = [...mine.values()];
  const gone = all.filter((one) => one.fact.type === "Withdrawn").map((one) => one.fact.ref);
  const left = all.filter((one) => !gone.includes(one.fact.id));
  const finding = left.find((one) => one.fact.type === "FindingPublished");
  const end = left.findLast((o) => ["ClosureVerified", "ClosureStated"].includes(o.fact.type));
  rule(1, finding && end, "the bundle holds no finding, or no closing of it");
  const owner = finding.values.get("owner");
  const { institution } = finding.fact;
  const verified = end.fact.type === "ClosureVerified";
  const recorder = end.by.body;
  const ground = verified ? "signed" : end.values.get("ground");
  rule(1, owner && owner !== institution, "the institution owns it, or its owner is not shown");
  rule(1, policy.roles.get(owner) === "owner", `the policy does not know ${owner} as an owner`);
  rule(1, policy.accepts.has(ground), `the ground “${ground}” is not accepted`);
  const accepted = mine.get(end.fact.ref) ?? end;
  const claim = mine.get(accepted.fact.ref) ?? end;
  let what = "CLOSED (signed)";
  if (verified) {
    rule(1, recorder === owner, "who signed does not speak for the owner");
    keys.vouch(2, end, finding.seq, roots);
  } else {
    const stated = ["published", "letter", "historical"].includes(ground) && end.fact.doc;
    rule(3, stated && recorder !== institution, "the institution recorded it, or no file");
    what = `CLOSED (${ground})`;
    if (ground !== "letter") {
      const { doc } = end.fact;
      const quote = end.values.get("quote");
      const source = end.values.get("source") ?? {};
      const place = [source.start ?? undefined, source.end ?? undefined]; // in code points
      const part = texts.has(doc) ? Array.from(texts.get(doc)).slice(...place).join("") : quote;
      const stands = typeof quote === "string" && quote && part.includes(quote);
      rule(3, stands, "the quote is not in its file");
      if (!texts.has(doc)) {
        what = `NOT ALL CHECKED (${ground}): it quotes the file ${doc}, which is not here`;
      }
    }
    what += `, recorded by ${recorder}; text and file were not compared`;
  }
  if (verified && claim !== end && claim.by.key !== null && accepted.by.key !== null) {
    three([claim, accepted, end], finding, policy);
    keys.vouch(4, claim, finding.seq, roots);
    keys.vouch(4, accepted, finding.seq, roots);
    what += ", three signatures";
  } else {
    const fits = accepted === finding || accepted.fact.type === "ClosureAccepted";
    const refers = (fits && accepted.seq < end.seq) || end.fact.ref === null;
    rule(4, refers, "the closing refers to something else");
  }
  const opened = left.some((one) => one.fact.type === "Reopened" && one.seq > end.seq);
  rule(5, !opened, "it was opened again");
  return `${what}. Whether an entry was left out, only the full tiles show.`;
}

function three(trio, finding, policy) {
  const types = trio.map((one) => one.fact.type).join();
  rule(4, types === "ClosureClaimed,ClosureAccepted,ClosureVerified", "who did what");
  const roles = trio.map((one) => policy.roles.get(one.by.body)).join();
  rule(4, roles === "institution,oversight,owner", "the roles of the three");
  rule(4, trio[0].by.body === finding.fact.institution, "the claim is not the institution's");
  const order = [finding, ...trio].map((one) => one.seq);
  rule(4, order.every((seq, at) => at === 0 || order[at - 1] <= seq), "their order");
  for (const name of ["body", "person", "key"]) {
    rule(4, new Set(trio.map((one) => one.by[name])).size === 3, `one ${name} acted twice`);
  }
  const shown = new Set(trio.map((one) => written(one.values.get("evidence") ?? null)));
  rule(4, shown.size === 1 && !shown.has("null"), "the evidence is not the same in all");
}

// --- the whole record ---
export function numbered(number, width = 256) {
  const groups = [String(number % 1000).padStart(3, "0")];
  for (let left = Math.floor(number / 1000); left; left = Math.floor(left / 1000)) {
    groups.unshift(`x${String(left % 1000).padStart(3, "0")}`);
  }
  return groups.join("/") + (width === 256 ? "" : `.p/${width}`);
}

// `files` is a Map from path to bytes: a folder that the reader chose.
export async function exported(files, policy, packs = []) {
  const file = (name) => {
    need(files.has(name), `${name} is missing`);
    return files.get(name);
  };
  const manifest = read(file("manifest.json"), "manifest.json");
  need(Array.isArray(manifest.files), "manifest.json has no such form");
  const rows = new Map(manifest.files.map((row) => [row.path, row]));
  for (const name of files.keys()) {
    need(rows.has(name) || name === "manifest.json", `${name} is not in the manifest`);
  }
  for (const [name, row] of rows) {
    const data = file(name);
    const digest = hex(await sha256(data));
    const kept = data.length === row.bytes && digest === row.sha256;
    const named = !full(`files/${HEX}{64}`).test(name) || name.slice(6) === digest;
    need(kept && named, `${name} is not the file that the manifest names`);
  }
  const [heads, left] = [[], []];
  for (const name of ["checkpoint", ...[...rows.keys()].sort()]) {
    try {
      if (name === "checkpoint" && !heads.length) {
        heads.push([name, await checkpoint(decoded(file(name)), policy)]);
      } else if (name.startsWith("checkpoints/")) {
        const one = await checkpoint(decoded(file(name)), policy, 0);
        need(name === `checkpoints/${one.size}`, "it is of another size");
        heads.push([name, one]);
      } else if (name.startsWith("closings/")) {
        const { head, verdict } = await closing(file(name), policy, [], rows);
        heads.push([name, head]);
        if (verdict.startsWith("NOT")) left.push(`${name}: ${verdict}`);
      }
    } catch (fault) {
      fault.message = `${name}: ${fault.message}`;
      throw fault;
    }
  }
  const head = heads[0][1];
  const sizes = new Set(heads.map(([, one]) => one.size));
  const trees = packs.map((pack) => [pack.name, { ...pack, origin: head.origin }]);
  await tiles(file, rows, sizes, await leaves(file, head, [...heads, ...trees], policy));
  const how = left.length ? `NOT ALL CHECKED, quotes to look up: ${left.length}; the rest holds` : "HOLDS";
  return [`${how}: ${rows.size} files, ${heads.length} checkpoints and bundles`, ...left, head.words];
}

async function leaves(file, head, heads, policy) {
  const keys = keysOf(policy, head.origin);
  const [stack, found, shut, told] = [[], [], new Map(), new Set()];
  let [stamp, data, at, lines] = ["", null, 0, []];
  for (let size = 0; size <= head.size; size += 1) {
    const due = heads.filter(([, one]) => one.size === size || one.size > head.size);
    let root = due.length && (stack.at(-1) ?? (await sha256(new Uint8Array())));
    for (let part = stack.length - 2; due.length && part >= 0; part -= 1) {
      root = await pair(stack[part], root);
    }
    for (const [name, one] of due) {
      const fits = one.size === size && same(one.root, root) && one.origin === head.origin;
      need(fits, `${name} is not of these entries`);
    }
    if (size === head.size) break;
    if (size % 256 === 0) {
      const width = Math.min(256, head.size - size);
      [data, at] = [file(`tile/entries/${numbered(size / 256, width)}`), 0];
      lines = decoded(file(`payloads/${numbered(size / 256)}.jsonl`)).split("\n");
      need(lines.length === width + 1 && lines.at(-1) === "", "the payloads have other lines");
    }
    const length = (data[at] << 8) + data[at + 1];
    const leaf = data.slice(at + 2, at + 2 + length);
    at += 2 + leaf.length;
    const extra = read(utf8.encode(lines[size % 256]), `the values of entry ${size}`);
    const one = await entry(leaf, size, extra);
    await keys.add(one);
    const sealed = one.fact.type === "Sealed";
    const later = sealed || one.leaf.recorded_at > stamp;
    need(later, `the stamp of entry ${size} does not come after the one before`);
    stamp = sealed ? stamp : one.leaf.recorded_at;
    if (one.fact.class === "public") {
      shut.set(one.fact.id, Object.keys(one.fact.commits).filter((n) => !one.values.has(n)));
    }
    if (one.fact.type === "Erased" || one.fact.type === "Reclassified") {
      for (const name of one.values.get("fields") ?? []) told.add(`${one.fact.ref} ${name}`);
    }
    found.push({ hash: one.hash, end: at });
    let [made, node] = [one.hash, size];
    for (; node % 2; node = Math.floor(node / 2)) made = await pair(stack.pop(), made);
    stack.push(made);
  }
  for (const [id, names] of shut) {
    need(names.every((n) => told.has(`${id} ${n}`)), `values of ${id} are missing: ${names}`);
  }
  return found;
}

// The tiles of every size that a checkpoint names, and no other. Of an earlier size those that are
// not full: the others are here.
async function tiles(file, rows, sizes, found) {
  const levels = [found.map((one) => one.hash)];
  while (levels.at(-1).length > 255) {
    const last = levels.at(-1);
    const next = [];
    for (let at = 0; at + 256 <= last.length; at += 256) {
      let part = last.slice(at, at + 256);
      while (part.length > 1) {
        const made = [];
        for (let n = 0; n < part.length; n += 2) made.push(await pair(part[n], part[n + 1]));
        part = made;
      }
      next.push(part[0]);
    }
    levels.push(next);
  }
  const left = new Set([...rows.keys()].filter((path) => path.startsWith("tile/")));
  const checkTile = (name, data) => {
    need(left.delete(name) || rows.has(name), `${name} is missing`);
    need(same(data, file(name)), `${name} is not of these entries`);
  };
  for (const size of sizes) {
    for (let [up, count] = [0, size]; count; [up, count] = [up + 1, Math.floor(count / 256)]) {
      for (let at = size === found.length ? 0 : count - (count % 256); at < count; at += 256) {
        const wide = Math.min(256, count - at);
        checkTile(`tile/${up}/${numbered(at / 256, wide)}`, joined(...levels[up].slice(at, at + wide)));
        if (up === 0) {
          const whole = file(`tile/entries/${numbered(at / 256, Math.min(256, found.length - at))}`);
          checkTile(`tile/entries/${numbered(at / 256, wide)}`, whole.slice(0, found[at + wide - 1].end));
        }
      }
    }
  }
  need(!left.size, `${[...left][0]} is of no checkpoint here`);
}

// --- a pack (Word, Excel or PDF): the tree that it says it was made from ---
const IS_PACK = /^[^/]*\.(?:docx|pdf|xlsx)$/i;
const PACK_ENTRY = /Made from the record as at [^.<>]{1,80}, entry ([0-9,]{1,20})\./g;
const PACK_ROOT = /Root of the record at that entry: ([0-9a-f]{64})\./g;
const IN_ZIP = ["word/document.xml", "xl/sharedStrings.xml"];

async function inflated(data) {
  const reader = new Blob([data]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const [parts, bad] = [[], "the pack is too large to be read here"];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(...parts);
    size += value.length;
    if (size > MOST) await reader.cancel();
    need(size <= MOST, bad);
    parts.push(value);
  }
}

// The member of a zip file that holds the words of a pack, without its marks.
async function wordsInZip(data) {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  let end = data.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  need(end >= 0, "the pack is not a whole file");
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left; left -= 1) {
    need(view.getUint32(at, true) === 0x02014b50, "the pack is not a whole file");
    const [method, size] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true)];
    const [name, more, remark] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    if (IN_ZIP.includes(decoded(data.subarray(at + 46, at + 46 + name)))) {
      const head = view.getUint32(at + 42, true);
      const from = head + 30 + view.getUint16(head + 26, true) + view.getUint16(head + 28, true);
      const held = data.slice(from, from + size);
      return decoded(method === 8 ? await inflated(held) : held).replace(/<[^>]*>/g, "");
    }
    at += 46 + name + more + remark;
  }
  throw new Fails("the pack holds no words that can be read here");
}

async function pack(name, data) {
  const isPdf = name.toLowerCase().endsWith(".pdf"); // its own data say it in plain letters
  let words;
  try {
    words = isPdf ? new TextDecoder("latin1").decode(data) : await wordsInZip(data);
  } catch (fault) {
    throw fault instanceof Fails ? fault : new Fails(`${name} is not a whole file`);
  }
  const told = (form) => new Set([...words.matchAll(form)].map((found) => found[1]));
  const [entries, roots] = [[...told(PACK_ENTRY)], [...told(PACK_ROOT)]];
  need(entries.length === 1 && roots.length === 1, `${name} does not name one entry and one root`);
  return { name, size: Number(entries[0].replaceAll(",", "")) + 1, root: bytes(roots[0]) };
}

// Every pack names the root of a size whose root is known here.
function madeFrom(packs, roots) {
  for (const { name, size, root } of packs) {
    const last = `the pack was made at entry ${size - 1}`;
    const with_ = `choose with it the checkpoint of ${size} entries, the receipt of entry ${size}, or an export`;
    need(roots.has(size), `${name}: ${last}: ${with_}`);
    need(same(roots.get(size), root), `${name}: its root is not that of this record at entry ${size - 1}`);
  }
}

const saidOf = ({ name, size }) =>
  `HOLDS: ${name} names the root that this record had at entry ${size - 1}. Its words were not compared.`;

// --- the page: files in, sentences out ---
// <form data-verify hidden> with <textarea name="policy">, file inputs and <output>. Two files
// .entry and .tlog-proof, or one .bundle, or all files of an export folder; chosen or dropped. A
// pack may lie beside any of them, or beside the checkpoint of its size.
export async function check(files, policyText) {
  const policy = await policyOf(policyText);
  const [packs, rest] = [[], new Map()];
  for (const [name, data] of files) {
    if (IS_PACK.test(name)) packs.push(await pack(name, data));
    else rest.set(name, data);
  }
  return [...packs.map(saidOf), ...(await checked(rest, policy, packs))];
}

async function checked(files, policy, packs) {
  const named = (ending) => [...files].find(([name]) => name.endsWith(ending))?.[1];
  if (files.has("manifest.json")) return exported(files, policy, packs);
  if (named(".bundle")) {
    const { head, verdict } = await closing(named(".bundle"), policy, packs);
    return [verdict, head.words];
  }
  if (named(".entry") && named(".tlog-proof")) {
    return receipt(named(".entry"), named(".tlog-proof"), policy, packs);
  }
  need(packs.length, "choose an .entry with its .tlog-proof, or a .bundle");
  const note = named("checkpoint") ?? named("checkpoint.txt");
  const head = note && (await checkpoint(decoded(note), policy));
  madeFrom(packs, new Map(head ? [[head.size, head.root]] : []));
  return [head.words];
}

// A folder's own name is no part of the paths inside it.
const pathOf = (file) => file.webkitRelativePath.split("/").slice(1).join("/") || file.name;

// Files that were dropped; of a folder everything in it, under its path.
async function dropped(entry, path = "") {
  if (entry.isFile) {
    const file = await new Promise((done, fail) => entry.file(done, fail));
    return [[path + file.name, file]];
  }
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    const some = await new Promise((done, fail) => reader.readEntries(done, fail));
    if (!some.length) return found;
    for (const one of some) found.push(...(await dropped(one, `${path}${entry.name}/`)));
  }
}

function say(out, lines, holds) {
  out.hidden = false;
  out.classList.toggle("app-checked--fault", !holds);
  const made = lines.map((line) => Object.assign(document.createElement("p"), { textContent: line }));
  out.replaceChildren(...made);
}

export function attach(form) {
  const out = form.querySelector("output");
  let held = [];
  form.hidden = false;
  for (const words of document.querySelectorAll("[data-verify-without]")) words.hidden = true;
  form.addEventListener("dragover", (event) => event.preventDefault());
  form.addEventListener("drop", async (event) => {
    event.preventDefault();
    const plain = [...event.dataTransfer.files].map((file) => [file.name, file]);
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry());
    const inside = entries.filter(Boolean).map((entry) => dropped(entry));
    held = inside.length ? (await Promise.all(inside)).flat() : plain;
    if (entries.length === 1 && entries[0]?.isDirectory) {
      held = held.map(([path, file]) => [path.slice(path.indexOf("/") + 1), file]);
    }
    say(out, [`${held.length} files dropped. Press “Check the files”.`], true);
  });
  form.addEventListener("change", (event) => {
    if (event.target.type === "file") held = [];
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const inputs = [...form.querySelectorAll('input[type="file"]')];
    const chosen = inputs.flatMap((input) => [...input.files].map((file) => [pathOf(file), file]));
    say(out, ["Checking …"], true);
    try {
      const files = new Map();
      for (const [path, file] of [...chosen, ...held]) {
        files.set(path, new Uint8Array(await file.arrayBuffer()));
      }
      need(files.size, "choose the files first");
      const lines = await check(files, form.elements.policy.value);
      say(out, lines, !lines.some((line) => line.startsWith("NOT ALL CHECKED")));
    } catch (fault) {
      const said = fault.message.startsWith("NOT") ? fault.message : `DOES NOT HOLD: ${fault.message}`;
      say(out, [said], false);
    }
  });
}

if (typeof document !== "undefined") {
  document.querySelectorAll("form[data-verify]").forEach(attach);
}
