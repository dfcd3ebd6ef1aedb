// The reading room's one script. Everything works without it; this makes it quicker:
// theme, keys (j k Enter o / ? g), marks that can be switched and lit, filters that apply on change.
"use strict";

(() => {
  const root = document.documentElement;
  const stored = (name) => {
    try { return localStorage.getItem(name); } catch { return null; }
  };
  const store = (name, value) => {
    try { localStorage.setItem(name, value); } catch { /* a private window: not kept */ }
  };

  const theme = stored("theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  root.classList.add("quick");

  const isDark = () =>
    (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";

  function switchTheme(button) {
    const say = () => {
      button.setAttribute("aria-pressed", String(isDark()));
      button.textContent = isDark() ? "Light" : "Dark";
      button.setAttribute("aria-label", isDark() ? "Switch to light" : "Switch to dark");
    };
    button.hidden = false;
    say();
    button.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      store("theme", root.dataset.theme);
      say();
    });
  }

  // Records in the order they are read.
  let current = null;

  const records = () =>
    [...document.querySelectorAll("[data-record]")].filter((one) => one.offsetParent !== null);

  function light(ids) {
    for (const seg of document.querySelectorAll(".seg.lit")) seg.classList.remove("lit");
    if (!ids.length) return;
    for (const seg of document.querySelectorAll(".seg[data-ids]")) {
      if (seg.dataset.ids.split(" ").some((id) => ids.includes(id))) seg.classList.add("lit");
    }
  }

  function letGo() {
    if (!current) return;
    current.classList.remove("current");
    if (current.matches("details.card")) current.open = false;
    current = null;
    light([]);
  }

  function take(record) {
    letGo();
    current = record;
    record.classList.add("current");
    if (record.matches("details.card")) record.open = true;
    light([record.dataset.record]);
    const focus = record.matches("details") ? record.querySelector("summary") : record.querySelector("a");
    if (focus) focus.focus({ preventScroll: true });
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    record.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  }

  function move(by) {
    const all = records();
    if (!all.length) return;
    const at = current ? all.indexOf(current) : by > 0 ? -1 : all.length;
    const next = all[Math.min(all.length - 1, Math.max(0, at + by))];
    if (next !== current) take(next);
  }

  // What a key opens: the record itself, or its words in the original, else in the page.
  function open(...selectors) {
    const within = current || document;
    const link = selectors.map((one) => within.querySelector(one)).find(Boolean);
    const address = link ? link.getAttribute("href") : current && !selectors.length && current.dataset.open;
    if (address) location.assign(address);
    return Boolean(address);
  }

  let going = false;

  function key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const within = event.target;
    const help = document.getElementById("help");
    if (event.key === "Escape") {
      if (within.matches("input, select, textarea")) within.blur();
      letGo();
      return;
    }
    if (within.matches("input:not([type=checkbox]), select, textarea") || help.open) return;
    if (going) {
      going = false;
      const place = /^[a-z]$/.test(event.key) && document.querySelector(`[data-go="${event.key}"]`);
      if (place) location.assign(place.href);
      return;
    }
    switch (event.key) {
      case "j": move(1); break;
      case "k": move(-1); break;
      case "o": open("a[data-original]", ".where a", "a[href^='/pages/'], a[href*='pages/p-']"); break;
      case "g": going = true; setTimeout(() => { going = false; }, 1200); break;
      case "/": document.getElementById("q").focus(); break;
      case "?": help.showModal(); break;
      case "Enter":
        if (current && (within === document.body || within.matches("summary"))) { open(); break; }
        return;
      default: return;
    }
    event.preventDefault();
  }

  // Marks on a page.
  function switches(form) {
    const text = document.getElementById("text");
    form.addEventListener("change", (event) => {
      const kind = event.target.dataset.kind;
      text.classList.toggle(`hide-${kind}`, !event.target.checked);
      const address = new URL(location.href);
      address.searchParams.delete("hide");
      for (const box of form.querySelectorAll("input:not(:checked)")) address.searchParams.append("hide", box.dataset.kind);
      history.replaceState(null, "", address);
    });
    text.addEventListener("click", (event) => {
      const seg = event.target.closest(".seg[data-ids]");
      if (!seg || String(getSelection())) return;
      const ids = seg.dataset.ids.split(" ");
      const card = ids.map((id) => document.getElementById(`card-${id}`)).filter((one) => one && one.matches("details")).pop();
      if (card) take(card);
      else light(ids);
    });
    text.addEventListener("toggle", (event) => {
      const card = event.target;
      if (!card.matches("details.card") || !card.open) return;
      // An open card lies over the margin: one at a time, or they would hide one another.
      for (const other of text.querySelectorAll("details.card[open]")) if (other !== card) other.open = false;
      if (card !== current) light([card.dataset.record]);
    }, true);
    for (const chip of text.querySelectorAll("[data-chip]")) {
      chip.addEventListener("mouseenter", () => light([chip.dataset.chip]));
      chip.addEventListener("focus", () => light([chip.dataset.chip]));
      chip.addEventListener("mouseleave", () => light(current ? [current.dataset.record] : []));
    }
  }

  // In a room of files the address ends with the span to be lit: #w-START-END of the text, #b-START-END of the bytes.
  function point() {
    const span = /^#[wb]-(\d+)-(\d+)$/.exec(location.hash);
    for (const seg of document.querySelectorAll(".seg.here[data-at]")) seg.classList.remove("here");
    if (!span) return;
    const [start, end] = [Number(span[1]), Number(span[2])];
    for (const seg of document.querySelectorAll(".seg[data-at]")) {
      const at = Number(seg.dataset.at);
      if (start <= at && at < end) {
        seg.classList.add("here");
        const folded = seg.closest("details.furniture");
        if (folded) folded.open = true;
      }
    }
    const anchor = document.getElementById(location.hash.slice(1));
    if (anchor) anchor.scrollIntoView({ block: "center" });
  }

  // A button that copies the text of the element it names, and says whether it did.
  function offerCopy(button) {
    const label = button.textContent;
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
        button.textContent = "Copied";
      } catch {
        button.textContent = "Not copied: select the words";
      }
      setTimeout(() => { button.textContent = label; }, 2000);
    });
  }

  // A button after the link of an SVG that makes a PNG of it, twice as large: the browser draws it, nothing is sent.
  function offerPicture(button) {
    const link = button.previousElementSibling;
    const label = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        const drawn = new Image();
        drawn.src = link.href;
        await drawn.decode();
        const canvas = document.createElement("canvas");
        [canvas.width, canvas.height] = [drawn.naturalWidth * 2, drawn.naturalHeight * 2];
        canvas.getContext("2d").drawImage(drawn, 0, 0, canvas.width, canvas.height);
        const picture = await new Promise((done) => { canvas.toBlob(done, "image/png"); });
        const taken = document.createElement("a");
        taken.href = URL.createObjectURL(picture);
        taken.download = new URL(link.href).pathname.split("/").pop().replace(/\.svg$/, ".png");
        taken.click();
        setTimeout(() => URL.revokeObjectURL(taken.href), 10000);
      } catch {
        button.textContent = "Not drawn: take the SVG";
        setTimeout(() => { button.textContent = label; }, 3000);
      }
    });
  }

  // On a phone the filters fold away, unless some are set.
  const narrow = matchMedia("(max-width: 40rem)");

  function fold() {
    for (const one of document.querySelectorAll("details.fold")) {
      one.open = !narrow.matches || one.hasAttribute("data-set");
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    fold();
    point();
    addEventListener("hashchange", point);
    narrow.addEventListener("change", fold);
    const button = document.getElementById("theme");
    if (button) switchTheme(button);
    for (const one of document.querySelectorAll("[data-copy]")) offerCopy(one);
    for (const one of document.querySelectorAll("[data-png]")) offerPicture(one);
    const form = document.getElementById("switches");
    if (form) switches(form);
    // On a phone the views are a row that scrolls: show where we are in it.
    const here = document.querySelector(".rail [aria-current]");
    if (here) here.closest(".rail").scrollLeft = here.offsetLeft - 16;
    for (const hint of document.querySelectorAll(".keys-hint")) hint.hidden = false;
    for (const filters of document.querySelectorAll("form.filters")) {
      filters.addEventListener("change", (event) => {
        if (event.target.matches("select, input[type=checkbox]")) filters.requestSubmit();
      });
      // Empty fields stay out of the address.
      filters.addEventListener("formdata", (event) => {
        for (const [name, value] of [...event.formData]) if (!value) event.formData.delete(name);
      });
    }
    document.addEventListener("keydown", key);
  });
})();
