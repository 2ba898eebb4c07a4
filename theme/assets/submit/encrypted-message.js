import { encodeBytes } from "./base64url.js";

/** How the content's key is agreed with a recipient (RFC 7518, 4.6). */
const KEY_ALGORITHM = "ECDH-ES+A256KW";

/** The same header as the C# writer's, byte for byte, so that the two cannot be told apart. */
const PROTECTED_HEADER = '{"enc":"A256GCM"}';

const TAG_LENGTH = 16;

/**
 * Encrypts bytes to recipients: JSON Web Encryption in its general JSON form (RFC 7516, 7.2.1), by the browser's own cryptography alone. The C# counterpart is
 * EncryptedMessage.
 * @param {Uint8Array} content - what is to be read by them alone, padded.
 * @param {{key: CryptoKey, id: string}[]} recipients - their public keys, with the thumbprints by which they are known.
 * @returns {Promise<string>} JSON; its length follows from that of the content and the number of recipients alone.
 */
export async function sealMessage(content, recipients) {
  if (recipients.length === 0) {
    throw new Error("No recipients: nothing is sent unencrypted.");
  }
  const cek = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, true, ["encrypt"]);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const header = encodeBytes(new TextEncoder().encode(PROTECTED_HEADER));
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: new TextEncoder().encode(header), tagLength: TAG_LENGTH * 8 }, cek, content));
  const parts = [];
  for (const recipient of recipients) {
    parts.push(await wrapFor(recipient, cek));
  }
  return JSON.stringify({
    protected: header,
    recipients: parts,
    iv: encodeBytes(iv),
    ciphertext: encodeBytes(sealed.subarray(0, sealed.length - TAG_LENGTH)),
    tag: encodeBytes(sealed.subarray(sealed.length - TAG_LENGTH)),
  });
}

async function wrapFor(recipient, cek) {
  const own = await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, true, ["deriveBits"]);
  const secret = new Uint8Array(await crypto.subtle.deriveBits({ name: "ECDH", public: recipient.key }, own.privateKey, 256));
  const kek = await crypto.subtle.importKey("raw", await concatKdf(secret), "AES-KW", false, ["wrapKey"]);
  const wrapped = new Uint8Array(await crypto.subtle.wrapKey("raw", cek, kek, "AES-KW"));
  const { x, y } = await crypto.subtle.exportKey("jwk", own.publicKey);
  secret.fill(0);
  return {
    header: { alg: KEY_ALGORITHM, kid: recipient.id, epk: { kty: "EC", crv: "P-256", x, y } },
    encrypted_key: encodeBytes(wrapped),
  };
}

/** The Concat KDF of NIST SP 800-56A with SHA-256, one round: round number, secret, algorithm, no party names, bits (RFC 7518, 4.6.2). */
export async function concatKdf(secret) {
  const name = new TextEncoder().encode(KEY_ALGORITHM);
  const fields = new Uint8Array(4 + secret.length + 4 + name.length + 4 + 4 + 4);
  const view = new DataView(fields.buffer);
  view.setUint32(0, 1);
  fields.set(secret, 4);
  view.setUint32(4 + secret.length, name.length);
  fields.set(name, 8 + secret.length);
  view.setUint32(fields.length - 4, 256); // the two lengths before it are 0
  return new Uint8Array(await crypto.subtle.digest("SHA-256", fields));
}
