/** The same numbers with as much room again. */
export const widened = <
  A extends Int32Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint8Array<ArrayBuffer>,
>(
  Kind: new (length: number) => A,
  array: A,
): A => {
  const wider = new Kind(array.length * 2);
  wider.set(array);
  return wider;
};

/**
 * Bytes that grow, written as varints of seven bits, the lowest first. A class, as its method is called a million times:
 * engines optimise it once, where a closure made anew for each list is optimised, and given up, each time.
 */
export class ByteList {
  length = 0;
  private bytes = new Uint8Array(1 << 16);

  push(value: number): void {
    if (this.length + 5 > this.bytes.length) this.bytes = widened(Uint8Array, this.bytes);
    const { bytes } = this;
    let { length } = this;
    let rest = value;
    while (rest > 0x7f) {
      bytes[length] = (rest & 0x7f) | 0x80;
      length += 1;
      rest >>>= 7;
    }
    bytes[length] = rest;
    this.length = length + 1;
  }

  pushByte(value: number): void {
    if (this.length === this.bytes.length) this.bytes = widened(Uint8Array, this.bytes);
    this.bytes[this.length] = value;
    this.length += 1;
  }

  /** All that another holds. */
  append(other: ByteList): void {
    while (this.length + other.length > this.bytes.length) this.bytes = widened(Uint8Array, this.bytes);
    const { bytes, length } = this;
    // Most are a few bytes, for which a view of them costs more than they do.
    if (other.length > 64) bytes.set(other.finish(), length);
    else for (let i = 0; i < other.length; i += 1) bytes[length + i] = other.bytes[i] as number;
    this.length = length + other.length;
  }

  clear(): void {
    this.length = 0;
  }

  finish(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }
}
