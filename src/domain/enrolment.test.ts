import { describe, expect, test } from "vitest";
import { applyTo, entryOf, idNamed, keyNamed, pointNamed } from "../../test/support/entries";
import { authorOf, emptyDirectory } from "./directory";
import { deviceEnrolled, offerLifetime, openOffers } from "./enrolment";
import type { Entry } from "./entry";
import type { EntryId, MemberId, OrgId } from "./ids";
import { cellScope, memberScope, type Scope } from "./scope";

const root = keyNamed("root");
const phone = keyNamed("phone");
const [east, west] = [idNamed<OrgId>("east"), idNamed<OrgId>("west")];
const an = idNamed<MemberId>("an");
const offer = "01900001-0000-7000-8000-000000000000" as EntryId;
const offeredAt = 10_000;
const roll = (org: OrgId): Scope[] => [cellScope(org), "office"];

const offered = (role = "member", expires = offeredAt + offerLifetime) =>
  entryOf(
    "enrolment.offered",
    root,
    offeredAt,
    role === "office" ? ["commune", ...roll(east)] : roll(east),
    an,
    {
      member: an,
      org: east,
      role,
      ...(role === "office" && { title: "Văn phòng" }),
      key: pointNamed("link"),
      expires,
    },
    offer,
  );
const enrolled = (change: Partial<Entry> & { readonly org?: OrgId } = {}) => {
  const { org = east, ...rest } = change;
  const body = { offer, org, key: pointNamed("phone"), proof: "p".repeat(86) };
  return { ...entryOf("device.enrolled", phone, offeredAt + 1000, roll(org), an, body), ...rest };
};

const createDirectory = () => {
  const directory = emptyDirectory();
  for (const entry of [
    entryOf("commune.founded", root, 1000, ["commune"], "xathu", { name: "Xã Thử", key: pointNamed("root") }),
    entryOf("member.listed", root, 2000, roll(east), an, { name: "Bùi An", org: east, kind: "official" }),
  ])
    expect(applyTo(directory, entry)).toBeUndefined();
  return directory;
};

describe("taking up an offer", () => {
  test("makes a device of that member, once", () => {
    const directory = createDirectory();
    expect(applyTo(directory, offered())).toBeUndefined();
    expect(openOffers(directory, an, offeredAt)).toEqual([offer]);
    expect(applyTo(directory, enrolled())).toBeUndefined();
    expect(authorOf(directory, phone)).toMatchObject({ member: an, org: east, office: false });
    expect(openOffers(directory, an, offeredAt)).toEqual([]);
    expect(applyTo(directory, enrolled({ by: keyNamed("thief") }))).toBe("offer-used");
    // The same device again changes nothing.
    expect(applyTo(directory, enrolled())).toBeUndefined();
    expect(directory.keys.size).toBe(1);
  });

  test.each([
    ["before it expires", offeredAt + offerLifetime - 1, undefined],
    ["the moment it expires", offeredAt + offerLifetime, "offer-expired"],
    ["long after", offeredAt + 2 * offerLifetime, "offer-expired"],
  ])("%s", (_, at, outcome) => {
    const directory = createDirectory();
    applyTo(directory, offered());
    expect(applyTo(directory, enrolled({ at }))).toBe(outcome);
    expect(openOffers(directory, an, offeredAt + offerLifetime)).toEqual([]);
  });

  test("needs an offer, made to that very member, in his own cell's room", () => {
    const directory = createDirectory();
    expect(applyTo(directory, enrolled())).toBe("offer-unknown");
    applyTo(directory, offered());
    expect(applyTo(directory, enrolled({ subject: idNamed("other") }))).toBe("malformed");
    expect(applyTo(directory, enrolled({ org: west }))).toBe("wrong-scope");
    expect(applyTo(directory, enrolled({ scopes: ["commune", ...roll(east)] }))).toBe("wrong-scope");
  });

  test("stands whether or not one has heard that its member had moved by then", () => {
    const directory = createDirectory();
    const moved = { name: "Bùi An", from: east, to: west, kind: "official" };
    const rooms: Scope[] = [cellScope(east), cellScope(west), memberScope(an), "office"];
    expect(
      applyTo(directory, entryOf("member.moved", root, offeredAt - 1000, rooms, an, moved)),
    ).toBeUndefined();
    expect(applyTo(directory, offered())).toBeUndefined();
    expect(applyTo(directory, enrolled({ org: west }))).toBe("wrong-scope");
    expect(applyTo(directory, enrolled())).toBeUndefined();
    expect(authorOf(directory, phone)).toMatchObject({ member: an, org: west });
  });

  test("an offer may be claimed by one entry only, a key by one device", () => {
    expect(deviceEnrolled.claims?.(enrolled() as never)).toEqual([`offer:${offer}`, `key:${phone}`]);
  });

  test("a publishing key is made known to all, and only the root can certify one", () => {
    const directory = createDirectory();
    applyTo(directory, offered("office"));
    expect(applyTo(directory, enrolled())).toBe("wrong-scope");
    expect(applyTo(directory, enrolled({ scopes: ["commune", ...roll(east)] }))).toBeUndefined();
    expect(directory.keys.get(phone)).toMatchObject({ office: true, title: "Văn phòng" });
    // An offer of the office role that the root did not make, however it came here, certifies nothing.
    const forged = createDirectory();
    applyTo(forged, offered("office"));
    const known = forged.offers.get(offer);
    if (known) forged.offers.set(offer, { ...known, byRoot: false });
    applyTo(forged, enrolled({ scopes: ["commune", ...roll(east)] }));
    expect(forged.keys.get(phone)?.office).toBe(false);
  });
});

test("of two revocations the earlier moment holds", () => {
  for (const moments of [
    [50, 40],
    [40, 50],
  ]) {
    const directory = createDirectory();
    applyTo(directory, offered());
    applyTo(directory, enrolled());
    for (const since of moments)
      expect(
        applyTo(directory, entryOf("device.revoked", root, 90_000, roll(east), phone, { org: east, since })),
      ).toBe(undefined);
    expect(directory.revoked.get(phone)).toBe(40);
  }
});
