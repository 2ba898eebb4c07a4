/**
 * Reads the numbers of a table that bench/tables/script.py wrote as one string.
 *
 * A number is written from its lowest digit up. A digit is a character from "#" to "~" without the backslash: 0 to 90. One below 64 is the last; the digits
 * from 64 on have a weight of 27 times the one before. So most numbers of our tables are one character, and the string still compresses well.
 *
 * @param {string} text
 * @returns {number[]}
 */
export function tableNumbers(text) {
  const numbers = [];
  let number = 0;
  let weight = 1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const digit = code - (code > 92 ? 36 : 35);
    number += digit * weight;
    if (digit < 64) {
      numbers.push(number);
      number = 0;
      weight = 1;
    } else {
      weight *= 27;
    }
  }
  return numbers;
}
