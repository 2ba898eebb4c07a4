import { BitReader } from "./bit-reader.js";
import { impact, inverseFrequency } from "./bm25.js";
import { capitalForms } from "./capital-forms.js";
import { analyze } from "./english-analyzer.js";
import { CAPITALS_KEY, TEXT_KEY } from "./field-key.js";
import { askedFields, glossaryMeaning, glossaryPhrase } from "./searcher.js";

/**
 * Finds the best hits of words any of which may match, without reading their lists to the end.
 *
 * A list goes by falling score, in groups of one frequency and one class of unit; the dictionary holds its head and says with which group each further piece begins.
 * So what is not read is bounded: a unit of a known class is in it at most with the greatest frequency that would not come before that group, and where not even a frequency of 1
 * would, the unit is surely not in the list. Beside the first piece of a list of titles stands what the texts of those units hold of the term. The best hits are certain once each of them is known in every list and no other unit can come above the last of them.
 *
 * Scores are added up in the same tree and with the same roundings as by Searcher: the bounds are rounded sums of greater parts, so they hold for the rounded scores too.
 */
export class TopSearcher {
  /**
   * @param {import("./index-reader.js").IndexReader} index
   * @param {object} options As for Searcher.
   */
  constructor(index, options) {
    this.index = index;
    this.options = options;
    this.lists = [];
    this.entries = new Set();
    /** Terms that were looked for. */
    this.terms = new Set();
  }

  /** Whether a query consists of words any of which may match, and of nothing else. */
  canSearch(node) {
    switch (node.kind) {
      case "group":
        return node.clauses.every(({ occur, query }) => occur === "should" && this.canSearch(query));
      case "words": {
        const meaning = this.options.glossary && node.field === "any" ? glossaryMeaning(this.index, node.text) : undefined;
        return isAnyWord(node) && (meaning === undefined || this.canSearch(glossaryPhrase(node, meaning)));
      }
      case "phrase":
        return isAnyWord(node) && analyze(node.text).length < 2;
      default:
        return false;
    }
  }

  /**
   * The best hits: the highest score first, among equals the older unit (where not all was read, another unit of the last score may stand for one).
   *
   * @returns {Promise<{ hits: { unit: number, score: number }[], total: number | null }>} total is null where not all was read.
   */
  async search(query, top) {
    const tree = await this.treeOf(query);
    await this.load(this.lists.map((list) => [list, 1]));
    for (let waves = 0; ; waves++) {
      const state = this.judge(tree, top);
      if (state.isDecided) {
        return { hits: state.hits, total: this.lists.every((list) => list.isWhole) ? state.total : null };
      }
      await this.load(waves === 0 ? this.plan(tree, state) : this.lists.map((list) => [list, list.ref.pieces.length]));
    }
  }

  /** How many units match at least; all of them where one word was asked for whose title is known to be all of those in titles without it in the text. */
  leastTotal() {
    const counts = this.lists.map((list) => list.ref.count + (list.titleOnly ?? 0));
    return { count: Math.max(...counts), isExact: this.entries.size === 1 && this.lists.every((list) => !list.isTitle || list.isWhole) };
  }

  /** What is added up for a unit: lists, or sums of them; null for what asks for nothing. */
  async treeOf(node) {
    if (node.kind === "group") {
      const parts = await Promise.all(node.clauses.map((clause) => this.treeOf(clause.query)));
      return { parts: parts.filter((part) => part !== null), boost: node.boost };
    }
    const { index, options } = this;
    const parts = analyze(node.text).map(async ({ term }) => {
      this.terms.add(term);
      const entry = await index.find(TEXT_KEY, term);
      const lists = askedFields(index, node.field, node.boost).map(({ field, list, boost }) => this.listOf(entry?.[list], field, boost));
      const title = lists.find((list) => list?.isTitle) ?? null;
      if (title !== null) {
        title.texts = entry.titleTexts;
        title.textList = lists.find((list) => list?.isTitle === false) ?? null;
      }
      if (entry !== null) {
        this.entries.add(entry);
      }
      return { parts: lists.filter((list) => list !== null), boost: 1 };
    });
    if (node.kind === "words" && options.capitals && node.field !== "title") {
      for (const { term } of capitalForms(node.text)) {
        parts.push(index.find(CAPITALS_KEY, term).then((entry) => this.listOf(entry?.text, index.text, node.boost)));
      }
    }
    const meaning = node.kind === "words" && options.glossary && node.field === "any" ? glossaryMeaning(index, node.text) : undefined;
    if (meaning !== undefined) {
      parts.push(this.treeOf(glossaryPhrase(node, meaning)));
    }
    return { parts: (await Promise.all(parts)).filter((part) => part !== null), boost: 1 };
  }

