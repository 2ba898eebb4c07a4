// The console's script: keys, selection, and putting a text's newer state in the place of the older. Everything it does can be done by the forms as well.
const token = document.body.dataset.proof;
const units = document.getElementById("units");
const said = document.getElementById("said");
const kinds = { 1: "person", 2: "place", 3: "office", 4: "organisation", 5: "role", 6: "age", 7: "tenure", 8: "event-date", 9: "event", 0: "" };
let keysOn = document.body.dataset.keys === "on";
let sending = Promise.resolve(); // one write after the other, in the order of the keys
let costTimer = 0;

function say(words, isError = false) {
  said.textContent = words;
  said.classList.toggle("error", isError);
}

async function read(response) {
  const text = await response.text();
  if (!response.ok) {
    throw new Error(text.trim() || "The console did not answer.");
  }
  return text;
}

/** Sends a write; the answer comes after it is on the disk. */
async function send(address, fields) {
  const body = new URLSearchParams({ proof: token, ...(units ? { show: units.dataset.show } : {}), ...fields });
  const response = await fetch(address, { method: "POST", body, headers: { Accept: "application/json" }, redirect: "error" });
  return JSON.parse(await read(response));
}

function parse(html) {
  return new DOMParser().parseFromString(html, "text/html");
}

// ---- findings -------------------------------------------------------------------------------

const allFindings = () => [...document.querySelectorAll("li.finding")];
const current = () => document.querySelector("li.finding[aria-current]");
const isOpen = (item) => item.matches(".hold, .mask, .fact, .near");
const unitOf = (element) => element?.closest("section.unit");

function mark(item, focus = true) {
  for (const old of document.querySelectorAll("[aria-current=true].finding, mark.current")) {
    old.removeAttribute("aria-current");
    old.classList.remove("current");
  }
  if (!item) {
    return;
  }
  item.setAttribute("aria-current", "true");
  const unit = unitOf(item);
  const marks = unit.querySelectorAll(`mark[data-finding="${item.dataset.finding}"]`);
  for (const one of marks) {
    one.classList.add("current");
  }
  if (focus) {
    item.focus({ preventScroll: true });
  }
  reveal(item);
  if (marks.length > 0) {
    reveal(marks[0]);
  }
  clearTimeout(costTimer);
  costTimer = setTimeout(() => showCost(item), 120);
}

/** Scrolls as little as is needed, within its pane and on the page. */
function reveal(element) {
  element.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function step(by) {
  const items = allFindings();
  if (items.length === 0) {
    say("Nothing to decide on this screen.");
    return;
  }
  const at = items.indexOf(current());
  const next = at < 0 ? (by > 0 ? 0 : items.length - 1) : at + by;
  if (next < 0 || next >= items.length) {
    const turner = document.querySelector(by > 0 ? ".turner a[rel=next], #next-thread" : ".turner a[rel=prev]");
    say(by > 0 ? (turner ? "The last finding here. Enter goes on." : "The last finding.") : "The first finding.");
    turner?.focus();
    return;
  }
  mark(items[next]);
}

/** The next open finding after a place in the list, else the one before; null where all is decided. */
function nextOpen(from) {
  const items = allFindings();
  return items.slice(from).find(isOpen) ?? null;
}

async function showCost(item) {
  const slot = item.querySelector("[data-cost]");
  if (!slot || slot.textContent || !item.isConnected) {
    return;
  }
  const form = new FormData(item.querySelector("form"));
  try {
    slot.textContent = (await read(await fetch(`/cost/${form.get("unit")}?field=${form.get("field")}&start=${form.get("start")}&length=${form.get("length")}`))).trim();
  } catch {
    // a count that does not come is no fault of the decision
  }
}

/** Puts a text's newer state in the place of the older. */
function swap(answer, keepAt) {
  if (answer.html && answer.unit) {
    const old = document.getElementById("u-" + answer.unit);
    const fresh = parse(answer.html).querySelector("section.unit");
    if (old && fresh) {
      const tops = [...old.querySelectorAll(".pane, .found")].map((pane) => pane.scrollTop);
      old.replaceWith(document.adoptNode(fresh));
      [...document.getElementById("u-" + answer.unit).querySelectorAll(".pane, .found")].forEach((pane, index) => { pane.scrollTop = tops[index] ?? 0; });
    } else if (!old) {
      say(answer.said + " It is in a text that is not on this screen.");
      return;
    }
  }
  if (keepAt !== undefined) {
    const open = nextOpen(keepAt) ?? nextOpen(0);
    mark(open ?? allFindings()[Math.min(keepAt, allFindings().length - 1)]);
    if (!open) {
      say(said.textContent + " Nothing is left to decide on this screen.");
      document.querySelector(".turner a[rel=next], #next-thread")?.focus();
    }
  }
}

/** Loads the screen anew where other texts may have changed too. */
async function refresh() {
  const page = parse(await read(await fetch(location.href)));
  const fresh = page.getElementById("units");
  if (units && fresh) {
    units.replaceChildren(...document.adoptNode(fresh).childNodes);
    document.getElementById("sum")?.replaceWith(document.adoptNode(page.getElementById("sum")));
    document.querySelector(".turner")?.replaceWith(document.adoptNode(page.querySelector(".turner")));
  }
}

function write(address, fields, keepAt) {
  sending = sending.then(async () => {
    try {
      const answer = await send(address, fields);
      if (answer.wide && units) {
        await refresh();
        say(answer.said);
        const back = answer.unit && document.getElementById("u-" + answer.unit);
        swap({}, keepAt ?? (back ? allFindings().findIndex((item) => unitOf(item) === back) : 0));
      } else {
        say(answer.said);
        swap(answer, keepAt);
      }
      return answer;
    } catch (error) {
      say(error.message, true);
      return null;
    }
  });
  return sending;
}

function decide(what, more = {}) {
  const item = current();
  if (!item) {
    step(1);
    return;
  }
  const fields = Object.fromEntries(new FormData(item.querySelector("form")));
  write("/decide", { ...fields, as: "", scope: "place", do: what, ...more }, allFindings().indexOf(item));
}

// ---- words chosen by hand -------------------------------------------------------------------

/** Where a point of the document lies in the source: the offset of its stretch, and how far into it. */
function offset(words, node, at) {
  let place = 0;
  const walk = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode;
    const start = Number(text.parentElement.dataset.start);
    if (text === node) {
      return start + at;
    }
    if (node.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING && !node.contains(text)) {
      return place;
    }
    if (node.contains(text) && [...node.childNodes].slice(at).some((child) => child === text || child.contains(text))) {
      return start;
    }
    place = start + text.data.length;
  }
  return place;
}

