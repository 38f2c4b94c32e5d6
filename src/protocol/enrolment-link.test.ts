import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyText } from "../../test/support/any-text";
import { newEntryId } from "../domain/ids";
import { createSeededRandom } from "../domain/random";
import {
  type EnrolmentTicket,
  enrolmentPath,
  formatEnrolmentLink,
  parseEnrolmentLink,
} from "./enrolment-link";
import { checkEnrolmentProof, proveEnrolment } from "./enrolment-proof";
import { createSigner, exportPrivateKey, generateKeyPair, importPrivateKey } from "./keys";

const origin = "https://lacson.example";
const random = createSeededRandom(8);
const pair = await generateKeyPair(true);
const oneTime = await createSigner(pair);
const device = await createSigner(await generateKeyPair(false));
const root = await createSigner(await generateKeyPair(false));
const ticket: EnrolmentTicket = {
  offer: newEntryId({ now: () => 1_790_000_000_000 }, random),
  root: root.id,
  key: await exportPrivateKey(pair),
};
const link = formatEnrolmentLink(origin, ticket);

describe("the link", () => {
  test("carries its ticket behind the mark that browsers never send", () => {
    expect(link.startsWith(`${origin}${enrolmentPath}#`)).toBe(true);
    expect(new URL(link).pathname + new URL(link).search).toBe(enrolmentPath);
    expect(parseEnrolmentLink(link)).toEqual({ ok: true, value: ticket });
    expect(parseEnrolmentLink(`  Mời đồng chí ghi danh: ${link}\n`)).toEqual({ ok: true, value: ticket });
    // A QR of a size that any phone reads.
    expect(link.length).toBeLessThan(300);
  });

  test.each([
    ["", "not-a-link"],
    ["https://lacson.example/", "not-a-link"],
    [`${origin}${enrolmentPath}`, "not-a-link"],
    [`${origin}${enrolmentPath}#`, "damaged"],
    [link.slice(0, -1), "damaged"],
    [link.slice(0, -20), "damaged"],
    [`${link}A`, "damaged"],
    [link.replace("#A", "#B"), "damaged"],
    [link.toLowerCase(), "damaged"],
  ])("%s is %s", (text, code) => {
    const parsed = parseEnrolmentLink(text);
    // In small letters a link may still be well formed, but never the same one.
    if (parsed.ok) expect(parsed.value).not.toEqual(ticket);
    else expect(parsed.error).toBe(code);
  });

  test("of whatever text, it never throws", () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(parseEnrolmentLink(text).ok).toBe(false);
        expect(parseEnrolmentLink(`${enrolmentPath}#${text}`).ok).toBe(false);
      }),
    );
  });

  /** What a phone does with a link: true where it would end as a device of this commune. */
  const enrols = async (text: string): Promise<boolean> => {
    const parsed = parseEnrolmentLink(text);
    if (!parsed.ok || parsed.value.offer !== ticket.offer || parsed.value.root !== ticket.root) return false;
    try {
      const signer = await createSigner(await importPrivateKey(parsed.value.key));
      const proof = await proveEnrolment(signer, ticket.offer, device.id);
      return await checkEnrolmentProof(oneTime.key, proof, ticket.offer, device.id);
    } catch {
      return false;
    }
  };

  test("altered by one character, wherever, it enrols nobody", async () => {
    expect(await enrols(link)).toBe(true);
    const start = link.indexOf("#") + 1;
    for (let at = start; at < link.length; at += 1)
      for (const other of ["A", "b", "_"]) {
        if (link[at] === other) continue;
        expect(await enrols(link.slice(0, at) + other + link.slice(at + 1))).toBe(false);
      }
  });
});

test("a proof is good for one offer and one device", async () => {
  const proof = await proveEnrolment(oneTime, ticket.offer, device.id);
  const otherOffer = newEntryId({ now: () => 1 }, random);
  expect(await checkEnrolmentProof(oneTime.key, proof, ticket.offer, device.id)).toBe(true);
  expect(await checkEnrolmentProof(oneTime.key, proof, otherOffer, device.id)).toBe(false);
  expect(await checkEnrolmentProof(oneTime.key, proof, ticket.offer, root.id)).toBe(false);
  expect(await checkEnrolmentProof(device.key, proof, ticket.offer, device.id)).toBe(false);
});
