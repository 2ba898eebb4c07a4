import { impact, inverseFrequency } from "./bm25.js";
import { NO_MATCHES, allOf, unscored } from "./matches.js";
import { PhraseWalk } from "./phrase-walk.js";

/**
 * The units that hold a phrase in a field, with their scores, as src/Search/Query/PhraseMatcher.cs.
 *
 * @param {import("./index-reader.js").IndexReader} index
 * @param {{ list: import("./dictionary-block.js").ListRef | null, offset: number }[]} terms At least two, with their positions in the phrase.
 * @param {number} slop How many moves may lie between.
 * @param {number} boost What the score is multiplied by.
 * @param {object} field The reader's text or title.
 * @returns {Promise<import("./matches.js").Matches>}
 */
export async function matchPhrase(index, terms, slop, boost, field) {
  if (terms.some((term) => term.list === null)) {
    return NO_MATCHES;
  }
  const lists = [...new Set(terms.map((term) => term.list))];
  const postings = await Promise.all(lists.map((list) => index.read(list, field)));
  const common = allOf(postings.map((list) => unscored(list.units)).sort((left, right) => left.units.length - right.units.length)).units;
  if (common.length === 0) {
    return NO_MATCHES;
  }
  const positions = await Promise.all(lists.map((list, i) => index.readPositions(list, postings[i], field, common)));
  const classOf = new Map();
  postings[0].units.forEach((unit, i) => classOf.set(unit, postings[0].classes[i]));
  const weight = Math.fround(boost * Math.fround(terms.reduce((sum, term) => sum + inverseFrequency(field.units, term.list.count), 0)));
  const units = [];
  const scores = [];
  common.forEach((unit, place) => {
    const words = terms.map((term, order) => ({ order, offset: term.offset, positions: positions[lists.indexOf(term.list)][place] }));
    const frequency = slop === 0 ? exactFrequency(words) : nearFrequency(words, slop);
    if (frequency > 0) {
      units.push(unit);
      scores.push(impact(weight, Math.fround(frequency * field.factors[classOf.get(unit)])));
    }
  });
  return { units: Int32Array.from(units), scores: Float32Array.from(scores) };
}

/** How often the words stand one after the other as typed. */
function exactFrequency(words) {
  let count = 0;
  for (const first of words[0].positions) {
    const start = first - words[0].offset;
    count += words.every((word) => word.positions.includes(start + word.offset)) ? 1 : 0;
  }
  return count;
}

/** How often the words stand near each other: each place counts 1 / (1 + moves). */
function nearFrequency(words, slop) {
  const walk = new PhraseWalk(words);
  let frequency = 0;
  for (let moves; (moves = walk.next(slop)) !== null; ) {
    frequency = Math.fround(frequency + Math.fround(1 / (1 + moves)));
  }
  return frequency;
}
