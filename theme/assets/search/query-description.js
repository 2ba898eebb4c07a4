import { filterField } from "./filter-matcher.js";

/**
 * Says in words how a query was read: the same words as QueryDescription of the program.
 *
 * @param {object} node
 * @param {Record<string, string>} glossary Abbreviations that are looked for in full too.
 */
export function describeQuery(node, glossary) {
  return node.kind === "group" && node.clauses.length === 0 ? "nothing" : describe(node, glossary, true);
}

function describe(node, glossary, isTop) {
  switch (node.kind) {
    case "group":
      return describeGroup(node, glossary, isTop);
    case "words":
      return node.field === "any" && Object.hasOwn(glossary, node.text) ? `${node.text} (also “${glossary[node.text]}”)` : describeIn(node.field, node.text);
    case "phrase":
      return describeIn(node.field, node.slop === 0 ? `“${node.text}”` : `“${node.text}” within ${node.slop} moves`);
    case "prefix":
      return describeIn(node.field, `words beginning with ${node.start}`);
    case "fuzzy":
      return describeIn(node.field, `words like ${node.word}`);
    case "dates":
      return describeDates(node);
    default:
      throw new Error(`No such kind of query: ${node.kind}`);
  }
}

function describeGroup(group, glossary, isTop) {
  const scored = (occur) => group.clauses.filter((clause) => clause.occur === occur && filterField(clause.query) === null).map(({ query }) => describe(query, glossary, false));
  const should = scored("should");
  const must = scored("must");
  const parts = [];
  if (must.length > 0) {
    parts.push(`with ${must.join(" and ")}${should.length > 0 ? `, better with ${should.join(" or ")}` : ""}`);
  } else if (should.length > 0) {
    parts.push(should.join(" or "));
  }
  parts.push(...group.clauses.filter(({ occur, query }) => occur !== "mustNot" && filterField(query) !== null).map(({ query }) => describe(query, glossary, false)));
  parts.push(...group.clauses.filter(({ occur }) => occur === "mustNot").map(({ query }) => `without ${describe(query, glossary, false)}`));
  const text = parts.join(", ");
  return isTop || parts.length + should.length + must.length <= 1 ? text : `(${text})`;
}

function describeIn(field, what) {
  switch (field) {
    case "any":
      return what;
    case "title":
      return `${what} in the title`;
    case "text":
      return `${what} in the text`;
    case "author":
      return `by ${what}`;
    case "label":
      return `labelled ${what}`;
    case "series":
      return `of the series ${what}`;
    case "kind":
      return `only ${what}s`;
    case "thread":
    case "in":
      return `in the discussion ${what}`;
    default:
      throw new Error(`No such field: ${field}`);
  }
}

function describeDates({ from, to }) {
  if (from === "" || to === "") {
    return from === "" ? (to === "" ? "with a date" : `until ${to}`) : `since ${from}`;
  }
  return from === to ? `of ${from}` : `from ${from} to ${to}`;
}
