import { isWhiteSpace } from "./code-points.js";
import { normalize } from "./english-analyzer.js";

/** Keys of the dictionary are a letter for the field, then the term; see src/Search/Index/FieldKey.cs. */
export const AUTHOR_KEY = "a";
export const CAPITALS_KEY = "c";
export const TEXT_KEY = "t";
export const SET_KEYS = { author: AUTHOR_KEY, in: "i", kind: "k", label: "l", series: "s" };

/**
 * A label, series or page name as it is compared: small letters, one space for each run of spaces, hyphens and underscores.
 *
 * @param {string} value
 */
export function foldValue(value) {
  let folded = "";
  for (const character of normalize(value)) {
    const isGap = character === "-" || character === "_" || isWhiteSpace(character);
    folded += !isGap ? character : folded === "" || folded.endsWith(" ") ? "" : " ";
  }
  return folded.endsWith(" ") ? folded.slice(0, -1) : folded;
}