  listOf(ref, field, boost) {
    if (!ref) {
      return null;
    }
    const list = new ImpactList(this.index, ref, field, boost);
    this.lists.push(list);
    return list;
  }

  /** Reads lists up to so many pieces each, and what lies in the files that are fetched for it. */
  async load(wanted) {
    await Promise.all(wanted.map(([list, pieces]) => list.load(pieces)));
  }

  judge(tree, top) {
    const { tierOfClass } = this.index;
    const classes = tierOfClass.map((_, unitClass) => unitClass);
    this.lists.forEach((list) => list.bound());
    const seen = this.seenUnits();
    const resolved = [];
    const open = [];
    for (const [unit, unitClass] of seen) {
      const isOpen = this.lists.some((list) => !list.scores.has(unit) && list.boundOf(unitClass) > 0);
      (isOpen ? open : resolved).push({ unit, unitClass, score: scoreOf(tree, (list) => list.scores.get(unit) ?? 0) });
    }
    resolved.sort((left, right) => right.score - left.score || left.unit - right.unit);
    const last = resolved[top - 1]?.score ?? -Infinity;
    const unseen = Math.max(...classes.map((unitClass) => scoreOf(tree, (list) => list.boundOf(unitClass))));
    const isWhole = this.lists.every((list) => list.isWhole);
    const isDecided = isWhole || (unseen <= last && open.every(({ unit, unitClass }) => scoreOf(tree, (list) => list.scores.get(unit) ?? list.boundOf(unitClass)) <= last));
    return { isDecided, hits: resolved.slice(0, top), total: resolved.length, resolved, open, top };
  }

  /** The units that any list holds so far, with their class, or -1 for a post whose class is not known. */
  seenUnits() {
    const seen = new Map();
    for (const list of this.lists) {
      for (const [unit, unitClass] of list.classes) {
        if (unitClass >= 0 || !seen.has(unit)) {
          seen.set(unit, unitClass);
        }
      }
    }
    return seen;
  }

  /**
   * How far each list is read next. A hit's known parts are the least it can score, so the last place has at least the score of that rank among them; each list is read on until
   * no unit that is not seen could reach it, and until the units that could still come above it are known where they are not.
   */
  plan(tree, state) {
    const floor = [...state.resolved, ...state.open].map(({ score }) => score).sort((left, right) => right - left)[state.top - 1] ?? 0;
    const pieces = new Map(this.lists.map((list) => [list, list.loaded]));
    const { tierOfClass } = this.index;
    const rivals = state.open.filter(({ unit, unitClass }) => scoreOf(tree, (list) => list.scores.get(unit) ?? list.boundOf(unitClass)) > floor);
    for (;;) {
      const bounds = new Map(this.lists.map((list) => [list, list.boundAfter(pieces.get(list))]));
      const open = this.lists.filter((list) => pieces.get(list) < list.ref.pieces.length);
      const unseen = Math.max(...tierOfClass.map((_, unitClass) => scoreOf(tree, (list) => bounds.get(list)(unitClass))));
      const isRivalOpen = (list) => rivals.some(({ unit, unitClass }) => !list.scores.has(unit) && bounds.get(list)(unitClass) > 0 && scoreOf(tree, (each) => each.scores.get(unit) ?? bounds.get(each)(unitClass)) > floor);
      const needed = open.filter((list) => unseen > floor || isRivalOpen(list));
      if (needed.length === 0) {
        break;
      }
      const next = needed.reduce((best, list) => (list.thetaAfter(pieces.get(list)) > best.thetaAfter(pieces.get(best)) ? list : best));
      pieces.set(next, pieces.get(next) + 1);
    }
    const some = [...pieces].filter(([list, count]) => count > list.loaded);
    return some.length > 0 ? some : this.lists.map((list) => [list, list.ref.pieces.length]);
  }
}

function isAnyWord({ field }) {
  return field === "any" || field === "title" || field === "text";
}

/** Adds up a tree as Searcher does: in double precision, then rounded, sum by sum. */
function scoreOf(node, valueOf) {
  if (node.parts === undefined) {
    return valueOf(node);
  }
  let sum = 0;
  for (const part of node.parts) {
    sum += scoreOf(part, valueOf);
  }
  const score = Math.fround(sum);
  return node.boost === 1 ? score : Math.fround(score * node.boost);
}

