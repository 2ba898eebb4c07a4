/** Numbers of comments on other parts that have no link of their own get one, to the very comment: without this script the part's name leads to its part. */
for (const number of document.querySelectorAll(".elsewhere a:not([href])")) {
  number.href = `${number.closest("nav").querySelector("h3 a").pathname}#${number.id}`;
}
