// Live minutes: sent soon after somebody types, and tried again. Without this file the Save button does the same.
// Text that the server has not acknowledged is kept in this browser, except of items in private.
// Each open page keeps its own words there, so that two tabs never write over each other.
const BUTTON = "govuk-button govuk-button--secondary";
const EVERY = 4000;
const SOON = 500; // a browser that is killed loses what it kept
const LOOK_AGAIN = 8; // rounds after which a page that typed asks what others changed
const GONE = 180_000; // without locks: a page that kept words and was not heard of since is gone
const form = document.querySelector("[data-live-minutes]");
const status = document.querySelector("[data-live-status]");
const KEPT = `answerable-minutes:${location.pathname}`;
const PAGE = `${Date.now()}-${Math.random()}`;
const NONE = "-"; // rests on no text: the server then never takes it for an answer to theirs

const boxes = () => [...form.querySelectorAll("[name^='f:']")];
const nameOf = (box) => box.name.slice(2);
const boxOf = (name) => form.querySelector(`[name="${CSS.escape(`f:${name}`)}"]`);
const plain = (text) => text.replace(/\r\n?/g, "\n").trimEnd();

// An item with a ground, or with its private part open, is never kept in the browser.
function isPrivate(box) {
  const item = box.closest("[data-item]");
  if (!item) return false;
  const part = item.querySelector("[data-private]");
  const ground = boxOf(`${item.dataset.item}:ground`);
  return Boolean(part?.open || (ground && ground.value.trim()));
}

function stored() {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? "null") ?? {};
  } catch {
    return {}; // storage is closed to us: the page still holds the words
  }
}

function store(pages) {
  try {
    if (Object.keys(pages).length) localStorage.setItem(KEPT, JSON.stringify(pages));
    else localStorage.removeItem(KEPT);
  } catch {
    // as above
  }
}

const acknowledged = new Map(); // box -> the text of it that the server has
const refused = new Map(); // box -> the text of ours that was not taken: somebody was faster
const looked = new Map(); // box -> digest of the text of theirs that stands beside ours
const mine = new Map(); // box -> what this page typed and the server took
const rests = () => JSON.parse(form.elements.shown.value);
const rest = (changes) => {
  form.elements.shown.value = JSON.stringify({ ...rests(), ...changes });
};
const unsaved = () =>
  boxes().filter((box) => plain(box.value) !== acknowledged.get(nameOf(box)));
const unsent = () => unsaved().filter((box) => box.value !== refused.get(nameOf(box)));

// An open page holds a lock of its name; the browser lets go of it however the page ends.
// Locks exist on https and on this machine only: elsewhere a page says that it leaves, or falls silent.
const LOCK = `${KEPT}:`;
navigator.locks?.request(LOCK + PAGE, () => new Promise(() => {}));

async function goneTest() {
  const locks = await navigator.locks?.query();
  const open = locks && new Set([...locks.held, ...locks.pending].map((lock) => lock.name));
  return (page, kept) =>
    page !== PAGE &&
    (kept.left || (open ? !open.has(LOCK + page) : Date.now() - kept.at > GONE));
}

function keep(left = false) {
  const words = {};
  for (const box of unsaved()) if (!isPrivate(box)) words[nameOf(box)] = box.value;
  const pages = stored();
  delete pages[PAGE];
  if (Object.keys(words).length) {
    pages[PAGE] = { at: Date.now(), left, shown: rests(), words };
  }
  store(pages);
}

// What a page that was left or lost had not saved comes back. It still rests on the text that page
// had shown: where somebody changed the box since, the server shows both.
async function restore() {
  const gone = await goneTest();
  const pages = stored();
  let count = 0;
  for (const [page, kept] of Object.entries(pages)) {
    if (!gone(page, kept)) continue;
    delete pages[page];
    for (const [name, words] of Object.entries(kept.words)) {
      const box = boxOf(name);
      if (!box || plain(box.value) === plain(words) || isPrivate(box)) continue;
      count += 1;
      if (plain(box.value) === acknowledged.get(name)) {
        box.value = words;
        rest({ [name]: kept.shown[name] ?? NONE });
      } else beside(name, "Not saved last time, from another tab:", words, "Put it after mine", false);
    }
  }
  if (!count) return store(pages);
  store(pages);
  keep();
  status.textContent = "Words that were not saved last time are back in their boxes.";
}

// The page as the server sent it: a box with theirs beside it holds words that are not saved.
function begin() {
  for (const box of boxes()) {
    const name = nameOf(box);
    if (document.getElementById(`${name}-theirs`)) {
      looked.set(name, rests()[name]);
      refused.set(name, box.value);
      rest({ [name]: NONE });
    } else acknowledged.set(name, plain(box.value));
  }
  restore();
  keep();
}

function made(name, given) {
  return Object.assign(document.createElement(name), given);
}