/** A list in the order of its scores, read to a certain piece. */
class ImpactList {
  constructor(index, ref, field, boost) {
    this.index = index;
    this.ref = ref;
    this.field = field;
    this.weight = Math.fround(boost * inverseFrequency(field.units, ref.count));
    this.loaded = 0;
    /** Score of each unit read. */
    this.scores = new Map();
    /** Class of each unit read, as the text lists have it; -1 for a post whose text is not known. */
    this.classes = new Map();
    /** For a list of titles: what the texts of the first piece's units hold of the term, and the list of those texts where it is asked. */
    this.texts = null;
    this.textList = null;
    /** For a list of texts: how many units have the term in the title only. */
    this.titleOnly = 0;
    this.boundOf = () => 0;
  }

  get isTitle() {
    return this.field === this.index.title;
  }

  get isWhole() {
    return this.loaded === this.ref.pieces.length;
  }

  /** Reads up to so many pieces, and on as long as the next lies in a file that is there or asked for. */
  async load(count) {
    const { index, ref } = this;
    const pieces = [];
    for (let i = this.loaded; i < ref.pieces.length && (i < count || index.hasListFile(ref.pieces[i].file)); i++) {
      pieces.push(index.listPiece(ref.pieces[i]));
    }
    for (const bytes of await Promise.all(pieces)) {
      const { postings } = ref.pieces[this.loaded];
      const found = { units: new Int32Array(postings), frequencies: new Int32Array(postings), classes: new Uint8Array(postings) };
      index.decodePiece(bytes, postings, this.field, found, 0);
      for (let i = 0; i < postings; i++) {
        this.scores.set(found.units[i], impact(this.weight, this.product(found.frequencies[i], found.classes[i])));
        this.classes.set(found.units[i], this.isTitle ? -1 : found.classes[i]);
      }
      if (this.isTitle && this.loaded === 0) {
        this.readTexts(found.units);
      }
      this.loaded++;
    }
  }

  readTexts(units) {
    const { index } = this;
    const bits = new BitReader(this.texts);
    for (const unit of units) {
      const frequency = bits.gamma() - 1;
      const unitClass = bits.bits(index.text.classBits);
      this.classes.set(unit, unitClass);
      if (this.textList !== null) {
        const { weight } = this.textList;
        this.textList.scores.set(unit, frequency === 0 ? 0 : impact(weight, this.textList.product(frequency, unitClass)));
        this.textList.titleOnly += frequency === 0 ? 1 : 0;
      }
    }
  }

  product(frequency, unitClass) {
    return Math.fround(frequency * this.field.factors[unitClass]);
  }

  /** The most that a posting after so many pieces scores. */
  thetaAfter(pieces) {
    const next = this.ref.pieces[pieces];
    return next === undefined ? 0 : impact(this.weight, this.product(next.frequency, next.unitClass));
  }

  /** The most that a unit scores in what is left after so many pieces, by its class; -1 is a post of any class. */
  boundAfter(pieces) {
    const next = this.ref.pieces[pieces];
    const { tierOfClass } = this.index;
    if (next === undefined) {
      return () => 0;
    }
    const theta = this.thetaAfter(pieces);
    if (this.isTitle) {
      return (unitClass) => (unitClass < 0 || tierOfClass[unitClass] === 0 ? theta : 0);
    }
    const bounds = tierOfClass.map((_, unitClass) => this.boundOfClass(next, unitClass));
    const ofPosts = Math.max(0, ...bounds.filter((_, unitClass) => tierOfClass[unitClass] === 0));
    return (unitClass) => (unitClass < 0 ? ofPosts : bounds[unitClass]);
  }

  // A group after the piece's first has a smaller product, or the same and a greater class; the first itself may have begun in the piece before.
  boundOfClass(next, unitClass) {
    const product = this.product(next.frequency, next.unitClass);
    const comesBefore = (frequency) => {
      const other = this.product(frequency, unitClass);
      return other > product || (other === product && unitClass < next.unitClass);
    };
    let frequency = Math.ceil(product / this.field.factors[unitClass]) + 1;
    while (frequency > 0 && comesBefore(frequency)) {
      frequency--;
    }
    return frequency === 0 ? 0 : impact(this.weight, this.product(frequency, unitClass));
  }

  bound() {
    this.boundOf = this.boundAfter(this.loaded);
  }
}
