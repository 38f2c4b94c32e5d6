import { describe, expect, onTestFinished, test } from "vitest";
import type { DocumentId, EntryId, Hash } from "../../src/domain/ids";
import { cellScope, memberScope, type Scope } from "../../src/domain/scope";
import { emptyDigest, extendDigest } from "../../src/protocol/digest";
import { maxClockAhead, pageBytes, pageEntries } from "../../src/protocol/limits";
import type { SignedEntry } from "../../src/protocol/signed-entry";
import type { Blobs } from "../../src/server/blobs/blobs";
import type { LogOptions } from "../../src/server/log/create-log";
import type { Log, NumberedEntry } from "../../src/server/log/log";
import { createTestCommune, newSigner, type TestCommune, type TestPaper } from "../support/commune";

/** PGlite answers without leaving the microtask queue: a reader in a loop must let others in. */
const breath = () => new Promise((resolve) => setImmediate(resolve));

export interface OpenedLog {
  readonly log: Log;
  readonly blobs: Blobs;
}

/** One place to store a log in, empty at first, and gone with the test. */
export interface LogStorage {
  /** Opens it; a second time beside the first only where the storage is `shared`. */
  open(options: Pick<LogOptions, "clock"> & Partial<LogOptions>): Promise<OpenedLog>;
}

