/** base64url as JOSE writes it (RFC 7515, 2): no padding, no white space, one spelling only for the same bytes. The C# counterpart is StrictBase64Url. */

/** Bytes at a time: a call with millions of arguments would end the browser's stack. */
const PIECE = 0x6000; // divisible by three, so that pieces join

/** Bytes to text. */
export function encodeBytes(bytes) {
  const pieces = [];
  for (let at = 0; at < bytes.length; at += PIECE) {
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE))));
  }
  return pieces.join("").replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Text to bytes; null where the text is not what encodeBytes makes of some bytes. */
export function decodeBytes(text) {
  if (typeof text !== "string" || /[^A-Za-z0-9_-]/.test(text) || text.length % 4 === 1) {
    return null;
  }
  const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
  return encodeBytes(bytes) === text ? bytes : null;
}
