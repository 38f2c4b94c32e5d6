import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import type { MemberId } from "../../domain/ids";
import { createMinutesDocument, typeInto } from "./minutes-document";
import { pointsOf } from "./names";

const lam = "0member00001" as MemberId;
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

/** Both take over what the other wrote. */
const exchange = (a: Y.Doc, b: Y.Doc) => {
  const [ofA, ofB] = [Y.encodeStateAsUpdate(a), Y.encodeStateAsUpdate(b)];
  Y.applyUpdate(a, ofB);
  Y.applyUpdate(b, ofA);
};

describe("what was typed", () => {
  test.each([
    ["", "Đường"],
    ["Đường", ""],
    ["Đường xấu", "Đường rất xấu"],
    ["aaa", "aaaa"],
    ["aaaa", "aa"],
    ["một 👍 hai", "một 👏 hai"],
    ["👍👍", "👍"],
  ])("%j becomes %j by the text's own changes", (before, after) => {
    const { text } = createMinutesDocument();
    const one = text("statement", "1");
    typeInto(one, before);
    typeInto(one, after);
    expect(one.toString()).toBe(after);
  });

  test("any text becomes any other, and no letter is halved on the way", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "ơ", "👍", "👏", " ", "\n"), maxLength: 12 });
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 5 }), (typed) => {
        const one = createMinutesDocument().text("statement", "1");
        for (const next of typed) {
          typeInto(one, next);
          expect(one.toString()).toBe(next);
        }
        for (const { insert } of one.toDelta() as { insert: string }[])
          expect(insert.isWellFormed?.() ?? true).toBe(true);
      }),
      { seed, verbose: true },
    );
  });

  test("two people who write in one text, unknown to each other, both keep every word", () => {
    const [a, b] = [createMinutesDocument(), createMinutesDocument()];
    typeInto(a.text("conclusion", "Thảo luận"), "Thống nhất làm đường.");
    exchange(a.doc, b.doc);
    typeInto(a.text("conclusion", "Thảo luận"), "Thống nhất làm đường trong quý I.");
    typeInto(b.text("conclusion", "Thảo luận"), "Chi bộ thống nhất làm đường.");
    exchange(a.doc, b.doc);
    for (const one of [a, b])
      expect(one.text("conclusion", "Thảo luận").toString()).toBe("Chi bộ thống nhất làm đường trong quý I.");
  });

  test("a text that both began is one text with both their words", () => {
    const [a, b] = [createMinutesDocument(), createMinutesDocument()];
    typeInto(a.text("conclusion", "Thảo luận"), "Làm đường.");
    typeInto(b.text("conclusion", "Thảo luận"), "Giữ rừng.");
    exchange(a.doc, b.doc);
    const text = a.text("conclusion", "Thảo luận").toString();
    expect(text).toContain("Làm đường.");
    expect(text).toContain("Giữ rừng.");
    expect(b.text("conclusion", "Thảo luận").toString()).toBe(text);
  });
});

test("three phones that write at once, and learn of each other in any order and more than once, read the same with every word", () => {
  const edit = fc.record({
    who: fc.nat(2),
    text: fc.nat(3),
    /** Where in the text, of a thousand. */
    place: fc.nat(999),
    word: fc.constantFrom("đường", "quỹ", "rừng", "trường", "nước"),
  });
  fc.assert(
    fc.property(
      fc.array(edit, { minLength: 1, maxLength: 25 }),
      fc.array(fc.tuple(fc.nat(2), fc.nat()), { maxLength: 60 }),
      (edits, deliveries) => {
        const phones = [createMinutesDocument(), createMinutesDocument(), createMinutesDocument()];
        const updates: Uint8Array[] = [];
        for (const { doc } of phones)
          doc.on("update", (update: Uint8Array, origin: unknown) => {
            if (origin !== "other") updates.push(update);
          });
        const typed: string[] = [];
        edits.forEach(({ who, text, place, word }, i) => {
          const one = phones[who]?.text("statement", `s${text}`);
          // A word of its own each time, so that it can be looked for.
          const said = ` ${word}${i} `;
          const before = one?.toString() ?? "";
          // Between words: nobody types into the middle of another's.
          const gaps = [0, ...[...before.matchAll(/ {2}/g)].map(({ index }) => index + 1), before.length];
          const at = gaps[Math.floor((place / 1000) * gaps.length)] ?? 0;
          if (one) typeInto(one, before.slice(0, at) + said + before.slice(at));
          typed.push(said.trim());
          const [to, n] = deliveries[i] ?? [0, 0];
          const late = updates[n % updates.length];
          if (late) Y.applyUpdate(phones[to]?.doc as Y.Doc, late, "other");
        });
        for (const [to, n] of deliveries) {
          const again = updates[n % updates.length];
          if (again) Y.applyUpdate(phones[to]?.doc as Y.Doc, again, "other");
        }
        for (const { doc } of phones) for (const update of updates) Y.applyUpdate(doc, update, "other");
        const read = phones.map((phone) =>
          [0, 1, 2, 3].map((n) => phone.text("statement", `s${n}`).toString()).join("\n"),
        );
        expect(new Set(read).size).toBe(1);
        for (const word of typed) expect(read[0]).toContain(word);
      },
    ),
    { seed, verbose: true },
  );
});

describe("facts", () => {
  test("statements of two phones stand in the order of their beginning", () => {
    const [a, b] = [createMinutesDocument(), createMinutesDocument()];
    a.putStatement("s2", { point: "Thảo luận", at: 20, member: lam });
    b.putStatement("s1", { point: "Thảo luận", at: 10, name: "Ông Khách" });
    exchange(a.doc, b.doc);
    const ids = ["s1", "s2"];
    expect(a.read().statements.map(({ id }) => id)).toEqual(ids);
    expect(b.read().statements.map(({ id }) => id)).toEqual(ids);
  });

  test("what does not fit its schema is left out, and the rest stays", () => {
    const one = createMinutesDocument();
    one.putVote("v1", {
      point: "1",
      at: 1,
      form: "card",
      needs: "majority",
      agree: 9,
      disagree: 0,
      other: 1,
    });
    one.doc.getMap("votes").set("v2", { agree: "nine" });
    one.doc.getMap("statements").set("s1", 7);
    one.doc.getMap("tasks").set("not a name", { point: "1", at: 1, support: [] });
    one.doc.getMap("head").set("startedAt", "yesterday");
    const { votes, statements, tasks, head } = one.read();
    expect([votes.map(({ id }) => id), statements, tasks, head]).toEqual([["v1"], [], [], {}]);
  });

  test("whoever listens for facts hears of them, and not of texts", () => {
    const one = createMinutesDocument();
    let heard = 0;
    const stop = one.onFacts(() => {
      heard += 1;
    });
    typeInto(one.text("statement", "s1"), "Đường xấu");
    expect(heard).toBe(0);
    one.putHead({ chair: lam });
    one.putPoint("Thảo luận", { startedAt: 5 });
    expect(heard).toBe(2);
    stop();
    one.putScore("time", 5);
    expect(heard).toBe(2);
    expect(one.read()).toMatchObject({ head: { chair: lam }, score: { time: 5 } });
  });
});

test("points that read alike are told apart", () => {
  expect(pointsOf(["Thảo luận", "Kết luận", "Thảo luận"])).toEqual([
    { key: "Thảo luận", point: "Thảo luận" },
    { key: "Kết luận", point: "Kết luận" },
    { key: "Thảo luận (2)", point: "Thảo luận" },
  ]);
});
