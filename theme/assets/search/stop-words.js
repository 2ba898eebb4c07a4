import { STOP_WORD_LIST } from "./stop-words-table.js";

const STOP_WORDS = new Set(STOP_WORD_LIST.split(" "));
const LONGEST_STOP_WORD = Math.max(...[...STOP_WORDS].map((word) => word.length));

/**
 * Whether a word in lower case is one of the English words that are not indexed.
 *
 * @param {string} word
 */
export function isStopWord(word) {
  return word.length <= LONGEST_STOP_WORD && STOP_WORDS.has(word);
}
