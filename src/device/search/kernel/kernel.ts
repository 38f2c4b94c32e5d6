import { kernelBytes } from "./kernel-bytes";

/** Places in the memory are bytes from its start; see `assembly/kernel.ts`. */
interface KernelExports {
  readonly memory: WebAssembly.Memory;
  readonly ownMemory: WebAssembly.Global;
  begin(kindTable: number, kindTableEnd: number, room: number): void;
  isFull(): number;
  readPlain(from: number, end: number, into: number): number;
  readReading(from: number, end: number, into: number): number;
  writeGap(into: number): number;
  sortByTerm(
    syllables: number,
    count: number,
    termOf: number,
    spellingOf: number,
    ends: number,
    terms: number,
    filled: number,
    places: number,
    spelled: number,
  ): void;
  roomForTerms(terms: number, places: number): number;
  writeTerms(
    order: number,
    count: number,
    ends: number,
    places: number,
    spelled: number,
    starts: number,
    known: number,
    marks: number,
    mostSpellings: number,
    offsets: number,
    out: number,
  ): number;
  writeTerm(
    places: number,
    spelled: number,
    from: number,
    to: number,
    starts: number,
    marks: number,
    known: number,
    out: number,
  ): number;
}

/** Numbers the syllables of a run of letters that was not met: writes them at `stream` and returns where they end. */
export type Meet = (start: number, end: number, stream: number) => number;

const pageBytes = 1 << 16;
const aligned = (n: number) => (n + 7) & ~7;

let compiled: WebAssembly.Module | undefined;
/** Three kilobytes, which every engine compiles at once, on the page too. */
const compile = () => {
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(kernelBytes), (letter) => letter.charCodeAt(0)));
  return compiled;
};

/** A kernel and its memory, which grows; whoever lays it out says where things lie. */
export class Kernel {
  readonly run: KernelExports;
  /** The memory as bytes and as words: other ones after each `reserve`. */
  bytes: Uint8Array<ArrayBuffer>;
  words: Uint32Array<ArrayBuffer>;
  /** The first place that is free; what lies before belongs to the kernel. */
  readonly start: number;

  constructor(meet: Meet = () => 0) {
    const instance = new WebAssembly.Instance(compile(), { letters: { meet } });
    this.run = instance.exports as unknown as KernelExports;
    this.bytes = new Uint8Array(this.run.memory.buffer as ArrayBuffer);
    this.words = new Uint32Array(this.bytes.buffer);
    this.start = aligned(this.run.ownMemory.value);
  }

  /** Makes sure that there is memory from `at` on for so many bytes; returns the next place after them. */
  reserve(at: number, length: number): number {
    const missing = at + length - this.bytes.length;
    if (missing > 0) {
      // By a part of what there is, as arrays grow: each time costs as much as a term.
      this.run.memory.grow(Math.ceil(Math.max(missing, this.bytes.length / 4) / pageBytes));
      this.bytes = new Uint8Array(this.run.memory.buffer as ArrayBuffer);
      this.words = new Uint32Array(this.bytes.buffer);
    }
    return aligned(at + length);
  }
}
