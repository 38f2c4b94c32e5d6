import * as v from "valibot";
import { createByteCache } from "../../domain/byte-cache";
import { documentIssued, documentSuperseded, type IssuedBody } from "../../domain/document";
import { urgencies } from "../../domain/document-kind";
import type { EntryId, Hash } from "../../domain/ids";
import type { Scope } from "../../domain/scope";
import { parseEntry } from "../../protocol/signed-entry";
import { formatSyncLine } from "../../protocol/sync-line";
import type { Log, NumberedEntry, Page, Standing } from "../log/log";
import { lineSegment, type Segment } from "./segment";

/** What a page says of papers, for the order of the texts after it. */
export interface PaperNote {
  readonly document: string;
  readonly text: Hash;
  readonly urgency: number;
  readonly at: number;
}

/** A page of the log as read once, for all phones that ask for it. */
export interface NotedPage extends Page {
  readonly papers: readonly PaperNote[];
  /** Papers that another one took the place of. */
  readonly superseded: readonly string[];
}

export interface AnswerPages {
  page(scope: Scope, from: number, standing: Standing): Promise<NotedPage>;
  /** The page's lines, where these of its entries were sent before. */
  segment(page: NotedPage, standing: Standing, sent: ReadonlySet<EntryId>): Promise<readonly Segment[]>;
}

const pageCacheBytes = 24 * 1024 * 1024;
const segmentCacheBytes = 24 * 1024 * 1024;

/**
 * Pages never change but for withholding, which raises the scope's revision; so after a new directive the
 * commune's phones all get the same bytes, read and compressed once.
 */
export const createAnswerPages = (log: Log): AnswerPages => {
  const pages = createByteCache<NotedPage>(pageCacheBytes, sizeOf);
  const segments = createByteCache<Segment>(segmentCacheBytes, ({ deflated }) => deflated.length + 200);
  const reading = shared<NotedPage>();
  const deflating = shared<Segment>();

  return {
    page: (scope, from, { head, revision }) => {
      // A page that ended at the head of its day is another one once the head has moved.
      const name = `${scope} ${from} ${revision}`;
      const known = pages.get(name) ?? pages.get(`${name} ${head}`);
      if (known) return Promise.resolve(known);
      return reading(`${name} ${head}`, async () => {
        const page = note(await log.page(scope, from));
        const last = page.entries.at(-1)?.n ?? from;
        pages.set(last < page.head ? name : `${name} ${page.head}`, page);
        return page;
      });
    },
    segment: async (page, { revision }, sent) => {
      const { scope, from, head, digest } = page;
      const last = page.entries.at(-1)?.n ?? from;
      const repeated = page.entries.flatMap(({ id }, i) => (sent.has(id) ? [i] : []));
      const name = `${scope} ${from} ${last} ${revision} ${repeated.join(",")}`;
      // The head moves on while the entries stay: its line is no part of what is kept.
      const opening = await lineSegment([formatSyncLine({ tag: "page", scope, from, head })]);
      const known = segments.get(name);
      if (known) return [opening, known];
      const lines = [
        ...page.entries.map((entry) => formatEntry(entry, sent.has(entry.id))),
        formatSyncLine({ tag: "commit", n: last, digest }),
      ];
      const segment = await deflating(name, () => lineSegment(lines));
      segments.set(name, segment);
      return [opening, segment];
    },
  };
};

const formatEntry = ({ n, id, signature, payload }: NumberedEntry, sent: boolean): string => {
  if (payload === undefined) return formatSyncLine({ tag: "withheld", n, id, signature });
  if (sent) return formatSyncLine({ tag: "same", n, id, signature });
  return formatSyncLine({ tag: "entry", n, signed: { signature, payload } });
};

const sizeOf = (page: Page): number =>
  page.entries.reduce((sum, { payload = "" }) => sum + payload.length * 2 + 400, 500);

/** Reads what matters for the order of texts out of the entries. */
const note = (page: Page): NotedPage => {
  const papers: PaperNote[] = [];
  const superseded: string[] = [];
  for (const { payload } of page.entries) {
    const found = payload === undefined ? undefined : paperOf(payload);
    if (!found) continue;
    if (found.paper) papers.push(found.paper);
    superseded.push(...found.superseded);
  }
  return { ...page, papers, superseded };
};

/** What an entry says about papers; undefined where it is about something else. */
export const paperOf = (
  payload: string,
): { readonly paper?: PaperNote; readonly superseded: readonly string[] } | undefined => {
  if (!payload.includes('"type":"document.')) return undefined;
  const parsed = parseEntry(payload);
  if (!parsed.ok) return undefined;
  const { type, subject, at, body } = parsed.value;
  if (type === documentSuperseded.type) return { superseded: [subject] };
  if (type !== documentIssued.type || !v.is(documentIssued.body, body)) return undefined;
  const { text, urgency, supersedes = [] } = body as IssuedBody;
  return {
    paper: { document: subject, text: text.hash, urgency: urgencies.indexOf(urgency), at },
    superseded: supersedes,
  };
};

/** Those who ask for the same at the same time wait for one making of it. */
const shared = <Value>() => {
  const pending = new Map<string, Promise<Value>>();
  return (name: string, make: () => Promise<Value>): Promise<Value> => {
    const known = pending.get(name);
    if (known) return known;
    const making = make().finally(() => pending.delete(name));
    pending.set(name, making);
    return making;
  };
};
