import { analyze } from "./english-analyzer.js";
import { TEXT_KEY } from "./field-key.js";
import { filterField, matchFilter } from "./filter-matcher.js";
import { IndexReader } from "./index-reader.js";
import { parseQuery } from "./query-parser.js";
import { Searcher } from "./searcher.js";
import { suggestSpelling } from "./spelling.js";
import { TopSearcher } from "./top-searcher.js";

/** Options of search and complete that are not given. */
const DEFAULT_OPTIONS = { top: 10, offset: 0, sort: "relevance", capitals: true, glossary: true, prefixLetters: 3, prefixTerms: 200, whole: false };

/** A query with so few hits may be misspelt though it has some. */
const FEW_HITS = 3;

/** How many times more texts a word must stand in to be offered in place of one that stands in a few. */
const MUCH_COMMONER = 20;

/**
 * The search of a site. It fetches only files of the site's own index, by names that do not hold the query; nothing is sent.
 *
 * @typedef {object} Hit
 * @property {number} unit Number of the post or comment; the older, the lower.
 * @property {number} score 0 where only filters were asked for.
 * @property {string} path Path of the post's first page within the site.
 * @property {string} address Of the unit within the site, without a slash in front.
 * @property {string} title Title of the post.
 * @property {number} part Part of the thread, from 1.
 * @property {string} anchor Empty for a post.
 * @property {string} number The number that readers see; empty for a post.
 * @property {string} author
 * @property {string} date In machine form; coarse or empty where the day is not known.
 * @property {string} text The opening words, with marks.
 *
 * @typedef {object} SearchOptions
 * @property {number} [top] Hits wanted.
 * @property {number} [offset] Hits passed over.
 * @property {"relevance" | "date"} [sort] By date: the newest first.
 * @property {boolean} [capitals] Whether words in capitals are looked for as such too.
 * @property {boolean} [glossary] Whether abbreviations of the blog's glossary are looked for in full too.
 * @property {number} [prefixLetters] The fewest letters of a beginning.
 * @property {number} [prefixTerms] The most words that a beginning may stand for.
 * @property {boolean} [whole] Whether lists are read to their ends always.
 */
export class SearchIndex {
  /** @param {string | URL} base Address of the site's first folder, with a slash at its end. */
  constructor(base) {
    this.base = base;
    this.opening = null;
    this.last = { key: "", matches: null };
  }

  /** A search whose index is there; fails where there is none. */
  static async open(base) {
    const search = new SearchIndex(base);
    await search.reader();
    return search;
  }

  reader() {
    this.opening ??= IndexReader.open(this.base).catch((error) => {
      this.opening = null;
      throw error;
    });
    return this.opening;
  }

  /**
   * The first hits, with as little fetched as can be.
   *
   * @param {string} text
   * @param {SearchOptions} options
   * @returns {Promise<object>} query (as read), notes, hits; total: how many units match, a least number where isTotalExact is false; terms that
   * were looked for; glossary: abbreviations that were looked for in full too; suggestion: { query, words: [typed, meant][] } where words are in no unit and others are near, else null; suggestedHits: the hits of that query where this one has none.
   */
  async search(text, options = {}) {
    const found = await this.find(text, options);
    const [hits, suggestion] = await Promise.all([this.withExcerpts(found.hits), this.suggest(found.query, text, 0)]);
    const suggested = suggestion !== null && hits.length === 0 ? await this.find(suggestion.query, options) : null;
    const { glossary } = options.glossary === false ? { glossary: {} } : (await this.reader()).root;
    return { ...found, hits, glossary, suggestion, suggestedHits: suggested === null ? [] : await this.withExcerpts(suggested.hits) };
  }

  /**
   * All that a query says of the archive: as search, with total exact, the hits in any sort and from any offset, years: { year, count } of the hits in order (an empty year
   * for undated ones) and kinds: { post, comment }. A query with few hits gets a suggestion here too.
   *
   * @param {string} text
   * @param {SearchOptions} options
   */
  async complete(text, options = {}) {
    const { matches, ...found } = await this.find(text, { ...options, whole: true });
    const { units } = matches;
    const [hits, kinds, suggestion] = await Promise.all([this.withExcerpts(found.hits), this.countKinds(units), units.length <= FEW_HITS ? this.suggest(found.query, text, FEW_HITS) : null]);
    return { ...found, hits, kinds, years: countYears((await this.reader()).root.months, units), suggestion };
  }

