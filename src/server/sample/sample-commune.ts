import type { CellRole, MembershipKind, OrgKind, OrgSetting } from "../../domain/directory";
import type { DocumentKind, Urgency } from "../../domain/document-kind";
import { type DocumentId, type MemberId, newLocalId, type OrgId } from "../../domain/ids";
import { createSeededRandom } from "../../domain/random";
import type { ReadingText } from "../../domain/reading-text";
import { cellPlans } from "./cells";
import { sampleDocuments } from "./documents";
import { between, personName } from "./people";

export interface SampleOrg {
  readonly id: OrgId;
  readonly name: string;
  readonly kind: OrgKind;
  readonly setting: OrgSetting;
  readonly parent?: OrgId;
}

export interface SampleMember {
  readonly id: MemberId;
  readonly name: string;
  readonly org: OrgId;
  readonly kind: MembershipKind;
  readonly role?: CellRole;
}

/** Who signs a sample document: one of the office's desks by its title, or the secretary of a cell. */
export type SamplePublisher = { readonly desk: string } | { readonly cell: OrgId };

export interface SampleDocument {
  readonly id: DocumentId;
  readonly kind: DocumentKind;
  readonly number?: string;
  readonly issuedOn: string;
  readonly abstract: string;
  readonly issuer: string;
  readonly urgency: Urgency;
  readonly acknowledgeBy?: string;
  readonly expiresOn?: string;
  readonly audience: "all" | { readonly cells: readonly OrgId[] } | { readonly committees: readonly OrgId[] };
  readonly publisher: SamplePublisher;
  readonly text: ReadingText;
  /** True: it goes out with a DOCX file made from its text. */
  readonly withFile: boolean;
  readonly supersedes?: DocumentId;
  readonly recalled?: { readonly on: string; readonly reason: string };
}

/** All that the sample commune is made of, before anything is signed. */
export interface SampleCommune {
  readonly name: string;
  /** The committee of the commune, then its 67 organisations. */
  readonly orgs: readonly SampleOrg[];
  readonly members: readonly SampleMember[];
  readonly documents: readonly SampleDocument[];
}

export const communeName = "Đảng bộ xã Lạc Sơn";
/** As the commune itself counts them (seed article, 30 October 2025). */
export const memberCount = 1657;

const kindOf = (draw: number): MembershipKind => {
  if (draw < 0.82) return "official";
  if (draw < 0.87) return "probationary";
  return draw < 0.91 ? "temporary" : "exempt";
};

/** A secretary, a deputy, and a committee once nine official members can elect one (domain.md 2.6). */
const roleAt = (place: number, size: number): CellRole | undefined => {
  if (place === 0) return "secretary";
  if (place === 1 && size >= 6) return "deputy";
  return size >= 14 && place < (size >= 26 ? 5 : 3) ? "committee" : undefined;
};

/** Members for each cell: in proportion to its weight, varied, and exactly `memberCount` together. */
const cellSizes = (draw: { next(): number }): number[] => {
  const varied = cellPlans.map(({ weight }) => weight * (0.75 + draw.next() * 0.5));
  const sum = varied.reduce((a, b) => a + b, 0);
  const sizes = varied.map((weight) => Math.max(3, Math.floor((weight / sum) * memberCount)));
  for (let i = sizes.reduce((a, b) => a + b, 0); i < memberCount; i += 1) {
    const at = between(draw, 0, sizes.length - 1);
    sizes[at] = (sizes[at] ?? 0) + 1;
  }
  return sizes;
};

/** The same commune for the same seed: Đảng bộ xã Lạc Sơn with invented members and papers. */
export const sampleCommune = (seed: number): SampleCommune => {
  const random = createSeededRandom(seed);
  const org = (name: string, kind: OrgKind, setting: OrgSetting, parent?: OrgId): SampleOrg => ({
    id: newLocalId<OrgId>(random),
    name,
    kind,
    setting,
    ...(parent && { parent }),
  });
  const committee = org("Đảng ủy xã Lạc Sơn", "committee", "office");
  const party = org("Đảng bộ các cơ quan Đảng xã", "branch", "office", committee.id);
  const government = org("Đảng bộ Ủy ban nhân dân xã", "branch", "office", committee.id);
  const parents = { party: party.id, government: government.id };
  const cells = cellPlans.map(({ name, setting, under }) =>
    org(name, "cell", setting, under ? parents[under] : committee.id),
  );

  const sizes = cellSizes(random);
  const members = cells.flatMap((cell, i) =>
    Array.from({ length: sizes[i] ?? 0 }, (_, place): SampleMember => {
      const role = roleAt(place, sizes[i] ?? 0);
      return {
        id: newLocalId<MemberId>(random),
        name: personName(random),
        org: cell.id,
        kind: role ? "official" : kindOf(random.next()),
        ...(role && { role }),
      };
    }),
  );
  return {
    name: communeName,
    orgs: [committee, party, government, ...cells],
    members,
    documents: sampleDocuments(cells, members, random),
  };
};
