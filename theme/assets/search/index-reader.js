import { BitReader } from "./bit-reader.js";
import { averageLength, normFactor } from "./bm25.js";
import { compareCodePoints } from "./code-points.js";
import { readDictionaryBlock } from "./dictionary-block.js";
import { decodeNorm } from "./field-norm.js";
import { FILES_PER_FOLDER, FORMAT_VERSION, UNITS_PER_CLASS_FILE, UNITS_PER_POSITION_PIECE, brokenIndex } from "./index-format.js";

const EXCERPT_FIELDS = 8;

/**
 * Reads the index of a site, as src/Search/Index/IndexReader.cs. Each file is fetched once, when it is first asked for; one that fails is asked for again. Every
 * promise fails with an error whose message can be shown.
 */
export class IndexReader {
  constructor(base, root) {
    this.base = base;
    this.root = root;
    this.files = new Map();
    this.blocks = new Map();
    this.parsed = new Map();
    /** Lengths for scoring and norm factors by class, for texts and for titles. */
    this.text = fieldOf(root.text, root.classes);
    this.title = fieldOf(root.title, root.titleNorms);
    /** The tier of excerpts of each class, and 1 more than that of each unit that a list has told of; 0 for the others. Tier 0 is posts. */
    this.tierOfClass = root.classes.map((code) => (code >= 256 ? 0 : root.tierLengths.findIndex((longest, tier) => tier > 0 && (longest < 0 || decodeNorm(code) <= longest))));
    this.tierOfUnit = new Uint8Array(root.units);
  }

  /**
   * Fetches the root.
   *
   * @param {string | URL} base Address of the site's first folder, with a slash at its end.
   */
  static async open(base) {
    const response = await fetch(new URL("search/root.json", base), { cache: "no-cache" });
    if (!response.ok) {
      throw new Error(`The search index cannot be fetched (${response.status}).`);
    }
    const root = await response.json();
    if (root.format !== FORMAT_VERSION) {
      throw brokenIndex();
    }
    return new IndexReader(base, root);
  }

  /** The bytes of a file of a kind, unpacked where it is packed. */
  file(folders, number, isPacked) {
    const path = this.pathOf(folders, number);
    return this.once(this.files, path, () => fetchBytes(new URL(path, this.base), isPacked));
  }

  /** Whether the file in which a piece lies was asked for already. */
  hasFileOf({ stream, file }) {
    return this.files.has(this.pathOf(this.root[stream], file));
  }

  pathOf(folders, number) {
    return `search/${folders[Math.floor(number / FILES_PER_FOLDER)]}/${number % FILES_PER_FOLDER}.bin`;
  }

  /** The entry of a key; null for none. */
  async find(field, term) {
    const key = field + term;
    const block = lastNotAbove(this.root.keys, key);
    return block < 0 ? null : ((await this.block(block)).get(key) ?? null);
  }

  /** All entries whose key begins with a field and a beginning of terms, in order. */
  async startingWith(field, start) {
    const key = field + start;
    const blocks = await Promise.all(filesStartingWith(this.root.keys, key).map((block) => this.block(block)));
    return blocks.flatMap((block) => [...block.values()].filter((entry) => entry.key.startsWith(key)));
  }

  /** A block of the dictionary: entries by key, in order. */
  block(number) {
    return this.once(this.blocks, number, async () => readDictionaryBlock(await this.file(this.root.dictionaryFolders, number, true)));
  }

  /** The bytes of a piece of a list or of positions. */
  async pieceBytes(piece) {
    if (piece.inline !== null) {
      return piece.inline;
    }
    const file = await this.file(this.root[piece.stream], piece.file, false);
    if (piece.offset + piece.length > file.length) {
      throw brokenIndex();
    }
    return file.subarray(piece.offset, piece.offset + piece.length);
  }

