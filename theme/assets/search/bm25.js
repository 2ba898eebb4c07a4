/**
 * Okapi BM25 as Lucene 8 computes it, as src/Search/Index/Bm25.cs: every step is rounded to a float, since the program's are floats.
 */
const float = Math.fround;
const K1 = float(1.2);
const B = float(0.75);

/** Inverse document frequency of a term in so many of the units. */
export function inverseFrequency(units, frequency) {
  return float(Math.log(1 + (units - frequency + 0.5) / (frequency + 0.5)));
}

/** One over what a field's length adds to the term's frequency. */
export function normFactor(length, average) {
  return float(1 / float(K1 * float(float(1 - B) + float(float(B * length) / average))));
}

/** The part of a score that a posting gives; product is that of frequency and norm factor, as a float. */
export function impact(weight, product) {
  return float(weight - float(weight / float(1 + product)));
}

/** Terms of a unit that has any, on average. */
export function averageLength(statistics) {
  return statistics.units === 0 ? 1 : float(statistics.terms / statistics.units);
}