/** What every storage of the log must hold to, whatever database is under it. */
export const runLogContract = (
  name: string,
  { createStorage, shared }: { readonly createStorage: () => Promise<LogStorage>; readonly shared: boolean },
) => {
  const founded = async (overrides: Partial<LogOptions> = {}) => {
    const commune = await createTestCommune();
    const storage = await createStorage();
    const open = async () => {
      const opened = await storage.open({ clock: commune.clock, root: commune.root.id, ...overrides });
      onTestFinished(() => opened.log.close());
      return opened;
    };
    const { log, blobs } = await open();
    const verdicts = await log.accept(commune.founding);
    expect(verdicts.filter(({ is }) => is !== "applied")).toEqual([]);
    return { commune, log, blobs, open };
  };

  /** Puts a paper's text, as a publisher does before he pushes. */
  const issue = async ({ blobs, log }: OpenedLog, paper: TestPaper) => {
    await blobs.put(new TextEncoder().encode(paper.text), 1 << 20);
    return (await log.accept([paper.signed]))[0];
  };

  const everything = async (log: Log, scope: Scope): Promise<NumberedEntry[]> => {
    const entries: NumberedEntry[] = [];
    for (;;) {
      const page = await log.page(scope, entries.at(-1)?.n ?? 0);
      if (page.entries.length === 0) return entries;
      entries.push(...page.entries);
    }
  };

  /** Numbers without a gap, and a digest that follows from the signatures. */
  const expectWhole = async (log: Log, scope: Scope): Promise<NumberedEntry[]> => {
    const entries = await everything(log, scope);
    let digest = emptyDigest;
    for (const [i, entry] of entries.entries()) {
      expect(entry.n).toBe(i + 1);
      digest = await extendDigest(digest, entry.signature);
    }
    expect(await log.digestAt(scope, entries.length)).toBe(digest);
    expect((await log.heads([scope])).get(scope)).toBe(entries.length);
    return entries;
  };

  const receipts = (commune: TestCommune, count: number): Promise<SignedEntry[]> =>
    Promise.all(
      Array.from({ length: count }, (_, i) =>
        commune.receipt(commune.east.members[i % 2 === 0 ? 0 : 1], `paper${i}` as DocumentId),
      ),
    );

  describe(`log on ${name}`, () => {
    test("a commune is founded: everyone has a key, and each scope its own numbers", async () => {
      const { commune, log } = await founded();
      const directory = await log.directory();
      expect(directory.commune?.root).toBe(commune.root.id);
      expect(directory.keys.size).toBe(7);
      for (const scope of ["commune", "office", cellScope(commune.east.org)] as const)
        await expectWhole(log, scope);
      const commonIds = (await everything(log, "commune")).map(({ id }) => id);
      const inCommune = commune.founding.filter(({ entry }) => entry.scopes.includes("commune"));
      expect(commonIds).toEqual(inCommune.map(({ entry }) => entry.id));
    });

    test("twenty pushes at once into one scope leave no gap, and number order is answer order", async () => {
      const { commune, log } = await founded();
      const pushes = await Promise.all(Array.from({ length: 20 }, () => receipts(commune, 3)));
      const scope = memberScope(commune.east.members[0].member);
      const seen: number[] = [];
      let done = false;
      const reader = (async () => {
        while (!done) {
          seen.push((await log.heads([scope])).get(scope) ?? 0);
          await breath();
        }
      })();
      await Promise.all(pushes.map((push) => log.accept(push)));
      done = true;
      await reader;
      expect(await expectWhole(log, scope)).toHaveLength(40);
      expect(seen).toEqual([...seen].sort((a, b) => a - b));
    });

    test("a reader that follows with a cursor misses nothing while others write", async () => {
      const { commune, log } = await founded();
      const pushes = await Promise.all(Array.from({ length: 30 }, () => receipts(commune, 2)));
      const scope = memberScope(commune.east.members[0].member);
      const followed: string[] = [];
      let done = false;
      const follow = async () => {
        let n = 0;
        for (;;) {
          const last = done;
          await breath();
          const page = await log.page(scope, n);
          for (const entry of page.entries) followed.push(entry.id);
          n = page.entries.at(-1)?.n ?? n;
          if (last && page.entries.length === 0) return;
        }
      };
      const following = follow();
      await Promise.all(pushes.map((push) => log.accept(push)));
      done = true;
      await following;
      expect(followed).toEqual((await everything(log, scope)).map(({ id }) => id));
      expect(followed).toHaveLength(30);
    });

    test("an entry pushed again is a duplicate; the same id with other bytes is refused", async () => {
      const { commune, log } = await founded();
      const first = await commune.receipt(commune.east.members[0], "paper" as DocumentId);
      const altered = { ...first, payload: first.payload.replace('"paper"', '"other"') };
      const { id } = first.entry;
      expect(await log.accept([first, first])).toEqual([
        { id, is: "applied" },
        { id, is: "duplicate" },
      ]);
      expect(await log.accept([first, altered])).toEqual([
        { id, is: "duplicate" },
        { id, is: "rejected", code: "id-reused" },
      ]);
      await expectWhole(log, memberScope(commune.east.members[0].member));
    });

    test("one bad entry does not stop the others, and says why", async () => {
      const { commune, log } = await founded();
      const [member, other] = commune.east.members;
      const good = await commune.receipt(member, "good" as DocumentId);
      const forged = await commune.receipt(other, "forged" as DocumentId);
      const stranger = await newSigner();
      const at = commune.clock.now();
      const receiptIn = (scopes: Scope[], subject = "paper") =>
        commune.sign(member.signer, { type: "document.read", scopes, subject, body: {} });
      const wrongScope = await receiptIn(["commune"]);
      const unknownType = await commune.sign(member.signer, {
        type: "document.burnt",
        scopes: ["commune"],
        subject: "paper",
        body: {},
      });
      const unknownAuthor = await commune.sign(stranger, {
        type: "document.read",
        scopes: ["commune"],
        subject: "paper",
        body: {},
      });
      const nul = await receiptIn([`committee:${member.org}`, memberScope(member.member)], "a\u0000b");
      commune.clock.advance(2 * maxClockAhead);
      const ahead = await commune.receipt(member, "ahead" as DocumentId);
      commune.clock.advance(at - commune.clock.now());
      const verdicts = await log.accept([
        { ...forged, signature: good.signature },
        wrongScope,
        unknownType,
        unknownAuthor,
        nul,
        ahead,
        { payload: "not json", signature: good.signature },
        good,
      ]);
      expect(verdicts.map((one) => (one.is === "rejected" ? one.code : one.is))).toEqual([
        "bad-signature",
        "wrong-scope",
        "unknown-type",
        "unknown-author",
        "malformed",
        "clock-ahead",
        "malformed",
        "applied",
      ]);
      expect(verdicts.at(-2)).toMatchObject({ id: null });
      expect(await log.accept([forged])).toMatchObject([{ is: "applied" }]);
    });

    test("in one push an entry may depend on the one before it", async () => {
      const { commune, log } = await founded();
      const listed = await commune.newMember("Người Mới", commune.west.org);
      const member = listed.entry.subject as never;
      const { device, entries } = await commune.enrol(
        commune.west.secretary.signer,
        member,
        commune.west.org,
        "member",
      );
      const read = await commune.receipt(device, "paper" as DocumentId);
      expect(await log.accept([read])).toMatchObject([{ is: "rejected", code: "unknown-author" }]);
      expect(await log.accept([listed, ...entries, read])).toMatchObject(
        Array.from({ length: 4 }, () => ({ is: "applied" })),
      );
    });

    test("an offer is taken up once, however many try at the same time", async () => {
      const { commune, log } = await founded();
      const { member, org } = commune.west.members[0];
      const offered = await commune.offer(commune.office.signer, member, org, "member");
      await log.accept([offered.signed]);
      const rivals = await Promise.all([1, 2, 3, 4].map(() => commune.takeUp(offered)));
      const verdicts = (await Promise.all(rivals.map(({ signed }) => log.accept([signed])))).flat();
      expect(verdicts.filter(({ is }) => is === "applied")).toHaveLength(1);
      expect(verdicts.filter((one) => one.is === "rejected" && one.code === "offer-used")).toHaveLength(3);
      const winner = rivals[verdicts.findIndex(({ is }) => is === "applied")];
      if (!winner) throw new Error("somebody won");
      expect(await log.accept([winner.signed])).toMatchObject([{ is: "duplicate" }]);
    });

    test("a key that was revoked signs nothing more; what it signed before still counts", async () => {
      const { commune, log } = await founded();
      const device = commune.west.members[0];
      const before = await commune.receipt(device, "before" as DocumentId);
      const revoked = await commune.sign(commune.office.signer, {
        type: "device.revoked",
        scopes: [cellScope(device.org), "office"],
        subject: device.signer.id,
        body: { org: device.org, since: commune.clock.now() + 500 },
      });
      const after = await commune.receipt(device, "after" as DocumentId);
      expect(await log.accept([revoked, after, before])).toMatchObject([
        { is: "applied" },
        { is: "rejected", code: "revoked-key" },
        { is: "applied" },
      ]);
    });

    test("a paper comes only with its text, and is refused at the door by rule", async () => {
      const { commune, log, blobs } = await founded({
        door: async (entry) =>
          (entry.body as { abstract?: string }).abstract?.includes("MẬT") ? "secret-mark" : undefined,
      });
      const paper = await commune.paper();
      expect(await log.accept([paper.signed])).toMatchObject([{ is: "rejected", code: "blob-missing" }]);
      expect(await issue({ log, blobs }, paper)).toMatchObject({ is: "applied" });
      const secret = await commune.paper({ abstract: "TUYỆT MẬT" });
      expect(await issue({ log, blobs }, secret)).toMatchObject({ code: "secret-mark" });
      const again = await commune.paper({ id: paper.id });
      expect(await issue({ log, blobs }, again)).toMatchObject({ code: "id-reused" });
    });

    test("a recall withholds the paper and its text, for good", async () => {
      const { commune, log, blobs } = await founded();
      const paper = await commune.paper();
      await issue({ log, blobs }, paper);
      const id = paper.signed.entry.id;
      const cursor = new Map([["commune", 0]] as const);
      const before = (await log.standing(cursor)).get("commune");
      expect(await log.mayRead(paper.textHash, ["commune"])).toBe(true);
      expect(await log.mayRead(paper.textHash, ["office"])).toBe(false);
      expect(await log.entries([id], ["commune"])).toHaveLength(1);

      // A cell cannot recall what the office issued.
      const byCell = await commune.sign(commune.east.secretary.signer, {
        type: "document.recalled",
        scopes: [cellScope(commune.east.org)],
        subject: paper.id,
        body: { reason: "Không đồng ý" },
      });
      expect(await log.accept([byCell])).toMatchObject([{ is: "applied" }]);
      expect(await log.mayRead(paper.textHash, ["commune"])).toBe(true);

      await log.accept([await commune.recall(paper)]);
      const entries = await expectWhole(log, "commune");
      expect(entries.find((one) => one.id === id)).toEqual({
        n: expect.any(Number),
        id,
        signature: paper.signed.signature,
      });
      expect(await log.mayRead(paper.textHash, ["commune"])).toBe(false);
      expect(await log.readable([paper.textHash], ["commune"])).toEqual(new Set());
      expect(await log.named([paper.textHash])).toEqual(new Set());
      expect(await log.entries([id], ["commune"])).toEqual([]);
      const after = (await log.standing(cursor)).get("commune");
      expect(after?.revision).toBeGreaterThan(before?.revision ?? 0);
    });

    test("a paper that two entries name stays readable when one of them is recalled", async () => {
      const { commune, log, blobs } = await founded();
      const first = await commune.paper({ words: "cùng một nội dung" });
      const second = await commune.paper({ words: "cùng một nội dung" });
      await issue({ log, blobs }, first);
      await issue({ log, blobs }, second);
      await log.accept([await commune.recall(first)]);
      expect(await log.mayRead(second.textHash, ["commune"])).toBe(true);
    });

    test("a recall that comes before its paper still holds", async () => {
      const { commune, log, blobs } = await founded();
      const paper = await commune.paper();
      await log.accept([await commune.recall(paper)]);
      expect(await issue({ log, blobs }, paper)).toMatchObject({ is: "applied" });
      const entries = await everything(log, "commune");
      expect(entries.find(({ id }) => id === paper.signed.entry.id)).not.toHaveProperty("payload");
      expect(await log.mayRead(paper.textHash, ["commune"])).toBe(false);
    });

    test("a paper leaves after its last day", async () => {
      const { commune, log, blobs } = await founded();
      const paper = await commune.paper({ body: { expiresOn: "2026-11-25" } });
      await issue({ log, blobs }, paper);
      const read = async () => {
        await log.standing(new Map([["commune", 0]]));
        return log.mayRead(paper.textHash, ["commune"]);
      };
      expect(await read()).toBe(true);
      commune.clock.advance(28 * 3600_000); // the 25th, 23:00 in Vietnam
      expect(await read()).toBe(true);
      commune.clock.advance(2 * 3600_000);
      expect(await read()).toBe(false);
    });

    test("pages keep to their limits of entries and of bytes", async () => {
      const { commune, log, blobs } = await founded();
      const member = commune.east.members[0];
      const scope = memberScope(member.member);
      const many = [];
      for (let i = 0; i < pageEntries + 20; i += 1)
        many.push(await commune.receipt(member, `paper${i}` as DocumentId));
      await log.accept(many);
      const page = await log.page(scope, 5);
      expect(page).toMatchObject({ scope, from: 5, head: pageEntries + 20 });
      expect(page.entries.map(({ n }) => n)).toEqual(Array.from({ length: pageEntries }, (_, i) => i + 6));
      expect(await log.digestAt(scope, pageEntries + 5)).toBe(page.digest);
      expect(await log.digestAt(scope, pageEntries + 21)).toBeUndefined();
      expect(await log.page(scope, pageEntries + 20)).toMatchObject({ entries: [] });

      const { head } = await log.page("commune", 0);
      for (let i = 0; i < 40; i += 1) {
        const long = await commune.paper({
          body: { abstract: "dài ".repeat(120).trim(), issuer: "Đ".repeat(120) },
        });
        await issue({ log, blobs }, long);
      }
      let from = head;
      let pages = 0;
      while (from < head + 40) {
        const { entries } = await log.page("commune", from);
        const bytes = entries.reduce((sum, { payload = "" }) => sum + Buffer.byteLength(payload), 0);
        expect(bytes).toBeLessThanOrEqual(pageBytes);
        from = entries.at(-1)?.n ?? Number.POSITIVE_INFINITY;
        pages += 1;
      }
      expect(pages).toBeLessThanOrEqual(2);
    });

    test("the directory and the newest and urgent papers can be had first", async () => {
      const { commune, log, blobs } = await founded();
      const express = await commune.paper({ body: { urgency: "express" } });
      await issue({ log, blobs }, express);
      for (let i = 0; i < 45; i += 1) await issue({ log, blobs }, await commune.paper());
      const { directory, heads } = await log.early("commune", 0);
      expect(directory.map(({ id }) => id)).toEqual(
        commune.founding.filter(({ entry }) => entry.scopes.includes("commune")).map(({ entry }) => entry.id),
      );
      expect(heads).toHaveLength(41);
      expect(heads[0]).toMatchObject({ id: express.signed.entry.id, urgency: 3 });
    });

    test("for repair, ids and entries are told to those who read the scope, nobody else", async () => {
      const { commune, log } = await founded();
      const ids: EntryId[] = [];
      for await (const one of log.ids("commune")) ids.push(one.id);
      expect(ids).toEqual((await everything(log, "commune")).map(({ id }) => id));
      const listed = commune.founding.find(({ entry }) => entry.type === "member.listed");
      if (!listed) throw new Error("somebody was listed");
      expect(await log.entries([listed.entry.id], ["commune"])).toEqual([]);
      expect(await log.entries([listed.entry.id], ["commune", "office"])).toEqual([
        { payload: listed.payload, signature: listed.signature },
      ]);
    });

    test("opened again it is the same: epoch, directory, heads; and it goes on from there", async () => {
      const { commune, log, open } = await founded();
      const heads = await log.heads(["commune", "office"]);
      await log.close();
      const again = (await open()).log;
      expect(again.epoch).toBe(log.epoch);
      expect(await again.heads(["commune", "office"])).toEqual(heads);
      const listed = await commune.newMember("Người Mới", commune.west.org);
      expect(await again.accept([listed])).toMatchObject([{ is: "applied" }]);
      expect((await again.directory()).members.size).toBe(8);
      await expectWhole(again, "office");
    });

    test("a founding by another root is refused, and so is everything before the founding", async () => {
      const storage = await createStorage();
      const [commune, stranger] = [await createTestCommune(), await createTestCommune(2)];
      const { log } = await storage.open({ clock: commune.clock, root: commune.root.id });
      onTestFinished(() => log.close());
      const codes = async (entries: readonly SignedEntry[]) =>
        (await log.accept(entries)).map((one) => (one.is === "rejected" ? one.code : one.is));
      expect(await codes(stranger.founding.slice(0, 2))).toEqual(["wrong-commune", "unknown-author"]);
      expect(await codes(commune.founding.slice(0, 2))).toEqual(["applied", "applied"]);
      expect(await codes(stranger.founding.slice(0, 1))).toEqual(["wrong-commune"]);
    });

    test("what a device confirms can be said again and moves on", async () => {
      const { commune, log } = await founded();
      const key = commune.office.signer.id;
      const cursor = { n: 3, full: 2, digest: emptyDigest };
      await Promise.all([
        log.confirm(key, { commune: cursor }),
        log.confirm(key, { commune: cursor, office: cursor }),
        log.confirm(commune.east.secretary.signer.id, { commune: { ...cursor, full: 3 } }),
      ]);
      await log.confirm(key, { commune: cursor, office: cursor });
      await expect(log.confirm(key, {})).resolves.toBeUndefined();
    });

    if (shared) runSharedContract(createStorage, { everything, expectWhole, receipts, issue });
  });
};

