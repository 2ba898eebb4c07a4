import { isWhiteSpace } from "./code-points.js";

const LONGEST_NUMBER = 10;

/** Goes over the characters of a typed query, as src/Search/Query/QueryCursor.cs: what stands at a place, and whether a sign or word can be taken there. It knows no grammar. */
export class QueryCursor {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  get isAtEnd() {
    return this.at >= this.text.length;
  }

  /** The next character; undefined at the end. */
  get current() {
    return this.text[this.at];
  }

  /** The character after it; undefined where there is none. */
  get next() {
    return this.text[this.at + 1];
  }

  /** Takes the next character. */
  take() {
    return this.text[this.at++];
  }

  /** Takes signs if they come next. */
  tryTake(signs) {
    const isThere = this.text.startsWith(signs, this.at);
    this.at += isThere ? signs.length : 0;
    return isThere;
  }

  /** Takes an operator of letters if it comes next: white space or the opening of a part must follow. */
  tryTakeOperator(word) {
    const after = this.text[this.at + word.length];
    return after !== undefined && (isWhiteSpace(after) || after === "(" || after === '"') && this.tryTake(word);
  }

  /** Takes white space. */
  skipSpace() {
    while (!this.isAtEnd && isWhiteSpace(this.current)) {
      this.at++;
    }
  }

  /** Takes a character, or the one behind a backslash; a backslash at the end is itself. */
  takeEscaped() {
    if (this.current === "\\" && this.next !== undefined) {
      this.at++;
    }
    return this.take();
  }

  /** Takes what stands before one of some signs, and the sign; everything, and an undefined sign, where none comes. */
  takeThrough(signs) {
    const start = this.at;
    while (!this.isAtEnd && !signs.includes(this.current)) {
      this.at++;
    }
    const inside = this.text.slice(start, this.at);
    return { inside, sign: this.isAtEnd ? undefined : this.take() };
  }

  /** Takes a number of digits with one point between them; null where none comes. */
  takeNumber() {
    const start = this.at;
    while (this.at - start < LONGEST_NUMBER && (isDigit(this.current) || (this.current === "." && isDigit(this.next)))) {
      this.at++;
    }
    const digits = this.text.slice(start, this.at);
    return /^(\d+\.?\d*|\.\d+)$/.test(digits) ? Number(digits) : null;
  }

  /** Takes a name of letters and the colon behind it, where something follows the colon and the name is known; else null. */
  takeName(names) {
    let colon = this.at;
    while (colon < this.text.length && /[A-Za-z]/.test(this.text[colon])) {
      colon++;
    }
    const name = this.text.slice(this.at, colon).toLowerCase();
    const after = this.text[colon + 1];
    if (this.text[colon] !== ":" || after === undefined || isWhiteSpace(after) || !names.includes(name)) {
      return null;
    }
    this.at = colon + 1;
    return name;
  }
}

function isDigit(c) {
  return c !== undefined && c >= "0" && c <= "9";
}