  /**
   * The postings of a piece, group after group, in the arrays from a place on.
   *
   * @param {{ units: Int32Array, frequencies: Int32Array, classes: Uint8Array }} postings
   */
  decodePiece(bytes, count, field, postings, at) {
    const bits = new BitReader(bytes);
    for (const end = at + count; at < end; ) {
      const frequency = bits.gamma();
      const unitClass = bits.bits(field.classBits);
      const size = bits.gamma();
      if (size > end - at) {
        throw brokenIndex();
      }
      bits.ascending(postings.units, at, at + size, 0, this.root.units - 1);
      postings.frequencies.fill(frequency, at, at + size);
      postings.classes.fill(unitClass, at, at + size);
      const tier = field === this.title ? 0 : this.tierOfClass[unitClass]; // only posts have titles
      for (const end = at + size; at < end; at++) {
        this.tierOfUnit[postings.units[at]] = tier + 1;
      }
    }
  }

  /** A whole scored list: units ascending, with frequency and class of each at the same place. */
  async read(list, field) {
    const count = list?.count ?? 0;
    const found = { units: new Int32Array(count), frequencies: new Int32Array(count), classes: new Uint8Array(count) };
    const pieces = await Promise.all((list?.pieces ?? []).map((piece) => this.pieceBytes(piece)));
    let at = 0;
    pieces.forEach((bytes, i) => {
      this.decodePiece(bytes, list.pieces[i].postings, field, found, at);
      at += list.pieces[i].postings;
    });
    // Sorted by unit: what a unit's place was is found again by number, since numbers are sorted many times faster than objects.
    const units = found.units.slice().sort();
    const placeOf = new Map();
    found.units.forEach((unit, place) => placeOf.set(unit, place));
    return {
      units,
      frequencies: Int32Array.from(units, (unit) => found.frequencies[placeOf.get(unit)]),
      classes: Uint8Array.from(units, (unit) => found.classes[placeOf.get(unit)]),
    };
  }

  /**
   * Positions of a list in some of its units.
   *
   * @param {{ units: Int32Array, frequencies: Int32Array, classes: Uint8Array }} postings The list, read.
   * @param {Int32Array} wanted Units of it, ascending.
   * @returns {Promise<Int32Array[]>} For each unit wanted.
   */
  async readPositions(list, postings, field, wanted) {
    const places = [];
    for (let i = 0; places.length < wanted.length; i++) {
      if (postings.units[i] === wanted[places.length]) {
        places.push(i);
      }
    }
    const numbers = [...new Set(places.map((place) => Math.floor(place / UNITS_PER_POSITION_PIECE)))];
    const pieces = new Map(await Promise.all(numbers.map(async (number) => [number, await this.pieceBytes(list.positions[number])])));
    const found = [];
    let bits = null;
    for (let i = 0, at = 0; at < places.length; i++) {
      const number = Math.floor(i / UNITS_PER_POSITION_PIECE);
      if (!pieces.has(number)) {
        continue;
      }
      if (bits === null || i % UNITS_PER_POSITION_PIECE === 0) {
        bits = new BitReader(pieces.get(number));
      }
      const frequency = postings.frequencies[i];
      const lowBits = 31 - Math.clz32(Math.max(1, Math.trunc((2 * field.lengths[postings.classes[i]]) / (frequency + 1))));
      const positions = new Int32Array(frequency);
      for (let k = 0, before = -1; k < frequency; k++) {
        before += bits.rice(lowBits) + 1;
        positions[k] = before;
      }
      if (i === places[at]) {
        found.push(positions);
        at++;
      }
    }
    return found;
  }

  /** Numbers of a set, ascending. */
  async readSet(entry) {
    const { units } = this.root;
    const isInverse = entry.setCount * 2 > units;
    const numbers = new Int32Array(isInverse ? units - entry.setCount : entry.setCount);
    new BitReader(await this.pieceBytes(entry.set)).ascending(numbers, 0, numbers.length, 0, units - 1);
    if (!isInverse) {
      return numbers;
    }
    const others = new Int32Array(units - numbers.length);
    for (let unit = 0, at = 0, k = 0; unit < units; unit++) {
      if (numbers[k] === unit) {
        k++;
      } else {
        others[at++] = unit;
      }
    }
    return others;
  }