function chosen() {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) {
    return null;
  }
  const range = selection.getRangeAt(0);
  const words = (range.commonAncestorContainer.nodeType === 1 ? range.commonAncestorContainer : range.commonAncestorContainer.parentElement)?.closest(".original .words");
  if (!words) {
    return null;
  }
  let start = offset(words, range.startContainer, range.startOffset);
  let end = offset(words, range.endContainer, range.endOffset);
  const text = words.textContent;
  while (start < end && /\s/.test(text[start])) { start++; }
  while (end > start && /\s/.test(text[end - 1])) { end--; }
  return end > start ? { unit: unitOf(words).dataset.unit, field: words.dataset.field, start, length: end - start, words: text.slice(start, end) } : null;
}

function takeOut(kind) {
  const place = chosen();
  if (!place) {
    return false;
  }
  getSelection().removeAllRanges();
  const items = allFindings();
  const at = items.findIndex((item) => unitOf(item).dataset.unit === place.unit);
  leaveWords();
  write("/decide", { ...place, kind: kind ?? "", do: "redact", scope: "place" }).then((answer) => {
    const found = answer && [...document.querySelectorAll(`#u-${place.unit} li.finding`)].find((item) => item.querySelector("[name=start]").value === String(place.start));
    mark(found ?? allFindings()[Math.max(0, at)]);
  });
  return true;
}

let choosing = null;

function enterWords() {
  const unit = unitOf(current()) ?? document.querySelector("section.unit");
  const words = unit?.querySelector(".original .words[data-field=body]");
  if (!words) {
    return;
  }
  const text = words.textContent;
  const from = current()?.querySelector("[name=field]")?.value === "body" && unitOf(current()) === unit ? Number(current().querySelector("[name=start]").value) : 0;
  const stretches = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.@-]*/gu)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  if (stretches.length === 0) {
    return;
  }
  const first = Math.max(0, stretches.findIndex((word) => word.end > from));
  choosing = { words, stretches, anchor: first, head: first };
  words.closest(".pane").focus({ preventScroll: true });
  words.closest(".pane").classList.add("choosing");
  select();
  say("Choosing words: arrows move, with Shift they extend; y or a digit takes them out, Esc ends.");
}

function leaveWords() {
  if (choosing) {
    choosing.words.closest(".pane")?.classList.remove("choosing");
    choosing = null;
    getSelection().removeAllRanges();
  }
}

function point(words, position) {
  const walk = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const start = Number(walk.currentNode.parentElement.dataset.start);
    if (position <= start + walk.currentNode.data.length) {
      return [walk.currentNode, position - start];
    }
  }
  return [words, words.childNodes.length];
}

