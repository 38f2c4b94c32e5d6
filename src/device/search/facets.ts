import type { DocumentKind, Urgency } from "../../domain/document-kind";
import type { DocumentId, Hash } from "../../domain/ids";
import { unreadPrefix } from "../apply/document-record";
import type { DocumentRecord } from "../store/rows";
import type { Facets, PaperFilter } from "./question";

/** What a filter needs of a paper: far less than its record, since thousands are kept. */
export interface PaperFacts {
  readonly id: DocumentId;
  readonly sort: string;
  readonly kind: DocumentKind;
  readonly issuer: string;
  readonly issuedOn: string;
  readonly urgency: Urgency;
  readonly unread: boolean;
  readonly due: boolean;
  readonly cell: boolean;
  readonly tasks: boolean;
  readonly text: Hash;
  readonly number: string;
  readonly abstract: string;
}

export const factsOf = (
  { id, view, sort, due }: DocumentRecord,
  tasked: ReadonlySet<string>,
): PaperFacts | undefined => {
  const { issued } = view;
  if (!issued || !sort) return undefined;
  const { kind, issuer, issuedOn, urgency, org, text, number = "", abstract } = issued;
  return {
    id,
    sort,
    kind,
    issuer,
    issuedOn,
    urgency,
    unread: sort.startsWith(unreadPrefix),
    due: due !== undefined,
    cell: org !== undefined,
    tasks: tasked.has(id),
    text: text.hash,
    number,
    abstract,
  };
};

type Part = keyof PaperFilter;
const tests: { readonly [P in Part]: (facts: PaperFacts, filter: PaperFilter) => boolean } = {
  show: ({ unread, due }, { show }) => show === "all" || (show === "unread" ? unread : due),
  kind: ({ kind }, filter) => !filter.kind || kind === filter.kind,
  from: ({ cell }, { from }) => !from || (from === "cell") === cell,
  issuer: ({ issuer }, filter) => !filter.issuer || issuer === filter.issuer,
  year: ({ issuedOn }, { year }) => !year || issuedOn.startsWith(year),
  urgency: ({ urgency }, filter) => !filter.urgency || urgency === filter.urgency,
  tasks: (facts, { tasks }) => !tasks || facts.tasks,
};
const parts = Object.keys(tests) as Part[];

export const passesFilter = (facts: PaperFacts, filter: PaperFilter): boolean =>
  parts.every((part) => tests[part](facts, filter));

export const isAnyFilter = (filter: PaperFilter): boolean =>
  filter.show !== "all" || parts.some((part) => part !== "show" && filter[part] !== undefined);

const count = <Key extends string>(counts: Map<Key, number>, key: Key) =>
  counts.set(key, (counts.get(key) ?? 0) + 1);

/** A paper counts for a choice if it passes all other parts of the filter. */
export const countFacets = (all: Iterable<PaperFacts>, filter: PaperFilter): Facets => {
  const kind = new Map<DocumentKind, number>();
  const issuer = new Map<string, number>();
  const year = new Map<string, number>();
  const urgency = new Map<Urgency, number>();
  const from = new Map<"commune" | "cell", number>();
  let unread = 0;
  let toAcknowledge = 0;
  let tasks = 0;
  let total = 0;
  for (const facts of all) {
    const failed = parts.filter((part) => !tests[part](facts, filter));
    if (failed.length > 1) continue;
    const [only] = failed;
    const counts = (part: Part) => only === undefined || only === part;
    if (only === undefined) total += 1;
    if (counts("kind")) count(kind, facts.kind);
    if (counts("issuer")) count(issuer, facts.issuer);
    if (counts("year")) count(year, facts.issuedOn.slice(0, 4));
    if (counts("urgency")) count(urgency, facts.urgency);
    if (counts("from")) count(from, facts.cell ? "cell" : "commune");
    if (counts("show") && facts.unread) unread += 1;
    if (counts("show") && facts.due) toAcknowledge += 1;
    if (counts("tasks") && facts.tasks) tasks += 1;
  }
  return {
    unread,
    toAcknowledge,
    tasks,
    total,
    kind: Object.fromEntries(kind),
    urgency: Object.fromEntries(urgency),
    from: { commune: from.get("commune") ?? 0, cell: from.get("cell") ?? 0 },
    issuer: [...issuer].sort((a, b) => b[1] - a[1]),
    year: [...year].sort(([a], [b]) => (a < b ? 1 : -1)),
  };
};
