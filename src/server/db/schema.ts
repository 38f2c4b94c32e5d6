import { bigint, boolean, integer, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";

/**
 * The tables as Drizzle sees them; `migrations.ts` makes them. Moments are milliseconds, and the text of an entry
 * is kept as it was signed: jsonb would not give the same bytes back.
 */
const moment = (name: string) => bigint(name, { mode: "number" });

export const entry = pgTable("entry", {
  id: uuid("id").primaryKey(),
  /** Order of acceptance within this server; gaps may occur. */
  seq: bigint("seq", { mode: "number" }).generatedByDefaultAsIdentity().notNull(),
  type: text("type").notNull(),
  subject: text("subject").notNull(),
  at: moment("at").notNull(),
  by: text("by").notNull(),
  /** The author as he stood when he signed. */
  member: text("member"),
  org: text("org"),
  office: boolean("office").notNull(),
  /** Of a paper: rank in `urgencies`, and the day after which it leaves the phones. */
  urgency: smallint("urgency").notNull(),
  expiresOn: text("expires_on"),
  withheld: boolean("withheld").notNull(),
  receivedAt: moment("received_at").notNull(),
  signature: text("signature").notNull(),
  payload: text("payload").notNull(),
});

/** `head` and `digest` change only under the row's lock, so that number order is commit order. */
export const scope = pgTable("scope", {
  name: text("name").primaryKey(),
  head: bigint("head", { mode: "number" }).notNull(),
  digest: text("digest").notNull(),
  revision: integer("revision").notNull(),
});

export const scopeEntry = pgTable(
  "scope_entry",
  {
    scope: text("scope").notNull(),
    n: bigint("n", { mode: "number" }).notNull(),
    entryId: uuid("entry_id").notNull(),
    digest: text("digest").notNull(),
  },
  (table) => [primaryKey({ columns: [table.scope, table.n] })],
);

export const blobRef = pgTable(
  "blob_ref",
  {
    hash: text("hash").notNull(),
    scope: text("scope").notNull(),
    entryId: uuid("entry_id").notNull(),
  },
  (table) => [primaryKey({ columns: [table.hash, table.scope, table.entryId] })],
);

export const claim = pgTable("claim", {
  name: text("name").primaryKey(),
  entryId: uuid("entry_id").notNull(),
});

/** How far each device said it holds each scope: `full` with the reading texts. */
export const deviceCursor = pgTable(
  "device_cursor",
  {
    key: text("key").notNull(),
    scope: text("scope").notNull(),
    n: bigint("n", { mode: "number" }).notNull(),
    full: bigint("full", { mode: "number" }).notNull(),
    seenAt: moment("seen_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.key, table.scope] })],
);

export const meta = pgTable("meta", {
  key: text("key").primaryKey(),
  value: text("value").notNull(),
});
