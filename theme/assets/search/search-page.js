import { bestPart, markedTextOf, writeMarked } from "./highlight.js";
import { describeQuery } from "./query-description.js";
import { replaceWord, SearchIndex } from "./search-index.js";

/** Results shown at a time. */
const RESULTS = 10;

/** Milliseconds without a keystroke before a search begins: at most one wave of requests for a pause. */
const PAUSE = 180;

/** Names of the state's parts in the fragment, and the fields that hold them. */
const FIELDS = { q: "query", kind: "kind", from: "from", to: "to", label: "label", series: "series", author: "author", sort: "sort" };

/** The search page: reads its fields, keeps them in the address's fragment (never sent to a server), and shows what the index answers. */
class SearchView {
  constructor(root) {
    this.root = root;
    this.base = new URL(root.dataset.root, location.href);
    this.index = new SearchIndex(this.base);
    this.pages = new Map();
    this.run = 0;
    this.timer = 0;
    this.shown = 0;
    this.total = 0;
    this.observer = new IntersectionObserver((entries) => entries.filter((entry) => entry.isIntersecting).forEach((entry) => this.showHits(entry.target)));
  }

  start() {
    this.root.hidden = false;
    this.part("without").hidden = true;
    this.readState();
    for (const name of Object.values(FIELDS)) {
      const field = this.part(name);
      field?.addEventListener(field.tagName === "SELECT" ? "change" : "input", () => this.later(field.tagName === "SELECT" ? 0 : PAUSE));
    }
    this.part("query").addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.isComposing) {
        this.later(0);
      }
    });
    this.part("more").addEventListener("click", () => this.showMore());
    this.part("copy").addEventListener("click", () => this.copyLink());
    addEventListener("hashchange", () => {
      this.readState();
      this.search();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName ?? "")) {
        event.preventDefault();
        this.part("query").focus();
      }
    });
    if (location.hash.length < 2) {
      this.part("query").focus();
    }
    this.index.reader().catch(() => {}); // fetched while somebody types; a failure is told at the first search
    this.search();
  }

  part(name) {
    return document.getElementById(`search-${name}`);
  }

  value(name) {
    return this.part(name)?.value.trim() ?? "";
  }

  readState() {
    const state = new URLSearchParams(location.hash.slice(1));
    for (const [key, name] of Object.entries(FIELDS)) {
      const field = this.part(name);
      if (field !== null) {
        field.value = state.get(key) ?? "";
      }
    }
    this.part("filters").open = [...state.keys()].some((key) => key !== "q");
  }

  fragment() {
    const state = new URLSearchParams();
    for (const [key, name] of Object.entries(FIELDS)) {
      if (this.value(name) !== "") {
        state.set(key, this.value(name));
      }
    }
    return state.toString();
  }

  /** The words and the filters as one query. */
  question() {
    const filters = [];
    if (this.value("kind") !== "") {
      filters.push(`kind:${this.value("kind")}`);
    }
    if (this.value("from") !== "" || this.value("to") !== "") {
      filters.push(`date:[${this.value("from") || "*"} TO ${this.value("to") || "*"}]`);
    }
    for (const name of ["label", "series", "author"]) {
      if (this.value(name) !== "") {
        filters.push(`${name}:"${this.value(name).replace(/["\\]/g, "\\$&")}"`);
      }
    }
    return [this.value("query"), ...filters].filter((part) => part !== "").join(" ");
  }

  later(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      // The state is kept without a new entry in the history: going back leads out of the search, not through every letter.
      const fragment = this.fragment();
      history.replaceState(null, "", fragment === "" ? location.pathname : `#${fragment}`);
      this.search();
    }, pause);
  }

  async search() {
    const run = ++this.run;
    const question = this.question();
    if (question === "") {
      this.clear("");
      return;
    }
    if (await this.openAddress(question, run)) {
      return;
    }
    this.part("status").textContent = "Searching …";
    try {
      const options = { top: RESULTS, sort: this.value("sort") || "relevance" };
      const found = await this.index.search(question, options);
      if (run === this.run) {
        this.show(found, question);
        await this.complete(found, question, options, run);
      }
    } catch (error) {
      if (run === this.run) {
        this.clear(navigator.onLine === false ? "You are offline, and this search needs a piece of the index that is not here yet." : "The index of this site cannot be read just now. Try again, or use the archive.");
      }
    }
  }

  clear(status) {
    this.part("status").textContent = status;
    this.part("reading").textContent = "";
    this.part("results").replaceChildren();
    for (const name of ["meant", "years", "empty", "more", "copy"]) {
      this.part(name).hidden = true;
    }
  }

  show(found, question) {
    const list = this.part("results");
    const isMended = found.hits.length === 0 && found.suggestedHits.length > 0;
    list.replaceChildren(...(isMended ? found.suggestedHits : found.hits).map((hit) => this.result(hit, new Set(isMended ? [] : found.terms))));
    this.shown = found.hits.length;
    this.terms = new Set(found.terms);
    this.part("reading").textContent = [`Read as: ${describeQuery(found.query, found.glossary)}.`, ...found.notes.map((note) => `Note: ${note}.`)].join(" ");
    this.showSuggestion(found.suggestion);
    this.part("empty").hidden = found.hits.length > 0;
    this.part("copy").hidden = found.hits.length === 0;
    this.part("copy").textContent = "Copy a link to this search";
    this.showTotal(found);
    this.asked = question;
  }

  showTotal({ total, isTotalExact, hits }) {
    this.total = isTotalExact ? total : Infinity;
    const count = total === 1 ? "1 result" : `${total.toLocaleString("en-GB")} results`;
    this.part("status").textContent = hits.length === 0 ? "Nothing found" : isTotalExact ? count : `At least ${count}`;
    this.part("more").hidden = this.shown >= this.total || hits.length === 0;
  }

  /** What the best ten do not tell: how many there are in all, and of which years. */
  async complete(found, question, options, run) {
    if (found.hits.length === 0) {
      this.part("years").hidden = true;
      return;
    }
    const whole = await this.index.complete(question, options);
    if (run !== this.run) {
      return;
    }
    this.showTotal({ ...whole, isTotalExact: true });
    this.showYears(whole.years);
    if (whole.suggestion !== null && found.suggestion === null) {
      this.showSuggestion(whole.suggestion);
    }
  }

  showSuggestion(suggestion) {
    const place = this.part("meant");
    place.hidden = suggestion === null;
    if (suggestion !== null) {
      const button = document.createElement("button");
      button.type = "button";
      const mended = suggestion.words.reduce((text, [typed, meant]) => replaceWord(text, typed, meant), this.value("query"));
      button.textContent = mended;
      button.addEventListener("click", () => {
        this.part("query").value = mended;
        this.part("query").focus();
        this.later(0);
      });
      place.replaceChildren("Did you mean ", button, "?");
    }
  }

  /** A column for each year; a click keeps that year alone. */
  showYears(years) {
    const place = this.part("years");
    const dated = years.filter(({ year }) => year !== "");
    place.hidden = dated.length < 2;
    const most = Math.max(...dated.map(({ count }) => count));
    const shortened = dated.length > 9 ? 2 : 0; // digits for which there is no room on a phone
    place.replaceChildren(
      ...dated.map(({ year, count }) => {
        const button = document.createElement("button");
        const column = document.createElement("span");
        button.type = "button";
        button.title = `${year}: ${count.toLocaleString("en-GB")}`;
        button.setAttribute("aria-label", `${year.slice(shortened)}: only ${year}, ${count.toLocaleString("en-GB")} results`);
        column.style.height = `${Math.max(4, (100 * count) / most)}%`; // set on the object, which the page's policy allows
        button.append(column, year.slice(shortened));
        button.addEventListener("click", () => {
          const isAlone = this.value("from") === year && this.value("to") === year;
          this.part("from").value = isAlone ? "" : year;
          this.part("to").value = isAlone ? "" : year;
          this.part("filters").open = true;
          this.later(0);
        });
        return button;
      }),
    );
  }

  result(hit, terms) {
    const item = document.createElement("li");
    const heading = document.createElement("p");
    const link = document.createElement("a");
    const facts = document.createElement("p");
    const excerpt = document.createElement("p");
    heading.className = "result-title";
    facts.className = "meta";
    excerpt.className = "result-text";
    link.href = new URL(hit.address, this.base).href;
    writeMarked(link, hit.title, terms);
    heading.append(link);
    const said = [hit.anchor === "" ? "Post" : `Comment ${hit.number}`, hit.author === "" ? "" : `by ${hit.author}`, humanDate(hit.date)].filter((fact) => fact !== "");
    facts.append(
      ...said.map((fact) => {
        const span = document.createElement("span");
        span.textContent = fact;
        return span;
      }),
    );
    writeMarked(excerpt, hit.text, terms);
    item.append(heading, facts, excerpt);
    item.hit = hit;
    item.terms = terms;
    this.observer.observe(item);
    return item;
  }

  /** Once a result is seen, its page is fetched and its excerpt becomes the part of the text with what was looked for. */
  async showHits(item) {
    this.observer.unobserve(item);
    const { hit, terms } = item;
    if (terms.size === 0 || !hit.text.endsWith("…")) {
      return; // the opening words are the whole text
    }
    const path = hit.address.split("#")[0];
    if (!this.pages.has(path)) {
      this.pages.set(path, this.fetchPage(path));
    }
    const page = await this.pages.get(path);
    const unit = hit.anchor === "" ? page?.querySelector(".post") : page?.getElementById(hit.anchor)?.querySelector(".body");
    if (unit) {
      writeMarked(item.querySelector(".result-text"), bestPart(markedTextOf(unit).trim(), terms), terms);
    }
  }

  async fetchPage(path) {
    try {
      const answer = await fetch(new URL(path, this.base));
      return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
    } catch {
      return null;
    }
  }

  async showMore() {
    const run = this.run;
    const offset = this.shown;
    const found = await this.index.search(this.asked, { top: RESULTS, offset, sort: this.value("sort") || "relevance" });
    if (run === this.run) {
      const items = found.hits.map((hit) => this.result(hit, this.terms));
      this.part("results").append(...items);
      this.shown += items.length;
      this.part("more").hidden = items.length < RESULTS || this.shown >= this.total;
      items[0]?.querySelector("a").focus();
    }
  }

  async copyLink() {
    const address = `${location.origin}${location.pathname}#${this.fragment()}`;
    history.pushState(null, "", address);
    try {
      await navigator.clipboard.writeText(address);
      this.part("copy").textContent = "Copied";
    } catch {
      this.part("copy").textContent = "The link stands in the address bar";
    }
  }

  /** An address of the blog, also of its old form, leads to its page or comment. */
  async openAddress(question, run) {
    const path = addressPath(question, this.base);
    if (path === null) {
      return false;
    }
    this.part("status").textContent = "Looking for this address …";
    const page = await this.fetchPage(path.page);
    if (run !== this.run) {
      return true;
    }
    const title = page?.querySelector("h1")?.textContent ?? null;
    if (title === null) {
      return false; // no page of this site: its words are looked for
    }
    this.clear("This address is here:");
    const elsewhere = page.querySelector(`.elsewhere a[id="${CSS.escape(path.anchor)}"]`);
    const part = elsewhere?.closest("nav").querySelector("h3 a"); // where there are too many comments for a link each
    const href = elsewhere?.getAttribute("href") ?? (part ? `${part.getAttribute("href").split("#")[0]}#${path.anchor}` : undefined) ?? `${new URL(path.page, this.base).href}${path.anchor === "" ? "" : `#${path.anchor}`}`;
    const item = document.createElement("li");
    const heading = document.createElement("p");
    const link = document.createElement("a");
    heading.className = "result-title";
    link.href = new URL(href, new URL(path.page, this.base)).href;
    link.textContent = path.anchor === "" ? title : `${title}: the comment`;
    heading.append(link);
    item.append(heading);
    this.part("results").replaceChildren(item);
    return true;
  }
}

/** Page and anchor of an address of a post; null for anything else. */
function addressPath(text, base) {
  if (/\s/.test(text) || !/^(https?:\/\/|\/\d{4}\/)/.test(text)) {
    return null;
  }
  try {
    const address = new URL(text, base);
    const path = address.pathname.match(/\/(\d{4}\/\d{2}\/[^/]+\.html)$/);
    const comment = address.searchParams.get("showComment");
    return path === null ? null : { page: path[1], anchor: address.hash.slice(1) || (comment === null ? "" : `c${comment}`) };
  } catch {
    return null;
  }
}

function humanDate(date) {
  const [year, month, day] = date.split("T")[0].split("-");
  const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
  return [day === undefined ? "" : String(Number(day)), month === undefined ? "" : months[Number(month) - 1], year].filter((part) => part !== "").join(" ");
}

const searchRoot = typeof document === "undefined" ? null : document.getElementById("search");
if (searchRoot !== null && "root" in searchRoot.dataset) {
  new SearchView(searchRoot).start();
}
