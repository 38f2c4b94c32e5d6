import { audienceScopes, documentIssued, documentRecalled, registering } from "../../src/domain/document";
import { type DocumentId, newLocalId, type OrgId } from "../../src/domain/ids";
import type { Scope } from "../../src/domain/scope";
import { sha256 } from "../../src/protocol/sha256";
import { type Draft, signEntry } from "../../src/protocol/signed-entry";
import { systemRandom } from "../../src/server/cli/open-office";
import type { GeneratedDirective } from "../support/directives";
import { idOf, type Ledger } from "./ledger";
import { type LightPhone, syncPhone } from "./light-phone";
import type { Line } from "./line";
import { habits } from "./plan";
import type { YearClock } from "./year-clock";

const dayAfter = (now: number, days: number) => new Date(now + days * 86_400_000).toISOString().slice(0, 10);

export interface Desk {
  /** Puts the texts and issues the papers, as the office's page does. */
  publish(papers: readonly GeneratedDirective[]): Promise<void>;
  /** Takes back one of the papers that are out. */
  recall(): Promise<void>;
}

/** The work of the office's publishing desk. */
export const createDesk = (
  phone: LightPhone,
  cells: readonly OrgId[],
  {
    line,
    ledger,
    clock,
    draw,
  }: {
    readonly line: Line;
    readonly ledger: Ledger;
    readonly clock: YearClock;
    readonly draw: () => number;
  },
): Desk => {
  const out: {
    readonly id: DocumentId;
    readonly scopes: readonly Scope[];
    readonly paper: GeneratedDirective;
  }[] = [];

  const someCells = (): OrgId[] => {
    const count = habits.fewestCells + Math.floor(draw() * (habits.mostCells - habits.fewestCells + 1));
    return [...cells].sort(() => draw() - 0.5).slice(0, count);
  };
  const audience = (): Scope[] => {
    const kind = draw();
    if (kind < habits.toAll) return audienceScopes("all");
    return audienceScopes(
      kind < habits.toAll + habits.toCells ? { cells: someCells() } : { committees: someCells() },
    );
  };
  const write = async (draft: Draft) => {
    const { signature, payload, entry } = await signEntry(phone.signer, draft, clock, systemRandom);
    ledger.written.set(entry.id, { signature, payload });
    phone.outbox.push({ signature, payload });
    return { signature, payload };
  };

  return {
    publish: async (papers) => {
      for (const paper of papers) {
        const bytes = Buffer.from(paper.json);
        const hash = await sha256(paper.json);
        ledger.texts.set(hash, bytes);
        await line.ask(phone.signer, `/blobs/${hash}`, { method: "PUT", body: bytes });
        const id = newLocalId<DocumentId>(systemRandom);
        const scopes = audience();
        const asksConfirmation = draw() < habits.asksConfirmation;
        const { kind, number, abstract, issuer, urgency } = paper;
        const signed = await write({
          type: documentIssued.type,
          scopes,
          subject: id,
          body: {
            kind,
            number,
            issuedOn: dayAfter(clock.now(), 0),
            abstract,
            issuer,
            urgency,
            ...(asksConfirmation && { acknowledgeBy: dayAfter(clock.now(), 10) }),
            ...(draw() < habits.expires && { expiresOn: dayAfter(clock.now(), 20) }),
            text: { hash, bytes: bytes.length },
            declaredBy: "Văn thư",
          },
        });
        ledger.papers.set(idOf(signed), { document: id, text: hash, asksConfirmation });
        out.push({ id, scopes, paper });
      }
      await syncPhone(phone, line, ledger);
    },
    recall: async () => {
      const [taken] = out.splice(Math.floor(draw() * out.length), 1);
      if (!taken) return;
      const { id, scopes, paper } = taken;
      await write(registering(id, { ...paper, issuedOn: dayAfter(clock.now(), 0) }));
      await write({ type: documentRecalled.type, scopes, subject: id, body: { reason: "Phát hành nhầm" } });
      await syncPhone(phone, line, ledger);
    },
  };
};
