import { make } from "./page-parts.js";

/**
 * Makes the link to the search page a box, on every page but that one. What is typed goes into the address's fragment, which a browser does not send; so the words
 * stay here. Without this script the link is a link.
 */
const link = document.querySelector("a[data-search]");
if (link !== null) {
  const placeholder = link.textContent;
  const input = make("input", { type: "search", autocomplete: "off", spellcheck: false, enterKeyHint: "search", placeholder, ariaLabel: placeholder });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) {
      const words = input.value.trim();
      location.assign(link.href + (words && `#${new URLSearchParams({ q: words })}`));
    }
  });
  link.replaceWith(make("label", { className: "search-short" }, placeholder, input));
}
