import { BitReader } from "./bit-reader.js";
import { impact, inverseFrequency } from "./bm25.js";
import { capitalForms } from "./capital-forms.js";
import { analyze } from "./english-analyzer.js";
import { CAPITALS_KEY, TEXT_KEY } from "./field-key.js";
import { askedFields, glossaryMeaning, glossaryPhrase } from "./searcher.js";

/**
 * Finds the best hits of words any of which may match, without reading their lists to the end.
 *
 * A list goes by falling score, in groups of one frequency and one class of unit, posts and comments apart; the dictionary holds its head and says with which group each further
 * piece begins. So what is not read is bounded: a unit of a known class is in it at most with the greatest frequency that would not come before that group, and where not even a
 * frequency of 1 would, the unit is surely not in the list. Beside the first piece of a list of titles stands what the texts of those units hold of the term. The best hits are certain once each of them is known in every list and no other unit can come above the last of them.
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
    /** For each term asked: the count of its list of texts, and its list of titles where texts and titles are asked. */
    this.counts = [];
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
      await this.load(waves === 0 ? this.plan(tree, state) : this.lists.map((list) => [list, list.pieces.length]));
    }
  }

  /** How many units match at least; all of them where one word was asked for whose title is known to be all of those in titles without it in the text. */
  leastTotal() {
    const counts = this.counts.map(({ count, title }) => count + (title?.withoutText ?? 0));
    return { count: Math.max(0, ...counts), isExact: this.entries.size === 1 && this.lists.every((list) => !list.isTitle || list.isWhole) };
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
      if (entry === null) {
        return { parts: [], boost: 1 };
      }
      this.entries.add(entry);
      const asked = askedFields(index, node.field, node.boost);
      const lists = asked.flatMap(({ field, list, boost }) => this.listsOf(entry[list], field, boost));
      const title = lists.find((list) => list.isTitle) ?? null;
      if (title !== null) {
        title.texts = entry.titleTexts;
        title.postList = lists.find((list) => list.ofPosts) ?? null;
      }
      this.counts.push({ count: (asked.some(({ list }) => list === "text") ? entry.text?.count : entry.title?.count) ?? 0, title: asked.length > 1 ? title : null });
      return { parts: lists, boost: 1 };
    });
    if (node.kind === "words" && options.capitals && node.field !== "title") {
      for (const { term } of capitalForms(node.text)) {
        parts.push(
          index.find(CAPITALS_KEY, term).then((entry) => {
            this.counts.push({ count: entry?.text.count ?? 0, title: null });
            return { parts: this.listsOf(entry?.text, index.text, node.boost), boost: 1 };
          }),
        );
      }
    }
    const meaning = node.kind === "words" && options.glossary && node.field === "any" ? glossaryMeaning(index, node.text) : undefined;
    if (meaning !== undefined) {
      parts.push(this.treeOf(glossaryPhrase(node, meaning)));
    }
    return { parts: (await Promise.all(parts)).filter((part) => part !== null), boost: 1 };
  }

  /** A list, or its two parts where it is one of texts and has both. */
  listsOf(ref, field, boost) {
    const parts = [true, false].map((ofPosts) => (ref?.pieces ?? []).filter((piece) => piece.ofPosts === ofPosts)).filter((pieces) => pieces.length > 0);
    const lists = parts.map((pieces) => new ImpactList(this.index, ref.count, pieces, field, boost));
    this.lists.push(...lists);
    return lists;
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
      const open = this.lists.filter((list) => pieces.get(list) < list.pieces.length);
      const unseen = tierOfClass.map((_, unitClass) => unitClass).filter((unitClass) => scoreOf(tree, (list) => bounds.get(list)(unitClass)) > floor);
      const isRivalOpen = (list) => rivals.some(({ unit, unitClass }) => !list.scores.has(unit) && bounds.get(list)(unitClass) > 0 && scoreOf(tree, (each) => each.scores.get(unit) ?? bounds.get(each)(unitClass)) > floor);
      const needed = open.filter((list) => unseen.some((unitClass) => bounds.get(list)(unitClass) > 0) || isRivalOpen(list));
      if (needed.length === 0) {
        break;
      }
      const next = needed.reduce((best, list) => (list.thetaAfter(pieces.get(list)) > best.thetaAfter(pieces.get(best)) ? list : best));
      pieces.set(next, pieces.get(next) + 1);
    }
    const some = [...pieces].filter(([list, count]) => count > list.loaded);
    return some.length > 0 ? some : this.lists.map((list) => [list, list.pieces.length]);
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

/** A list, or a part of one, in the order of its scores, read to a certain piece. */
class ImpactList {
  /**
   * @param {number} count Postings of the whole list.
   * @param {import("./dictionary-block.js").Piece[]} pieces
   */
  constructor(index, count, pieces, field, boost) {
    this.index = index;
    this.pieces = pieces;
    this.field = field;
    this.weight = Math.fround(boost * inverseFrequency(field.units, count));
    this.loaded = 0;
    /** Score of each unit read. */
    this.scores = new Map();
    /** Class of each unit read, as the text lists have it; -1 for a post whose text is not known. */
    this.classes = new Map();
    /** For a list of titles: what the texts of the first piece's units hold of the term, the list of those texts where it is asked, and how many of them do not hold it. */
    this.texts = null;
    this.postList = null;
    this.withoutText = 0;
    this.boundOf = () => 0;
  }

  get isTitle() {
    return this.field === this.index.title;
  }

  /** Whether it is the part of the posts in a list of texts. */
  get ofPosts() {
    return this.pieces[0].ofPosts;
  }

  get isWhole() {
    return this.loaded === this.pieces.length;
  }

  /** Reads up to so many pieces, and on as long as the next lies in a file that is there or asked for. */
  async load(count) {
    const { index, pieces } = this;
    const fetched = [];
    for (let i = this.loaded; i < pieces.length && (i < count || index.hasFileOf(pieces[i])); i++) {
      fetched.push(index.pieceBytes(pieces[i]));
    }
    for (const bytes of await Promise.all(fetched)) {
      const { postings } = pieces[this.loaded];
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
      this.withoutText += frequency === 0 ? 1 : 0;
      this.postList?.scores.set(unit, frequency === 0 ? 0 : impact(this.postList.weight, this.postList.product(frequency, unitClass)));
    }
  }

  product(frequency, unitClass) {
    return Math.fround(frequency * this.field.factors[unitClass]);
  }

  /** The most that a posting after so many pieces scores. */
  thetaAfter(pieces) {
    const next = this.pieces[pieces];
    return next === undefined ? 0 : impact(this.weight, this.product(next.frequency, next.unitClass));
  }

  /** The most that a unit scores in what is left after so many pieces, by its class; -1 is a post of any class. */
  boundAfter(pieces) {
    const next = this.pieces[pieces];
    const { tierOfClass } = this.index;
    if (next === undefined) {
      return () => 0;
    }
    const theta = this.thetaAfter(pieces);
    if (this.isTitle) {
      return (unitClass) => (unitClass < 0 || tierOfClass[unitClass] === 0 ? theta : 0);
    }
    const bounds = tierOfClass.map((tier, unitClass) => ((tier === 0) === this.ofPosts ? this.boundOfClass(next, unitClass) : 0));
    const anyPost = this.ofPosts ? Math.max(0, ...bounds) : 0;
    return (unitClass) => (unitClass < 0 ? anyPost : bounds[unitClass]);
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
