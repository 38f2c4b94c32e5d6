import { test } from "vitest";
import { classifyCode } from "../../src/device/scan/code";
import { newEntryId, newLocalId } from "../../src/domain/ids";
import { createSeededRandom } from "../../src/domain/random";
import { createAssertion, parseAssertion } from "../../src/protocol/assertion";
import { formatCardLink, parseCardLink } from "../../src/protocol/check-in-card";
import { formatEnrolmentLink, parseEnrolmentLink } from "../../src/protocol/enrolment-link";
import { exportPrivateKey, generateKeyPair, importPrivateKey } from "../../src/protocol/keys";
import { formatTicketLink, parseTicketLink, signTicket } from "../../src/protocol/meeting-ticket";
import { addressOf } from "../../src/server/cli/listen";
import { acceptsGzip } from "../../src/server/http/answer-lines";
import { parseRange } from "../../src/server/http/byte-range";
import { createTestCommune, newSigner } from "../support/commune";
import { fuzz } from "./fuzz";
import { hostileText } from "./hostile-input";

const origin = "https://so.example.vn";
const random = createSeededRandom(3);
const must = (holds: boolean, what: string) => {
  if (!holds) throw new Error(what);
};

const enrolment = async () =>
  formatEnrolmentLink(origin, {
    offer: newEntryId({ now: () => 1_790_000_000_000 }, random),
    root: (await newSigner()).id,
    key: await exportPrivateKey(await generateKeyPair(true)),
  });
const ticket = async () =>
  formatTicketLink(
    origin,
    await signTicket(await newSigner(), {
      meeting: newLocalId(random),
      host: newLocalId(random),
      kind: "regular",
      title: "Sinh hoạt chi bộ",
      place: "Nhà văn hóa",
      startsAt: Date.UTC(2026, 11, 3),
      minutes: 90,
      papers: [newLocalId(random)],
    }),
    "0a1b2c3d",
  );
const card = async () => {
  const commune = await createTestCommune();
  const [member] = commune.east.members;
  return formatCardLink(origin, await commune.receipt(member, newLocalId(random)));
};

test("enrolment links", async () => {
  const known = await enrolment();
  await fuzz({
    name: "enrolment links",
    cases: hostileText([known, await enrolment(), known.replace(origin, "")]),
    waits: true,
    // Most are refused at once; what is read whole is also tried as a key.
    ratio: 2000,
    run: async (text) => {
      const parsed = parseEnrolmentLink(text);
      // Numbers that are no key are refused where they are used, not taken for one.
      if (parsed.ok) await importPrivateKey(parsed.value.key).catch(() => undefined);
    },
  });
});

test("tickets of meetings", async () =>
  fuzz({
    name: "meeting tickets",
    cases: hostileText([await ticket(), await ticket()]),
    run: (text) => {
      const parsed = parseTicketLink(text);
      if (parsed.ok)
        must(parsed.value.title.length <= 96 && parsed.value.papers.length <= 6, "beyond its bounds");
    },
  }));

test("check-in cards", async () =>
  fuzz({
    name: "check-in cards",
    cases: hostileText([await card(), await card()]),
    run: (text) => {
      const parsed = parseCardLink(text);
      if (parsed.ok) must(parsed.value.signature.length === 86, "a signature of another length");
    },
  }));

test("whatever a camera reads", async () =>
  fuzz({
    name: "scanned codes",
    cases: hostileText(
      [
        await enrolment(),
        await ticket(),
        await card(),
        "https://ke-gian.example/vao-hop#abc.def",
        "javascript:alert(1)//vao-hop#x",
        "WIFI:S:NhaVanHoa;T:WPA;P:12345678;;",
      ],
      6000,
    ),
    run: (text) => {
      const code = classifyCode(text, origin);
      // Whatever is opened lies in this app.
      if ("path" in code)
        must(/^\/(?:ghi-danh|vao-hop|diem-danh)#\S/.test(code.path), `leads to ${code.path}`);
    },
  }));

test("the heads of requests", async () => {
  const now = 1_790_000_000_000;
  const clock = { now: () => now };
  const target = { method: "POST", path: "/sync" };
  const valid = await createAssertion(await newSigner(), target, clock);
  await fuzz({
    name: "heads of requests",
    cases: hostileText([
      valid,
      "bytes=0-499",
      "bytes=-500",
      "gzip;q=1.0, identity; q=0.5, *;q=0",
      "203.0.113.9, 2001:db8::1",
      "::ffff:10.0.0.1",
    ]),
    run: (text) => {
      const parsed = parseAssertion(text, target, clock);
      if (parsed.ok) must(parsed.value.signature.length > 0, "no signature");
      const range = parseRange(text, 1000);
      if (typeof range === "object")
        must(range.start >= 0 && range.start <= range.end && range.end < 1000, "a range outside");
      const forwarded = { headers: { "x-forwarded-for": text }, socket: { remoteAddress: text } };
      addressOf(forwarded, true);
      addressOf(forwarded, false);
      // What a header may not hold never comes so far.
      if (/^[\t\x20-\x7e]*$/.test(text))
        acceptsGzip(new Request(origin, { headers: { "Accept-Encoding": text } }));
    },
  });
});
