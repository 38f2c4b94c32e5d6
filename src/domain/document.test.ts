import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { entryOf, idNamed, keyNamed } from "../../test/support/entries";
import {
  audienceOrgs,
  audienceScopes,
  type DocumentView,
  documentAcknowledged,
  documentIssued,
  documentRead,
  documentRecalled,
  documentRegistered,
  documentSuperseded,
  emptyDocument,
  isRecalled,
  maxFileBytes,
  receiptScopes,
  registeredRecall,
  supersededBy,
} from "./document";
import type { Author, Entry, EntryDefinition } from "./entry";
import type { DocumentId, MemberId, OrgId } from "./ids";

const [east, west] = [idNamed<OrgId>("east"), idNamed<OrgId>("west")];
const paper = idNamed<DocumentId>("paper");
const author = (name: string, org?: OrgId): Author => ({
  key: keyNamed(name),
  root: false,
  office: org === undefined,
  member: idNamed<MemberId>(name),
  ...(org && { org }),
  committee: true,
  secretary: org !== undefined,
});
const desk = author("desk");
const eastSecretary = author("east", east);
const westSecretary = author("west", west);

const body = {
  kind: "quy_dinh",
  number: "105-QĐ/ĐU",
  issuedOn: "2026-11-20",
  abstract: "Quy định về văn bản điện tử",
  issuer: "Đảng ủy xã",
  urgency: "normal",
  text: { hash: "h".repeat(43), bytes: 100 },
  declaredBy: "Hà Thị Thắm",
};
type Step = { readonly definition: EntryDefinition; readonly author: Author; readonly entry: Entry };
const step = (definition: unknown, by: Author, at: number, content: unknown): Step => {
  const known = definition as EntryDefinition;
  return {
    definition: known,
    author: by,
    entry: entryOf(known.type, by.key, at, ["office"], paper, content),
  };
};
const play = (steps: readonly Step[]): DocumentView =>
  steps.reduce<DocumentView>(
    (view, { definition, entry, author: by }) => definition.reduce(view, entry, by) as DocumentView,
    emptyDocument,
  );

