/** What Porter's conditions ask of a word, or of its first letters: those before the ending that is looked at. */

/**
 * How often a vowel is followed by a consonant within the first letters: m in [C](VC)^m[V].
 *
 * @param {string} word
 * @param {number} count
 */
export function measure(word, count) {
  let found = 0;
  let before = true;
  for (let i = 0; i < count; i++) {
    const consonant = isConsonantAfter(word, i, before);
    if (consonant && !before) {
      found++;
    }
    before = consonant;
  }
  return found;
}

/**
 * Whether there is a vowel within the first letters (Porter's *v*).
 *
 * @param {string} word
 * @param {number} count
 */
export function hasVowel(word, count) {
  let before = false;
  for (let i = 0; i < count; i++) {
    before = isConsonantAfter(word, i, before);
    if (!before) {
      return true;
    }
  }
  return false;
}

/**
 * Whether a word ends in the same two consonants (Porter's *d).
 *
 * @param {string} word
 */
export function endsInDoubleConsonant(word) {
  const last = word.length - 1;
  return last > 0 && word.charCodeAt(last) === word.charCodeAt(last - 1) && isConsonant(word, last);
}

/**
 * Whether a word ends in consonant, vowel, consonant, the last not w, x or y (Porter's *o): hop, fil.
 *
 * @param {string} word
 * @param {number} count How many of its letters.
 */
export function endsInShortSyllable(word, count) {
  return count >= 3 && isConsonant(word, count - 1) && !isConsonant(word, count - 2) && isConsonant(word, count - 3) && !"wxy".includes(word[count - 1]);
}

// A y is the opposite of the letter before it; a run of them turns with each.
function isConsonant(word, index) {
  let first = index;
  while (first > 0 && word[first] === "y") {
    first--;
  }
  return isConsonantAfter(word, first, false) === ((index - first) % 2 === 0);
}

// A letter other than a, e, i, o, u, y counts as a consonant, whatever its script; at the start a y is one.
function isConsonantAfter(word, index, beforeIsConsonant) {
  switch (word.charCodeAt(index)) {
    case 0x61:
    case 0x65:
    case 0x69:
    case 0x6f:
    case 0x75:
      return false;
    case 0x79:
      return index === 0 || !beforeIsConsonant;
    default:
      return true;
  }
}
