import { brokenIndex } from "./index-format.js";

/** Reads what src/Search/Index/ByteList.cs wrote. */
export class ByteCursor {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.all = bytes;
    this.at = 0;
  }

  /** A number: seven bits a byte, the lowest first. */
  number() {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      if (this.at === this.all.length) {
        break;
      }
      const next = this.all[this.at++];
      value |= (next & 0x7f) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw brokenIndex();
  }

  /** The next bytes. */
  bytes(count) {
    const start = this.at;
    this.at += count;
    if (count < 0 || this.at > this.all.length) {
      throw brokenIndex();
    }
    return this.all.subarray(start, this.at);
  }

  /** A text that shares its first bytes with another; both as UTF-8. */
  shared(before) {
    const shared = this.number();
    const rest = this.bytes(this.number());
    const text = new Uint8Array(shared + rest.length);
    text.set(before.subarray(0, shared));
    text.set(rest, shared);
    return text;
  }
}
