import { goTo } from "./comment-keys.js";
import { keep, recall } from "./device-memory.js";
import { comments, make, makeButton, numberOf, toolsOf } from "./page-parts.js";
import { onSetting, settings } from "./reader-settings.js";

/** The number that begins words such as "1,272 comments". */
const countIn = (words) => Number.parseInt(words.replace(/[,\s](?=\d{3})/g, ""), 10) || 0;

/** Marks what came since the reader was here, and notes what is here now: ids of a page's comments, and how many its discussion has. */
function markThread(heading) {
  const here = comments();
  const seen = recall("seen", {});
  const before = seen[location.pathname];
  if (before !== undefined) {
    const known = new Set(before.ids.split(" "));
    const fresh = here.filter((comment) => !known.has(comment.id));
    fresh.forEach((comment) => toolsOf(comment).prepend(make("span", { className: "fresh" }, "new")));
    if (fresh.length > 0) {
      heading.after(make("p", { className: "meta since" }, `${fresh.length} new since you were here. `, makeButton(`Go to ${numberOf(fresh[0])}`, () => goTo(fresh[0]))));
    }
  }
  keep("seen", { ...seen, [location.pathname]: { count: countIn(heading.textContent), ids: here.map((comment) => comment.id).join(" ") } });
}

/** In lists, says how many comments came since. */
function markLists() {
  const seen = recall("seen", {});
  document.querySelectorAll("a[href$='#comments']").forEach((link) => {
    const more = countIn(link.textContent) - (seen[link.pathname]?.count ?? Infinity);
    if (more > 0 && link.pathname !== location.pathname) {
      link.after(" ", make("span", { className: "fresh" }, `${more} new`));
    }
  });
}

function markNew() {
  const heading = document.querySelector("#comments-heading");
  if (heading !== null) {
    markThread(heading);
  }
  markLists();
}

if (settings.remember) {
  markNew();
}
onSetting((name) => {
  if (name === "remember") {
    if (settings.remember) {
      markNew();
    } else {
      keep("seen", null);
      document.querySelectorAll(".fresh, .since").forEach((sign) => sign.remove());
    }
  }
});
