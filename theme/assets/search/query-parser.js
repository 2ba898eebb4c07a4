import { capitalForms } from "./capital-forms.js";
import { isWhiteSpace } from "./code-points.js";
import { analyze } from "./english-analyzer.js";

const DEEPEST_GROUP = 50;
const DEFAULT_EDITS = 2;
const FIELD_NAMES = ["title", "text", "author", "label", "series", "kind", "in", "date"];

/** Whether a field has scores; "any" is title and text. The others are filters. */
export function isScored(field) {
  return field === "any" || field === "title" || field === "text";
}

/**
 * Reads Lucene's classic query syntax, as src/Search/Query/QueryParser.cs: words, "phrases", "near phrases"~3, prefix*, fuzzy~1, +must -not, AND OR NOT, ( ), field:,
 * date:[2015 TO 2016-06], word^2. Everything typed gives a query; what cannot be taken as typed is told in notes.
 *
 * A part has kind (words, phrase, prefix, fuzzy, dates, group) and boost; further words: field, text; phrase: field, text, slop; prefix: field, start; fuzzy: field, word,
 * edits; dates: from, to, isFromExcluded, isToExcluded; group: clauses of { occur: should, must or mustNot, query }.
 *
 * @param {string} text
 * @returns {{ query: object, notes: string[] }}
 */
export function parseQuery(text) {
  const parser = new QueryParser(text);
  const clauses = [];
  while (parser.at < text.length) {
    parser.readClauses(clauses, "any", 0);
    if (parser.at < text.length) {
      parser.at++; // a ) that closes nothing
      parser.note("a ) without its ( was left out");
    }
  }
  return { query: { kind: "group", clauses, boost: 1 }, notes: parser.notes };
}

class QueryParser {
  constructor(text) {
    this.text = text;
    this.notes = [];
    this.at = 0;
  }

  readClauses(clauses, field, depth) {
    while (true) {
      const conjunction = this.readConjunction();
      const modifier = this.readModifier();
      this.skipSpace();
      if (this.at === this.text.length || this.text[this.at] === ")") {
        return;
      }
      const query = this.readClause(field, depth);
      // Lucene's rule: AND makes the clause before it and the one after it required; OR changes nothing.
      const before = clauses[clauses.length - 1];
      if (conjunction === "and" && before?.occur === "should") {
        before.occur = "must";
      }
      if (query !== null && !isEmpty(query)) {
        clauses.push({ occur: conjunction === "and" && modifier === "should" ? "must" : modifier, query });
      }
    }
  }

  readClause(field, depth) {
    const named = this.readFieldName();
    if (named !== null) {
      field = named;
      this.skipSpace();
    }
    switch (this.text[this.at]) {
      case undefined:
        return null;
      case "(":
        return this.readGroup(field, depth);
      case '"':
        return this.readQuoted(field);
      case "[":
      case "{":
        return field === "date" ? this.readDates() : this.readWord(field);
      default:
        return this.readWord(field);
    }
  }

  readGroup(field, depth) {
    this.at++;
    const clauses = [];
    if (depth >= DEEPEST_GROUP) {
      this.note("brackets are too deep, the inner ones were left out");
      return { kind: "group", clauses, boost: 1 };
    }
    this.readClauses(clauses, field, depth + 1);
    if (this.at < this.text.length) {
      this.at++;
    } else {
      this.note("a ) is missing at the end");
    }
    return { kind: "group", clauses, boost: this.readBoost() };
  }

  readQuoted(field) {
    let quoted = "";
    for (this.at++; this.at < this.text.length && this.text[this.at] !== '"'; ) {
      if (this.text[this.at] === "\\" && this.at + 1 < this.text.length) {
        this.at++;
      }
      quoted += this.text[this.at++];
    }
    if (this.at < this.text.length) {
      this.at++;
    } else {
      this.note('a " is missing at the end');
    }
    let slop = 0;
    if (this.text[this.at] === "~") {
      this.at++;
      slop = Math.trunc(Math.min(this.readNumber() ?? 0, 1000));
    }
    const boost = this.readBoost();
    return field === "date" ? datesOf(quoted, boost) : { kind: "phrase", field, text: quoted, slop, boost };
  }

