/**
 * The length that scoring takes for Lucene's one-byte code of a length, as src/Search/Index/FieldNorm.cs: exact below 40, four significant bits above.
 *
 * @param {number} norm
 */
export function decodeNorm(norm) {
  const code = norm - 24;
  if (code < 0) {
    return norm;
  }
  const shift = (code >> 3) - 1;
  return 24 + (shift < 0 ? code & 7 : ((code & 7) | 8) << shift);
}
