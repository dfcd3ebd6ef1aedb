// Search of a room of files: every passage that holds all the words, in order of pages. The words come as data, and are
// only ever set as text.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const asked = (new URLSearchParams(location.search).get("q") || "").trim();
  const field = document.getElementById("q");
  const found = document.getElementById("found");
  if (!asked || !found || typeof SEARCH_WORDS === "undefined") return;
  field.value = asked;
  const phrases = [...asked.matchAll(/["“]([^"“”]+)["”]|(\S+)/g)]
    .map((one) => (one[1] || one[2]).replace(/\*$/, "").toLowerCase())
    .filter(Boolean);
  const list = document.createElement("ol");
  list.className = "hits";
  const MOST = 500;
  let count = 0;
  for (const page of SEARCH_WORDS) {
    for (const [start, end, text] of page.passages) {
      const lower = text.toLowerCase();
      if (!phrases.every((phrase) => lower.includes(phrase))) continue;
      count += 1;
      if (count > MOST) continue;
      const at = Math.max(0, lower.indexOf(phrases[0]) - 200);
      const item = document.createElement("li");
      const words = document.createElement("p");
      const link = document.createElement("a");
      link.className = "quiet words";
      link.dir = "auto";
      link.href = `pages/${page.id}.html#w-${start}-${end}`;
      link.textContent = (at ? "… " : "") + text.slice(at, at + 400) + (at + 400 < text.length ? " …" : "");
      words.append(link);
      const where = document.createElement("p");
      where.className = "where";
      where.textContent = `${page.title} · ${page.from}`;
      item.append(words, where);
      list.append(item);
    }
  }
  const told = document.createElement("p");
  told.className = "lede";
  told.textContent = count ? `${count} passages${count > MOST ? `, the first ${MOST} here` : ""}` : "No passage holds all of these words.";
  found.className = "";
  found.replaceChildren(told, list);
});