  readDates() {
    const isFromExcluded = this.text[this.at++] === "{";
    const length = this.text.slice(this.at).search(/[\]}]/);
    const end = length < 0 ? this.text.length : this.at + length;
    const inside = this.text.slice(this.at, end);
    const isToExcluded = this.text[end] === "}";
    this.at = Math.min(this.text.length, end + 1);
    if (length < 0) {
      this.note("a ] is missing at the end");
    }
    const parted = inside.indexOf(" TO ");
    const from = trimmed(parted < 0 ? inside : inside.slice(0, parted));
    const to = parted < 0 ? from : trimmed(inside.slice(parted + 4));
    return { kind: "dates", from: from === "*" ? "" : from, to: to === "*" ? "" : to, isFromExcluded, isToExcluded, boost: this.readBoost() };
  }

  readWord(field) {
    let word = "";
    let isPrefix = false;
    const start = this.at;
    while (this.at < this.text.length) {
      const c = this.text[this.at];
      const next = this.text[this.at + 1];
      if (c === "\\" && next !== undefined) {
        word += next;
        this.at += 2;
        continue;
      }
      if (c === "*" && word !== "" && (next === undefined || isEnd(next) || next === "^")) {
        isPrefix = true;
        this.at++;
        break;
      }
      if (isEnd(c) || ((c === "~" || c === "^") && word !== "")) {
        break;
      }
      word += c;
      this.at++;
    }
    if (this.at === start) {
      this.note(`a ${this.text[this.at]} was left out`);
      this.at++;
      return null;
    }
    let edits = null;
    if (!isPrefix && this.text[this.at] === "~") {
      this.at++;
      edits = this.readEdits(word);
    }
    const boost = this.readBoost();
    if (field === "date") {
      return datesOf(word, boost);
    }
    if (isPrefix) {
      return { kind: "prefix", field, start: word, boost };
    }
    return edits === null ? { kind: "words", field, text: word, boost } : { kind: "fuzzy", field, word, edits, boost };
  }

  /** After ~: a number of slips, or below 1 the likeness Lucene used to take; two slips where none is given. */
  readEdits(word) {
    const number = this.readNumber();
    if (number === null) {
      return DEFAULT_EDITS;
    }
    return number >= 1 ? Math.trunc(Math.min(number, 2)) : number === 0 ? 0 : Math.min(Math.trunc((1 - number) * [...word].length), 2);
  }

  readBoost() {
    if (this.text[this.at] !== "^") {
      return 1;
    }
    this.at++;
    return Math.fround(this.readNumber() ?? 1);
  }

  readNumber() {
    const start = this.at;
    while (this.at - start < 10 && (isDigit(this.text[this.at]) || (this.text[this.at] === "." && isDigit(this.text[this.at + 1])))) {
      this.at++;
    }
    const digits = this.text.slice(start, this.at);
    return /^(\d+\.?\d*|\.\d+)$/.test(digits) ? Number(digits) : null;
  }

  /** The field whose name and colon come next; null for none. */
  readFieldName() {
    let colon = this.at;
    while (colon < this.text.length && /[A-Za-z]/.test(this.text[colon])) {
      colon++;
    }
    const name = this.text.slice(this.at, colon).toLowerCase();
    const next = this.text[colon + 1];
    if (this.text[colon] !== ":" || next === undefined || isWhiteSpace(next) || !FIELD_NAMES.includes(name)) {
      return null;
    }
    this.at = colon + 1;
    return name;
  }

  readConjunction() {
    for (let conjunction = "none"; ; ) {
      this.skipSpace();
      if (this.readOperator("AND") || this.readSign("&&")) {
        conjunction = "and";
      } else if (this.readOperator("OR") || this.readSign("||")) {
        conjunction = "or";
      } else {
        return conjunction;
      }
    }
  }

  readModifier() {
    for (let modifier = "should"; ; ) {
      this.skipSpace();
      const c = this.text[this.at];
      if (this.readOperator("NOT")) {
        modifier = "mustNot";
      } else if (c === "+" || c === "-" || c === "!") {
        const next = this.text[++this.at];
        if (next !== undefined && !isWhiteSpace(next)) {
          modifier = c === "+" ? "must" : "mustNot"; // else a sign that stands alone
        }
      } else {
        return modifier;
      }
    }
  }

  readOperator(word) {
    const next = this.text[this.at + word.length];
    if (!this.text.startsWith(word, this.at) || next === undefined || !(isWhiteSpace(next) || next === "(" || next === '"')) {
      return false;
    }
    this.at += word.length;
    return true;
  }

  readSign(sign) {
    const isThere = this.text.startsWith(sign, this.at);
    this.at += isThere ? sign.length : 0;
    return isThere;
  }

  skipSpace() {
    while (this.at < this.text.length && isWhiteSpace(this.text[this.at])) {
      this.at++;
    }
  }

  note(note) {
    if (!this.notes.includes(note)) {
      this.notes.push(note);
    }
  }
}

/** Whether a part asks for nothing, such as a stop word: it then counts as not typed, also for the AND before or after it. */
function isEmpty(query) {
  if ((query.kind !== "words" && query.kind !== "phrase") || !isScored(query.field)) {
    return false;
  }
  return analyze(query.text).length === 0 && (query.kind === "phrase" || capitalForms(query.text).length === 0);
}

function datesOf(time, boost) {
  return { kind: "dates", from: time, to: time, isFromExcluded: false, isToExcluded: false, boost };
}

function trimmed(text) {
  let start = 0;
  let end = text.length;
  while (start < end && isWhiteSpace(text[start])) {
    start++;
  }
  while (end > start && isWhiteSpace(text[end - 1])) {
    end--;
  }
  return text.slice(start, end);
}

function isEnd(c) {
  return isWhiteSpace(c) || "()\"[]{}".includes(c);
}

function isDigit(c) {
  return c !== undefined && c >= "0" && c <= "9";
}