  /** As search, without suggestions: the hits have unit and score only. matches are all units with their scores where lists were read whole. */
  async find(text, given = {}) {
    const options = { ...DEFAULT_OPTIONS, ...given };
    const index = await this.reader();
    const { query, notes } = parseQuery(text);
    const first = new TopSearcher(index, options);
    if (!options.whole && options.sort === "relevance" && first.canSearch(query)) {
      const { hits, total } = await first.search(query, options.offset + options.top);
      const known = total === null ? first.leastTotal() : { count: total, isExact: true };
      return { query, notes, total: known.count, isTotalExact: known.isExact, hits: hits.slice(options.offset), terms: [...first.terms] };
    }
    const { matches, notes: more, terms } = await this.matchWhole(index, query, text, options);
    return { query, notes: [...notes, ...more], total: matches.units.length, isTotalExact: true, hits: ordered(matches, options), terms, matches };
  }

  /** The same query in another sort or from another offset is not evaluated again. */
  async matchWhole(index, query, text, options) {
    const key = JSON.stringify([text, options.capitals, options.glossary, options.prefixLetters, options.prefixTerms]);
    if (this.last.key !== key) {
      const searcher = new Searcher(index, options);
      const matches = await searcher.search(query);
      this.last = { key, matches, notes: searcher.notes, terms: [...searcher.terms] };
    }
    return this.last;
  }

  async withExcerpts(hits) {
    const index = await this.reader();
    return Promise.all(hits.map(async (hit) => ({ ...hit, ...(await index.excerpt(hit.unit)) })));
  }

  async countKinds(units) {
    const index = await this.reader();
    let post = units.filter((unit) => index.tierOfUnit[unit] === 1).length;
    if (units.some((unit) => index.tierOfUnit[unit] === 0)) {
      const posts = new Set((await matchFilter(index, { kind: "words", field: "kind", text: "post" })).units);
      post = units.filter((unit) => posts.has(unit)).length;
    }
    return { post, comment: units.length - post };
  }

  /** What was perhaps meant, word for word, where words of a query stand in at most so many units. */
  async suggest(query, text, few) {
    const index = await this.reader();
    const words = new Map();
    await Promise.all(
      askedWords(query).map(async ({ word, term }) => {
        const entry = await index.find(TEXT_KEY, term);
        const units = Math.max(entry?.text?.count ?? 0, entry?.title?.count ?? 0);
        const meant = units <= few ? await suggestSpelling(index, word) : null;
        if (meant !== null && meant.units >= units * MUCH_COMMONER) {
          words.set(word, meant.surface);
        }
      }),
    );
    const meant = [...words].reduce((result, [word, other]) => replaceWord(result, word, other), text);
    return meant === text ? null : { query: meant, words: [...words] };
  }
}

function ordered({ units, scores }, { sort, offset, top }) {
  const places = Uint32Array.from(units.keys());
  places.sort((left, right) => (sort === "date" ? right - left : scores[right] - scores[left] || left - right));
  return [...places.subarray(offset, offset + top)].map((place) => ({ unit: units[place], score: scores[place] }));
}

// Units are numbered by date. A date may be a year alone, and JavaScript puts such keys of an object first.
function countYears(months, units) {
  const firsts = Object.entries(months).sort(([, left], [, right]) => left - right);
  const years = new Map();
  let month = -1;
  for (const unit of units) {
    while (month + 1 < firsts.length && firsts[month + 1][1] <= unit) {
      month++;
    }
    const year = firsts[month][0].slice(0, 4);
    years.set(year, (years.get(year) ?? 0) + 1);
  }
  return [...years].map(([year, count]) => ({ year, count }));
}

/** The words that a query looks for, as typed, with their terms. */
function askedWords(node) {
  if (node.kind === "group") {
    return node.clauses.filter(({ occur }) => occur !== "mustNot").flatMap(({ query }) => askedWords(query));
  }
  if (filterField(node) !== null || (node.kind !== "words" && node.kind !== "phrase")) {
    return [];
  }
  return analyze(node.text).map(({ term, start, end }) => ({ term, word: node.text.slice(start, end) }));
}

/** A query with another word in the place of one, where it stands whole. */
export function replaceWord(text, word, other) {
  let result = "";
  let from = 0;
  for (let at; (at = text.indexOf(word, from)) >= 0; from = at + word.length) {
    const isWhole = !isLetter(text[at - 1]) && !isLetter(text[at + word.length]);
    result += text.slice(from, at) + (isWhole ? other : word);
  }
  return result + text.slice(from);
}

function isLetter(character) {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}
