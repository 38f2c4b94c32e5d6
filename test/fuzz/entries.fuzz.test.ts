import fc from "fast-check";
import * as v from "valibot";
import { expect, test } from "vitest";
import { authorOf, type Directory } from "../../src/domain/directory";
import { emptyDocument, receiptScopes } from "../../src/domain/document";
import { definitionOf, definitions } from "../../src/domain/every-definition";
import { createSeededRandom } from "../../src/domain/random";
import { cellScope, committeeScope, memberScope, type Scope } from "../../src/domain/scope";
import { admit } from "../../src/protocol/admit";
import { parseEntry, signEntry } from "../../src/protocol/signed-entry";
import { formatSyncLine, parseSyncLine, type SyncLine } from "../../src/protocol/sync-line";
import {
  formatSigned,
  formatSyncRequest,
  parseSigned,
  parseSyncRequest,
} from "../../src/protocol/sync-request";
import { copyDirectory } from "../../src/server/log/live-directory";
import { admitAll, createTestCommune } from "../support/commune";
import { thorough } from "../support/thorough";
import { fuzz } from "./fuzz";
import { hostileText } from "./hostile-input";
import { casesOf } from "./schema-cases";

const must = (holds: boolean, what: string) => {
  if (!holds) throw new Error(what);
};
const commune = await createTestCommune();
const directory = await admitAll(commune.founding, commune.root.id);
const { east, west, office } = commune;
const paper = await commune.paper();
const receipt = await commune.receipt(east.members[0], paper.id);
const samples = [...commune.founding, paper.signed, receipt];

test("lines of a sync answer", () => {
  const hash = "h".repeat(43);
  const id = receipt.entry.id;
  const { signature } = receipt;
  const lines: readonly SyncLine[] = [
    { tag: "hello", hello: { v: 1, now: 1, epoch: "e", scopes: ["commune", cellScope(east.org)] } },
    { tag: "verdict", verdict: { id, is: "rejected", code: "malformed" } },
    { tag: "verdict", verdict: { id, is: "applied" } },
    { tag: "early", signed: receipt },
    { tag: "page", scope: "commune", from: 0, head: 9 },
    { tag: "entry", n: 1, signed: receipt },
    { tag: "same", n: 2, id, signature },
    { tag: "withheld", n: 3, id, signature },
    { tag: "commit", n: 3, digest: hash },
    { tag: "differs", scope: "office" },
    { tag: "text", hash: hash as never, text: paper.text },
    { tag: "gone", hash: hash as never },
    { tag: "end", more: true },
  ];
  return fuzz({
    name: "sync lines",
    cases: hostileText(lines.map(formatSyncLine), 70_000),
    run: (text) => {
      const line = parseSyncLine(text);
      if (!line) return;
      const again = parseSyncLine(formatSyncLine(line));
      must(JSON.stringify(again) === JSON.stringify(line), "said again it is another line");
    },
  });
});

test("sync requests", () => {
  const hello = {
    v: 1,
    epoch: null,
    cursors: { commune: { n: 3, full: 2, digest: "d".repeat(43) } },
    want: ["h".repeat(43) as never],
    texts: true,
  };
  return fuzz({
    name: "sync requests",
    cases: hostileText(
      [
        formatSyncRequest({ hello, push: [] }),
        formatSyncRequest({ hello, push: samples.slice(0, 4) }),
        `${"[".repeat(5000)}\n`,
        `{"v":1,"epoch":null,"cursors":{"__proto__":{"n":1,"full":1,"digest":"${"d".repeat(43)}"}},"want":[],"texts":true}`,
      ],
      70_000,
    ),
    run: (text) => {
      const request = parseSyncRequest(text);
      if (!request.ok) return;
      must(request.value.push.length <= 500 && request.value.hello.want.length <= 2000, "beyond its bounds");
      must(Object.getPrototypeOf(request.value.hello.cursors) === Object.prototype, "another prototype");
    },
  });
});

test("entries whose text was damaged on the way are never let in", () =>
  fuzz({
    name: "damaged entries",
    cases: hostileText(samples.map(formatSigned), 70_000),
    waits: true,
    ratio: 2000,
    run: async (text) => {
      const signed = parseSigned(text);
      if (!signed) return;
      const known = samples.some(
        (one) => one.payload === signed.payload && one.signature === signed.signature,
      );
      const admitted = await admit(signed, directory, { root: commune.root.id });
      must(!admitted.ok || known, "let in");
      parseEntry(signed.payload);
    },
  }));

