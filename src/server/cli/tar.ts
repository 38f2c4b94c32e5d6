/**
 * A plain ustar archive (POSIX.1-1988), so that a backup can be looked into with any `tar` and needs nothing of ours
 * to be rescued. Only regular files, names up to 100 ASCII characters.
 */
const block = 512;

export interface TarMember {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const encoder = new TextEncoder();

/** One file of the archive: its head, its bytes, and zeros up to the next block. `at` in milliseconds. */
export const tarMember = ({ name, bytes }: TarMember, at: number): Uint8Array[] => {
  if (name.length > 100) throw new Error("the name is too long for a tar archive");
  const head = new Uint8Array(block);
  const put = (offset: number, text: string) => head.set(encoder.encode(text), offset);
  const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, "0")}\0`;
  put(0, name);
  put(100, octal(0o600, 8));
  put(108, octal(0, 8));
  put(116, octal(0, 8));
  put(124, octal(bytes.length, 12));
  put(136, octal(Math.floor(at / 1000), 12));
  put(148, " ".repeat(8));
  put(156, "0");
  put(257, "ustar\u000000");
  put(148, `${octal(checksum(head), 7)} `);
  return [head, bytes, new Uint8Array(padding(bytes.length))];
};

/** Two empty blocks end an archive. */
export const tarEnd = (): Uint8Array => new Uint8Array(2 * block);

const checksum = (head: Uint8Array) => head.reduce((sum, byte) => sum + byte, 0);
const padding = (length: number) => (block - (length % block)) % block;

/** A length that no member of a backup has: a head that says so is damaged, or a trap for the memory. */
const longestMember = 512 * 1024 * 1024;

/** Reads members as they come. Throws where a head is damaged or the archive breaks off. */
export async function* readTar(source: AsyncIterable<Uint8Array>): AsyncGenerator<TarMember> {
  const read = reader(source);
  for (;;) {
    const head = await read(block);
    if (head.every((byte) => byte === 0)) return;
    const field = (start: number, length: number) =>
      new TextDecoder().decode(head.subarray(start, start + length)).replace(/[\0 ].*$/s, "");
    const sum = Number.parseInt(field(148, 8), 8);
    head.fill(32, 148, 156);
    if (sum !== checksum(head)) throw new Error("the archive is damaged");
    const digits = field(124, 12);
    const length = /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : longestMember + 1;
    if (length > longestMember) throw new Error("the archive is damaged");
    const bytes = await read(length);
    await read(padding(length));
    yield { name: field(0, 100), bytes };
  }
}

/** Hands out exactly so many bytes at a time. */
const reader = (source: AsyncIterable<Uint8Array>) => {
  const pieces = source[Symbol.asyncIterator]();
  let rest = new Uint8Array(0) as Uint8Array;
  return async (length: number): Promise<Uint8Array> => {
    // Joined once all is there: what an archive only says it holds takes no memory.
    const parts: Uint8Array[] = [];
    let filled = 0;
    while (filled < length) {
      if (rest.length === 0) {
        const next = await pieces.next();
        if (next.done) throw new Error("the archive breaks off");
        rest = next.value;
      }
      const part = rest.subarray(0, length - filled);
      parts.push(part);
      filled += part.length;
      rest = rest.subarray(part.length);
    }
    return new Uint8Array(Buffer.concat(parts));
  };
};