  /** What a result shows of a unit: path, title, part, anchor, number, author, date, text. */
  async excerpt(unit) {
    const tier = this.tierOfUnit[unit] > 0 ? this.tierOfUnit[unit] - 1 : await this.readTier(unit);
    const number = Math.floor(unit / this.root.tierSpans[tier]);
    const excerpts = await this.once(this.parsed, `${tier} ${number}`, async () => readExcerpts(await this.file(this.root.excerptFolders[tier], number, true)));
    return excerpts.get(unit) ?? Promise.reject(brokenIndex());
  }

  async readTier(unit) {
    const classes = await this.file(this.root.classFolders, Math.floor(unit / UNITS_PER_CLASS_FILE), true);
    return this.tierOfClass[classes[unit % UNITS_PER_CLASS_FILE]];
  }

  /** The first unit of each day with units, in order: pairs of day and number. Undated units come first, under an empty day. */
  days() {
    return this.once(this.parsed, "days", async () => {
      const items = JSON.parse(new TextDecoder().decode(await this.file(this.root.dayFolders, 0, true)));
      return Array.from({ length: items.length / 2 }, (_, i) => [items[2 * i], items[2 * i + 1]]);
    });
  }

  /**
   * Terms of the lists of words, in order: term, number of texts it stands in (0 for a term of titles alone), the word readers know it by.
   *
   * @param {string} start Beginning of the terms; of the terms backwards for the list by endings.
   * @param {boolean} fromTheEnd Whether that list is asked.
   */
  async words(start, fromTheEnd) {
    const [keys, folders] = fromTheEnd ? [this.root.endings, this.root.endingFolders] : [this.root.words, this.root.wordFolders];
    const files = await Promise.all(filesStartingWith(keys, start).map((number) => this.file(folders, number, true)));
    const utf8 = new TextDecoder();
    const found = [];
    for (const line of files.flatMap((file) => utf8.decode(file).split("\n"))) {
      const [term, units, surface = term] = line.split("\t");
      if (term !== "" && (fromTheEnd ? [...term].reverse().join("") : term).startsWith(start)) {
        found.push({ term, units: Number(units), surface });
      }
    }
    return found;
  }

  once(cache, key, make) {
    let made = cache.get(key);
    if (made === undefined) {
      made = make();
      cache.set(key, made);
      made.catch(() => cache.delete(key));
    }
    return made;
  }
}

function fieldOf(statistics, codes) {
  const average = averageLength(statistics);
  const lengths = codes.map((code) => decodeNorm(code & 0xff));
  return { units: statistics.units, lengths, classBits: lengths.length <= 1 ? 0 : 32 - Math.clz32(lengths.length - 1), factors: lengths.map((length) => normFactor(length, average)) };
}

async function fetchBytes(address, isPacked) {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(`A piece of the search index cannot be fetched (${response.status}).`);
  }
  const body = isPacked ? new Response(response.body.pipeThrough(new DecompressionStream("gzip"))) : response;
  return new Uint8Array(await body.arrayBuffer());
}

function readExcerpts(bytes) {
  const [threads, fields] = JSON.parse(new TextDecoder().decode(bytes));
  const excerpts = new Map();
  for (let at = 0, unit = 0; at + EXCERPT_FIELDS <= fields.length; at += EXCERPT_FIELDS) {
    const [step, thread, part, anchor, number, author, date, text] = fields.slice(at, at + EXCERPT_FIELDS);
    unit += step;
    const path = threads[thread * 2];
    const page = part === 1 ? path : `${path.slice(0, -".html".length)}.p${part}.html`;
    excerpts.set(unit, { path, address: anchor === "" ? page : `${page}#${anchor}`, title: threads[thread * 2 + 1], part, anchor, number, author, date, text });
  }
  return excerpts;
}

/** The last place whose key is not above one; -1 where that is below all. */
function lastNotAbove(keys, key) {
  let low = 0;
  for (let high = keys.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (compareCodePoints(keys[middle], key) <= 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}

/** Numbers of the files, by their first keys, that may hold keys with a beginning. */
function filesStartingWith(keys, start) {
  const numbers = [];
  for (let number = Math.max(0, lastNotAbove(keys, start)); number < keys.length; number++) {
    if (numbers.length > 0 && compareCodePoints(keys[number], start) > 0 && !keys[number].startsWith(start)) {
      break;
    }
    numbers.push(number);
  }
  return numbers;
}
