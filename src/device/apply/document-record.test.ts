import fc from "fast-check";
import { expect, test } from "vitest";
import { dayAt, endOfDay } from "../../domain/commune-day";
import { type DocumentView, emptyDocument } from "../../domain/document";
import type { Urgency } from "../../domain/document-kind";
import { urgencies } from "../../domain/document-kind";
import type { DocumentId, Hash, KeyId, MemberId } from "../../domain/ids";
import { toRecord } from "./document-record";

const me = "member000000" as MemberId;
const paper = (
  urgency: Urgency,
  at: number,
  more: Partial<NonNullable<DocumentView["issued"]>> = {},
): DocumentView => ({
  ...emptyDocument,
  issued: {
    kind: "ke_hoach",
    issuedOn: "2026-11-20",
    abstract: "Kế hoạch",
    issuer: "Đảng ủy",
    urgency,
    text: { hash: "h".repeat(43) as Hash, bytes: 1 },
    declaredBy: "Văn thư",
    at,
    by: "k".repeat(43) as KeyId,
    scopes: ["commune"],
    ...more,
  },
});
const record = (view: DocumentView, now = Date.UTC(2026, 10, 24)) =>
  toRecord({ id: "document0000" as DocumentId, entries: [] }, view, me, now);

test("sort keys order as the list does: unread, urgency, newest", () => {
  const facts = fc.record({
    read: fc.boolean(),
    urgency: fc.constantFrom(...urgencies),
    at: fc.integer({ min: 0, max: 4_102_444_800_000 }),
  });
  fc.assert(
    fc.property(facts, facts, (a, b) => {
      const key = ({ read, urgency, at }: typeof a) =>
        record({ ...paper(urgency, at), read: read ? { [me]: at } : {} }).sort ?? "";
      const expected =
        Number(a.read) - Number(b.read) ||
        urgencies.indexOf(b.urgency) - urgencies.indexOf(a.urgency) ||
        b.at - a.at;
      const keys = [key(a), key(b)] as const;
      const actual = keys[0] < keys[1] ? -1 : keys[0] > keys[1] ? 1 : 0;
      expect(actual).toBe(Math.sign(expected));
    }),
  );
});

test("is to be acknowledged until acknowledged or replaced", () => {
  const asked = paper("normal", 1, { acknowledgeBy: "2026-12-01" });
  expect(record(asked).due).toBe("2026-12-01");
  expect(record({ ...asked, read: { [me]: 2 } }).due).toBe("2026-12-01");
  expect(record({ ...asked, acknowledged: { [me]: 2 } }).due).toBeUndefined();
  const replaced = { ...asked, replacements: [{ at: 2, by: "document0001" as DocumentId }] };
  expect(record(replaced).due).toBeUndefined();
});

test("a paper leaves the phone after its day has passed in Vietnam, and never comes back", () => {
  const view = paper("normal", 1, { expiresOn: "2026-11-24" });
  const lastMoment = Date.UTC(2026, 10, 24, 16, 59, 59, 999);
  expect(endOfDay("2026-11-24")).toBe(lastMoment + 1);
  expect(dayAt(lastMoment)).toBe("2026-11-24");
  expect(dayAt(lastMoment + 1)).toBe("2026-11-25");
  expect(record(view, lastMoment).gone).toBeUndefined();
  const gone = record(view, lastMoment + 1);
  expect(gone).toMatchObject({ gone: "expired" });
  expect(gone.view.issued).toBeUndefined();
  expect(gone.sort).toBeUndefined();
  expect(
    toRecord({ id: "document0000" as DocumentId, entries: [], gone: "recalled" }, view, me, 0).gone,
  ).toBe("recalled");
});
