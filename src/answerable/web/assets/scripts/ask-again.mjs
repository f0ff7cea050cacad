// A page that says how far something is asks again by itself. Without this file it is loaded anew
// every few seconds; with it, one answer that fails, or a tab that slept, does not end the asking.
const SAID = "[data-ask-again]";
const seconds = () => Number(document.querySelector(SAID)?.dataset.askAgain ?? 0);
let timer = 0;

function later() {
  clearTimeout(timer);
  if (seconds()) timer = setTimeout(ask, seconds() * 1000);
}

// What failed is said where the page says that it asks; the next answer takes it away.
function silent() {
  const said = document.querySelector(SAID);
  said.textContent = said.dataset.silent;
  later();
}

async function ask() {
  let answer;
  try {
    answer = await fetch(location.href, { cache: "no-store" });
    if (answer.status >= 500) return silent();
    if (answer.redirected) return location.replace(answer.url);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!answer.ok || !page.querySelector(SAID)) return location.reload();
    document.querySelector("main").replaceWith(page.querySelector("main"));
    document.title = page.title;
  } catch {
    return silent();
  }
  later();
}

const atOnce = () => !document.hidden && seconds() && ask();
document.addEventListener("visibilitychange", atOnce);
addEventListener("pageshow", (event) => event.persisted && atOnce());
later();
