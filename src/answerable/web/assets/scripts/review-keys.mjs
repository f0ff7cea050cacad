// One-key work in the review queue: A accept, E edit, R reject, N next.
// It can be turned off on the page (WCAG 2.1.4); the choice is kept on this device.
const KEPT = "answerable-review-keys";
const board = document.querySelector("[data-review-keys]");
const toggle = document.querySelector("[data-review-keys-toggle]");

// The words that were read come into view in their own panel; the page itself stays where it is.
const here = document.querySelector("mark.app-here");
const panel = here?.closest(".app-document");
if (panel) {
  const down = here.getBoundingClientRect().top - panel.getBoundingClientRect().top;
  panel.scrollTop += down - panel.clientHeight / 3;
}

function kept() {
  try {
    return localStorage.getItem(KEPT) !== "off";
  } catch {
    return true;
  }
}

function keep(on) {
  try {
    localStorage.setItem(KEPT, on ? "on" : "off");
  } catch {
    // Storage is closed to us: the choice lasts as long as the page.
  }
}

function typing(target) {
  return target.closest("textarea, select, [contenteditable], input:not([type=checkbox])") !== null;
}

if (board && toggle) {
  let on = kept();
  toggle.checked = on;
  board.hidden = false;
  toggle.addEventListener("change", () => {
    on = toggle.checked;
    keep(on);
  });
  document.addEventListener("keydown", (event) => {
    if (!on || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const control = document.querySelector(`[data-key="${event.key.toLowerCase()}"]`);
    if (!control) return;
    event.preventDefault();
    if (control.matches("a, button")) control.click();
    else control.querySelector("input, select, textarea")?.focus();
  });
}
