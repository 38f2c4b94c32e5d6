import * as v from "valibot";
import {
  documentIssued,
  documentSuperseded,
  type IssuedBody,
  maxTextBytes,
  registering,
} from "../../domain/document";
import { type DocumentId, newLocalId } from "../../domain/ids";
import type { Random } from "../../domain/random";
import type { ReadingText } from "../../domain/reading-text";
import type { Refusal } from "../../domain/refusal";
import type { Scope } from "../../domain/scope";
import { refusePaper } from "../../domain/secrecy";
import type { Device, SyncProblem } from "../device";
import type { Paper } from "../intake/read-paper";
import { type Outcome, submit } from "./verdict";

/** What the clerk filled in. */
export interface PaperFields
  extends Pick<
    IssuedBody,
    "kind" | "number" | "issuedOn" | "abstract" | "issuer" | "urgency" | "acknowledgeBy" | "expiresOn"
  > {
  /** Who declares by name that the paper is neither secret nor personnel work. */
  readonly declaredBy: string;
}

export interface Publication {
  readonly paper: Paper;
  /** The reading text as the clerk left it. */
  readonly text: ReadingText;
  readonly fields: PaperFields;
  readonly scopes: readonly Scope[];
  /** Whether the file goes along, or the text alone. */
  readonly attachFile: boolean;
  /** Papers that this one replaces, and where they were published. */
  readonly replaces?: readonly { readonly id: DocumentId; readonly scopes: readonly Scope[] }[];
}

export type PublishOutcome =
  | ({ readonly id: DocumentId } & Exclude<Outcome, { is: "refused" }>)
  | { readonly is: "refused"; readonly code: Refusal }
  /** Nothing was written: the file could not be brought to the office's server. */
  | { readonly is: "not-sent"; readonly problem: SyncProblem };

/** The rules at the door, before anything of the paper leaves the page; undefined where it may go on. */
export const refuseAtDoor = ({ paper, fields, text }: Publication): Refusal | undefined => {
  const read = plainStart(text);
  return refusePaper(
    { ...fields, fileName: paper.name },
    // What the clerk struck from the text still stands in the file.
    `${paper.firstPage}\n${read}`,
  );
};

const plainStart = (text: ReadingText): string =>
  text.blocks
    .slice(0, 60)
    .map((block) =>
      block.k === "t"
        ? block.rows.map((row) => row.join("\t")).join("\n")
        : block.k === "h"
          ? block.t
          : block.r.map((run) => (typeof run === "string" ? run : run.t)).join(""),
    )
    .join("\n");

export interface PublishOptions {
  readonly random: Random;
  /** From 0 to 1, over text and file together. */
  readonly onProgress?: (done: number) => void;
}

/**
 * Publishes a paper: refuses it at the door, brings text and file to the server, signs and sends the entry, and says
 * how the server answered. "Issued" is what the server said, never what was hoped.
 */
export const publish = async (
  device: Device,
  publication: Publication,
  { random, onProgress }: PublishOptions,
): Promise<PublishOutcome> => {
  const refused = refuseAtDoor(publication);
  if (refused) return { is: "refused", code: refused };
  const { paper, fields, scopes, attachFile, replaces = [] } = publication;
  const text = new Blob([JSON.stringify(publication.text)], { type: "application/json" });
  if (text.size > maxTextBytes) return { is: "refused", code: "too-large" };

  const file = attachFile || paper.scanned ? new Blob([paper.bytes], { type: paper.media }) : undefined;
  const all = text.size + (file?.size ?? 0);
  const sentText = await device.files.upload(text, (done) => onProgress?.(done / all));
  if (!sentText.ok) return failure(sentText.error);
  const sentFile =
    file && (await device.files.upload(file, (done) => onProgress?.((text.size + done) / all)));
  if (sentFile && !sentFile.ok) return failure(sentFile.error);

  const body = v.safeParse(documentIssued.body, {
    ...fields,
    declaredBy: fields.declaredBy,
    text: { hash: sentText.value, bytes: text.size },
    ...(file &&
      sentFile?.ok && {
        file: { hash: sentFile.value, bytes: file.size, media: paper.media, name: paper.name },
      }),
    ...(paper.scanned && { scanned: true }),
    ...(replaces.length > 0 && { supersedes: replaces.map(({ id }) => id) }),
  });
  if (!body.success) return { is: "refused", code: "malformed" };
  const id = newLocalId<DocumentId>(random);
  const { outcome } = await submit(device, [
    { type: documentIssued.type, scopes: [...scopes], subject: id, body: body.output },
    ...(fields.expiresOn ? [registering(id, body.output)] : []),
    ...replaces.map((old) => ({
      type: documentSuperseded.type,
      scopes: [...old.scopes],
      subject: old.id,
      body: { by: id },
    })),
  ]);
  if (outcome.is === "refused") return outcome;
  // Where the server is lost, its file comes back from here; what was refused at the door leaves nothing behind.
  if (file && sentFile?.ok) await device.files.keep(sentFile.value, file);
  return { id, ...outcome };
};

const failure = (error: SyncProblem | Refusal): PublishOutcome =>
  isProblem(error) ? { is: "not-sent", problem: error } : { is: "refused", code: error };

const problems: readonly string[] = [
  "unreachable",
  "not-our-server",
  "busy",
  "storage-full",
  "app-too-old",
  "failed",
] satisfies readonly SyncProblem[];
const isProblem = (error: SyncProblem | Refusal): error is SyncProblem => problems.includes(error);
