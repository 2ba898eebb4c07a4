import { editDistance } from "./edit-distance.js";
import { TEXT_KEY } from "./field-key.js";

const MOST_TERMS = 50;

/**
 * The terms a few slips away from a word, the likest 50, as src/Search/Query/FuzzyTerms.cs and FuzzyQuery of Lucene 8.8.1: the list of each and its boost, 1 less
 * the slips by the length of the shorter word. The whole list of words is read.
 *
 * @param {import("./index-reader.js").IndexReader} index
 * @param {string} word In small letters.
 * @param {number} edits Most slips, 0 to 2.
 * @param {boolean} isTitle Whether terms of the titles are asked for, or of the texts.
 */
export async function fuzzyTerms(index, word, edits, isTitle) {
  const letters = [...word];
  const near = [];
  for (const [order, { term, units }] of (await index.words("", false)).entries()) {
    const other = [...term];
    const slips = isTitle || units > 0 ? editDistance(letters, other, edits) : null;
    if (slips !== null) {
      near.push({ term, order, boost: slips === 0 ? 1 : Math.fround(1 - Math.fround(slips / Math.min(letters.length, other.length))) });
    }
  }
  near.sort((left, right) => right.boost - left.boost || left.order - right.order);
  const found = [];
  for (let at = 0; at < near.length && found.length < MOST_TERMS; at += MOST_TERMS) {
    // Which terms stand in titles only the dictionary knows: so many at a time, the likest first.
    const some = near.slice(at, at + MOST_TERMS);
    const entries = await Promise.all(some.map(({ term }) => index.find(TEXT_KEY, term)));
    some.forEach((term, i) => {
      const list = isTitle ? entries[i]?.title : entries[i]?.text;
      if (list && found.length < MOST_TERMS) {
        found.push({ ...term, list });
      }
    });
  }
  return found.sort((left, right) => left.order - right.order).map(({ list, boost, term }) => ({ list, boost: Math.max(0, boost), term }));
}
