// The search of a mirror: looks words up in the files of the index that lies beside the pages.
// Facts in which all words stand, or begin so; whole words first, then the latest.
const place = document.querySelector("[data-search-index]");
const MOST = 25;
const MOST_WORDS = 8;
const THOUSAND = 1000;
const kept = new Map();

function plain(text) {
  const folded = text.replace(/['\u2019\u02bc\u00ad]/g, "").normalize("NFKD").toLowerCase();
  return folded.replace(/\p{M}/gu, "").split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

async function file(name) {
  if (!kept.has(name)) {
    const answer = await fetch(`${place.dataset.searchIndex}${name}`);
    kept.set(name, answer.ok ? await answer.json() : {});
  }
  return kept.get(name);
}

// Number of a fact -> 0 where the word stands whole, 1 where one begins so.
async function holding(word) {
  const found = new Map();
  const held = await file(`words/${encodeURIComponent(word.slice(0, 2))}.json`);
  for (const [other, numbers] of Object.entries(held)) {
    if (!other.startsWith(word)) continue;
    const fit = other === word ? 0 : 1;
    for (const number of numbers) found.set(number, Math.min(fit, found.get(number) ?? 1));
  }
  return found;
}

async function search(query) {
  const words = plain(query).slice(0, MOST_WORDS);
  const sets = await Promise.all(words.map(holding));
  if (!sets.length) return [];
  const [first, ...others] = sets;
  return [...first.keys()]
    .filter((number) => others.every((other) => other.has(number)))
    .map((number) => [sets.reduce((sum, set) => sum + set.get(number), 0), number])
    .sort((a, b) => a[0] - b[0] || b[1] - a[1])
    .map(([, number]) => number);
}

function line([title, address, words, body]) {
  const item = document.createElement("li");
  item.className = "app-rows__item";
  const heading = document.createElement("h2");
  heading.className = "app-rows__title";
  const link = document.createElement("a");
  link.className = "app-link";
  link.href = address;
  link.textContent = title;
  heading.append(link);
  const told = document.createElement("p");
  told.textContent = words;
  const note = document.createElement("p");
  note.className = "app-small";
  note.textContent = body;
  item.append(heading, told, note);
  return item;
}

async function show(query) {
  const said = place.querySelector("[data-search-said]");
  const list = place.querySelector("[data-search-found]");
  const numbers = await search(query);
  const lines = [];
  for (const number of numbers.slice(0, MOST)) {
    const part = await file(`facts/${Math.floor(number / THOUSAND)}.json`);
    lines.push(line(part[number]));
  }
  const count = numbers.length;
  const some = count > MOST ? ` The first ${MOST} are shown: more words find fewer.` : "";
  const many = count === 1 ? "1 result" : `${count || "Nothing"}${count ? " results" : ""}`;
  said.textContent = `${many} found for \u201c${query}\u201d.${some}`;
  list.replaceChildren(...lines);
}

if (place) {
  const box = place.querySelector("input[type=search]");
  const asked = new URLSearchParams(location.search).get("q")?.slice(0, 200) ?? "";
  box.value = asked;
  if (asked) show(asked);
}
