import { beforeAll, describe, expect, test } from "vitest";
import { admitAll, createTestCommune, newSigner, type TestCommune } from "../../test/support/commune";
import { type Directory, emptyDirectory } from "../domain/directory";
import type { EntryId } from "../domain/ids";
import { cellScope } from "../domain/scope";
import { admit } from "./admit";
import { proveEnrolment } from "./enrolment-proof";
import type { SignedEntry } from "./signed-entry";

let commune: TestCommune;
let directory: Directory;
beforeAll(async () => {
  commune = await createTestCommune();
  directory = await admitAll(commune.founding, commune.root.id);
});

/** What the gate says: the code, or "admitted". */
const gate = async (signed: SignedEntry, known = directory, root = commune.root.id) => {
  const result = await admit(signed, known, { root });
  return result.ok ? "admitted" : result.error;
};
const altered = (signed: SignedEntry, change: (entry: Record<string, unknown>) => object): SignedEntry => ({
  ...signed,
  payload: JSON.stringify(change(JSON.parse(signed.payload) as Record<string, unknown>)),
});

describe("the one gate", () => {
  test("lets in what the office signed, with its author", async () => {
    const { signed } = await commune.paper();
    const result = await admit(signed, directory, { root: commune.root.id });
    expect(result).toMatchObject({
      ok: true,
      value: { author: { office: true, key: commune.office.signer.id } },
    });
  });

  test("knows an altered entry, whatever was altered", async () => {
    const { signed } = await commune.paper();
    const changes: ((entry: Record<string, unknown>) => object)[] = [
      (entry) => ({ ...entry, at: (entry.at as number) + 1 }),
      (entry) => ({ ...entry, subject: "abcdefghjkmn" }),
      (entry) => ({ ...entry, body: { ...(entry.body as object), abstract: "Khác" } }),
      (entry) => ({ ...entry, scopes: ["commune", "office"] }),
      (entry) => ({ ...entry, more: 1 }),
      ({ id, ...rest }) => ({ ...rest, id }),
    ];
    for (const change of changes) expect(await gate(altered(signed, change))).toBe("bad-signature");
    expect(await gate({ ...signed, signature: (await commune.paper()).signed.signature })).toBe(
      "bad-signature",
    );
    expect(await gate({ ...signed, signature: "" })).toBe("bad-signature");
  });

  test("does not take one author's word under another's key", async () => {
    const { signed } = await commune.paper();
    const { id } = commune.east.secretary.signer;
    expect(await gate(altered(signed, (entry) => ({ ...entry, by: id })))).toBe("bad-signature");
  });

  test("knows strangers, unknown types and bad bodies", async () => {
    const stranger = await newSigner();
    expect(await gate((await commune.paper({}, stranger)).signed)).toBe("unknown-author");
    const draft = {
      type: "document.issued",
      scopes: ["commune" as const],
      subject: "abcdefghjkmn",
      body: {},
    };
    expect(await gate(await commune.sign(commune.office.signer, draft))).toBe("malformed");
    const later = { ...draft, type: "poem.written" };
    expect(await gate(await commune.sign(commune.office.signer, later))).toBe("unknown-type");
    expect(await gate({ payload: "{}", signature: "A".repeat(86) })).toBe("malformed");
  });

  test("applies the rule of the type after the signature", async () => {
    const { east, west } = commune;
    expect(await gate((await commune.paper({}, east.members[0].signer)).signed)).toBe("not-allowed");
    const foreign = { scopes: [cellScope(west.org), "office" as const] };
    expect(await gate((await commune.paper(foreign, east.secretary.signer)).signed)).toBe("wrong-scope");
    const own = { scopes: [cellScope(east.org), "office" as const] };
    expect(await gate((await commune.paper(own, east.secretary.signer)).signed)).toBe("admitted");
  });

  test("counts a revoked key's signatures up to the moment, not after", async () => {
    const known = await admitAll(commune.founding, commune.root.id);
    const before = await commune.paper();
    const since = commune.clock.now() + 500;
    const revoked = await commune.sign(commune.root, {
      type: "device.revoked",
      scopes: ["commune", cellScope(commune.officeCell), "office"],
      subject: commune.office.signer.id,
      body: { org: commune.officeCell, since },
    });
    const after = await commune.paper();
    await admitAll([revoked], commune.root.id, known);
    expect(await gate(before.signed, known)).toBe("admitted");
    expect(await gate(after.signed, known)).toBe("revoked-key");
    expect(await gate(after.signed)).toBe("admitted");
  });
});

