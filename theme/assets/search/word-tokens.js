import { redactionMarkLength } from "./redaction-mark.js";
import { WORD_END_BIT, WORD_START, wordStep } from "./word-rules.js";

/** Most UTF-16 units of a word: Lucene's default, and its scanner sees no further either. A longer word is cut. */
const MAX_WORD_LENGTH = 255;

const LEFT_BRACKET = 0x5b;

/**
 * Goes over the words of a text in order: each the longest run that the rules allow. What stands between (blanks, punctuation, half surrogate pairs) is passed
 * over. From each place at most 255 units are looked at, so that the time is linear whatever the text holds.
 */
export class WordTokens {
  /**
   * @param {string} text
   * @param {boolean} skipsMarks Whether redaction marks are passed over; each counts as one position, so that no phrase joins what stands around it.
   */
  constructor(text, skipsMarks) {
    this.text = text;
    this.skipsMarks = skipsMarks;
    /** UTF-16 offset where the word begins. */
    this.start = 0;
    /** UTF-16 offset after the word. */
    this.end = 0;
    /** Marks passed over between the word before and this one. */
    this.marksBefore = 0;
  }

  /** The word as it stands in the text. */
  get word() {
    return this.text.slice(this.start, this.end);
  }

  /** Goes to the next word; false after the last. */
  moveNext() {
    const text = this.text;
    this.marksBefore = 0;
    for (let at = this.end; at < text.length; ) {
      const end = endOfWord(text, at);
      if (end > at) {
        this.start = at;
        this.end = end;
        return true;
      }
      const mark = this.skipsMarks && text.charCodeAt(at) === LEFT_BRACKET ? redactionMarkLength(text, at) : 0;
      if (mark > 0) {
        this.marksBefore++;
        at += mark;
      } else {
        at += text.codePointAt(at) > 0xffff ? 2 : 1;
      }
    }
    this.start = this.end = text.length;
    return false;
  }
}

/** Where the longest word that begins at an offset ends; the offset itself where none begins. */
function endOfWord(text, start) {
  let limit = Math.min(text.length, start + MAX_WORD_LENGTH);
  if (limit === start + MAX_WORD_LENGTH && isHighSurrogate(text.charCodeAt(limit - 1))) {
    limit--;
  }
  let end = start;
  let state = WORD_START;
  for (let at = start; at < limit; ) {
    const codePoint = text.codePointAt(at);
    at += codePoint > 0xffff ? 2 : 1;
    const next = wordStep(state, codePoint);
    if (next >= WORD_END_BIT) {
      end = at;
    }
    state = next & ~WORD_END_BIT;
    if (state === 0) {
      break;
    }
  }
  return end;
}

function isHighSurrogate(code) {
  return code >= 0xd800 && code < 0xdc00;
}
