import { comments } from "./page-parts.js";
import { settings } from "./reader-settings.js";

/** The comment at which reading goes on: the one that has the focus, else the last whose top is above the window's. */
function currentPlace(all) {
  const focused = all.indexOf(document.activeElement?.closest("li.comment"));
  return focused >= 0 ? focused : all.findLastIndex((comment) => comment.getBoundingClientRect().top < 1);
}

/** Goes to a comment, out of any fold. */
export function goTo(comment) {
  for (let fold = comment.parentElement.closest("details"); fold !== null; fold = fold.parentElement.closest("details")) {
    fold.open = true;
  }
  const article = comment.querySelector("article");
  article.tabIndex = -1;
  article.focus({ preventScroll: true });
  article.scrollIntoView({ block: "start" });
}

document.addEventListener("keydown", (event) => {
  const isTyping = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName ?? "");
  if (!settings.keys || isTyping || event.key.toLowerCase() !== "c" || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const all = comments();
  const next = all[currentPlace(all) + (event.shiftKey ? -1 : 1)];
  if (next !== undefined) {
    event.preventDefault();
    goTo(next);
  }
});