function select() {
  const { words, stretches, anchor, head } = choosing;
  const start = stretches[Math.min(anchor, head)].start;
  const end = stretches[Math.max(anchor, head)].end;
  getSelection().setBaseAndExtent(...point(words, start), ...point(words, end));
  const box = getSelection().getRangeAt(0).getBoundingClientRect();
  const pane = words.closest(".pane");
  const frame = pane.getBoundingClientRect();
  if (box.top < frame.top || box.bottom > frame.bottom) {
    pane.scrollTop += box.top - frame.top - frame.height / 3;
  }
}

function chooseKey(event) {
  const lines = { ArrowUp: -8, ArrowDown: 8, ArrowLeft: -1, ArrowRight: 1, Home: -1e9, End: 1e9 };
  if (event.key in lines) {
    choosing.head = Math.min(choosing.stretches.length - 1, Math.max(0, choosing.head + lines[event.key]));
    if (!event.shiftKey) {
      choosing.anchor = choosing.head;
    }
    select();
    return true;
  }
  if (event.key === "Escape" || event.key === "v") {
    leaveWords();
    say("");
    return true;
  }
  return false;
}

// ---- sheets: a page shown as a dialog ---------------------------------------------------------

let sheet = null;

async function openSheet(address) {
  const back = document.activeElement;
  const before = said.textContent;
  say("Looking…");
  try {
    const page = parse(await read(await fetch(address)));
    const content = page.querySelector(".sheet");
    say(before);
    sheet?.remove();
    sheet = document.createElement("dialog");
    sheet.className = "over";
    sheet.append(document.adoptNode(content));
    const close = document.createElement("button");
    close.type = "button";
    close.className = "close quiet";
    close.textContent = "Close";
    close.addEventListener("click", () => sheet.close());
    sheet.append(close);
    const title = sheet.querySelector("h1");
    title.id = "sheet-title";
    sheet.setAttribute("aria-labelledby", "sheet-title");
    sheet.addEventListener("close", () => { sheet?.remove(); sheet = null; back?.isConnected && back.focus({ preventScroll: true }); });
    document.body.append(sheet);
    sheet.showModal();
    (sheet.querySelector("[autofocus]") ?? sheet.querySelector("button, input, a"))?.focus();
  } catch (error) {
    say(error.message, true);
  }
}

function placeOf(item) {
  const form = new FormData(item.querySelector("form"));
  return new URLSearchParams({ unit: form.get("unit"), field: form.get("field"), start: form.get("start"), length: form.get("length"), kind: form.get("kind") ?? "" });
}

function withCurrent(act) {
  const item = current();
  if (item) {
    act(item);
  } else {
    step(1);
  }
}

// ---- keys -----------------------------------------------------------------------------------

function nextUnit(by) {
  const all = [...document.querySelectorAll("section.unit")];
  const at = all.indexOf(unitOf(document.activeElement) ?? unitOf(current()));
  const target = all[Math.min(all.length - 1, Math.max(0, at + by))];
  if (target) {
    const first = target.querySelector("li.finding");
    mark(first, !!first);
    if (!first) {
      target.querySelector(".original").focus({ preventScroll: true });
    }
    target.scrollIntoView({ block: "start" });
  }
}

function rows(by) {
  const links = [...document.querySelectorAll("[data-row] a:first-of-type")].filter((link, index, all) => all.findIndex((other) => other.closest("[data-row]") === link.closest("[data-row]")) === index);
  const at = links.findIndex((link) => link.closest("[data-row]").contains(document.activeElement));
  links[Math.min(links.length - 1, Math.max(0, at + by))]?.focus();
}

const screenKeys = {
  j: () => step(1),
  k: () => step(-1),
  y: () => takeOut(null) || decide("redact"),
  n: () => decide("keep"),
  a: () => decide("redact", { scope: "text" }),
  t: () => decide("redact", { scope: "thread" }),
  A: () => withCurrent((item) => openSheet("/rehearse?do=redact&" + placeOf(item))),
  N: () => withCurrent((item) => openSheet("/rehearse?do=keep&" + placeOf(item))),
  g: () => withCurrent((item) => openSheet("/ladder?" + placeOf(item))),
  e: () => withCurrent((item) => {
    item.querySelector("details").open = true;
    item.querySelector("[name=as]").focus();
  }),
  o: () => {
    const unit = unitOf(current()) ?? unitOf(document.activeElement);
    if (unit) {
      const at = allFindings().findIndex((item) => unitOf(item) === unit);
      const count = unit.querySelectorAll("li.finding").length;
      write("/accept", { unit: unit.dataset.unit }, Math.max(0, at) + count);
    }
  },
  u: () => write("/undo", { unit: unitOf(current())?.dataset.unit ?? "" }).then((answer) => {
    const first = answer?.unit && document.querySelector(`#u-${answer.unit} li.finding`);
    if (first) {
      mark([...document.querySelectorAll(`#u-${answer.unit} li.finding`)].find(isOpen) ?? first);
    }
  }),
  v: () => enterWords(),
  f: () => { const unit = unitOf(current()) ?? unitOf(document.activeElement); if (unit) { location.assign("/history/" + unit.dataset.unit); } },
  i: () => { const unit = unitOf(current()) ?? unitOf(document.activeElement); if (unit) { location.assign("/writer/" + unit.dataset.unit); } },
  w: () => { location.assign("/next?after=" + location.pathname.split("/")[2]); },
  "]": () => nextUnit(1),
  "[": () => nextUnit(-1),
};

