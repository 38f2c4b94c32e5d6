import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyTo, entryOf, idNamed, keyNamed, pointNamed } from "../../test/support/entries";
import {
  addPlace,
  authorOf,
  cellsOf,
  type Directory,
  directoryFromJson,
  directoryToJson,
  emptyDirectory,
  keyCountsAt,
  membersOf,
  placeAt,
  publicKeyOf,
  scopesOf,
} from "./directory";
import type { Entry } from "./entry";
import type { EntryId, MemberId, OrgId } from "./ids";
import { cellScope, memberScope, type Scope } from "./scope";

const root = keyNamed("root");
const desk = keyNamed("desk");
const phone = keyNamed("phone");
const [east, west] = [idNamed<OrgId>("east"), idNamed<OrgId>("west")];
const [clerk, an, binh] = [idNamed<MemberId>("clerk"), idNamed<MemberId>("an"), idNamed<MemberId>("binh")];
const week = 7 * 24 * 3600_000;

const offer = (id: string) => `0190${id.padStart(4, "0")}-0000-7000-8000-000000000000` as EntryId;
const keyScopes = (org: OrgId, office: boolean): Scope[] =>
  office ? ["commune", cellScope(org), "office"] : [cellScope(org), "office"];

/** The facts of a small commune's first days, by root and desk, one a second. */
const founding: readonly Entry[] = [
  entryOf("commune.founded", root, 1000, ["commune"], "xathu", { name: "Xã Thử", key: pointNamed("root") }),
  ...[east, west].map((org, i) =>
    entryOf("organisation.formed", root, 2000 + i, ["commune"], org, {
      name: `Chi bộ ${org}`,
      kind: "cell",
      setting: "village",
    }),
  ),
  entryOf("member.listed", root, 3000, keyScopes(west, false), clerk, {
    name: "Văn thư",
    org: west,
    kind: "official",
  }),
  entryOf(
    "enrolment.offered",
    root,
    4000,
    keyScopes(west, true),
    clerk,
    {
      member: clerk,
      org: west,
      role: "office",
      title: "Văn phòng",
      key: pointNamed("link"),
      expires: 4000 + week,
    },
    offer("1"),
  ),
  entryOf("device.enrolled", desk, 5000, keyScopes(west, true), clerk, {
    offer: offer("1"),
    org: west,
    key: pointNamed("desk"),
    proof: "p".repeat(86),
  }),
];
const listed = (member: MemberId, org: OrgId, at: number, name = "Bùi An") =>
  entryOf("member.listed", desk, at, keyScopes(org, false), member, { name, org, kind: "official" });
const granted = (member: MemberId, org: OrgId, at: number, role: string | null = "secretary") =>
  entryOf("role.granted", desk, at, keyScopes(org, false), member, { org, role });
const moved = (member: MemberId, from: OrgId, to: OrgId, at: number, name = "Bùi An") =>
  entryOf("member.moved", desk, at, [cellScope(from), cellScope(to), memberScope(member), "office"], member, {
    name,
    from,
    to,
    kind: "official",
  });
const left = (member: MemberId, org: OrgId, at: number) =>
  entryOf("member.left", desk, at, [cellScope(org), memberScope(member), "office"], member, { org });

/** Applies all, and throws where one is refused. */
const directoryOf = (entries: readonly Entry[]): Directory => {
  const directory = emptyDirectory();
  for (const entry of entries) {
    const refusal = applyTo(directory, entry);
    if (refusal) throw new Error(`${entry.type}: ${refusal}`);
  }
  return directory;
};

describe("places", () => {
  const story = directoryOf([
    ...founding,
    listed(an, east, 10_000),
    granted(an, east, 11_000),
    listed(an, east, 12_000, "Bùi Văn An"),
    moved(an, east, west, 20_000),
    moved(an, west, east, 30_000),
    granted(an, east, 40_000, "deputy"),
    left(an, east, 50_000),
  ]);
  test.each([
    ["before anything was known", 1, { org: east }],
    ["listed", 10_500, { org: east }],
    ["in office", 11_500, { org: east, role: "secretary" }],
    ["a corrected name ends no office", 12_500, { org: east, role: "secretary" }],
    ["moved: the office ends", 25_000, { org: west }],
    ["back again: the old office does not revive", 35_000, { org: east }],
    ["a new office", 45_000, { org: east, role: "deputy" }],
    ["gone", 55_000, {}],
  ])("%s", (_, at, place) => {
    expect(placeAt(story, an, at)).toEqual(place);
  });

  test("a moved member's phones are known to his new cell, which never saw them enrol", () => {
    const phone = { id: keyNamed("phone"), key: pointNamed("phone"), offer: offer("9"), enrolledAt: 6000 };
    const move = moved(an, east, west, 20_000);
    const newCell = directoryOf([
      ...founding,
      { ...move, body: { ...(move.body as object), devices: [phone] } },
    ]);
    expect(authorOf(newCell, phone.id, 21_000)).toMatchObject({ member: an, org: west, office: false });
    expect(publicKeyOf(newCell, phone.id)).toEqual(phone.key);
  });

  test("who has left is no author of his cell any more, and is not counted in it", () => {
    expect(membersOf(story, east)).toEqual([]);
    expect(story.roles.has(an)).toBe(false);
    expect(placeAt(story, binh, 1)).toEqual({});
  });

  test("roles of today follow the facts, whatever order they come in", () => {
    const directory = emptyDirectory();
    addPlace(directory, an, { from: 3, of: east, role: null });
    addPlace(directory, an, { from: 2, of: east, role: "secretary" });
    addPlace(directory, an, { from: 1, org: east });
    expect(directory.roles.has(an)).toBe(false);
    expect(placeAt(directory, an, 2)).toEqual({ org: east, role: "secretary" });
  });
});

