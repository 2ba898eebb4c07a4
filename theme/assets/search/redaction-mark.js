/** A mark in a public text where something was taken out, as src/Text/RedactionMark.cs reads it. */
const REDACTION_MARK = /\[redacted(?:: [A-Za-z][A-Za-z0-9 -]{0,39})?\]/y;

/**
 * How long the mark is that begins at an offset, in UTF-16 units; 0 where none does. A backslash directly before a mark makes it text.
 *
 * @param {string} text
 * @param {number} at
 */
export function redactionMarkLength(text, at) {
  REDACTION_MARK.lastIndex = at;
  return text[at - 1] !== "\\" && REDACTION_MARK.test(text) ? REDACTION_MARK.lastIndex - at : 0;
}
