/** Makes an element with properties and children; words become text nodes, never markup. */
export function make(name, properties, ...children) {
  const element = document.createElement(name);
  Object.assign(element, properties);
  element.append(...children);
  return element;
}

/** A button that does something. */
export function makeButton(words, act) {
  const button = make("button", { type: "button" }, words);
  button.addEventListener("click", act);
  return button;
}

/** Says to those who hear a button which comment it is for. */
export const nameAfter = (button, comment) => button.append(make("span", { className: "unseen" }, ` comment ${numberOf(comment)}`));

/** All comments of the page as they stand. */
export const comments = () => [...document.querySelectorAll("li.comment")];

/** The number readers know a comment by. */
export const numberOf = (comment) => comment.querySelector("a.num").textContent.trim();

/** The tools in a comment's head, made when first asked for. */
export function toolsOf(comment) {
  const head = comment.querySelector("header");
  return head.querySelector(".tools") ?? (head.querySelector(".ways") ?? head).appendChild(make("span", { className: "tools" }));
}
