import { capitalForms } from "./capital-forms.js";
import { isWhiteSpace } from "./code-points.js";
import { analyze } from "./english-analyzer.js";
import { QueryCursor } from "./query-cursor.js";

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
  while (!parser.cursor.isAtEnd) {
    parser.readClauses(clauses, "any", 0);
    if (parser.cursor.tryTake(")")) {
      parser.note("a ) without its ( was left out");
    }
  }
  return { query: { kind: "group", clauses, boost: 1 }, notes: parser.notes };
}

class QueryParser {
  constructor(text) {
    this.cursor = new QueryCursor(text);
    this.notes = [];
  }

  readClauses(clauses, field, depth) {
    while (true) {
      const conjunction = this.readConjunction();
      const modifier = this.readModifier();
      this.cursor.skipSpace();
      if (this.cursor.isAtEnd || this.cursor.current === ")") {
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
    const named = this.cursor.takeName(FIELD_NAMES);
    if (named !== null) {
      field = named;
      this.cursor.skipSpace();
    }
    switch (this.cursor.current) {
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
    this.cursor.take();
    const clauses = [];
    if (depth >= DEEPEST_GROUP) {
      this.note("brackets are too deep, the inner ones were left out");
      return { kind: "group", clauses, boost: 1 };
    }
    this.readClauses(clauses, field, depth + 1);
    if (!this.cursor.tryTake(")")) {
      this.note("a ) is missing at the end");
    }
    return { kind: "group", clauses, boost: this.readBoost() };
  }

  readQuoted(field) {
    this.cursor.take();
    let text = "";
    while (!this.cursor.isAtEnd && this.cursor.current !== '"') {
      text += this.cursor.takeEscaped();
    }
    if (!this.cursor.tryTake('"')) {
      this.note('a " is missing at the end');
    }
    const slop = this.cursor.tryTake("~") ? Math.trunc(Math.min(this.cursor.takeNumber() ?? 0, 1000)) : 0;
    const boost = this.readBoost();
    return field === "date" ? datesOf(text, boost) : { kind: "phrase", field, text, slop, boost };
  }

  readDates() {
    const isFromExcluded = this.cursor.take() === "{";
    const { inside, sign } = this.cursor.takeThrough("]}");
    if (sign === undefined) {
      this.note("a ] is missing at the end");
    }
    const parted = inside.indexOf(" TO ");
    const from = trimmed(parted < 0 ? inside : inside.slice(0, parted));
    const to = parted < 0 ? from : trimmed(inside.slice(parted + 4));
    return { kind: "dates", from: from === "*" ? "" : from, to: to === "*" ? "" : to, isFromExcluded, isToExcluded: sign === "}", boost: this.readBoost() };
  }

  readWord(field) {
    if (isEnd(this.cursor.current)) {
      this.note(`a ${this.cursor.take()} was left out`);
      return null;
    }
    const { word, isPrefix } = this.readLetters();
    const edits = !isPrefix && this.cursor.tryTake("~") ? this.readEdits(word) : null;
    const boost = this.readBoost();
    if (field === "date") {
      return datesOf(word, boost);
    }
    if (isPrefix) {
      return { kind: "prefix", field, start: word, boost };
    }
    return edits === null ? { kind: "words", field, text: word, boost } : { kind: "fuzzy", field, word, edits, boost };
  }

  /** A word to its end, or to the * that makes it a beginning, which is taken too. */
  readLetters() {
    let word = "";
    while (!this.cursor.isAtEnd) {
      const { current, next } = this.cursor;
      const isEscaped = current === "\\" && next !== undefined;
      if (current === "*" && word !== "" && (next === undefined || isEnd(next) || next === "^")) {
        this.cursor.take();
        return { word, isPrefix: true };
      }
      if (!isEscaped && (isEnd(current) || ((current === "~" || current === "^") && word !== ""))) {
        break;
      }
      word += this.cursor.takeEscaped();
    }
    return { word, isPrefix: false };
  }

  /** After ~: a number of slips, or below 1 the likeness Lucene used to take; two slips where none is given. */
  readEdits(word) {
    const number = this.cursor.takeNumber();
    if (number === null) {
      return DEFAULT_EDITS;
    }
    return number >= 1 ? Math.trunc(Math.min(number, 2)) : number === 0 ? 0 : Math.min(Math.trunc((1 - number) * [...word].length), 2);
  }

  readBoost() {
    return this.cursor.tryTake("^") ? Math.fround(this.cursor.takeNumber() ?? 1) : 1;
  }

  readConjunction() {
    for (let conjunction = "none"; ; ) {
      this.cursor.skipSpace();
      if (this.cursor.tryTakeOperator("AND") || this.cursor.tryTake("&&")) {
        conjunction = "and";
      } else if (this.cursor.tryTakeOperator("OR") || this.cursor.tryTake("||")) {
        conjunction = "or";
      } else {
        return conjunction;
      }
    }
  }

  readModifier() {
    for (let modifier = "should"; ; ) {
      this.cursor.skipSpace();
      const { current } = this.cursor;
      if (this.cursor.tryTakeOperator("NOT")) {
        modifier = "mustNot";
      } else if (current === "+" || current === "-" || current === "!") {
        const { next } = this.cursor;
        this.cursor.take();
        if (next !== undefined && !isWhiteSpace(next)) {
          modifier = current === "+" ? "must" : "mustNot"; // else a sign that stands alone
        }
      } else {
        return modifier;
      }
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
