/**
 * Finds the abbreviations in capitals of a text, for a field that tells PO from po and IT from it, as src/Search/Analysis/CapitalFormAnalyzer.cs does: words of
 * capitals and the digits 0 to 9 with two capitals or more. Possessive and plural fold to them. Terms keep their capitals; positions count every word.
 */
import { lowerCaseOf } from "./lower-case.js";
import { removePossessive } from "./possessive-ending.js";
import { WordTokens } from "./word-tokens.js";

/**
 * The capital forms of a text in order. Nothing is thrown for any text.
 *
 * @param {string} text
 * @returns {import("./english-analyzer.js").Token[]}
 */
export function capitalForms(text) {
  return capitalFormTokens(text, false);
}

/**
 * As capitalForms, for a plain text with redaction marks (titles, labels): a mark gives no token and takes one position.
 *
 * @param {string} text
 * @returns {import("./english-analyzer.js").Token[]}
 */
export function capitalFormsWithoutMarks(text) {
  return capitalFormTokens(text, true);
}

function capitalFormTokens(text, skipsMarks) {
  const tokens = [];
  const words = new WordTokens(text, skipsMarks);
  for (let increment = 0; words.moveNext(); ) {
    increment += 1 + words.marksBefore;
    const word = removePossessive(words.word);
    const term = word.endsWith("s") ? word.slice(0, -1) : word;
    if (isCapitalForm(term)) {
      tokens.push({ term, start: words.start, end: words.end, increment });
      increment = 0;
    }
  }
  return tokens;
}

function isCapitalForm(word) {
  let capitals = 0;
  for (const character of word) {
    const codePoint = character.codePointAt(0);
    if (lowerCaseOf(codePoint) !== codePoint) {
      capitals++;
    } else if (codePoint < 0x30 || codePoint > 0x39) {
      return false;
    }
  }
  return capitals >= 2;
}
