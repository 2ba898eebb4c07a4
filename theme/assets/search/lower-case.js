/**
 * Puts letters into lower case one code point at a time, as Lucene's LowerCaseFilter does on Java 17. The browser's toLowerCase knows other letters in every
 * version and looks at what stands around a letter (a final sigma, two letters for one); only for ASCII both are the same.
 */
import { LOWER_CASE } from "./lower-case-table.js";
import { tableNumbers } from "./table-numbers.js";

let lowerCaseTable;

/**
 * The lower case of a code point; itself where it has none.
 *
 * @param {number} codePoint
 */
export function lowerCaseOf(codePoint) {
  lowerCaseTable ??= readLowerCaseTable();
  return lowerCaseTable.get(codePoint) ?? codePoint;
}

/**
 * A text in lower case, of the same length; half a surrogate pair stays.
 *
 * @param {string} text
 */
export function lowerCase(text) {
  // Most words need nothing, and most of the others the browser can do.
  let capitals = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x80) {
      return lowerCaseByTable(text);
    }
    capitals += code >= 0x41 && code <= 0x5a ? 1 : 0;
  }
  return capitals > 0 ? text.toLowerCase() : text;
}

function lowerCaseByTable(text) {
  let lower = "";
  for (const character of text) {
    lower += String.fromCodePoint(lowerCaseOf(character.codePointAt(0)));
  }
  return lower;
}

// Each run: how far its first letter is from the first of the run before; twice the letters after the first, and 1 where it is every second letter; what to add,
// twice, less 1 where it is taken away.
function readLowerCaseTable() {
  const table = new Map();
  const numbers = tableNumbers(LOWER_CASE);
  for (let i = 0, first = 0; i < numbers.length; i += 3) {
    first += numbers[i];
    const step = 1 + (numbers[i + 1] & 1);
    const last = first + step * (numbers[i + 1] >> 1);
    const added = numbers[i + 2] & 1 ? -(numbers[i + 2] + 1) / 2 : numbers[i + 2] / 2;
    for (let code = first; code <= last; code += step) {
      table.set(code, code + added);
    }
  }
  return table;
}