describe("the chain of trust", () => {
  test("begins with the root that was pinned, and no other", async () => {
    const [founded] = commune.founding;
    if (!founded) throw new Error("nothing was founded");
    const blank = emptyDirectory();
    expect(await gate(founded, blank)).toBe("admitted");
    expect(await gate(founded, blank, (await newSigner()).id)).toBe("wrong-commune");
    const impostor = await newSigner();
    const draft = { type: "commune.founded", scopes: ["commune" as const], subject: "xathu", body: {} };
    const own = await commune.sign(impostor, { ...draft, body: { name: "Xã Giả", key: impostor.key } });
    expect(await gate(own, blank)).toBe("wrong-commune");
    // With the root's key named as one's own, the name under the signature gives it away.
    const borrowed = await commune.sign(impostor, {
      ...draft,
      body: { name: "Xã Giả", key: commune.root.key },
    });
    expect(await gate(borrowed, blank)).toBe("bad-signature");
  });

  test("a device needs the private half of the link", async () => {
    const { east, office } = commune;
    const offered = await commune.offer(office.signer, east.members[0].member, east.org, "member");
    const known = await admitAll([...commune.founding, offered.signed], commune.root.id);
    expect(await gate((await commune.takeUp(offered)).signed, known)).toBe("admitted");
    const guessed = { ...offered, oneTime: await newSigner() };
    expect(await gate((await commune.takeUp(guessed)).signed, known)).toBe("bad-signature");
    expect(await gate((await commune.takeUp(offered)).signed, directory)).toBe("offer-unknown");
  });

  test("a device cannot bring a key that it does not sign with", async () => {
    const { east, office } = commune;
    const offered = await commune.offer(office.signer, east.members[0].member, east.org, "member");
    const known = await admitAll([...commune.founding, offered.signed], commune.root.id);
    const [device, other] = [await newSigner(), await newSigner()];
    const id = offered.signed.entry.id as EntryId;
    const signed = await commune.sign(device, {
      type: "device.enrolled",
      scopes: offered.signed.entry.scopes,
      subject: east.members[0].member,
      body: {
        offer: id,
        org: east.org,
        key: other.key,
        proof: await proveEnrolment(offered.oneTime, id, device.id),
      },
    });
    expect(await gate(signed, known)).toBe("bad-signature");
  });

  test("the office cannot certify an office", async () => {
    const { office, officeCell } = commune;
    const offered = await commune.offer(office.signer, office.member, officeCell, "office");
    expect(await gate(offered.signed)).toBe("not-allowed");
    expect(await gate((await commune.offer(commune.root, office.member, officeCell, "office")).signed)).toBe(
      "admitted",
    );
  });

  test("a secretary of yesterday is judged by yesterday", async () => {
    const { east } = commune;
    const known = await admitAll(commune.founding, commune.root.id);
    const own = { scopes: [cellScope(east.org), "office" as const] };
    const resolution = await commune.paper(own, east.secretary.signer);
    await admitAll(
      [await commune.sign(commune.office.signer, commune.grant(east.secretary.member, east.org, null))],
      commune.root.id,
      known,
    );
    const late = await commune.paper(own, east.secretary.signer);
    expect(await gate(resolution.signed, known)).toBe("admitted");
    expect(await gate(late.signed, known)).toBe("not-allowed");
  });
});
