import { editDistance } from "./edit-distance.js";
import { analyze, normalize } from "./english-analyzer.js";
import { removePossessive } from "./possessive-ending.js";

const SHORTEST = 4;
const TWO_SLIPS_FROM = 7;

/**
 * The word that a misspelt one most likely means, as src/Search/Query/SpellingSuggester.cs: the fewest slips away, then in the most texts, then the first in order; null where none
 * is near, and for words without letters.
 *
 * A slip in a word's end leaves its beginning whole, one in its beginning the end: small pieces of the two lists of words hold what is one slip away, and most of what is two.
 *
 * @param {import("./index-reader.js").IndexReader} index
 * @param {string} word As typed.
 * @returns {Promise<{ surface: string, units: number } | null>} The word as readers know it, in small letters, and the number of texts it stands in.
 */
export async function suggestSpelling(index, word) {
  const typed = normalize(removePossessive(word));
  const term = analyze(word)[0]?.term ?? "";
  const letters = [...term];
  if (letters.length < SHORTEST || /^[\d.,]*$/.test(typed)) {
    return null;
  }
  const first = Math.min(4, letters.length >> 1);
  const last = Math.min(4, Math.max(1, letters.length - first - 1));
  const lists = await Promise.all([index.words(letters.slice(0, first).join(""), false), index.words(letters.slice(-last).reverse().join(""), true)]);
  const most = [...typed].length >= TWO_SLIPS_FROM ? 2 : 1;
  let best = null;
  for (const entry of lists.flat()) {
    if (entry.term === term || entry.units === 0) {
      continue;
    }
    const slips = Math.min(editDistance(letters, [...entry.term], most) ?? Infinity, editDistance([...typed], [...entry.surface], most) ?? Infinity);
    if (slips <= most && (best === null || isBetter(slips, entry, best))) {
      best = { slips, entry };
    }
  }
  return best?.entry ?? null;
}

function isBetter(slips, entry, best) {
  return slips < best.slips || (slips === best.slips && (entry.units > best.entry.units || (entry.units === best.entry.units && entry.term < best.entry.term)));
}
