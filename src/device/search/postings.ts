/** A term's postings unpacked: papers in order, and for each a run of ascending positions. */
export interface Postings {
  readonly papers: Int32Array;
  /** Where each paper's positions begin, and the end. */
  readonly starts: Int32Array;
  readonly positions: Int32Array;
}

export const noPostings: Postings = {
  papers: new Int32Array(),
  starts: new Int32Array(1),
  positions: new Int32Array(),
};

/** Every varint is at least a byte, so the bytes' length bounds them all. */
export const readPostings = (bytes: Uint8Array): Postings => {
  const papers = new Int32Array(bytes.length >> 1);
  const starts = new Int32Array((bytes.length >> 1) + 1);
  const positions = new Int32Array(bytes.length);
  let at = 0;
  let count = 0;
  let filled = 0;
  let paper = 0;
  const next = () => {
    let value = bytes[at++] as number;
    if (value < 0x80) return value;
    value &= 0x7f;
    for (let shift = 7; ; shift += 7) {
      const byte = bytes[at++] as number;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < bytes.length) {
    paper += next();
    papers[count] = paper;
    starts[count] = filled;
    count += 1;
    let position = 0;
    for (let left = next(); left > 0; left -= 1) {
      position += next();
      positions[filled] = position;
      filled += 1;
    }
  }
  starts[count] = filled;
  return { papers: papers.subarray(0, count), starts, positions };
};

/** Several terms as if they were one: what a half-typed syllable stands for. */
export const unitePostings = (lists: readonly Postings[], paperCount: number): Postings => {
  const [first, ...more] = lists;
  if (!first) return noPostings;
  if (more.length === 0) return first;
  const counts = new Int32Array(paperCount + 1);
  for (const { papers, starts } of lists)
    for (let i = 0; i < papers.length; i += 1)
      (counts[(papers[i] as number) + 1] as number) += (starts[i + 1] as number) - (starts[i] as number);
  for (let i = 1; i <= paperCount; i += 1) (counts[i] as number) += counts[i - 1] as number;
  const positions = new Int32Array(counts[paperCount] as number);
  const filled = counts.slice();
  for (const list of lists)
    for (let i = 0; i < list.papers.length; i += 1) {
      const paper = list.papers[i] as number;
      const run = list.positions.subarray(list.starts[i], list.starts[i + 1]);
      positions.set(run, filled[paper]);
      (filled[paper] as number) += run.length;
    }
  const papers: number[] = [];
  const starts: number[] = [];
  for (let paper = 0; paper < paperCount; paper += 1) {
    const from = counts[paper] as number;
    const to = counts[paper + 1] as number;
    if (from === to) continue;
    positions.subarray(from, to).sort();
    papers.push(paper);
    starts.push(from);
  }
  return {
    papers: Int32Array.from(papers),
    starts: Int32Array.from([...starts, positions.length]),
    positions,
  };
};
