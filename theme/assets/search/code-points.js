/**
 * Compares texts by code points, which is the order of their UTF-8 bytes and so of the index; comparing strings compares UTF-16 units, where U+FF00 comes after
 * U+10000.
 *
 * @param {string} left
 * @param {string} right
 */
export function compareCodePoints(left, right) {
  const length = Math.min(left.length, right.length);
  for (let i = 0; i < length; i++) {
    const a = left.charCodeAt(i);
    const b = right.charCodeAt(i);
    if (a !== b) {
      return surrogatesLast(a) - surrogatesLast(b);
    }
  }
  return left.length - right.length;
}

function surrogatesLast(unit) {
  return unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

/** Whether a UTF-16 unit is white space as .NET knows it. */
export function isWhiteSpace(character) {
  return /[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/.test(character);
}
