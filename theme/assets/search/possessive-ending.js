// Straight, curly, full width.
const APOSTROPHES = "'\u2019\uff07";

/**
 * A word without the English possessive, in either case, as Lucene's EnglishPossessiveFilter takes it off.
 *
 * @param {string} word
 */
export function removePossessive(word) {
  const last = word[word.length - 1];
  return (last === "s" || last === "S") && APOSTROPHES.includes(word[word.length - 2]) ? word.slice(0, -2) : word;
}
