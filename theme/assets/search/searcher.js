import { impact, inverseFrequency } from "./bm25.js";
import { capitalForms } from "./capital-forms.js";
import { analyze, normalize } from "./english-analyzer.js";
import { CAPITALS_KEY, TEXT_KEY } from "./field-key.js";
import { filterField, matchFilter } from "./filter-matcher.js";
import { fuzzyTerms } from "./fuzzy-terms.js";
import { NO_MATCHES, allOf, anyOf, within, without, withScores } from "./matches.js";
import { matchPhrase } from "./phrase-matcher.js";

export const TITLE_BOOST = 2;

/** A phrase that a word of the glossary stands for. */
export function glossaryPhrase(words, meaning) {
  return { kind: "phrase", field: "any", text: meaning, slop: 0, boost: words.boost };
}

/** The scored fields that a part asks, in the order in which scores are added up: the reader's field, the list's name in an entry, the boost. */
export function askedFields(index, field, boost) {
  const title = { field: index.title, list: "title", boost: field === "any" ? Math.fround(boost * TITLE_BOOST) : boost };
  const text = { field: index.text, list: "text", boost };
  return field === "any" ? [title, text] : [field === "title" ? title : text];
}

/** What an abbreviation of the blog stands for; undefined for other words. */
export function glossaryMeaning(index, word) {
  return Object.hasOwn(index.root.glossary, word) ? index.root.glossary[word] : undefined;
}

/**
 * Answers queries whole, as src/Search/Query/Searcher.cs: BM25 over title (twice) and text with the scores of Lucene 8.8.1. Filters never score; those of one field
 * widen each other, those of different fields narrow. Lists of a group are fetched at the same time.
 */
export class Searcher {
  /**
   * @param {import("./index-reader.js").IndexReader} index
   * @param {object} options capitals, glossary, prefixLetters, prefixTerms: see SearchIndex.search.
   */
  constructor(index, options) {
    this.index = index;
    this.options = options;
    /** What could not be done as asked. */
    this.notes = [];
    /** Terms that were looked for. */
    this.terms = new Set();
  }

  /** All hits ascending by unit. */
  async search(query) {
    return (await this.match(query)) ?? NO_MATCHES;
  }

  /** What a part matches; null where it asks for nothing (only stop words), so that it counts as not typed. */
  match(node) {
    if (node.kind === "group") {
      return this.matchGroup(node);
    }
    if (filterField(node) !== null) {
      return matchFilter(this.index, node);
    }
    switch (node.kind) {
      case "words":
        return this.matchWords(node);
      case "phrase":
        return this.matchPhrase(node);
      case "prefix":
        return this.matchPrefix(node);
      default:
        return this.matchFuzzy(node);
    }
  }

  async matchGroup(group) {
    const must = [];
    const should = [];
    const mustNot = [];
    const filters = [];
    const widening = new Map();
    const found = await Promise.all(group.clauses.map((clause) => this.match(clause.query)));
    group.clauses.forEach(({ occur, query }, i) => {
      const matches = found[i];
      const field = filterField(query);
      if (matches === null) {
        return;
      }
      if (occur === "mustNot") {
        mustNot.push(matches);
      } else if (field === null) {
        (occur === "must" ? must : should).push(matches);
      } else if (occur === "must") {
        filters.push(matches);
      } else {
        widening.set(field, [...(widening.get(field) ?? []), matches]);
      }
    });
    filters.push(...[...widening.values()].map(anyOf));
    if (must.length + should.length + mustNot.length + filters.length === 0) {
      return null;
    }
    let result = NO_MATCHES;
    if (must.length > 0) {
      result = should.length === 0 ? allOf(must) : withScores(allOf(must), anyOf(should));
    } else if (should.length > 0) {
      result = anyOf(should);
    } else if (filters.length > 0) {
      result = allOf(filters);
    }
    result = filters.reduce(within, result);
    result = mustNot.reduce(without, result);
    return group.boost === 1 ? result : { units: result.units, scores: result.scores.map((score) => score * group.boost) };
  }

