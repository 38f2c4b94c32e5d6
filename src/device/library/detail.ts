import { supersededBy } from "../../domain/document";
import type { DocumentId, MemberId } from "../../domain/ids";
import type { Core } from "../core";
import type { DocumentDetail } from "../device";
import { wantedHashes } from "../store/wanted";
import { toDocumentRow } from "./to-row";

/** One paper with all that the reader shows beside its text; undefined where it is not (any more) on this phone. */
export const readDetail = async (core: Core, id: DocumentId): Promise<DocumentDetail | undefined> => {
  const { mirror } = core.store;
  const [record, missing] = await Promise.all([mirror.documents.get(id), wantedHashes(mirror)]);
  const issued = record?.view.issued;
  if (!record || !issued) return undefined;
  const row = toDocumentRow(record, core.self()?.member, missing);
  if (!row) return undefined;
  const replacement = supersededBy(record.view);
  const receipts = receiptsOf(core, record.view);
  return {
    ...row,
    text: issued.text.hash,
    scanned: issued.scanned ?? false,
    issuedAt: issued.at,
    declaredBy: issued.declaredBy,
    scopes: issued.scopes,
    signedBy: signatureOf(core, issued),
    ...(issued.file && { file: issued.file }),
    ...(replacement && { supersededBy: replacement }),
    ...(receipts && { receipts }),
  };
};

const signatureOf = (
  core: Core,
  issued: { readonly by: DocumentDetail["signedBy"]["key"]; readonly issuer: string },
) => {
  const directory = core.keeper.current();
  const device = directory.keys.get(issued.by);
  const member = device && directory.members.get(device.member);
  return {
    key: issued.by,
    title: device?.title ?? member?.name ?? issued.issuer,
    office: directory.commune?.root === issued.by || (device?.office ?? false),
    revoked: directory.revoked.has(issued.by),
  };
};

/** Who of the cell has read it: on a committee member's phone, which reads the committee's scope. */
const receiptsOf = (
  core: Core,
  view: {
    readonly read: Readonly<Record<string, number>>;
    readonly acknowledged: Readonly<Record<string, number>>;
  },
): DocumentDetail["receipts"] => {
  const identity = core.identity();
  if (!identity || identity.role === "member") return undefined;
  const { members } = core.keeper.current();
  const ofCell = (receipts: Readonly<Record<string, number>>) =>
    (Object.keys(receipts) as MemberId[]).filter((member) => members.get(member)?.org === identity.org);
  const acknowledged = ofCell(view.acknowledged);
  return { read: [...new Set([...ofCell(view.read), ...acknowledged])], acknowledged };
};
