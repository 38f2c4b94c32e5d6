import * as v from "valibot";
import { documentIssued } from "../../domain/document";
import type { BlobRef, Entry } from "../../domain/entry";
import { firstPageOf } from "../../domain/first-page";
import type { Hash } from "../../domain/ids";
import { meetingPhotographed } from "../../domain/meeting-photos";
import { plainText, readingText } from "../../domain/reading-text";
import type { Refusal } from "../../domain/refusal";
import { refuseLine, refusePaper } from "../../domain/secrecy";
import type { Blobs } from "../blobs/blobs";
import { checkFile } from "./check-file";
import { checkPhoto } from "./check-photo";

export interface Door {
  /** Why this entry's paper may not enter, or undefined: handed to the log, which asks after every other check. */
  check(entry: Entry): Promise<Refusal | undefined>;
  /** Removes what was staged for refused papers, save what another entry names. */
  clear(named: (hashes: readonly Hash[]) => Promise<ReadonlySet<Hash>>): Promise<void>;
}

/**
 * The rules on what a paper says (domain.md 2.4), asked of its text and its file before it gets a number.
 * A refusal is told with its rule and nothing else, and nothing of the paper is kept.
 */
export const createDoor = (blobs: Blobs, say: (line: string) => void): Door => {
  const refused = new Set<Hash>();
  return {
    check: async (entry) => {
      const checked = await checkContent(blobs, entry);
      if (!checked?.refusal) return undefined;
      say(`door refused ${entry.type}: ${checked.refusal}`);
      for (const { hash } of checked.named) refused.add(hash);
      return checked.refusal;
    },
    clear: async (named) => {
      if (refused.size === 0) return;
      const hashes = [...refused];
      refused.clear();
      const kept = await named(hashes);
      for (const hash of hashes) if (!kept.has(hash)) await blobs.remove(hash);
    },
  };
};

/** What the rules say of an entry with content of its own, and the blobs that it names. */
const checkContent = async (
  blobs: Blobs,
  entry: Entry,
): Promise<{ readonly refusal: Refusal | undefined; readonly named: readonly BlobRef[] } | undefined> => {
  if (entry.type === documentIssued.type) {
    const body = v.parse(documentIssued.body, entry.body);
    const refusal = (await checkText(blobs, body)) ?? (body.file && (await checkFile(blobs, body.file)));
    return { refusal, named: body.file ? [body.text, body.file] : [body.text] };
  }
  if (entry.type !== meetingPhotographed.type) return undefined;
  const { title, pages } = v.parse(meetingPhotographed.body, entry.body);
  let refusal: Refusal | undefined = refuseLine(title);
  for (const page of pages) refusal ??= await checkPhoto(blobs, page);
  return { refusal, named: pages };
};

const checkText = async (
  blobs: Blobs,
  body: v.InferOutput<typeof documentIssued.body>,
): Promise<Refusal | undefined> => {
  const bytes = await blobs.read(body.text.hash);
  if (!bytes) return "blob-missing";
  const text = parseText(bytes);
  if (!text || bytes.length !== body.text.bytes) return "malformed";
  const { kind, number, abstract, issuer, file, declaredBy } = body;
  return refusePaper(
    { kind, number, abstract, issuer, fileName: file?.name, declaredBy },
    firstPageOf(plainText(text)),
  );
};

/** A reading text travels as one line, so its JSON must not hold a line break. */
const parseText = (bytes: Uint8Array<ArrayBuffer>) => {
  if (bytes.includes(10) || bytes.includes(13)) return undefined;
  try {
    const json: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    const parsed = v.safeParse(readingText, json);
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
};
