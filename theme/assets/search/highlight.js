import { capitalForms } from "./capital-forms.js";
import { analyze } from "./english-analyzer.js";

/** Around a redaction mark's words in a text; no published text can hold them. */
const MARK_START = "\u0001";
const MARK_END = "\u0002";

/** Characters of an excerpt around its hits. */
const WINDOW = 240;

/**
 * Puts a text into an element: redaction marks in their own look, words that were looked for marked. Text enters as text nodes only.
 *
 * @param {Element} element Emptied first.
 * @param {string} text With marks between MARK_START and MARK_END.
 * @param {Set<string>} terms What was looked for: terms, and capital forms.
 */
export function writeMarked(element, text, terms) {
  element.replaceChildren();
  text.split(MARK_START).forEach((piece, i) => {
    let rest = piece;
    if (i > 0) {
      const end = piece.indexOf(MARK_END);
      const mark = document.createElement("span");
      mark.className = "redacted";
      mark.textContent = end < 0 ? piece : piece.slice(0, end);
      element.append(mark);
      rest = end < 0 ? "" : piece.slice(end + 1);
    }
    writeWords(element, rest, terms);
  });
}

/**
 * The part of a text with the most of what was looked for, cut between words.
 *
 * @param {string} text
 * @param {Set<string>} terms
 */
export function bestPart(text, terms) {
  const words = foundWords(text, terms);
  if (text.length <= WINDOW || words.length === 0) {
    return cut(text, 0);
  }
  let best = 0;
  let most = 0;
  words.forEach(({ start }, i) => {
    let count = 0;
    const seen = new Set();
    for (let k = i; k < words.length && words[k].end <= start + WINDOW - 40; k++) {
      count += seen.has(words[k].term) ? 1 : 4; // a second word says more than the same word again
      seen.add(words[k].term);
    }
    if (count > most) {
      most = count;
      best = start;
    }
  });
  return cut(text, Math.max(0, best - 40));
}

/** Plain text of an element of a page, with marks as in excerpts and a space for each block's end. */
export function markedTextOf(element) {
  let text = "";
  for (const node of element.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) {
      text += node.data;
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      const isMark = node.classList.contains("redacted");
      text += isMark ? `${MARK_START}${node.textContent}${MARK_END}` : markedTextOf(node);
      text += /^(P|LI|BR|DIV|BLOCKQUOTE|H[1-6]|TR|PRE|UL|OL)$/.test(node.tagName) ? " " : "";
    }
  }
  return text.replace(/[ \n\t\r]+/g, " ");
}

function writeWords(element, text, terms) {
  let at = 0;
  for (const { start, end } of foundWords(text, terms)) {
    const word = document.createElement("mark");
    word.textContent = text.slice(start, end);
    element.append(text.slice(at, start), word);
    at = end;
  }
  element.append(text.slice(at));
}

/** Words of a text that were looked for, in order, none twice. */
function foundWords(text, terms) {
  const found = new Map();
  for (const token of [...analyze(text), ...capitalForms(text)]) {
    if (terms.has(token.term) && !found.has(token.start)) {
      found.set(token.start, token);
    }
  }
  return [...found.values()].sort((left, right) => left.start - right.start);
}

function cut(text, from) {
  let start = from;
  if (start > 0) {
    const space = text.indexOf(" ", start);
    start = space < 0 ? start : space + 1;
  }
  let end = text.length;
  if (end - start > WINDOW) {
    const space = text.lastIndexOf(" ", start + WINDOW);
    end = space > start ? space : start + WINDOW;
  }
  // A mark is never cut.
  const open = text.lastIndexOf(MARK_START, end);
  if (open > start && text.indexOf(MARK_END, open) >= end) {
    end = open;
  }
  const closed = text.indexOf(MARK_END, start);
  const opened = text.indexOf(MARK_START, start);
  if (closed >= 0 && (opened < 0 || closed < opened)) {
    start = closed + 1;
  }
  return `${start > 0 ? "… " : ""}${text.slice(start, end).trim()}${end < text.length ? " …" : ""}`;
}