  async matchWords(words) {
    const { index, options } = this;
    const parts = analyze(words.text).map(({ term }) => this.matchTerm(term, words));
    if (options.capitals && words.field !== "title") {
      for (const { term } of capitalForms(words.text)) {
        parts.push(index.find(CAPITALS_KEY, term).then((entry) => this.score(entry?.text ?? null, index.text, words.boost)));
      }
    }
    const meaning = options.glossary && words.field === "any" ? glossaryMeaning(index, words.text) : undefined;
    if (meaning !== undefined) {
      parts.push(this.matchPhrase(glossaryPhrase(words, meaning)));
    }
    const found = (await Promise.all(parts)).filter((matches) => matches !== null);
    return found.length === 0 ? null : anyOf(found);
  }

  async matchTerm(term, node) {
    this.terms.add(term);
    const entry = await this.index.find(TEXT_KEY, term);
    return anyOf(await Promise.all(askedFields(this.index, node.field, node.boost).map(({ field, list, boost }) => this.score(entry?.[list] ?? null, field, boost))));
  }

  async matchPhrase(phrase) {
    const { index } = this;
    const tokens = analyze(phrase.text);
    if (tokens.length < 2) {
      return tokens.length === 0 ? null : this.matchTerm(tokens[0].term, phrase);
    }
    tokens.forEach(({ term }) => this.terms.add(term));
    const entries = await Promise.all(tokens.map(({ term }) => index.find(TEXT_KEY, term)));
    const matched = askedFields(index, phrase.field, phrase.boost).map(({ field, list, boost }) => {
      let offset = -1;
      const terms = tokens.map(({ increment }, i) => ({ list: entries[i]?.[list] ?? null, offset: (offset += increment) }));
      return matchPhrase(index, terms, phrase.slop, boost, field);
    });
    return anyOf(await Promise.all(matched));
  }

  /** Every unit with such a term scores the boost, in each field; Lucene gives a title no more here. */
  async matchPrefix(prefix) {
    const { index, options } = this;
    const start = normalize(prefix.start);
    if ([...start].length < options.prefixLetters) {
      this.notes.push(`${prefix.start}* was left out: the beginning of a word needs ${options.prefixLetters} letters here`);
      return null;
    }
    let entries = await index.startingWith(TEXT_KEY, start);
    if (entries.length > options.prefixTerms) {
      const unitsOf = (entry) => Math.max(entry.text?.count ?? 0, entry.title?.count ?? 0);
      this.notes.push(`${prefix.start}* stands for ${entries.length} words; the ${options.prefixTerms} commonest of them were looked for`);
      entries = entries.sort((left, right) => unitsOf(right) - unitsOf(left)).slice(0, options.prefixTerms);
    }
    entries.forEach((entry) => this.terms.add(entry.key.slice(1)));
    const fields = askedFields(index, prefix.field, prefix.boost).map(async ({ field, list }) => {
      const has = new Uint8Array(index.root.units);
      for (const { units } of await Promise.all(entries.map((entry) => index.read(entry[list], field)))) {
        units.forEach((unit) => (has[unit] = 1));
      }
      const units = Int32Array.from(has.keys()).filter((unit) => has[unit] === 1);
      return { units, scores: new Float32Array(units.length).fill(prefix.boost) };
    });
    return anyOf(await Promise.all(fields));
  }

  /** The terms a few slips away, each with the frequency of the commonest of them, so that a rare slip does not outweigh the word itself. */
  async matchFuzzy(fuzzy) {
    const { index } = this;
    const fields = askedFields(index, fuzzy.field, fuzzy.boost).map(async ({ field, list }) => {
      const terms = await fuzzyTerms(index, normalize(fuzzy.word), fuzzy.edits, list === "title");
      terms.forEach(({ term }) => this.terms.add(term));
      const frequency = Math.max(0, ...terms.map((term) => term.list.count));
      const parts = await Promise.all(terms.map((term) => this.score(term.list, field, Math.fround(fuzzy.boost * term.boost), frequency)));
      return anyOf([...parts, NO_MATCHES]);
    });
    return anyOf(await Promise.all(fields));
  }

  async score(list, field, boost, frequency = list?.count ?? 0) {
    if (list === null) {
      return NO_MATCHES;
    }
    const { units, frequencies, classes } = await this.index.read(list, field);
    const weight = Math.fround(boost * inverseFrequency(field.units, frequency));
    return { units, scores: Float32Array.from(units, (_, i) => impact(weight, Math.fround(frequencies[i] * field.factors[classes[i]]))) };
  }
}
