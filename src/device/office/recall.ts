import { documentRecalled } from "../../domain/document";
import type { DocumentId } from "../../domain/ids";
import type { Scope } from "../../domain/scope";
import type { Device } from "../device";
import { type Outcome, submit } from "./verdict";

/** Thu hồi: text and file leave every phone at its next contact. The reason is seen by whoever had the paper. */
export const recall = async (
  device: Device,
  paper: { readonly id: DocumentId; readonly scopes: readonly Scope[] },
  reason: string,
): Promise<Outcome> => {
  const { outcome } = await submit(device, [
    {
      type: documentRecalled.type,
      scopes: [...paper.scopes],
      subject: paper.id,
      body: { reason: reason.trim() },
    },
  ]);
  return outcome;
};
