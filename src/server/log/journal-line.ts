import { crc32 } from "node:zlib";

/** One accepted entry, with everything that is needed to give it the very same place again. */
export interface JournalRecord {
  readonly seq: number;
  /** Its number in each scope, the internal one of the directory included. */
  readonly numbers: { readonly [scope: string]: number };
  readonly receivedAt: number;
  readonly signature: string;
  readonly payload: string;
}

/** First line of each file: what came before it. */
export interface JournalHead {
  readonly journal: 1;
  readonly epoch: string;
  /** Entries in earlier files, and the `seq` of the last of them. */
  readonly count: number;
  readonly seq: number;
}

/** `crc32 SP json`: eight hexadecimal digits over the bytes of the JSON. */
export const formatJournalLine = (value: JournalRecord | JournalHead): string => {
  const json = JSON.stringify(value);
  return `${crc32(json).toString(16).padStart(8, "0")} ${json}\n`;
};

/** Undefined where the line is torn or damaged. */
export const parseJournalLine = (line: string): JournalRecord | JournalHead | undefined => {
  const json = line.slice(9);
  if (line[8] !== " " || line.slice(0, 8) !== crc32(json).toString(16).padStart(8, "0")) return undefined;
  return JSON.parse(json) as JournalRecord | JournalHead;
};
