import { ByteCursor } from "./byte-cursor.js";
import { CAPITALS_KEY, TEXT_KEY } from "./field-key.js";
import { LIST_FILE_LENGTH, POSITION_FILE_LENGTH, POSITIONS_IN_DICTIONARY, UNITS_PER_POSITION_PIECE, WHOLE_IN_DICTIONARY, brokenIndex, piecesOf } from "./index-format.js";

/**
 * @typedef {object} Piece Where a piece of a list or of positions lies.
 * @property {Uint8Array | null} inline Its bytes where the dictionary holds them.
 * @property {number} file Number of the file of its stream.
 * @property {number} offset Where in the file it begins.
 * @property {number} length Its bytes.
 * @property {number} postings How many postings it holds; 0 for positions and sets.
 * @property {number} frequency Frequency of its first group of postings; 0 for the head.
 * @property {number} unitClass Class of its first group.
 */

/**
 * @typedef {object} ListRef A scored list as the dictionary describes it.
 * @property {number} count Postings.
 * @property {Piece[]} pieces The head and the pieces of the tail.
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
  const lists = new StreamPlace(cursor.number(), cursor.number(), LIST_FILE_LENGTH);
  const positions = new StreamPlace(cursor.number(), cursor.number(), POSITION_FILE_LENGTH);
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
      entry.text = readListRef(cursor, textCount, lists);
      entry.title = readListRef(cursor, titleCount, lists);
      entry.titleTexts = titleCount > 0 ? cursor.bytes(cursor.number()) : null;
      readPositionRefs(cursor, entry.text, positions);
      readPositionRefs(cursor, entry.title, positions);
    } else if (key[0] === CAPITALS_KEY) {
      entry.text = readListRef(cursor, cursor.number(), lists);
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

function readListRef(cursor, count, stream) {
  if (count === 0) {
    return null;
  }
  const pieces = piecesOf(count).map((postings, i) => {
    if (i === 0) {
      return { ...inlinePiece(cursor.bytes(cursor.number())), postings };
    }
    const length = cursor.number();
    const frequency = cursor.number();
    const unitClass = cursor.number();
    return { ...stream.next(length), postings, frequency, unitClass };
  });
  return { count, pieces, positions: [] };
}

function readPositionRefs(cursor, list, stream) {
  for (let left = list?.count ?? 0; left > 0; left -= UNITS_PER_POSITION_PIECE) {
    const length = cursor.number();
    list.positions.push(list.count <= POSITIONS_IN_DICTIONARY ? inlinePiece(cursor.bytes(length)) : stream.next(length));
  }
}

function inlinePiece(inline) {
  return { inline, file: 0, offset: 0, length: inline.length, postings: 0, frequency: 0, unitClass: 0 };
}

/** Follows where the pieces of a stream lie, as src/Search/Index/StreamFiles.cs laid them. */
class StreamPlace {
  constructor(file, offset, fileLength) {
    this.file = file;
    this.offset = offset;
    this.fileLength = fileLength;
  }

  next(length) {
    if (this.offset > 0 && this.offset + length > this.fileLength) {
      this.file++;
      this.offset = 0;
    }
    const piece = { inline: null, file: this.file, offset: this.offset, length, postings: 0, frequency: 0, unitClass: 0 };
    this.offset += length;
    return piece;
  }
}