function show(answer, sent) {
  const before = rests();
  const clashing = new Set(answer.clashes.map((clash) => clash.field));
  form.elements.shown.value = JSON.stringify(answer.shown);
  for (const name of clashing) {
    // Until Save is pressed, ours rests on the older text, so that it never replaces theirs.
    rest({ [name]: before[name] ?? NONE });
    looked.set(name, answer.shown[name]);
    refused.set(name, sent[name]);
  }
  for (const [name, words] of Object.entries(sent)) {
    if (clashing.has(name)) continue;
    if (acknowledged.get(name) !== plain(words)) mine.set(name, words);
    acknowledged.set(name, plain(words));
    settle(name);
  }
  for (const [name, words] of Object.entries(answer.others)) {
    const box = boxOf(name);
    if (box && plain(box.value) === plain(sent[name] ?? "")) {
      box.value = words;
      acknowledged.set(name, plain(words));
      const typed = mine.get(name);
      mine.delete(name);
      if (typed && !words.includes(plain(typed))) {
        beside(name, "Somebody changed this box after you. You had typed:", typed, "Put mine after theirs", false);
      }
    }
  }
  for (const [key, lines] of Object.entries(answer.read)) {
    const list = form.querySelector(`[data-read="${CSS.escape(key)}"]`);
    list?.replaceChildren(
      ...lines.map((textContent) => made("li", { textContent })),
    );
  }
  for (const [key, presses] of Object.entries(answer.presses)) {
    const place = form.querySelector(`[data-presses="${CSS.escape(key)}"]`);
    place?.replaceChildren(
      ...presses.map(({ value, label }) =>
        made("button", { className: BUTTON, type: "submit", name: "own", value, textContent: label }),
      ),
    );
  }
  for (const { field, theirs, by } of answer.clashes) {
    beside(field, `Saved by the ${by} while you typed:`, theirs, "Put theirs in the box, before mine", true);
  }
}

function settle(name) {
  refused.delete(name);
  if (looked.delete(name)) document.getElementById(`${name}-theirs`)?.remove();
}

// A second text of a box stands before it. Where it is theirs, saving after seeing it keeps ours.
function beside(name, title, text, offer, theirs) {
  const box = boxOf(name);
  if (!box) return;
  const id = `${name}-${theirs ? "theirs" : "earlier"}`;
  document.getElementById(id)?.remove();
  const part = made("div", { className: "app-theirs-text", id });
  const head = made("p", {});
  head.append(made("strong", { textContent: title }));
  const words = made("p", { className: "app-kept", textContent: text || "(nothing)" });
  const take = made("button", { className: BUTTON, type: "button", textContent: offer });
  take.addEventListener("click", () => {
    if (box.tagName === "SELECT") box.value = text;
    else box.value = theirs ? `${text}\n${box.value}` : `${box.value}\n${text}`;
    if (theirs) decide(name);
    part.remove();
    keep();
    box.focus();
  });
  part.append(head, words, take);
  box.before(part);
}

// Whoever has both texts before them and saves has decided: ours now rests on theirs.
function decide(name) {
  if (looked.has(name)) rest({ [name]: looked.get(name) });
  refused.delete(name);
}

let busy = false;
let out = false; // signed out: Save would lead to a page without the words

// Whoever signed in again has a new mark for forms.
async function known() {
  const page = await (await fetch(form.action)).text();
  const now = new DOMParser().parseFromString(page, "text/html");
  const mark = now.querySelector("[data-live-minutes] [name='csrfmiddlewaretoken']");
  if (!mark) throw new Error("signed out");
  form.elements.csrfmiddlewaretoken.value = mark.value;
}

function lead(href, words) {
  const way = made("a", { className: "app-link", href, textContent: words });
  status.append(way);
  return way;
}

async function save(again = false) {
  if (busy || !(again || unsent().length)) return;
  busy = true;
  const sent = Object.fromEntries(boxes().map((box) => [nameOf(box), box.value]));
  try {
    if (out) await known();
    const response = await fetch(form.action, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: new URLSearchParams(new FormData(form)),
      redirect: "error",
    });
    const kind = response.headers.get("Content-Type") ?? "";
    if (!kind.includes("application/json")) throw new Error("signed out");
    out = false;
    const answer = await response.json();
    if (answer.refused) {
      status.textContent = `Not saved: ${answer.refused} `;
      if (answer.office) {
        keep();
        lead(answer.office, "Choose the office; what you typed comes back");
      }
    } else {
      show(answer, sent);
      keep();
      status.textContent = refused.size
        ? "Somebody changed the same box. Both texts are on the page; press Save when yours is right. Everything else is saved."
        : answer.saved;
    }
  } catch (error) {
    keep();
    out = error.message === "signed out";
    const why = out ? "You may have been signed out." : "There is no connection.";
    status.textContent = `Not saved yet. ${why} What you typed stays here, and is sent as soon as it can be. `;
    if (out) lead(form.action, "Sign in in another tab").target = "_blank";
  } finally {
    busy = false;
  }
}

let soon;

function typed() {
  keep();
  soon ??= setTimeout(() => {
    soon = undefined;
    save();
  }, SOON);
}

let round = 0;

function tick() {
  round += 1;
  restore();
  if (unsaved().length) keep();
  save(round % LOOK_AGAIN === 0 && mine.size > 0 && document.visibilityState === "visible");
}

if (form && status) {
  begin();
  form.addEventListener("input", typed);
  form.addEventListener("toggle", () => keep(), true);
  form.addEventListener("submit", (event) => {
    if (!["ask", "own"].includes(event.submitter?.name)) for (const name of looked.keys()) decide(name);
    keep(); // forgotten when the next page shows it saved
    if (!out) return;
    event.preventDefault();
    save();
  });
  setInterval(tick, EVERY);
  addEventListener("online", () => save());
  document.addEventListener("visibilitychange", () => save());
  addEventListener("pagehide", () => keep(true));
  addEventListener("pageshow", (event) => event.persisted && keep());
  addEventListener("beforeunload", (event) => {
    if (unsaved().some(isPrivate)) event.preventDefault(); // nothing of a private item is kept here
  });
}
