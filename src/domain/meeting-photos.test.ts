import * as v from "valibot";
import { expect, test } from "vitest";
import { entryOf, idNamed, keyNamed } from "../../test/support/entries";
import type { Entry } from "./entry";
import type { Hash, MeetingId, OrgId, PhotoId } from "./ids";
import { emptyMeeting, type MeetingView, meetingCalled } from "./meeting";
import { meetingPhotographed, meetingUnphotographed, photoLimits, photosOf } from "./meeting-photos";
import { cellScope } from "./scope";

const [east, west] = [idNamed<OrgId>("east"), idNamed<OrgId>("west")];
const meeting = idNamed<MeetingId>("meeting");
const photo = idNamed<PhotoId>("photo");
const page = (n: number) => ({
  hash: `${n}`.padEnd(43, "h") as Hash,
  bytes: 300_000,
  media: "image/jpeg" as const,
  width: 1350,
  height: 1800,
});
const call = {
  host: east,
  kind: "regular" as const,
  title: "Sinh hoạt chi bộ",
  place: "Nhà văn hóa",
  startsAt: 1000,
  minutes: 90,
  agenda: [],
  papers: [],
};
const paper = {
  host: east,
  photo,
  title: "Danh sách hộ nghèo",
  pages: [page(1), page(2)],
  declaredBy: "Bí thư",
};
const author = {
  key: keyNamed("x"),
  root: false,
  office: false,
  committee: true,
  secretary: true,
  org: east,
};
const definitions = [meetingCalled, meetingPhotographed, meetingUnphotographed] as const;

const entry = (type: string, at: number, body: unknown): Entry =>
  entryOf(type, keyNamed("x"), at, [cellScope(east), "office"], meeting, body);
const reduceAll = (entries: readonly Entry[]): MeetingView =>
  entries.reduce((view, one) => {
    const definition = definitions.find(({ type }) => type === one.type);
    return definition ? definition.reduce(view, one as never, author) : view;
  }, emptyMeeting);

/** Every order of a few things. */
const orders = <T>(things: readonly T[]): readonly (readonly T[])[] =>
  things.length < 2
    ? [things]
    : things.flatMap((one, i) =>
        orders([...things.slice(0, i), ...things.slice(i + 1)]).map((rest) => [one, ...rest]),
      );

test("a meeting shows its host's photographed papers, whatever order the words come in", () => {
  const other = { ...paper, photo: idNamed<PhotoId>("other"), title: "Tờ trình" };
  const said = [
    entry("meeting.called", 10, call),
    entry("meeting.photographed", 20, paper),
    entry("meeting.photographed", 30, other),
    // Of somebody else's meeting: it changes nothing here.
    entry("meeting.photographed", 25, { ...paper, host: west, photo: idNamed<PhotoId>("foreign") }),
  ];
  for (const order of orders(said))
    expect(photosOf(reduceAll(order)).map(({ title }) => title)).toEqual([paper.title, other.title]);
});

test("one that was taken back stays away, whichever came first and whatever the clocks said", () => {
  const back = entry("meeting.unphotographed", 5, { host: east, photo });
  const said = [entry("meeting.called", 10, call), entry("meeting.photographed", 20, paper), back];
  for (const order of orders(said)) expect(photosOf(reduceAll(order))).toEqual([]);
  // Another host's word does not take it.
  const foreign = entry("meeting.unphotographed", 50, { host: west, photo });
  expect(photosOf(reduceAll([...said.slice(0, 2), foreign]))).toHaveLength(1);
});

test("a view kept by an earlier version of the app takes photographs, too", () => {
  const { photos: _, unphotographed: __, ...before } = reduceAll([entry("meeting.called", 10, call)]);
  const view = meetingPhotographed.reduce(before, entry("meeting.photographed", 20, paper) as never, author);
  expect(photosOf(view)).toMatchObject([{ photo, title: paper.title, declaredBy: "Bí thư" }]);
});

test.each<[string, object]>([
  ["no page", { pages: [] }],
  ["too many pages", { pages: Array.from({ length: photoLimits.pages + 1 }, (_, i) => page(i)) }],
  ["one page twice", { pages: [page(1), page(1)] }],
  ["a page too heavy", { pages: [{ ...page(1), bytes: photoLimits.pageBytes + 1 }] }],
  ["a page of another kind", { pages: [{ ...page(1), media: "image/png" }] }],
  ["a page without an edge", { pages: [{ ...page(1), width: 0 }] }],
  ["no declaration", { declaredBy: " " }],
  ["no title", { title: "" }],
])("an entry with %s is none", (_, change) => {
  expect(v.is(meetingPhotographed.body, paper)).toBe(true);
  expect(v.is(meetingPhotographed.body, { ...paper, ...change })).toBe(false);
});
