/** Anchors of comments on other parts that are no links lead on to the very comment: without this script the part's name beside them leads to its part. */
function leadOn() {
  const anchor = document.getElementById(location.hash.slice(1));
  if (anchor?.matches(".elsewhere a:not([href])")) {
    location.replace(anchor.closest("nav").querySelector("[href]").pathname + location.hash);
  }
}

leadOn();
addEventListener("hashchange", leadOn);
