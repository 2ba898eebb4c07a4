import { comments, make, makeButton } from "./page-parts.js";

/** Where each comment of this page stands in the thread: [comment, its list]; null while that order is shown. */
let threadOrder = null;

/** What is here by time alone: comments of other parts, and anchors whose ids they have. */
let fetched = [];
let anchors = [];

/** Days in thread order; a comment without one takes that of the comment before it. */
function daysOf(all) {
  let last = "";
  return new Map(all.map((comment) => [comment, (last = comment.querySelector("time")?.dateTime ?? last)]));
}

async function commentsOf(address) {
  const answer = await fetch(address);
  if (!answer.ok) {
    throw new Error(String(answer.status));
  }
  return [...new DOMParser().parseFromString(await answer.text(), "text/html").querySelectorAll("#comments > ol.comments li.comment")];
}

/** Every part's comments in thread order; those of other parts are fetched, and null where they do not come. */
async function wholeThread(links) {
  const parts = await Promise.all(links.map((link) => (link.hasAttribute("aria-current") ? comments() : commentsOf(link.href)))).catch(() => null);
  return parts?.flat() ?? null;
}

function showByTime(list, all) {
  const days = daysOf(all);
  const here = comments();
  threadOrder = here.map((comment) => [comment, comment.parentElement]);
  fetched = all.filter((comment) => !here.includes(comment));
  const ids = new Set(fetched.map((comment) => comment.id));
  anchors = [...document.querySelectorAll(".elsewhere a[id]")].filter((anchor) => ids.has(anchor.id)).map((anchor) => [anchor, anchor.id]);
  anchors.forEach(([anchor]) => anchor.removeAttribute("id"));
  list.classList.add("by-time");
  list.append(...all.sort((one, other) => (days.get(one) > days.get(other)) - (days.get(one) < days.get(other))));
  list.querySelectorAll("button[popovertarget]").forEach((button) => button.popoverTargetElement ?? button.replaceWith(...button.childNodes)); // its explanation stands on another page
}

function showByThread(list) {
  list.classList.remove("by-time");
  fetched.forEach((comment) => comment.remove());
  threadOrder.forEach(([comment, parent]) => parent.append(comment));
  anchors.forEach(([anchor, id]) => (anchor.id = id));
  [threadOrder, fetched, anchors] = [null, [], []];
}

/** Order by thread or by time, for threads in which the two can differ. */
const threadList = document.querySelector("#comments > ol.comments");
const partLinks = [...(document.querySelector("#comments > nav.parts")?.querySelectorAll("a") ?? [])];
if (threadList !== null && (partLinks.length > 0 || threadList.querySelector("ol.comments time") !== null)) {
  const status = make("span", { role: "status" });
  let wanted = "thread";
  const show = async (order) => {
    wanted = order;
    mark();
    if (order === "thread") {
      status.textContent = "";
      if (threadOrder !== null) {
        showByThread(threadList);
      }
      return;
    }
    status.textContent = partLinks.length > 0 ? "Fetching the other parts …" : "";
    const all = await wholeThread(partLinks);
    if (wanted === "time" && threadOrder === null) {
      showByTime(threadList, partLinks.length > 0 && all !== null ? all : comments());
      status.textContent = partLinks.length === 0 ? "Oldest first; each says what it answers." : all === null ? "The other parts did not come; this is one part by time." : "All parts, oldest first; each says what it answers.";
    }
  };
  const buttons = ["thread", "time"].map((order) => makeButton(`by ${order}`, () => show(order)));
  const mark = () => buttons.forEach((button, place) => button.setAttribute("aria-pressed", String((place === 1) === (wanted === "time"))));
  mark();
  threadList.before(make("p", { className: "order" }, "Comments ", ...buttons.flatMap((button) => [button, " "]), status));
}
