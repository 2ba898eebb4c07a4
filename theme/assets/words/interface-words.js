import { POLISH } from "./polish-table.js";
import { WELSH } from "./welsh-table.js";

/**
 * Says the labels of a page in another language, and marks them with it (`lang`): whole texts that stand in a table, with their numbers and dates put in. What people wrote, titles and names stay as
 * they are, and are marked with the language of the page where they stand among labels. What is not in the table stays too.
 */
const TABLES = { cy: WELSH, pl: POLISH };

/** What people wrote, names and titles, and the pages and forms that are told in sentences: never touched. */
const WRITTEN = ".e-content, .post, .p-name, .p-summary, .p-author, .p-category, .about, .result-title, .result-text, .submit, .redacted, .glossary dl, .kept li a, header.site .name, [data-words=own], script, code, svg";

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const DATE = new RegExp(`(?:(${DAYS.join("|")}), )?(?:(\\d{1,2}) )?\\b(${MONTHS.join("|")})\\b( \\d{4})?`, "g");
const NUMBER = /\d[\d,.:]*\d|\d/g;
const ATTRIBUTES = ["aria-label", "placeholder", "title"];

/** What was there before: [node or element, name of its attribute or null, its words], and elements that were given a language. */
let said = [];
let marked = [];
let observer = null;

function dateIn(table, day, number, month, year) {
  const names = number !== undefined && table.monthsAfterDay.length > 0 ? table.monthsAfterDay : table.months;
  return `${day === undefined ? "" : `${table.days[DAYS.indexOf(day)]}, `}${number === undefined ? "" : `${number} `}${names[MONTHS.indexOf(month)]}${year ?? ""}`;
}

/** A text in the table's words; null where the table has none for it. */
function wordsFor(table, text) {
  const dates = [];
  const numbers = [];
  const key = text
    .replace(DATE, (whole, ...parts) => `@${(dates.push(dateIn(table, ...parts)), "")}`)
    .replace(NUMBER, (number) => `#${(numbers.push(number), "")}`);
  const found = key === "@" || key === "@, #" ? key : table.texts[key];
  if (found === undefined) {
    return null;
  }
  const first = Number.parseInt((numbers[0] ?? "0").replaceAll(",", ""), 10);
  const words = Array.isArray(found) ? found[table.pluralOf(first)] : found;
  return words.replaceAll("@", () => dates.shift()).replaceAll("#", () => numbers.shift().replace(/,(?=\d{3})/g, table.thousands));
}

/** The same for several sentences, each of which must be in the table, and for forms that hold words of others. */
function sayIn(table, text) {
  const whole = wordsFor(table, text);
  if (whole !== null) {
    return whole;
  }
  const sentences = text.split(/(?<=\.) /).map((sentence) => wordsFor(table, sentence));
  if (sentences.length > 1 && !sentences.includes(null)) {
    return sentences.join(" ");
  }
  const form = table.forms.find(([pattern]) => pattern.test(text));
  return form === undefined ? null : text.replace(form[0], form[1]);
}

/** Gives an element the language of its words, and what people wrote within it the page's. */
function mark(element, language) {
  if (element.lang !== language) {
    marked.push([element, element.getAttribute("lang")]);
    element.lang = language;
  }
  element.querySelectorAll(WRITTEN).forEach((part) => {
    if (!part.hasAttribute("lang")) {
      marked.push([part, null]);
      part.lang = document.documentElement.lang;
    }
  });
}

function sayText(node, language) {
  const element = node.parentElement;
  const text = node.data.replace(/\s+/g, " ").trim();
  const isList = element?.matches(".h-feed > header > h1") && document.querySelector(".h-feed > header > .kind") === null; // a heading of ours, not a name
  if (text === "" || element === null || element.hasAttribute("data-unit") || (!isList && element.closest(WRITTEN) !== null)) {
    return;
  }
  const words = sayIn(TABLES[language], text);
  if (words !== null) {
    said.push([node, null, node.data]);
    node.data = node.data.replace(/\S[\s\S]*\S|\S/, () => words);
    mark(element, language);
  }
}

function sayAttributes(element, language) {
  for (const name of element.closest(".e-content, .post, .submit, svg") === null ? ATTRIBUTES : []) {
    const words = element.hasAttribute(name) ? sayIn(TABLES[language], element.getAttribute(name)) : null;
    if (words !== null) {
      said.push([element, name, element.getAttribute(name)]);
      element.setAttribute(name, words);
      mark(element, language);
    }
  }
}

function sayAll(root, language) {
  if (root.nodeType === Node.TEXT_NODE) {
    sayText(root, language);
    return;
  }
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    sayText(walker.currentNode, language);
  }
  [root, ...root.querySelectorAll("[aria-label], [placeholder], [title]")].forEach((element) => sayAttributes(element, language));
}

function unsay() {
  observer?.disconnect();
  said.reverse().forEach(([node, name, words]) => (name === null ? (node.data = words) : node.setAttribute(name, words)));
  marked.reverse().forEach(([element, language]) => (language === null ? element.removeAttribute("lang") : (element.lang = language)));
  said = [];
  marked = [];
  document.documentElement.removeAttribute("style");
}

/** Says the page in a language; one without a table brings back the page's own words. */
export function speak(language) {
  unsay();
  const table = TABLES[language];
  if (table === undefined) {
    return;
  }
  sayAll(document.body, language);
  Object.entries(table.sources).forEach(([kind, words]) => document.documentElement.style.setProperty(`--from-${kind}`, JSON.stringify(words)));
  observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      (type === "characterData" ? [target] : [...addedNodes].filter((node) => node.nodeType === Node.TEXT_NODE || node.nodeType === Node.ELEMENT_NODE)).forEach((node) => sayAll(node, language));
    }
    observer.takeRecords(); // of what was just said
  });
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
}
