/** The numbers of the index format that its writer and this reader must agree on, as src/Search/Index/IndexFormat.cs; see docs/search-format.md. */
export const FORMAT_VERSION = 1;
export const FILES_PER_FOLDER = 64;
export const HEAD_POSTINGS = 600;
export const WHOLE_IN_DICTIONARY = 900;
export const FIRST_PIECE = 2400;
export const LATER_PIECE = 12000;
export const POSITIONS_IN_DICTIONARY = 6;
export const UNITS_PER_POSITION_PIECE = 8192;
export const LIST_FILE_LENGTH = 32768;
export const POSITION_FILE_LENGTH = 65536;
export const UNITS_PER_CLASS_FILE = 4096;

/**
 * How many postings lie in each piece of a list: the head, then the tail's pieces.
 *
 * @param {number} postings All postings of the list.
 */
export function piecesOf(postings) {
  if (postings <= WHOLE_IN_DICTIONARY) {
    return [postings];
  }
  const pieces = [HEAD_POSTINGS];
  for (let left = postings - HEAD_POSTINGS, size = FIRST_PIECE; left > 0; left -= size, size = LATER_PIECE) {
    pieces.push(Math.min(size, left));
  }
  return pieces;
}

/** Says that a file of the index cannot be read. */
export function brokenIndex() {
  return new Error("The search index cannot be read. Build the site again.");
}
