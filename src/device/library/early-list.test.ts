import "fake-indexeddb/auto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { startPhone } from "../../../test/support/phone";
import { systemClock } from "../../domain/clock";
import { emptyDocument } from "../../domain/document";
import type { DocumentId, Hash, KeyId, MemberId } from "../../domain/ids";
import { toRecord } from "../apply/document-record";
import type { DocumentRow, LibraryQuery } from "../device";
import { createDatabase } from "../store/database";
import type { DocumentRecord, MetaValues } from "../store/rows";

const name = "so-chi-bo";
const member = "member000000" as MemberId;
const script = readFileSync(join(import.meta.dirname, "../../../public/early.js"), "utf8");

/** Runs `public/early.js` as the page does, at this path. */
const runEarly = (pathname: string) => {
  const run = new Function("window", "location", "document", "localStorage", script);
  const root = { setAttribute: () => undefined };
  run(globalThis, { pathname }, { documentElement: root }, { getItem: () => null });
};

const paper = (n: number): DocumentRecord => {
  const issued = {
    kind: "ke_hoach",
    issuedOn: "2026-11-20",
    abstract: `Kế hoạch ${n}`,
    issuer: "Đảng ủy",
    urgency: "normal",
    text: { hash: `${n}`.padStart(43, "h") as Hash, bytes: 1 },
    declaredBy: "Văn thư",
    at: n,
    by: "k".repeat(43) as KeyId,
    scopes: ["commune"],
  } as const;
  const read = n === 8 ? { [member]: 9 } : {};
  return toRecord(
    { id: `paper${`${n}`.padStart(7, "0")}` as DocumentId, entries: [] },
    { ...emptyDocument, issued, read },
    member,
    0,
  );
};

const leave = async (count: number) => {
  const db = createDatabase(name, "relaxed");
  await db.documents.bulkPut(Array.from({ length: count }, (_, i) => paper(i + 1)));
  await db.wanted.add({ texts: [{ hash: paper(7).text as Hash, state: "missing", rank: "5", places: [] }] });
  await db.meta.put({ name: "self", value: { member } as MetaValues["self"] });
  db.close();
};

const start = () =>
  startPhone({
    database: name,
    clock: systemClock,
    transport: () => Promise.reject(new TypeError("offline")),
  });

/** What a list says, one answer after another. */
const told = (query: LibraryQuery) => {
  const answers: { readonly rows: readonly DocumentRow[]; readonly total: number }[] = [];
  const device = start();
  device.library.list(query).subscribe((answer) => answers.push(answer));
  return { answers, device };
};
const titles = (rows: readonly DocumentRow[]) => rows.map(({ abstract }) => Number(abstract.split(" ")[2]));

const closeEarly = async () => (await globalThis.earlyDatabase)?.close();

afterEach(async () => {
  await globalThis.earlyRows;
  await closeEarly();
  globalThis.earlyRows = undefined;
  globalThis.earlyDatabase = undefined;
  await createDatabase(name, "relaxed").delete();
});

test("what was read before the app was there is listed first, then what the phone has by now", async () => {
  await leave(9);
  runEarly("/");
  await globalThis.earlyRows;
  const other = createDatabase(name, "relaxed");
  await other.documents.put(paper(10));
  other.close();

  const { answers, device } = told({ show: "all", limit: 6 });
  await expect.poll(() => answers.length).toBe(1);
  // The phone is not open yet, and the list is there: newest first, the text of one on its way.
  expect(device.state.getState().phase).toBe("starting");
  expect(titles(answers[0]?.rows ?? [])).toEqual([9, 7, 6, 5, 4, 3]);
  expect(answers[0]?.rows.map(({ hasText }) => hasText)).toEqual([true, false, true, true, true, true]);
  await expect.poll(() => answers.length).toBe(2);
  expect(titles(answers[1]?.rows ?? [])).toEqual([10, 9, 7, 6, 5, 4]);
  expect(answers[1]?.total).toBe(10);
});

test("few papers are listed early too; none are left to the first sync's screen", async () => {
  await leave(3);
  runEarly("/");
  const { answers, device } = told({ show: "all", limit: 6 });
  await expect.poll(() => answers.length).toBe(1);
  expect(device.state.getState().phase).toBe("starting");
  expect(answers[0]).toMatchObject({ total: 3 });
  await device.close();
  await createDatabase(name, "relaxed").documents.clear();
  runEarly("/");
  expect(await globalThis.earlyRows).toBeUndefined();
});

test.each<[string, number, LibraryQuery]>([
  ["a longer list", 9, { show: "all", limit: 26 }],
  ["the unread alone", 8, { show: "unread", limit: 6 }],
  ["a filter", 9, { show: "all", kind: "ke_hoach", limit: 6 }],
])("%s: the list waits for the phone, and is whole", async (_, total, query) => {
  await leave(9);
  runEarly("/");
  const { answers } = told(query);
  await expect.poll(() => answers.length).toBe(1);
  expect(answers[0]?.total).toBe(total);
});

test("another page, an older app's tables or no database at all: nothing is read early, and nothing breaks", async () => {
  runEarly("/");
  expect(await globalThis.earlyRows).toBeUndefined();
  globalThis.earlyDatabase = undefined;
  globalThis.earlyRows = undefined;
  await leave(9);
  runEarly("/van-ban/paper0000001");
  expect(globalThis.earlyRows).toBeUndefined();
  await closeEarly();
  await createDatabase(name, "relaxed").delete();

  await new Promise<void>((resolve) => {
    const old = indexedDB.open(name, 5);
    old.onsuccess = () => {
      old.result.close();
      resolve();
    };
  });
  runEarly("/");
  expect(await globalThis.earlyRows).toBeUndefined();
});
