import { comments, make, makeButton } from "./page-parts.js";

/** Where each comment stands in the thread: [comment, its list]; null while that order is shown. */
let threadOrder = null;

/** Days in thread order; a comment without one takes that of the comment before it. */
function daysOf(all) {
  let last = "";
  return new Map(all.map((comment) => [comment, (last = comment.querySelector("time")?.dateTime ?? last)]));
}

function showByTime(list) {
  const all = comments();
  const days = daysOf(all);
  threadOrder = all.map((comment) => [comment, comment.parentElement]);
  list.classList.add("by-time");
  list.append(...all.sort((one, other) => (days.get(one) < days.get(other) ? -1 : days.get(one) > days.get(other) ? 1 : 0)));
}

function showByThread(list) {
  list.classList.remove("by-time");
  threadOrder.forEach(([comment, parent]) => parent.append(comment));
  threadOrder = null;
}

/** Order by thread or by time, for threads in which the two can differ. */
const threadList = document.querySelector("#comments > ol.comments");
if (threadList !== null && threadList.querySelector("ol.comments time") !== null) {
  const status = make("span", { role: "status" });
  const buttons = ["thread", "time"].map((order) => makeButton(`by ${order}`, () => {
    const byTime = order === "time";
    if (byTime !== (threadOrder !== null)) {
      (byTime ? showByTime : showByThread)(threadList);
    }
    mark();
    status.textContent = byTime ? "Oldest first; each says what it answers." : "";
  }));
  const mark = () => buttons.forEach((button, place) => button.setAttribute("aria-pressed", String((place === 1) === (threadOrder !== null))));
  mark();
  threadList.before(make("p", { className: "order" }, "Comments ", ...buttons.flatMap((button) => [button, " "]), status));
}
