import { CODE_WORDS } from "./code-words-table.js";

/** Words of a code: 7 of 1,024, chosen by the browser's random numbers, are 70 bits. */
const CODE_LENGTH = 7;

/** A new code. */
export function makeCode() {
  // 1,024 divides 65,536, so that the rest favours no word
  return [...crypto.getRandomValues(new Uint16Array(CODE_LENGTH))].map((number) => CODE_WORDS[number % CODE_WORDS.length]).join(" ");
}

/**
 * A code as somebody typed it: any case, any signs between the words.
 * @returns {{code: string} | {trouble: string}} the code in its one form, or what is wrong with it.
 */
export function readCode(typed) {
  const words = typed.toLowerCase().match(/[a-z]+/g) ?? [];
  const odd = words.find((word) => !CODE_WORDS.includes(word));
  if (odd !== undefined) {
    return { trouble: `"${odd}" is not a word of any code. Look at it again.` };
  }
  return words.length === CODE_LENGTH ? { code: words.join(" ") } : { trouble: `A code has ${CODE_LENGTH} words; these are ${words.length}.` };
}
