import { endingOfStep2, endingOfStep3, endingOfStep4 } from "./porter-ending.js";
import { endsInDoubleConsonant, endsInShortSyllable, hasVowel, measure } from "./porter-word.js";

/**
 * Reduces an English word in lower case to its stem: M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980, with the departures of his own
 * programs that Lucene's PorterStemFilter has too: bli and logi in step 2, and words of one or two letters stay.
 *
 * @param {string} word
 */
export function stem(word) {
  if (word.length <= 2) {
    return word;
  }
  let left = removePast(removePlural(word));
  if (lastOf(left) === "y" && hasVowel(left, left.length - 1)) {
    left = left.slice(0, -1) + "i";
  }
  left = replaceEnding(left, endingOfStep2(left));
  left = replaceEnding(left, endingOfStep3(left));
  return removeFinalE(removeEnding(left, endingOfStep4(left)));
}

// Step 1a.
function removePlural(word) {
  if (lastOf(word) !== "s") {
    return word;
  }
  if (word.endsWith("sses") || word.endsWith("ies")) {
    return word.slice(0, -2);
  }
  return word.endsWith("ss") ? word : word.slice(0, -1);
}

// Step 1b.
function removePast(word) {
  if (lastOf(word) !== "d" && lastOf(word) !== "g") {
    return word;
  }
  if (word.endsWith("eed")) {
    return measure(word, word.length - 3) > 0 ? word.slice(0, -1) : word;
  }
  const ending = word.endsWith("ed") ? 2 : word.endsWith("ing") ? 3 : 0;
  if (ending === 0 || !hasVowel(word, word.length - ending)) {
    return word;
  }
  const left = word.slice(0, -ending);
  if (left.endsWith("at") || left.endsWith("bl") || left.endsWith("iz")) {
    return left + "e";
  }
  if (endsInDoubleConsonant(left)) {
    return "lsz".includes(lastOf(left)) ? left : left.slice(0, -1);
  }
  return measure(left, left.length) === 1 && endsInShortSyllable(left, left.length) ? left + "e" : left;
}

// Steps 2 and 3.
function replaceEnding(word, found) {
  if (!found) {
    return word;
  }
  const left = word.length - found[0].length;
  return measure(word, left) > 0 ? word.slice(0, left) + found[1] : word;
}

// Step 4; -ion goes only after s and t.
function removeEnding(word, found) {
  if (!found) {
    return word;
  }
  const left = word.length - found[0].length;
  return measure(word, left) > 1 && (found[0] !== "ion" || "st".includes(word[left - 1])) ? word.slice(0, left) : word;
}

// Step 5.
function removeFinalE(word) {
  let left = word;
  if (lastOf(left) === "e") {
    const found = measure(left, left.length - 1);
    if (found > 1 || (found === 1 && !endsInShortSyllable(left, left.length - 1))) {
      left = left.slice(0, -1);
    }
  }
  return lastOf(left) === "l" && left.endsWith("ll") && measure(left, left.length) > 1 ? left.slice(0, -1) : left;
}

// Asked first, because it is several times as fast as endsWith.
function lastOf(word) {
  return word[word.length - 1];
}
