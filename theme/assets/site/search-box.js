/**
 * Makes the link to the search page a box, on every page but that one. What is typed goes into the address's fragment, which a browser does not send; so the words
 * stay here. Without this script the link is a link.
 */
const link = document.querySelector("a[data-search]");
if (link !== null) {
  const label = document.createElement("label");
  const input = document.createElement("input");
  label.className = "search-short";
  label.append(link.textContent, input);
  input.type = "search";
  input.autocomplete = "off";
  input.spellcheck = false;
  input.enterKeyHint = "search";
  input.placeholder = link.textContent;
  input.setAttribute("aria-label", link.textContent);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) {
      location.assign(`${link.href}${input.value.trim() === "" ? "" : `#${new URLSearchParams({ q: input.value.trim() })}`}`);
    }
  });
  link.replaceWith(label);
}
