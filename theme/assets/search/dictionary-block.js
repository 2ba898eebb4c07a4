import { ByteCursor } from "./byte-cursor.js";
import { CAPITALS_KEY, TEXT_KEY } from "./field-key.js";
import { FILE_LENGTHS, POSITIONS_IN_DICTIONARY, UNITS_PER_POSITION_PIECE, WHOLE_IN_DICTIONARY, brokenIndex, piecesOf } from "./index-format.js";

/**
 * @typedef {object} Piece Where a piece of a list or of positions lies.
 * @property {Uint8Array | null} inline Its bytes where the dictionary holds them.
 * @property {string} stream Its stream, by the name of its folders in the root.
 * @property {number} file Number of the file of its stream.
 * @property {number} offset Where in the file it begins.
 * @property {number} length Its bytes.
 * @property {number} postings How many postings it holds; 0 for positions and sets.
 * @property {number} frequency Frequency of its first group of postings; 0 for the head.
 * @property {number} unitClass Class of its first group.
 * @property {boolean} ofPosts Whether it belongs to the part of the posts.
 */

/**
 * @typedef {object} ListRef A scored list as the dictionary describes it.
 * @property {number} count Postings.
 * @property {Piece[]} pieces The head and the pieces of the tail; of a list of texts first those of the posts, then those of the comments.
 * @property {Piece[]} positions The pieces of its positions; none for capital forms.
 */

/**
 * Reads one block of the dictionary, as src/Search/Index/DictionaryBlock.cs: its entries by key, each with key, surface, text and title (ListRef or null) and titleTexts
 * (bits: what the texts of the units of the title's first piece hold of the term), or set and setCount.
 *
 * @param {Uint8Array} bytes
 */
export function readDictionaryBlock(bytes) {
  const cursor = new ByteCursor(bytes);
  const utf8 = new TextDecoder();
  const [lists, postLists, positions] = Object.keys(FILE_LENGTHS).map((stream) => new StreamPlace(stream, cursor.number(), cursor.number()));
  const count = cursor.number();
  const entries = new Map();
  let raw = new Uint8Array(0);
  for (let i = 0; i < count; i++) {
    raw = cursor.shared(raw);
    const key = utf8.decode(raw);
    const entry = { key, surface: "", text: null, title: null, titleTexts: null, set: null, setCount: 0 };
    if (key[0] === TEXT_KEY) {
      entry.surface = utf8.decode(cursor.shared(raw.subarray(1)));
      const textCount = cursor.number();
      const titleCount = cursor.number();
      entry.text = readParts(cursor, textCount, lists, postLists);
      entry.title = titleCount === 0 ? null : { count: titleCount, pieces: readPieces(cursor, titleCount, postLists, false), positions: [] };
      entry.titleTexts = titleCount > 0 ? cursor.bytes(cursor.number()) : null;
      readPositionRefs(cursor, entry.text, positions);
      readPositionRefs(cursor, entry.title, positions);
    } else if (key[0] === CAPITALS_KEY) {
      entry.text = readParts(cursor, cursor.number(), lists, postLists);
    } else {
      entry.setCount = cursor.number();
      const length = cursor.number();
      entry.set = entry.setCount <= WHOLE_IN_DICTIONARY ? inlinePiece(cursor.bytes(length)) : lists.next(length);
    }
    entries.set(key, entry);
  }
  if (cursor.at !== bytes.length) {
    throw brokenIndex();
  }
  return entries;
}

function readParts(cursor, count, lists, postLists) {
  if (count === 0) {
    return null;
  }
  const posts = cursor.number();
  return { count, pieces: [...readPieces(cursor, posts, postLists, true), ...readPieces(cursor, count - posts, lists, false)], positions: [] };
}

function readPieces(cursor, count, stream, ofPosts) {
  return piecesOf(count, ofPosts).map((postings, i) => {
    const length = cursor.number();
    if (i === 0) {
      return { ...inlinePiece(cursor.bytes(length)), postings, ofPosts };
    }
    const frequency = cursor.number();
    const unitClass = cursor.number();
    return { ...stream.next(length), postings, frequency, unitClass, ofPosts };
  });
}

function readPositionRefs(cursor, list, stream) {
  for (let left = list?.count ?? 0; left > 0; left -= UNITS_PER_POSITION_PIECE) {
    const length = cursor.number();
    list.positions.push(list.count <= POSITIONS_IN_DICTIONARY ? inlinePiece(cursor.bytes(length)) : stream.next(length));
  }
}

function inlinePiece(inline) {
  return { inline, stream: "", file: 0, offset: 0, length: inline.length, postings: 0, frequency: 0, unitClass: 0, ofPosts: false };
}

/** Follows where the pieces of a stream lie, as src/Search/Index/StreamFiles.cs laid them. */
class StreamPlace {
  constructor(stream, file, offset) {
    this.stream = stream;
    this.file = file;
    this.offset = offset;
  }

  next(length) {
    if (this.offset > 0 && this.offset + length > FILE_LENGTHS[this.stream]) {
      this.file++;
      this.offset = 0;
    }
    const piece = { inline: null, stream: this.stream, file: this.file, offset: this.offset, length, postings: 0, frequency: 0, unitClass: 0, ofPosts: false };
    this.offset += length;
    return piece;
  }
}
