import type { DocumentId, EntryId, Hash } from "../../src/domain/ids";
import { extendDigest } from "../../src/protocol/digest";
import type { SignedEntry } from "../../src/protocol/signed-entry";

/** What a phone does with a paper that came. */
export interface KnownPaper {
  readonly document: DocumentId;
  readonly text: Hash;
  readonly asksConfirmation: boolean;
}

/**
 * What was really written, kept beside the server and never asked of it: all that phones receive is held against it, and at the end
 * the server's log is.
 */
export interface Ledger {
  /** Every entry that was signed and sent, by id. */
  readonly written: Map<EntryId, SignedEntry>;
  /** Those that the server said it keeps. */
  readonly acknowledged: Set<EntryId>;
  /** Texts as they were published. */
  readonly texts: Map<Hash, Buffer>;
  /** By the entry that issued it. */
  readonly papers: Map<EntryId, KnownPaper>;
  /** What was not as it must be; one is enough to fail. */
  readonly faults: string[];
  fault(what: string): void;
  /** Every phone of a scope computes the same chain: each link is computed once. */
  extend(digest: string, signature: string): Promise<string>;
  /** The links that were computed so far are not asked for again. */
  forgetLinks(): void;
}

export const idOf = ({ payload }: SignedEntry): EntryId => payload.slice(7, 43) as EntryId;

const mostFaults = 20;

export const createLedger = (): Ledger => {
  const faults: string[] = [];
  const links = new Map<string, Promise<string>>();
  return {
    written: new Map(),
    acknowledged: new Set(),
    texts: new Map(),
    papers: new Map(),
    faults,
    fault: (what) => {
      if (faults.length < mostFaults) faults.push(what);
    },
    extend: (digest, signature) => {
      const name = `${digest}${signature}`;
      const known = links.get(name) ?? extendDigest(digest, signature);
      links.set(name, known);
      return known;
    },
    forgetLinks: () => links.clear(),
  };
};

/** Entries that the server has kept from before the year began. */
export const keepFounding = (ledger: Ledger, entries: readonly SignedEntry[]) => {
  for (const { signature, payload } of entries) {
    const id = idOf({ signature, payload });
    ledger.written.set(id, { signature, payload });
    ledger.acknowledged.add(id);
  }
};
