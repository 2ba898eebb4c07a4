import { brokenIndex } from "./index-format.js";

/** Reads the codes that src/Search/Index/BitWriter.cs wrote, the highest bit of each byte first. */
export class BitReader {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  /** The next bits as a number; 0 to 31. */
  bits(count) {
    if (count > 24) {
      const upper = this.bits(count - 16);
      return (upper << 16) | this.bits(16);
    }
    const { bytes, at } = this;
    this.at = at + count;
    if (this.at > bytes.length * 8) {
      throw brokenIndex();
    }
    if (count === 0) {
      return 0;
    }
    const i = at >> 3; // what lies after the end counts as 0 and is shifted out
    return ((((bytes[i] << 24) | (bytes[i + 1] << 16) | (bytes[i + 2] << 8) | bytes[i + 3]) << (at & 7)) >>> (32 - count)) | 0;
  }

  /** Elias's gamma code: at least 1. */
  gamma() {
    let bits = 0;
    while (this.bits(1) === 0) {
      if (++bits > 30) {
        throw brokenIndex();
      }
    }
    return (1 << bits) | this.bits(bits);
  }

  /** Rice's code: the upper part in ones ended by a zero, then the lower bits. */
  rice(lowBits) {
    let upper = 0;
    while (this.bits(1) === 1) {
      upper++;
    }
    return (upper << lowBits) | this.bits(lowBits);
  }

  /** Truncated binary code of a value below a range. */
  bounded(range) {
    const bits = 31 - Math.clz32(range);
    const shorter = (2 << bits) - range;
    const value = this.bits(bits);
    return value < shorter ? value : ((value << 1) | this.bits(1)) - shorter;
  }

  /** Fills numbers[from, to) with ascending numbers of [low, high]: binary interpolative code. */
  ascending(numbers, from, to, low, high) {
    if (to - from > high - low + 1) {
      throw brokenIndex();
    }
    while (from < to) {
      const count = to - from;
      if (high - low + 1 === count) {
        for (let i = from; i < to; i++) {
          numbers[i] = low++;
        }
        return;
      }
      const middle = from + (count >> 1);
      const number = low + (count >> 1) + this.bounded(high - low + 2 - count);
      numbers[middle] = number;
      this.ascending(numbers, from, middle, low, number - 1);
      from = middle + 1;
      low = number + 1;
    }
  }
}
