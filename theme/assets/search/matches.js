/**
 * @typedef {object} Matches Units that match a part of a query, ascending by number, with their scores; as src/Search/Query/Matches.cs.
 * @property {Int32Array} units Numbers.
 * @property {Float32Array} scores The score of each, at the same place.
 */

/** Nothing. */
export const NO_MATCHES = { units: new Int32Array(0), scores: new Float32Array(0) };

/** Units that match without a score. */
export function unscored(units) {
  return { units, scores: new Float32Array(units.length) };
}

/** Units of any, with the sum of their scores, added up in double precision in the order of the parts. */
export function anyOf(parts) {
  if (parts.length === 1) {
    return parts[0];
  }
  let highest = -1;
  for (const { units } of parts) {
    highest = Math.max(highest, units.length === 0 ? -1 : units[units.length - 1]);
  }
  const sums = new Float64Array(highest + 1);
  const has = new Uint8Array(highest + 1);
  let count = 0;
  for (const { units, scores } of parts) {
    for (let i = 0; i < units.length; i++) {
      sums[units[i]] += scores[i];
      count += 1 - has[units[i]];
      has[units[i]] = 1;
    }
  }
  const units = new Int32Array(count);
  const scores = new Float32Array(count);
  for (let unit = 0, at = 0; unit <= highest; unit++) {
    if (has[unit]) {
      units[at] = unit;
      scores[at++] = sums[unit];
    }
  }
  return { units, scores };
}

/** Units of all, with the sum of their scores. */
export function allOf(parts) {
  return parts.reduce((result, part) => withScores(within(result, part), part));
}

/** These units; those that the other has too get its score added. */
export function withScores(matches, other) {
  const scores = matches.scores.slice();
  for (let i = 0, k = 0; i < scores.length; i++) {
    while (k < other.units.length && other.units[k] < matches.units[i]) {
      k++;
    }
    if (other.units[k] === matches.units[i]) {
      scores[i] += other.scores[k];
    }
  }
  return { units: matches.units, scores };
}

/** These units without those of the other. */
export function without(matches, other) {
  return keep(matches, other, false);
}

/** These units that the other has too; their scores stay as they are. */
export function within(matches, other) {
  return keep(matches, other, true);
}

function keep(matches, other, keepsCommon) {
  const units = new Int32Array(matches.units.length);
  const scores = new Float32Array(matches.units.length);
  let at = 0;
  for (let i = 0, k = 0; i < matches.units.length; i++) {
    while (k < other.units.length && other.units[k] < matches.units[i]) {
      k++;
    }
    if ((other.units[k] === matches.units[i]) === keepsCommon) {
      units[at] = matches.units[i];
      scores[at++] = matches.scores[i];
    }
  }
  return { units: units.subarray(0, at), scores: scores.subarray(0, at) };
}
