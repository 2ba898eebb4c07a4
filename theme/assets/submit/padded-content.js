/** The sizes to which a content is filled up with zero bytes: 8, 32, 128, 512 KB, 2 and 8 MB. The size of an encrypted message tells next to nothing of what is in it. */
export const PADDED_SIZES = [8 * 1024, 32 * 1024, 128 * 1024, 512 * 1024, 2 * 1024 * 1024, 8 * 1024 * 1024];

/** The content, filled up to the smallest size that holds it; null where none of at most `most` bytes does. The content is text and ends with no zero byte. */
export function padContent(content, most) {
  const size = PADDED_SIZES.find((each) => each >= content.length && each <= most);
  if (size === undefined || content.length === 0 || content[content.length - 1] === 0) {
    return null;
  }
  const padded = new Uint8Array(size);
  padded.set(content);
  return padded;
}

/** The content without the zeros at its end. */
export function unpadContent(padded) {
  let length = padded.length;
  while (length > 0 && padded[length - 1] === 0) {
    length--;
  }
  return padded.subarray(0, length);
}
