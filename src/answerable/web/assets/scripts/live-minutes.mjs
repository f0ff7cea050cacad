// Live minutes: saved every few seconds. Without this file the Save button does the same.
// Text that the server has not acknowledged is kept in this browser, except of items in private.
const EVERY = 4000;
const form = document.querySelector("[data-live-minutes]");
const status = document.querySelector("[data-live-status]");
const KEPT = `answerable-minutes:${location.pathname}`;

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

function store(value) {
  try {
    if (value) localStorage.setItem(KEPT, JSON.stringify(value));
    else localStorage.removeItem(KEPT);
    return true;
  } catch {
    return false; // storage is closed to us: the page still holds the words
  }
}

function stored() {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? "null");
  } catch {
    return null;
  }
}

const acknowledged = new Map(boxes().map((box) => [nameOf(box), plain(box.value)]));
const unsaved = () =>
  boxes().filter((box) => plain(box.value) !== acknowledged.get(nameOf(box)));

function keep() {
  const words = {};
  for (const box of unsaved()) if (!isPrivate(box)) words[nameOf(box)] = box.value;
  store(Object.keys(words).length ? { shown: form.elements.shown.value, words } : null);
}

function restore() {
  const kept = stored();
  if (!kept) return;
  let count = 0;
  for (const [name, words] of Object.entries(kept.words)) {
    const box = boxOf(name);
    if (box && plain(box.value) !== plain(words) && !isPrivate(box)) {
      box.value = words;
      count += 1;
    }
  }
  if (count) {
    // What was typed rested on the older page: the server then shows both texts where they differ.
    form.elements.shown.value = kept.shown;
    status.textContent = "Words that were not saved last time are back in their boxes.";
  } else store(null);
}

function show(answer, sent) {
  form.elements.shown.value = JSON.stringify(answer.shown);
  const clashing = new Set(answer.clashes.map((clash) => clash.field));
  for (const [name, words] of Object.entries(sent)) {
    if (!clashing.has(name)) acknowledged.set(name, plain(words));
  }
  for (const [name, words] of Object.entries(answer.others)) {
    const box = boxOf(name);
    if (box && plain(box.value) === plain(sent[name] ?? "")) {
      box.value = words;
      acknowledged.set(name, plain(words));
    }
  }
  for (const [key, lines] of Object.entries(answer.read)) {
    const list = form.querySelector(`[data-read="${CSS.escape(key)}"]`);
    list?.replaceChildren(
      ...lines.map((words) => {
        const line = document.createElement("li");
        line.textContent = words;
        return line;
      }),
    );
  }
  for (const clash of answer.clashes) conflict(clash);
}

// Both texts stand on the page; saving again, after seeing theirs, keeps yours.
function conflict({ field, theirs, by }) {
  const box = boxOf(field);
  const id = `${field}-theirs`;
  if (!box || document.getElementById(id)) return;
  const part = document.createElement("div");
  part.className = "app-theirs-text";
  part.id = id;
  const head = document.createElement("p");
  const bold = document.createElement("strong");
  bold.textContent = `Saved by the ${by} while you typed:`;
  head.append(bold);
  const words = document.createElement("p");
  words.className = "app-kept";
  words.textContent = theirs || "(nothing)";
  const take = document.createElement("button");
  take.type = "button";
  take.className = "govuk-button govuk-button--secondary";
  take.textContent = "Put theirs in the box, before mine";
  take.addEventListener("click", () => {
    box.value = `${theirs}\n${box.value}`;
    part.remove();
    box.focus();
  });
  part.append(head, words, take);
  box.before(part);
}

let busy = false;
let paused = false;

async function save() {
  if (busy || paused || !unsaved().length) return;
  busy = true;
  const sent = Object.fromEntries(boxes().map((box) => [nameOf(box), box.value]));
  try {
    const response = await fetch(form.action, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: new URLSearchParams(new FormData(form)),
      redirect: "error",
    });
    const kind = response.headers.get("Content-Type") ?? "";
    if (!kind.includes("application/json")) throw new Error("signed out");
    const answer = await response.json();
    if (answer.refused) {
      status.textContent = `Not saved: ${answer.refused} `;
      if (answer.office) {
        keep();
        const choose = document.createElement("a");
        choose.className = "app-link";
        choose.href = answer.office;
        choose.textContent = "Choose the office; what you typed comes back";
        status.append(choose);
      }
    } else {
      show(answer, sent);
      keep();
      const clashes = answer.clashes.length;
      paused = clashes > 0;
      status.textContent = clashes
        ? "Somebody changed the same box. Both texts are on the page; press Save when yours is right. Everything else is saved."
        : answer.saved;
    }
  } catch (error) {
    keep();
    const why =
      error.message === "signed out"
        ? "You may have been signed out: sign in again in another tab."
        : "There is no connection.";
    status.textContent = `Not saved yet. ${why} What you typed stays here, and is sent as soon as it can be.`;
  } finally {
    busy = false;
  }
}

if (form && status) {
  restore();
  form.addEventListener("input", keep);
  form.addEventListener("toggle", keep, true);
  form.addEventListener("submit", keep); // forgotten when the next page shows it saved
  setInterval(save, EVERY);
  addEventListener("online", save);
  document.addEventListener("visibilitychange", save);
  addEventListener("beforeunload", (event) => {
    if (unsaved().some(isPrivate)) event.preventDefault(); // nothing of a private item is kept here
  });
}