interface Tools {
  everything(log: Log, scope: Scope): Promise<NumberedEntry[]>;
  expectWhole(log: Log, scope: Scope): Promise<NumberedEntry[]>;
  receipts(commune: TestCommune, count: number): Promise<SignedEntry[]>;
  issue(opened: OpenedLog, paper: TestPaper): Promise<unknown>;
}

/** Two server processes on one database. */
const runSharedContract = (createStorage: () => Promise<LogStorage>, tools: Tools) => {
  const pair = async () => {
    const commune = await createTestCommune();
    const storage = await createStorage();
    const options = { clock: commune.clock, root: commune.root.id };
    const opened = await Promise.all([storage.open(options), storage.open(options)]);
    onTestFinished(async () => {
      for (const { log } of opened) await log.close();
    });
    const [one, other] = opened;
    if (!one || !other) throw new Error("two were opened");
    expect(one.log.epoch).toBe(other.log.epoch);
    await one.log.accept(commune.founding);
    return { commune, one, other };
  };

  test("two processes write at once: no hole, no entry twice, a follower misses nothing", async () => {
    const { commune, one, other } = await pair();
    const scope = memberScope(commune.east.members[0].member);
    const pushes = await Promise.all(Array.from({ length: 40 }, () => tools.receipts(commune, 4)));
    const followed: string[] = [];
    let done = false;
    const follow = async () => {
      let n = 0;
      for (;;) {
        const last = done;
        await breath();
        const page = await other.log.page(scope, n);
        for (const entry of page.entries) followed.push(entry.id);
        n = page.entries.at(-1)?.n ?? n;
        if (last && page.entries.length === 0) return;
      }
    };
    const following = follow();
    const verdicts = await Promise.all(
      pushes.flatMap((push, i) => {
        const [first, second] = i % 2 ? [one, other] : [other, one];
        // Every third push is sent to both, as an impatient phone does.
        return i % 3 ? [first.log.accept(push)] : [first.log.accept(push), second.log.accept(push)];
      }),
    );
    done = true;
    await following;
    expect(verdicts.flat().filter(({ is }) => is === "rejected")).toEqual([]);
    const entries = await tools.expectWhole(one.log, scope);
    expect(entries).toHaveLength(80);
    expect(followed).toEqual(entries.map(({ id }) => id));
    await tools.expectWhole(other.log, `committee:${commune.east.org}`);
  });

  test("both processes come to know the same directory, whoever wrote it", async () => {
    const { commune, one, other } = await pair();
    const enrolments = [];
    for (let i = 0; i < 12; i += 1) {
      const listed = await commune.newMember(`Người Mới ${i}`, commune.west.org);
      const { entries, device } = await commune.enrol(
        commune.office.signer,
        listed.entry.subject as never,
        commune.west.org,
        "member",
      );
      enrolments.push({ push: [listed, ...entries], device });
    }
    const verdicts = await Promise.all(
      enrolments.map(({ push }, i) => (i % 2 ? one : other).log.accept(push)),
    );
    expect(verdicts.flat().filter(({ is }) => is !== "applied")).toEqual([]);
    const [a, b] = [await one.log.directory(), await other.log.directory()];
    expect([...a.keys.keys()].sort()).toEqual([...b.keys.keys()].sort());
    expect(a.keys.size).toBe(7 + 12);
    expect([...a.places]).toEqual([...b.places]);
  });

  test("an offer that both processes are asked for at once is taken up once", async () => {
    const { commune, one, other } = await pair();
    const { member, org } = commune.west.members[0];
    for (let round = 0; round < 10; round += 1) {
      const offered = await commune.offer(commune.office.signer, member, org, "member");
      await one.log.accept([offered.signed]);
      const [a, b] = [await commune.takeUp(offered), await commune.takeUp(offered)];
      const verdicts = await Promise.all([one.log.accept([a.signed]), other.log.accept([b.signed])]);
      expect(
        verdicts
          .flat()
          .map((each) => (each.is === "rejected" ? each.code : each.is))
          .sort(),
      ).toEqual(["applied", "offer-used"]);
    }
  });

  test("a recall through one process withholds in the other at once", async () => {
    const { commune, one, other } = await pair();
    const paper = await commune.paper();
    await tools.issue(one, paper);
    expect(await other.log.mayRead(paper.textHash as Hash, ["commune"])).toBe(true);
    await one.log.accept([await commune.recall(paper)]);
    expect(await other.log.mayRead(paper.textHash as Hash, ["commune"])).toBe(false);
    const entry = (await tools.everything(other.log, "commune")).find(
      ({ id }) => id === paper.signed.entry.id,
    );
    expect(entry).not.toHaveProperty("payload");
  });
};
