import type { IssuedBody } from "../../domain/document";
import { documentIssued } from "../../domain/document";
import { urgencies } from "../../domain/document-kind";
import type { Author, Entry, EntryDefinition } from "../../domain/entry";
import type { Hash } from "../../domain/ids";
import type { Scope } from "../../domain/scope";
import type { SignedEntry } from "../../protocol/signed-entry";

/** The server's own scope: every entry of the directory, numbered for the other processes on one database. */
export const directoryScope = "directory";

/** An entry as it goes into the tables. */
export interface EntryRow {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly at: number;
  readonly by: string;
  readonly member: string | null;
  readonly org: string | null;
  readonly office: boolean;
  readonly urgency: number;
  readonly expires_on: string | null;
  readonly withheld: boolean;
  readonly received_at: number;
  readonly signature: string;
  readonly payload: string;
}

export const entryRow = (
  { signature, payload }: SignedEntry,
  entry: Entry,
  author: Author,
  receivedAt: number,
  today: string,
): EntryRow => {
  const paper = entry.type === documentIssued.type ? (entry.body as IssuedBody) : undefined;
  const expires = paper?.expiresOn ?? null;
  return {
    id: entry.id,
    type: entry.type,
    subject: entry.subject,
    at: entry.at,
    by: entry.by,
    member: author.member ?? null,
    org: author.org ?? null,
    office: author.office,
    urgency: paper ? urgencies.indexOf(paper.urgency) : 0,
    expires_on: expires,
    withheld: expires !== null && expires < today,
    received_at: receivedAt,
    signature,
    payload,
  };
};

/** Every scope in which the server numbers the entry. */
export const numberedScopes = (
  entry: Entry,
  definition: EntryDefinition,
): readonly (Scope | typeof directoryScope)[] =>
  definition.view === "directory" ? [...entry.scopes, directoryScope] : entry.scopes;

export const blobsOf = (entry: Entry, definition: EntryDefinition): Hash[] => [
  ...new Set(
    [...(definition.texts?.(entry.body) ?? []), ...(definition.files?.(entry.body) ?? [])].map(
      ({ hash }) => hash,
    ),
  ),
];