const authors = [
  commune.root,
  office.signer,
  east.secretary.signer,
  east.members[0].signer,
  west.secretary.signer,
];
const scopes: readonly Scope[] = [
  "commune",
  "office",
  cellScope(east.org),
  committeeScope(east.org),
  memberScope(east.members[0].member),
  cellScope(west.org),
];
const subjects = [
  east.members[0].member,
  east.org,
  paper.id,
  east.secretary.signer.id,
  ...samples.flatMap(({ entry }) => (entry.type === "commune.founded" ? [entry.subject] : [])),
  "0123456789ab",
  "x",
  "__proto__",
  "constructor",
] as const;

/** Names that a body may speak of: said often, so that bodies agree with themselves. */
const names = [
  east.org,
  east.org,
  east.members[0].member,
  east.members[1].member,
  paper.id,
  east.secretary.signer.id,
];

/** A body for each type, by whoever, to whomever, about whatever: as JSON, so that a failing one can be read. */
const bodies = fc.oneof(
  ...definitions.map(({ type, body }) =>
    fc
      .record({
        type: fc.constant(type),
        author: fc.nat(authors.length - 1),
        scopes: fc.oneof(
          fc.constantFrom<readonly Scope[]>(
            [cellScope(east.org), "office"],
            ["commune"],
            ["commune", cellScope(east.org), "office"],
            receiptScopes(east.org, east.members[0].member),
            [cellScope(east.org), "office", memberScope(east.members[0].member)],
            [committeeScope(east.org)],
            ["office"],
            [cellScope(east.org), committeeScope(east.org), "office"],
          ),
          fc.uniqueArray(fc.constantFrom(...scopes), { minLength: 1, maxLength: 3 }),
        ),
        subject: fc.constantFrom(...subjects),
        body: casesOf(body as never, names),
      })
      .map((one) => JSON.stringify(one)),
  ),
);

test("entries of every type, signed by someone who may, with any body that fits: judged and reduced without a fault", async () => {
  const random = createSeededRandom(9);
  const views = new Map<string, unknown>();
  let draft: Directory = copyDirectory(directory);
  const applied = new Map<string, number>();
  let at = commune.clock.now();
  await fuzz({
    name: "signed bodies of every type",
    cases: bodies,
    waits: true,
    ratio: 2000,
    run: async (json) => {
      const one = JSON.parse(json);
      at += 1;
      const signer = authors[one.author] ?? office.signer;
      const signed = await signEntry(signer, one, { now: () => at }, random);
      const admitted = await admit(signed, draft, { root: commune.root.id });
      if (admitted.ok) applied.set(one.type, (applied.get(one.type) ?? 0) + 1);
      const definition = admitted.ok ? admitted.value.definition : definitionOf(one.type);
      const body = definition && v.safeParse(definition.body, one.body);
      const author = authorOf(directory, signer.id, at);
      if (!definition || !body?.success || !author) return;
      // Whatever an author may write must be safe to reduce, and who may not today may tomorrow.
      const entry = { ...signed.entry, body: body.output };
      definition.claims?.(entry);
      definition.texts?.(entry.body);
      definition.files?.(entry.body);
      if (definition.view === "directory") {
        if (!admitted.ok) return;
        definition.reduce(copyDirectory(draft), entry, author);
        // Begun anew often, or one entry that dissolves a cell would keep the others from being let in.
        draft = at % 8 === 0 ? copyDirectory(directory) : draft;
        if (at % 8 !== 0) definition.reduce(draft, entry, author);
        return;
      }
      const name = `${definition.view} ${entry.subject}`;
      const before = at % 50 === 0 ? undefined : views.get(name);
      const view = definition.reduce(before ?? definition.empty ?? emptyDocument, entry, author);
      views.set(name, at % 50 === 0 ? undefined : view);
      must(JSON.stringify(view) !== undefined, "a view that cannot be kept");
    },
  });
  // Or nothing of this would have been tried. Fewer cases come to fewer kinds.
  expect(applied.size).toBeGreaterThan(definitions.length * (thorough ? 0.6 : 0.4));
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(Object.keys(Object.prototype)).toEqual([]);
});
