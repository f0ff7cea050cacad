// Printing a page of a long list prints the whole list. The page works without this file: it then
// prints the rows that it shows, and says under which address all of them stand.
const whole = document.querySelector("[data-print-all]");
const parts = ["[data-printed]", "#rows"];
let shown = [];

function fetched() {
  const asked = new XMLHttpRequest();
  asked.open("GET", whole.href, false); // the printer waits for nobody, so this must
  asked.send();
  return asked.status === 200 ? new DOMParser().parseFromString(asked.responseText, "text/html") : null;
}

addEventListener("beforeprint", () => {
  const all = fetched();
  if (!all) return;
  for (const part of parts) {
    const here = document.querySelector(part);
    const there = all.querySelector(part);
    if (!here || !there) continue;
    const instead = document.adoptNode(there);
    here.replaceWith(instead);
    shown.push([here, instead]);
  }
});
addEventListener("afterprint", () => {
  for (const [here, instead] of shown) instead.replaceWith(here);
  shown = [];
});
