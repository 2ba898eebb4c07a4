import { decodeBytes } from "./base64url.js";
import { unpadContent } from "./padded-content.js";

/** Bytes of every file under /replies/, whatever is in it: nonce (12), content under AES-256-GCM, tag (16). The C# counterpart is ReplyBlob. */
export const REPLY_LENGTH = 32 * 1024;

const REPLY_NONCE = 12;

/**
 * Opens a file of /replies/ with the key of a code.
 * @returns {Promise<{title: string, text: string, note: string} | null>} what the editors answer; null for a decoy, another's answer, and anything that was changed.
 */
export async function openReply(blob, key) {
  const raw = decodeBytes(key);
  if (blob.length !== REPLY_LENGTH || raw?.length !== 32) {
    return null;
  }
  const aes = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["decrypt"]);
  const opening = { name: "AES-GCM", iv: blob.subarray(0, REPLY_NONCE), additionalData: new TextEncoder().encode("subrosa-reply-1"), tagLength: 128 };
  try {
    const inside = unpadContent(new Uint8Array(await crypto.subtle.decrypt(opening, aes, blob.subarray(REPLY_NONCE))));
    const { format, title, text, note } = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(inside));
    return format === 1 && [title, text, note].every((part) => typeof part === "string") ? { title, text, note } : null;
  } catch {
    return null;
  }
}
