import { decodeBytes, encodeBytes } from "./base64url.js";

const COORDINATE_LENGTH = 32;

/**
 * The keys that stand on the page, ready to be encrypted to. Nothing is encrypted to fewer than are meant: one that is malformed stops everything, since a page
 * whose keys were meddled with cannot be trusted with any of them. The browser itself refuses points off the curve.
 * @param {Iterable<HTMLElement>} items - elements with the members of a key in data-x, data-y, data-kid, data-until.
 * @param {string} today - a day, 2026-11-22.
 * @returns {Promise<{key: CryptoKey, id: string}[]>} those that have not ended; never empty.
 */
export async function readSubmissionKeys(items, today) {
  const keys = [];
  for (const { dataset } of items) {
    const { x, y, kid, until } = dataset;
    if (decodeBytes(x)?.length !== COORDINATE_LENGTH || decodeBytes(y)?.length !== COORDINATE_LENGTH || !/^\d{4}-\d\d-\d\d$/.test(until ?? "") || kid !== await thumbprintOf(x, y)) {
      throw new Error("A key on this page is not as it was written.");
    }
    const key = await crypto.subtle.importKey("jwk", { kty: "EC", crv: "P-256", x, y }, { name: "ECDH", namedCurve: "P-256" }, false, []);
    if (until >= today) {
      keys.push({ key, id: kid });
    }
  }
  if (keys.length === 0) {
    throw new Error("The keys on this page are missing or have ended.");
  }
  return keys;
}

/** The thumbprint of a key (RFC 7638), by which it is known. */
async function thumbprintOf(x, y) {
  return encodeBytes(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`{"crv":"P-256","kty":"EC","x":"${x}","y":"${y}"}`))));
}
