/**
 * Turns an English text into the terms that are indexed and asked for, token for token as src/Search/Analysis/EnglishAnalyzer.cs and EnglishAnalyzer of Lucene
 * 8.8.1: words, possessive taken off, lower case, stop words left out, Porter's stem. See docs/search-analysis.md.
 */
import { lowerCase } from "./lower-case.js";
import { stem } from "./porter-stemmer.js";
import { removePossessive } from "./possessive-ending.js";
import { isStopWord } from "./stop-words.js";
import { WordTokens } from "./word-tokens.js";

/**
 * @typedef {object} Token
 * @property {string} term What is indexed; not empty, at most 255 UTF-16 units.
 * @property {number} start UTF-16 offset in the text where the word begins.
 * @property {number} end UTF-16 offset in the text after the word, its ending included.
 * @property {number} increment How many positions after the token before (the first: after -1); more than 1 where words between are not indexed.
 */

/**
 * The tokens of a text in order. Nothing is thrown for any text.
 *
 * @param {string} text
 * @returns {Token[]}
 */
export function analyze(text) {
  return englishTokens(text, false);
}

/**
 * As analyze, for a plain text with redaction marks (titles, labels): a mark gives no token and takes one position.
 *
 * @param {string} text
 * @returns {Token[]}
 */
export function analyzeWithoutMarks(text) {
  return englishTokens(text, true);
}

/**
 * A piece of a word as it is compared with terms where it cannot be stemmed, in prefix and fuzzy queries: lower case and nothing else, as in Lucene.
 *
 * @param {string} text
 */
export function normalize(text) {
  return lowerCase(text);
}

function englishTokens(text, skipsMarks) {
  const tokens = [];
  const words = new WordTokens(text, skipsMarks);
  for (let increment = 0; words.moveNext(); ) {
    increment += 1 + words.marksBefore;
    const word = lowerCase(removePossessive(words.word));
    if (!isStopWord(word)) {
      tokens.push({ term: stem(word), start: words.start, end: words.end, increment });
      increment = 0;
    }
  }
  return tokens;
}
