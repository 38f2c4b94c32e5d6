/**
 * Bytes that grow, written as varints of seven bits, the lowest first. A class, as its method is called a million times:
 * engines optimise it once, where a closure made anew for each list is optimised, and given up, each time.
 */
export class ByteList {
  length = 0;
  private bytes = new Uint8Array(1 << 16);

  push(value: number): void {
    if (this.length + 5 > this.bytes.length) {
      const larger = new Uint8Array(this.bytes.length * 2);
      larger.set(this.bytes);
      this.bytes = larger;
    }
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

  finish(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }
}
