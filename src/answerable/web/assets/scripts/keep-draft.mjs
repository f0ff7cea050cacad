// A long form keeps its draft by itself every few seconds. Without this file its button does it.
// Words of a colleague come into boxes that stand as they were sent; in the same box both decide.
const EVERY = 5000;
const form = document.querySelector("[data-keep]");
const said = form.querySelector("[data-kept]");
const boxes = () => [...form.querySelectorAll("[name^='answer-'], [name^='text-'], [name^='on-']")];
const words = () => Object.fromEntries(boxes().map((box) => [box.name, box.value]));
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
let kept = words();
let clash = false;
let out = false; // signed out: what comes back is not this page

const parsed = (text) => new DOMParser().parseFromString(text, "text/html");

// Whoever signed in again has a new mark for forms.
async function known() {
  const page = parsed(await (await fetch(form.action)).text());
  const mark = page.querySelector("[data-keep] [name='csrfmiddlewaretoken']");
  out = !mark;
  if (mark) form.elements.csrfmiddlewaretoken.value = mark.value;
}

function take(page, sent) {
  const theirs = page.querySelector("[data-keep]").elements;
  const rests = JSON.parse(form.elements.shown.value);
  const now = JSON.parse(theirs.shown.value);
  for (const box of boxes()) {
    const held = theirs[box.name]?.value;
    if (held === undefined) continue;
    if (held !== sent[box.name] && box.value !== sent[box.name]) continue; // rests on what it did
    if (held !== sent[box.name]) box.value = held;
    rests[box.name] = now[box.name];
    sent[box.name] = held;
  }
  form.elements.shown.value = JSON.stringify(rests);
  kept = sent;
}

async function keep() {
  const sent = words();
  if (clash || same(sent, kept)) return;
  let how = "not";
  try {
    if (out) await known();
    if (!out) how = await send(sent);
    if (out) how = "out";
  } catch {
    how = "not";
  }
  said.textContent = said.dataset[how];
  if (how === "out") lead(said.dataset.signIn);
}

async function send(sent) {
  const body = new FormData(form);
  body.set("do", "keep");
  const answer = await fetch(form.action, { method: "POST", body });
  clash = answer.status === 409;
  if (clash) return "clash";
  const page = answer.status < 500 && parsed(await answer.text());
  out = page && !page.querySelector("[data-keep]");
  if (!answer.ok || out) return "not";
  take(page, sent);
  return "done";
}

function lead(words) {
  const way = document.createElement("a");
  way.className = "app-link";
  way.href = form.action;
  way.target = "_blank";
  way.textContent = words;
  said.append(" ", way);
}

setInterval(keep, EVERY);
