/** The numbers of the index format that its writer and this reader must agree on, as src/Search/Index/IndexFormat.cs; see docs/search-format.md. */
export const FORMAT_VERSION = 1;
export const FILES_PER_FOLDER = 64;
export const HEAD_POSTINGS = 600;
export const WHOLE_IN_DICTIONARY = 900;
export const HEAD_OF_POSTS = 160;
export const POSTS_IN_DICTIONARY = 240;
export const FIRST_PIECE = 2400;
export const LATER_PIECE = 12000;
export const POSITIONS_IN_DICTIONARY = 6;
export const UNITS_PER_POSITION_PIECE = 8192;
/** Of each stream of pieces, by the name of its folders in the root: a file ends before a piece that would make it longer, unless the file is empty. */
export const FILE_LENGTHS = { listFolders: 24576, postListFolders: 8192, positionFolders: 65536 };
export const UNITS_PER_CLASS_FILE = 4096;

/**
 * How many postings lie in each piece of a list, or of one of the parts of a list of texts: the head, then the tail's pieces.
 *
 * @param {number} postings All postings of the list or the part; none has no piece.
 * @param {boolean} ofPosts Whether it is the part of the posts.
 */
export function piecesOf(postings, ofPosts) {
  if (postings <= (ofPosts ? POSTS_IN_DICTIONARY : WHOLE_IN_DICTIONARY)) {
    return postings > 0 ? [postings] : [];
  }
  const head = ofPosts ? HEAD_OF_POSTS : HEAD_POSTINGS;
  const pieces = [head];
  for (let left = postings - head, size = FIRST_PIECE; left > 0; left -= size, size = LATER_PIECE) {
    pieces.push(Math.min(size, left));
  }
  return pieces;
}

/** Says that a file of the index cannot be read. */
export function brokenIndex() {
  return new Error("The search index cannot be read. Build the site again.");
}
