// A long form keeps its draft by itself every few seconds. Without this file its button does it.
// Words of a colleague come into boxes that stand as they were sent; in the same box both decide.
const EVERY = 5000;
const form = document.querySelector("[data-keep]");
const said = form.querySelector("[data-kept]");
const boxes = () => [...form.querySelectorAll("[name^='answer-'], [name^='text-']")];
const words = () => Object.fromEntries(boxes().map((box) => [box.name, box.value]));
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
let kept = words();
let clash = false;

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
  const body = new FormData(form);
  body.set("do", "keep");
  let answer;
  try {
    answer = await fetch(form.action, { method: "POST", body });
    clash = answer.status === 409;
    if (answer.ok) take(new DOMParser().parseFromString(await answer.text(), "text/html"), sent);
  } catch {
    answer = undefined;
  }
  said.textContent = said.dataset[clash ? "clash" : answer?.ok ? "done" : "not"];
}

setInterval(keep, EVERY);
