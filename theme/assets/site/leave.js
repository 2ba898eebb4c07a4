/**
 * "Leave now" puts another page in the place of this one, so that the button "back" does not lead here. The page goes blank at once: the other may take a moment.
 * Without this script the link is a link.
 */
const leave = document.querySelector("a[data-leave]");
leave?.addEventListener("click", (event) => {
  event.preventDefault();
  document.title = "";
  document.body.hidden = true;
  location.replace(leave.href);
});
