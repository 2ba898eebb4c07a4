import { encodeBytes } from "./base64url.js";

/** Turns of PBKDF2 with SHA-256 (what OWASP asks): about a second on a phone, and as much for every guess of a code. */
const CODE_TURNS = 600000;

/**
 * What a code stands for: the key that opens the answer, and the name by which answers and further messages are joined. The editors get these, not the code: the code
 * never leaves the page.
 * @returns {Promise<{key: string, name: string}>} 32 and 16 bytes in base64url.
 */
export async function replyKeyOf(code) {
  const encode = (text) => new TextEncoder().encode(text);
  const typed = await crypto.subtle.importKey("raw", encode(code), "PBKDF2", false, ["deriveBits"]);
  const master = await crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt: encode("subrosa-code-1"), iterations: CODE_TURNS }, typed, 256);
  const root = await crypto.subtle.importKey("raw", master, "HKDF", false, ["deriveBits"]);
  const part = async (info, bits) => encodeBytes(new Uint8Array(await crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info: encode(info) }, root, bits)));
  return { key: await part("subrosa-reply-key-1", 256), name: await part("subrosa-reply-name-1", 128) };
}
