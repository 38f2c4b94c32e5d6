import fc from "fast-check";
import { expect, test } from "vitest";
import { admitAll, createTestCommune, newSigner } from "../../test/support/commune";
import { newLocalId } from "../domain/ids";
import { createSeededRandom } from "../domain/random";
import { fromBase64url, toBase64url } from "./base64url";
import { parseCardLink } from "./check-in-card";
import {
  formatTicketLink,
  parseTicketLink,
  signTicket,
  type Ticket,
  ticketPath,
  verifyTicket,
} from "./meeting-ticket";

const random = createSeededRandom(7);
const origin = "https://so.example.vn";
const ticket: Ticket = {
  meeting: newLocalId(random),
  host: newLocalId(random),
  kind: "regular",
  title: "Sinh hoạt chi bộ thường kỳ tháng 12/2026",
  place: "Nhà văn hóa xóm Rềnh",
  startsAt: Date.UTC(2026, 11, 3, 12, 30),
  minutes: 90,
  papers: [newLocalId(random), newLocalId(random)],
};

const linkOf = async (change: Partial<Ticket> = {}) => {
  const text = await signTicket(await newSigner(), { ...ticket, ...change });
  return { text, link: formatTicketLink(origin, text, "0a1b2c3d") };
};

test("what was signed is read again, in at most 350 bytes whatever the words", async () => {
  const { link } = await linkOf();
  const read = parseTicketLink(link);
  expect(read).toMatchObject({ ok: true, value: { ...ticket, code: "0a1b2c3d" } });
  const long = "Hội nghị chuyên đề về phòng, chống thiên tai và tìm kiếm cứu nạn trên địa bàn xã ".repeat(4);
  const { text, link: full } = await linkOf({
    title: long,
    place: long,
    host: "office",
    kind: "conference",
    papers: Array.from({ length: 20 }, () => newLocalId(random)),
  });
  expect(fromBase64url(text)?.length).toBeLessThanOrEqual(350);
  const cut = parseTicketLink(full);
  if (!cut.ok) throw new Error(cut.error);
  expect(cut.value.host).toBe("office");
  expect(cut.value.papers).toHaveLength(6);
  expect(cut.value.title.endsWith("…")).toBe(true);
  expect(long.startsWith(cut.value.title.slice(0, -1))).toBe(true);
});

test("an officer of the host is verified, and nobody else", async () => {
  const commune = await createTestCommune();
  const { east, west, office } = commune;
  const directory = await admitAll(commune.founding, commune.root.id);
  const verified = async (signer: typeof office.signer, host: Ticket["host"]) => {
    const read = parseTicketLink(
      formatTicketLink(origin, await signTicket(signer, { ...ticket, host }), "0a1b2c3d"),
    );
    return read.ok && verifyTicket(read.value, directory, commune.clock.now());
  };
  expect(await verified(east.secretary.signer, east.org)).toBe(true);
  expect(await verified(office.signer, "office")).toBe(true);
  expect(await verified(east.members[0].signer, east.org)).toBe(false);
  expect(await verified(west.secretary.signer, east.org)).toBe(false);
  expect(await verified(east.secretary.signer, "office")).toBe(false);
  expect(await verified(await newSigner(), east.org)).toBe(false);
  directory.revoked.set(east.secretary.signer.id, commune.clock.now() - 1);
  expect(await verified(east.secretary.signer, east.org)).toBe(false);
});

test("altered by any one byte, a ticket is damaged or not verified", async () => {
  const commune = await createTestCommune();
  const { east } = commune;
  const directory = await admitAll(commune.founding, commune.root.id);
  const bytes = fromBase64url(await signTicket(east.secretary.signer, { ...ticket, host: east.org }));
  for (let i = 0; i < (bytes?.length ?? 0); i += 1) {
    const altered = Uint8Array.from(bytes ?? []);
    altered[i] = (altered[i] ?? 0) ^ (1 << (i % 8));
    const read = parseTicketLink(formatTicketLink(origin, toBase64url(altered), "0a1b2c3d"));
    if (read.ok) expect(await verifyTicket(read.value, directory, commune.clock.now())).toBe(false);
  }
});

test("ten thousand random texts are no ticket and no card, and throw nothing", () => {
  const anything = fc.oneof(
    fc.string({ unit: "binary", maxLength: 600 }),
    fc.string({ maxLength: 500 }).map((text) => `${origin}${ticketPath}#${text}.0a1b2c3d`),
    fc.uint8Array({ maxLength: 350 }).map((bytes) => `${ticketPath}#${toBase64url(bytes)}.0a1b2c3d`),
    fc.uint8Array({ maxLength: 400 }).map((bytes) => `/diem-danh#${toBase64url(bytes)}.${"s".repeat(86)}`),
  );
  fc.assert(
    fc.property(anything, (text) => {
      const read = parseTicketLink(text);
      // Random bytes may have the shape of a ticket; none is ever verified, which the test above shows.
      if (read.ok) expect(read.value.signature).toHaveLength(86);
      const card = parseCardLink(text);
      if (card.ok) expect(card.value.signature).toHaveLength(86);
    }),
    { numRuns: 10_000 },
  );
});
