import { analyze, normalize } from "./english-analyzer.js";
import { AUTHOR_KEY, SET_KEYS, foldValue } from "./field-key.js";
import { NO_MATCHES, allOf, anyOf, unscored } from "./matches.js";
import { isScored } from "./query-parser.js";

/** The field of a part of a query that chooses units without scoring them; null for the other parts. */
export function filterField(node) {
  return node.kind === "dates" ? "date" : node.kind === "group" || isScored(node.field) ? null : node.field;
}

/**
 * The units that such a part chooses, as src/Search/Query/FilterMatcher.cs; null where it asks for nothing.
 *
 * @param {import("./index-reader.js").IndexReader} index
 * @returns {Promise<import("./matches.js").Matches | null>}
 */
export async function matchFilter(index, node) {
  if (node.kind === "dates") {
    return unscored(datedUnits(await index.days(), index.root.units, node));
  }
  if (node.kind === "prefix") {
    const start = node.field === "author" ? normalize(node.start) : foldValue(node.start);
    const entries = await index.startingWith(SET_KEYS[node.field], start);
    return anyOf([NO_MATCHES, ...(await Promise.all(entries.map(async (entry) => unscored(await index.readSet(entry)))))]);
  }
  const value = node.kind === "fuzzy" ? node.word : node.text;
  if (node.field !== "author") {
    return setOf(index, SET_KEYS[node.field], foldValue(value));
  }
  const words = await Promise.all(analyze(value).map(({ term }) => setOf(index, AUTHOR_KEY, term)));
  return words.length === 0 ? null : allOf(words);
}

async function setOf(index, key, value) {
  const entry = await index.find(key, value);
  return entry === null ? NO_MATCHES : unscored(await index.readSet(entry));
}

// Units are numbered by date, so a time is a stretch of numbers. A unit whose date is coarser than the bound belongs to a time that holds the beginning of what it
// says; undated units belong to none.
function datedUnits(days, units, dates) {
  const firstNotBefore = (time, isAfter) => days.find(([day]) => (isAfter ? day > time && !day.startsWith(time) : day >= time))?.[1] ?? units;
  const firstDated = days.find(([day]) => day !== "")?.[1] ?? units;
  const from = Math.max(firstDated, firstNotBefore(dates.from, dates.isFromExcluded && dates.from !== ""));
  const to = dates.to === "" ? units : firstNotBefore(dates.to, !dates.isToExcluded);
  return Int32Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
