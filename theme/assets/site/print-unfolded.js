/** On paper nothing is folded: folds are opened for the print and shut again after it. (Newer browsers do the same by the stylesheet.) */
let shut = [];
addEventListener("beforeprint", () => {
  shut = [...document.querySelectorAll("#comments details:not([open])")];
  shut.forEach((fold) => (fold.open = true));
});
addEventListener("afterprint", () => {
  shut.forEach((fold) => (fold.open = false));
  shut = [];
});