const listKeys = {
  w: () => { location.assign("/next"); },
  j: () => rows(1),
  k: () => rows(-1),
  A: () => document.activeElement.closest("[data-row]")?.querySelector("[data-act=redact]")?.click(),
  N: () => document.activeElement.closest("[data-row]")?.querySelector("[data-act=keep]")?.click(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || !keysOn) {
    return;
  }
  const target = event.target;
  if (sheet && /^[1-9]$/.test(event.key) && !target.closest("input")) {
    sheet.querySelectorAll("[data-rung]")[Number(event.key) - 1]?.click();
    return;
  }
  if (target.closest("input:not([type=checkbox], [type=radio]), textarea, select, dialog") || target.isContentEditable) {
    if (event.key === "Escape" && target.closest("li.finding")) {
      mark(target.closest("li.finding"));
    }
    return;
  }
  let act = null;
  if (choosing && chooseKey(event)) {
    event.preventDefault();
    return;
  }
  if (event.key === "/") {
    act = () => document.getElementById("find").focus();
  } else if (event.key === "?") {
    act = () => openSheet("/keys");
  } else if (units) {
    act = /^[0-9]$/.test(event.key) ? () => takeOut(kinds[event.key]) || decide("redact", { kind: kinds[event.key] }) : screenKeys[event.key];
  } else {
    act = listKeys[event.key];
  }
  if (act) {
    event.preventDefault();
    act();
  }
});

// A click on a finding or on its mark makes it the current one.
document.addEventListener("click", (event) => {
  const marked = event.target.closest("mark[data-finding]");
  const item = marked && getSelection().isCollapsed ? unitOf(marked).querySelector(`li.finding[data-finding="${marked.dataset.finding}"]`) : event.target.closest("li.finding");
  if (item && item !== current()) {
    mark(item, !event.target.closest("button, input, select, summary, a"));
  }
});
document.addEventListener("focusin", (event) => {
  const item = event.target.closest?.("li.finding");
  if (item && item !== current()) {
    mark(item, false);
  }
});

// Forms of the redaction screen are sent without leaving it.
document.addEventListener("submit", (event) => {
  const form = event.target;
  const address = new URL(form.action).pathname;
  if (form.method !== "post" || !["/decide", "/words", "/accept", "/withhold", "/undo", "/term", "/answers", "/same"].includes(address) || (!units && !sheet)) {
    return;
  }
  event.preventDefault();
  const fields = Object.fromEntries(new FormData(form, event.submitter));
  const at = current() ? allFindings().indexOf(current()) : undefined;
  const wasSheet = sheet;
  wasSheet?.close();
  write(address, fields, address === "/decide" || wasSheet ? at : undefined).then((answer) => {
    if (wasSheet && !units && answer) {
      location.reload();
    }
  });
});

document.getElementById("keys-link")?.addEventListener("click", (event) => {
  event.preventDefault();
  openSheet("/keys");
});
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-sheet]");
  if (link && !event.ctrlKey && !event.metaKey && event.button === 0) {
    event.preventDefault();
    openSheet(link.href);
  }
});

// ---- a run of a verb: its screen is loaded anew until it ends ------------------------------------

const work = document.getElementById("work");
if (work?.dataset.working === "yes") {
  const look = async () => {
    try {
      const fresh = parse(await read(await fetch("/work"))).getElementById("work");
      if (fresh.dataset.working === "yes") {
        work.querySelector("[role=status]").textContent = fresh.querySelector("[role=status]").textContent;
        setTimeout(look, 400);
      } else {
        location.reload();
      }
    } catch (error) {
      say(error.message, true);
    }
  };
  setTimeout(look, 300);
}

if (units) {
  const wanted = location.hash.startsWith("#u-") ? document.querySelector(location.hash + " li.finding") : null;
  const start = wanted ?? (location.hash ? null : allFindings().find(isOpen));
  if (start) {
    mark(start, true);
  }
}
