import type { SampleDocument, SampleMember, SampleOrg } from "./sample-commune";

export const sampleDocuments = (
  _cells: readonly SampleOrg[],
  _members: readonly SampleMember[],
  _draw: { next(): number },
): SampleDocument[] => [];
