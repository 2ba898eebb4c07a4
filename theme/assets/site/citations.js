import { comments, make, makeButton, nameAfter, numberOf, toolsOf } from "./page-parts.js";

const post = document.querySelector("article.h-entry");
const plain = (element) => element?.textContent.replace(/\s+/g, " ").trim() ?? "";

/** A citation of a comment, or of the post without one: who, what, where, when, address. */
function citationOf(comment) {
  const blog = plain(document.querySelector("header.site .name")) || location.host; // the head of a discreet page does not say it
  const page = document.querySelector("link[rel=canonical]")?.href ?? location.href;
  const article = comment?.querySelector("article") ?? post;
  const title = `\u201C${plain(document.querySelector("h1"))}\u201D`;
  const parts = [
    plain(article.querySelector(".p-author")),
    comment === null ? title : `comment ${numberOf(comment)} on ${title}`,
    blog,
    plain(article.querySelector("time")),
    comment === null ? page : `${page}#${comment.id}`,
  ];
  return parts.filter((part) => part !== "").join(", ");
}

async function copy(button, comment) {
  const citation = citationOf(comment);
  const words = button.firstChild.data;
  try {
    await navigator.clipboard.writeText(citation);
    button.firstChild.data = "copied";
    setTimeout(() => (button.firstChild.data = words), 2000);
  } catch {
    button.replaceWith(make("span", { role: "status" }, citation)); // no clipboard here: it is shown, to be copied by hand
  }
}

function citeButton(comment, words) {
  const button = makeButton(words, () => copy(button, comment)); // named by its words and, unseen, by its comment
  button.title = "Copy a citation";
  return button;
}

if (post !== null) {
  post.querySelector(":scope > header .meta")?.append(citeButton(null, "copy citation"));
  comments().filter((comment) => comment.querySelector("time, .p-author") !== null).forEach((comment) => {
    const button = citeButton(comment, "cite");
    nameAfter(button, comment);
    toolsOf(comment).append(button);
  });
}
