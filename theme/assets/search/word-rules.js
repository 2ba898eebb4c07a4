/**
 * The automaton that says where a word ends: the word rules of UAX #29 as Lucene 8.8.1's StandardTokenizer has them.
 * The browser's own (Intl.Segmenter, \p{...}) would differ from Lucene and from browser to browser, and so from the index.
 */
import { tableNumbers } from "./table-numbers.js";
import { WORD_CLASSES, WORD_STATES } from "./word-rules-table.js";

/** The state before a word. */
export const WORD_START = 1;

/** Set in what wordStep returns where a word may end. */
export const WORD_END_BIT = 128;

const ASCII = 128;

let wordTable;

/**
 * What kind of character a code point is to the rules; 0 is one that stands in no word, as is half a surrogate pair.
 *
 * @param {number} codePoint
 */
export function wordClassOf(codePoint) {
  wordTable ??= readWordTable();
  return wordTable.classes[codePoint];
}

/**
 * The state after a character, with WORD_END_BIT where a word may end after it; 0 where no word goes on with it.
 *
 * @param {number} state The state before it, without the bit.
 * @param {number} codePoint
 */
export function wordStep(state, codePoint) {
  wordTable ??= readWordTable();
  return codePoint < ASCII
    ? wordTable.asciiSteps[state * ASCII + codePoint]
    : wordTable.steps[state * wordTable.classCount + wordTable.classes[codePoint]];
}

// At the first use, since a reader who never searches need not wait for it. A byte for every code point: the pages that nothing is written to cost no memory.
function readWordTable() {
  const classes = new Uint8Array(0x110000);
  const ranges = tableNumbers(WORD_CLASSES);
  for (let i = 0, at = 0; i < ranges.length; i += 3) {
    const first = at + ranges[i];
    at = first + ranges[i + 1] + 1;
    classes.fill(ranges[i + 2], first, at);
  }

  const [classCount, stateCount, ...rest] = tableNumbers(WORD_STATES);
  const steps = new Uint8Array(stateCount * classCount);
  const asciiSteps = new Uint8Array(stateCount * ASCII);
  for (let state = 0; state < stateCount; state++) {
    for (let each = 0; each < classCount; each++) {
      // Column by column, because a class does much the same from most states.
      const next = rest[stateCount + each * stateCount + state];
      steps[state * classCount + each] = rest[next] ? next | WORD_END_BIT : next;
    }
    for (let code = 0; code < ASCII; code++) {
      asciiSteps[state * ASCII + code] = steps[state * classCount + classes[code]];
    }
  }
  return { classes, steps, asciiSteps, classCount };
}
