import {
  audienceScopes,
  documentIssued,
  documentRecalled,
  documentSuperseded,
  type IssuedBody,
  registering,
} from "../../domain/document";
import type { Random } from "../../domain/random";
import type { Signer } from "../../protocol/keys";
import { documentFile } from "./document-file";
import type { SampleDocument } from "./sample-commune";
import type { TimedDraft } from "./sample-writer";
import type { SampleSink } from "./write-sample";

/** Everything that happens to the sample's papers, in the order of its moments. */
export const paperDrafts = async (
  documents: readonly SampleDocument[],
  publisherOf: (document: SampleDocument) => { readonly signer: Signer; readonly name: string },
  sink: SampleSink,
): Promise<TimedDraft[]> => {
  const drafts: TimedDraft[] = [];
  for (const document of documents) {
    const { signer, name } = publisherOf(document);
    const scopes = audienceScopes(document.audience);
    const at = momentOf(document.issuedOn, sink.random);
    const body = await issuedBody(document, name, sink);
    drafts.push({ signer, at, draft: { type: documentIssued.type, scopes, subject: document.id, body } });
    if (document.expiresOn || document.recalled) {
      const org = "cell" in document.publisher ? document.publisher.cell : undefined;
      drafts.push({ signer, at: at + 1000, draft: registering(document.id, document, org) });
    }
    if (document.supersedes) {
      const old = documents.find(({ id }) => id === document.supersedes);
      if (!old) throw new Error("supersedes a document that is not there");
      const replaced = { type: documentSuperseded.type, subject: old.id, body: { by: document.id } };
      drafts.push({
        signer,
        at: at + 60_000,
        draft: { ...replaced, scopes: audienceScopes(old.audience) },
      });
    }
    if (document.recalled) {
      const { on, reason } = document.recalled;
      const draft = { type: documentRecalled.type, scopes, subject: document.id, body: { reason } };
      drafts.push({ signer, at: momentOf(on, sink.random), draft });
    }
  }
  return drafts.sort((a, b) => a.at - b.at);
};

/** Between eight and five o'clock of that day in Vietnam. */
const momentOf = (day: string, random: Random): number => {
  const [a = 0, b = 0] = random.bytes(2);
  return Date.parse(`${day}T01:00:00Z`) + Math.floor(((a * 256 + b) / 65536) * 9 * 60 * 60 * 1000);
};

const issuedBody = async (
  document: SampleDocument,
  declaredBy: string,
  sink: SampleSink,
): Promise<IssuedBody> => {
  const { kind, number, issuedOn, abstract, issuer, urgency, acknowledgeBy, expiresOn, supersedes } =
    document;
  const json = JSON.stringify(document.text);
  const file = document.withFile ? await documentFile(document) : undefined;
  return {
    kind,
    ...(number && { number }),
    issuedOn,
    abstract,
    issuer,
    urgency,
    ...(acknowledgeBy && { acknowledgeBy }),
    ...(expiresOn && { expiresOn }),
    ...(supersedes && { supersedes: [supersedes] }),
    text: { hash: await sink.putText(json), bytes: new TextEncoder().encode(json).length },
    ...(file && {
      file: {
        hash: await sink.putFile(file.bytes, file.media),
        bytes: file.bytes.length,
        media: file.media,
        name: file.name,
      },
    }),
    declaredBy,
  };
};