describe("acts on a paper", () => {
  const byOffice = step(documentIssued, desk, 10, body);
  const byEast = step(documentIssued, eastSecretary, 10, body);
  const recall = (by: Author) => step(documentRecalled, by, 20, { reason: "nhầm" });
  const replace = (by: Author, name: string, at = 20) =>
    step(documentSuperseded, by, at, { by: idNamed<DocumentId>(name) });

  test.each([
    ["the office recalls its own", byOffice, desk, true],
    ["a secretary cannot recall the office's", byOffice, eastSecretary, false],
    ["the office recalls a cell's", byEast, desk, true],
    ["a cell recalls its own", byEast, eastSecretary, true],
    ["a cell cannot recall another's", byEast, westSecretary, false],
  ])("%s", (_, issued, by, counts) => {
    for (const order of [
      [issued, recall(by)],
      [recall(by), issued],
    ])
      expect(isRecalled(play(order))).toBe(counts);
    expect(supersededBy(play([issued, replace(by, "other")]))).toBe(counts ? idNamed("other") : undefined);
  });

  test("a recall of a paper not yet known counts for nothing by itself", () => {
    expect(isRecalled(play([recall(desk)]))).toBe(false);
  });

  test("a register keeps the paper's head for what the office or its cell recalled, and takes nothing away", () => {
    const { kind, number, issuedOn, abstract } = body;
    const registered = (by: Author, at: number, title = abstract) =>
      step(documentRegistered, by, at, { kind, number, issuedOn, abstract: title });
    const gone = play([registered(eastSecretary, 10), recall(westSecretary)]);
    expect(gone.register).toMatchObject({ abstract, org: east });
    expect(registeredRecall(gone)).toBeUndefined();
    expect(isRecalled(play([registered(westSecretary, 5), recall(westSecretary), byEast]))).toBe(false);
    expect(registeredRecall(play([registered(eastSecretary, 10), recall(desk)]))?.reason).toBe("nhầm");
    // A cell cannot overwrite what the office says, and nobody what was said first.
    expect(play([registered(desk, 30), registered(westSecretary, 1, "khác")]).register?.abstract).toBe(
      abstract,
    );
    expect(play([registered(desk, 30), registered(desk, 31, "khác")]).register?.abstract).toBe(abstract);
  });

  test("of several replacements the newest holds", () => {
    expect(supersededBy(play([byOffice, replace(desk, "new", 30), replace(desk, "mid", 20)]))).toBe(
      idNamed("new"),
    );
  });

  test("the earliest receipt of each member holds", () => {
    const view = play([
      step(documentRead, eastSecretary, 50, {}),
      step(documentRead, eastSecretary, 40, {}),
      step(documentRead, westSecretary, 60, {}),
      step(documentAcknowledged, eastSecretary, 55, {}),
    ]);
    expect(view.read).toEqual({ [idNamed("east")]: 40, [idNamed("west")]: 60 });
    expect(view.acknowledged).toEqual({ [idNamed("east")]: 55 });
  });

  test("any order of any acts makes the same view", () => {
    const moments = fc.integer({ min: 1, max: 4 });
    const authors = fc.constantFrom(desk, eastSecretary, westSecretary);
    const acts = fc.oneof(
      fc
        .tuple(authors, moments, fc.constantFrom("nhầm", "sai ngày"))
        .map(([by, at, reason]) => step(documentRecalled, by, at, { reason })),
      fc.tuple(authors, moments, fc.constantFrom("a", "b")).map(([by, at, name]) => replace(by, name, at)),
      fc
        .tuple(authors, moments, fc.constantFrom("một", "hai"))
        .map(([by, at, abstract]) =>
          step(documentRegistered, by, at, { kind: body.kind, issuedOn: body.issuedOn, abstract }),
        ),
      fc
        .tuple(authors, moments, fc.constantFrom<unknown>(documentRead, documentAcknowledged))
        .map(([by, at, definition]) => step(definition, by, at, {})),
    );
    const history = fc.tuple(fc.constantFrom(byOffice, byEast), fc.array(acts, { maxLength: 8 }));
    const shuffled = history.chain(([issued, rest]) => {
      const all = [issued, ...rest];
      return fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }));
    });
    fc.assert(
      fc.property(shuffled, ([straight, mixed]) => {
        expect(play(mixed)).toEqual(play(straight));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("what a publisher may say of a paper", () => {
  const valid = (change: object) => v.is(documentIssued.body, { ...body, ...change });
  test.each([
    ["as it is", {}, true],
    ["without a number", { number: undefined }, true],
    ["an unknown kind", { kind: "mat_lenh" }, false],
    ["an empty abstract", { abstract: "  " }, false],
    ["an abstract with a line break", { abstract: "một\nhai" }, false],
    ["an abstract that turns its letters round", { abstract: "một \u202e hai" }, false],
    ["an abstract too long", { abstract: "a".repeat(501) }, false],
    ["a day that is none", { issuedOn: "2026-13-40" }, false],
    ["a text of no bytes", { text: { hash: body.text.hash, bytes: 0 } }, false],
    ["a text without a hash", { text: { hash: "short", bytes: 10 } }, false],
    ["nobody declares", { declaredBy: "" }, false],
    [
      "a file too large",
      { file: { hash: body.text.hash, bytes: maxFileBytes + 1, media: "application/pdf", name: "a.pdf" } },
      false,
    ],
    [
      "a file of another kind",
      { file: { hash: body.text.hash, bytes: 9, media: "text/html", name: "a.html" } },
      false,
    ],
  ])("%s", (_, change, expected) => {
    expect(valid(change)).toBe(expected);
  });

  test("text is kept composed, without spaces around it", () => {
    const parsed = v.parse(documentIssued.body, { ...body, abstract: " Quy định ".normalize("NFD") });
    expect(parsed.abstract).toBe("Quy định");
  });

  test("the entry names its text, and its file where it has one", () => {
    const file = { hash: "f".repeat(43), bytes: 9, media: "application/pdf", name: "a.pdf" };
    expect(documentIssued.texts?.(body as never)).toEqual([body.text]);
    expect(documentIssued.files?.(body as never)).toEqual([]);
    expect(documentIssued.files?.({ ...body, file } as never)).toEqual([file]);
  });
});

test("audiences as scopes and back", () => {
  expect(audienceScopes("all")).toEqual(["commune"]);
  expect(audienceOrgs(["commune"])).toBeUndefined();
  const cells = audienceScopes({ cells: [east, west] });
  expect(cells).toEqual([`cell:${east}`, `cell:${west}`, "office"]);
  expect(audienceOrgs(cells)).toEqual([east, west]);
  expect(audienceOrgs(audienceScopes({ committees: [east] }))).toEqual([east]);
  expect(receiptScopes(east, idNamed("an"))).toEqual([`committee:${east}`, `member:${idNamed("an")}`]);
});
