/**
 * The endings that the stemmer replaces (Porter 1980), each with what stands in its place. Longer ones stand before those that they end in, because the longest
 * decides, whether or not the stem before it is long enough.
 */
const STEP_2 = porterEndings(
  "ational>ate tional>tion enci>ence anci>ance izer>ize logi>log bli>ble alli>al entli>ent eli>e ousli>ous ization>ize ation>ate ator>ate alism>al " +
    "iveness>ive fulness>ful ousness>ous aliti>al iviti>ive biliti>ble",
);
const STEP_3 = porterEndings("icate>ic ative> alize>al iciti>ic ical>ic ful> ness>");
const STEP_4 = porterEndings("al ance ence er ic able ible ant ement ment ent ion ou ism ate iti ous ive ize");

/** @param {string} word @returns {[string, string] | undefined} The ending of step 2 that a word has, and what it becomes. */
export const endingOfStep2 = (word) => endingOf(STEP_2, word);

/** @param {string} word @returns {[string, string] | undefined} The ending of step 3 that a word has, and what it becomes. */
export const endingOfStep3 = (word) => endingOf(STEP_3, word);

/** @param {string} word @returns {[string, string] | undefined} The ending of step 4 that a word has, which goes. */
export const endingOfStep4 = (word) => endingOf(STEP_4, word);

// By their last two letters: few words have those of any ending.
function porterEndings(list) {
  const byLastTwo = Array.from({ length: 1024 }, () => []);
  for (const each of list.split(" ")) {
    const [ending, becomes = ""] = each.split(">");
    byLastTwo[lastTwo(ending)].push([ending, becomes]);
  }
  return byLastTwo;
}

function endingOf(endings, word) {
  for (const found of endings[lastTwo(word)]) {
    if (word.endsWith(found[0])) {
      return found;
    }
  }
  return undefined;
}

// Five bits of each letter, which tell a to z apart; what else falls together with them is found out when endings are compared.
function lastTwo(word) {
  return ((word.charCodeAt(word.length - 2) & 31) << 5) | (word.charCodeAt(word.length - 1) & 31);
}
