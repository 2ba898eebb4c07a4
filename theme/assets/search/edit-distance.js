/**
 * Counts slips between two words: letters put in, left out, changed, or exchanged with the next (optimal string alignment, Damerau 1964).
 *
 * @param {string[]} left The word's code points.
 * @param {string[]} right The other's.
 * @param {number} most
 * @returns {number | null} null where there are more than most.
 */
export function editDistance(left, right, most) {
  if (Math.abs(left.length - right.length) > most) {
    return null;
  }
  let before = [];
  let last = Array.from({ length: right.length + 1 }, (_, k) => k);
  for (let i = 1; i <= left.length; i++) {
    const current = [i];
    let best = i;
    for (let k = 1; k <= right.length; k++) {
      let value = Math.min(last[k] + 1, current[k - 1] + 1, last[k - 1] + (left[i - 1] === right[k - 1] ? 0 : 1));
      if (i > 1 && k > 1 && left[i - 1] === right[k - 2] && left[i - 2] === right[k - 1]) {
        value = Math.min(value, before[k - 2] + 1);
      }
      current.push(value);
      best = Math.min(best, value);
    }
    if (best > most) {
      return null; // rows only grow
    }
    before = last;
    last = current;
  }
  return last[right.length] <= most ? last[right.length] : null;
}
