import { padContent } from "./padded-content.js";

/**
 * What is written into a message: strict JSON, format 1 (docs/submissions.md). Its C# reader is SubmissionReader.
 * @param {object} parts - kind and text, and of title, name, post, replyTo, images, answer, code those that there are.
 */
export function submissionJson(parts) {
  const given = Object.entries(parts).filter(([, value]) => value !== undefined && value !== "" && value !== null && !(Array.isArray(value) && value.length === 0));
  return JSON.stringify({ format: 1, text: "", ...Object.fromEntries(given) });
}

/**
 * The same in bytes, filled up to one of the sizes.
 * @param {number} most - the largest size that can be handed over.
 * @throws where it is too large, with words for the writer.
 */
export function submissionBytes(parts, most) {
  const bytes = new TextEncoder().encode(submissionJson(parts));
  const padded = padContent(bytes, most);
  if (padded === null) {
    throw new Error(`This is too large: ${(bytes.length / 1e6).toFixed(1)} MB, and ${(most / 1e6).toFixed(1)} MB can be sent. Leave pictures out, or send them in several messages.`);
  }
  return padded;
}
