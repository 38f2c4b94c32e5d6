import { documentRecalled, registering } from "../../domain/document";
import type { Device, DocumentDetail } from "../device";
import { type Outcome, submit } from "./verdict";

/**
 * Thu hồi: text and file leave every phone at its next contact. The reason is seen by whoever had the paper; its number
 * and subject stay in the office's register.
 */
export const recall = async (
  device: Device,
  paper: Pick<DocumentDetail, "id" | "scopes" | "kind" | "number" | "issuedOn" | "abstract">,
  reason: string,
): Promise<Outcome> => {
  const { outcome } = await submit(device, [
    registering(paper.id, paper),
    {
      type: documentRecalled.type,
      scopes: [...paper.scopes],
      subject: paper.id,
      body: { reason: reason.trim() },
    },
  ]);
  return outcome;
};
