import { keep, recall } from "./device-memory.js";
import { comments, make, makeButton, nameAfter, numberOf, toolsOf } from "./page-parts.js";
import { onSetting, panel, settings } from "./reader-settings.js";

/** Kept comments: address on the site to words; on this device alone, and only where the reader asked for it. */
let kept = recall("bookmarks", {});

const keptList = make("ul", {});
const keptBox = make("div", { className: "kept" }, make("h3", {}, "Kept comments"), keptList);

function drawList() {
  const entries = Object.entries(kept);
  keptBox.hidden = !settings.remember || entries.length === 0;
  keptList.replaceChildren(...entries.map(([address, words]) => make("li", {}, make("a", { href: address }, words), " ", makeButton("drop", () => changeKept(address, null)))));
}

function changeKept(address, words) {
  kept = { ...recall("bookmarks", {}) }; // another tab may have changed it
  if (words === null) {
    delete kept[address];
  } else {
    kept[address] = words;
  }
  keep("bookmarks", Object.keys(kept).length === 0 ? null : kept);
  drawKept();
}

function drawButton(comment) {
  const tools = toolsOf(comment);
  tools.querySelector(".keep")?.remove();
  if (settings.remember) {
    const address = `${location.pathname}#${comment.id}`;
    const isKept = address in kept;
    const title = document.querySelector("h1").textContent.trim();
    const button = makeButton(isKept ? "kept" : "keep", () => {
      changeKept(address, isKept ? null : `${title}, ${numberOf(comment)}`);
      toolsOf(comment).querySelector(".keep")?.focus();
    });
    button.className = "keep";
    button.setAttribute("aria-pressed", String(isKept));
    nameAfter(button, comment);
    tools.append(button);
  }
}

function drawKept() {
  drawList();
  comments().forEach(drawButton);
}

panel.append(keptBox);
drawKept();
onSetting((name) => {
  if (name === "remember") {
    if (!settings.remember) {
      keep("bookmarks", null);
      kept = {};
    }
    drawKept();
  }
});