describe("authors", () => {
  const directory = directoryOf([
    ...founding,
    listed(an, east, 10_000),
    granted(an, east, 11_000),
    entryOf(
      "enrolment.offered",
      desk,
      12_000,
      keyScopes(east, false),
      an,
      { member: an, org: east, role: "secretary", key: pointNamed("link2"), expires: 12_000 + week },
      offer("2"),
    ),
    entryOf("device.enrolled", phone, 13_000, keyScopes(east, false), an, {
      offer: offer("2"),
      org: east,
      key: pointNamed("phone"),
      proof: "p".repeat(86),
    }),
  ]);

  test("root, desk, secretary and stranger", () => {
    expect(authorOf(directory, root)).toMatchObject({ root: true, office: true });
    expect(authorOf(directory, desk)).toMatchObject({ root: false, office: true, member: clerk, org: west });
    expect(authorOf(directory, phone)).toMatchObject({
      office: false,
      member: an,
      org: east,
      secretary: true,
    });
    expect(authorOf(directory, phone, 10_500)).toMatchObject({ committee: false, secretary: false });
    expect(authorOf(directory, keyNamed("nobody"))).toBeUndefined();
    expect(publicKeyOf(directory, root)).toEqual(pointNamed("root"));
    expect(publicKeyOf(directory, phone)).toEqual(pointNamed("phone"));
    expect(publicKeyOf(directory, keyNamed("nobody"))).toBeUndefined();
  });

  test("what each of them reads, the widest scope first", () => {
    const scopes = (key: typeof root) => {
      const author = authorOf(directory, key);
      return author && scopesOf(author);
    };
    expect(scopes(root)).toEqual(["commune", "office"]);
    expect(scopes(desk)).toEqual(["commune", "office", `cell:${west}`, `member:${clerk}`]);
    expect(scopes(phone)).toEqual(["commune", `cell:${east}`, `committee:${east}`, `member:${an}`]);
  });

  test("a revoked key keeps what it signed before", () => {
    const revoked = directoryOf(founding);
    applyTo(
      revoked,
      entryOf("device.revoked", root, 90_000, keyScopes(west, true), desk, { org: west, since: 60_000 }),
    );
    expect([59_999, 60_000, 70_000].map((at) => keyCountsAt(revoked, desk, at))).toEqual([
      true,
      false,
      false,
    ]);
    expect(keyCountsAt(revoked, root, 70_000)).toBe(true);
  });

  test("a directory survives being written as JSON", () => {
    expect(directoryFromJson(JSON.parse(JSON.stringify(directoryToJson(directory))))).toEqual(directory);
  });
});

test("a dissolved cell keeps its past and names its successor", () => {
  const directory = directoryOf([
    ...founding,
    entryOf("organisation.dissolved", desk, 9000, ["commune"], east, { on: "2026-09-30", successor: west }),
  ]);
  expect(cellsOf(directory).map(({ id }) => id)).toEqual([west]);
  expect(directory.orgs.get(east)).toMatchObject({ until: "2026-09-30", successor: west });
});

describe("in any order", () => {
  /** Applies what can be applied, puts the rest aside and tries it again after each success, as a phone does. */
  const settle = (directory: Directory, entries: readonly Entry[]): readonly Entry[] => {
    let waiting = [...entries];
    for (let before = -1; waiting.length !== before; ) {
      before = waiting.length;
      waiting = waiting.filter((entry) => applyTo(directory, entry) !== undefined);
    }
    return waiting;
  };
  const comparable = (directory: Directory): unknown => {
    const { places, members, roles, revoked, keys, offers } = directory;
    const sorted = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
    const moments = [0, 15_000, 25_000, 35_000, 45_000, 60_000, 99_000];
    return {
      members: sorted(members),
      roles: sorted(roles),
      revoked: sorted(revoked),
      keys: sorted(keys),
      offers: sorted(offers),
      // What the facts say counts, not how they are kept.
      where: [...places.keys()].sort().map((id) => [id, moments.map((at) => placeAt(directory, id, at))]),
    };
  };
  const life: readonly Entry[] = [
    listed(an, east, 10_000),
    granted(an, east, 11_000),
    listed(an, east, 12_000, "Bùi Văn An"),
    moved(an, east, west, 20_000, "Bùi Văn An"),
    listed(an, west, 22_000, "Bùi Đức An"),
    moved(an, west, east, 30_000, "Bùi Đức An"),
    granted(an, east, 40_000, "committee"),
    listed(binh, west, 10_500, "Quách Bình"),
    granted(binh, west, 11_500, "deputy"),
    left(binh, west, 50_000),
    entryOf("device.revoked", root, 70_000, keyScopes(west, true), desk, { org: west, since: 65_000 }),
    entryOf("device.revoked", root, 71_000, keyScopes(west, true), desk, { org: west, since: 64_000 }),
  ];

  test("facts of the same life make the same directory", () => {
    const straight = directoryOf([...founding, ...life]);
    fc.assert(
      fc.property(fc.shuffledSubarray([...life], { minLength: life.length }), (shuffled) => {
        const directory = directoryOf(founding);
        expect(settle(directory, shuffled)).toEqual([]);
        expect(comparable(directory)).toEqual(comparable(straight));
      }),
      { numRuns: 500 },
    );
  });
});
