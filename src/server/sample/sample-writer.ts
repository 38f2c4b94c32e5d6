import type { Scope } from "../../domain/scope";
import { emptyDigest, extendDigest } from "../../protocol/digest";
import type { Signer } from "../../protocol/keys";
import { type Draft, type SignedEntry, signEntry } from "../../protocol/signed-entry";
import type { SampleSink } from "./write-sample";

const batchSize = 200;
/** The day before the sample's first paper: 3 August 2026, eight o'clock in Vietnam. */
const founding = Date.UTC(2026, 7, 3, 1);

export interface TimedDraft {
  readonly signer: Signer;
  readonly draft: Draft;
  /** Milliseconds. */
  readonly at: number;
}

/** Signs in parallel and hands over in order, keeping the commune scope's digest as the log will have it. */
export const createSampleWriter = (sink: SampleSink) => {
  const now = sink.clock.now();
  let moment = founding;
  let count = 0;
  let digest = emptyDigest;

  const accept = async (signed: readonly SignedEntry[], scopes: readonly (readonly Scope[])[]) => {
    const verdicts = await sink.accept(signed);
    for (const [i, verdict] of verdicts.entries()) {
      if (verdict.is !== "applied")
        throw new Error(`sample entry not applied: ${verdict.is === "rejected" ? verdict.code : verdict.is}`);
      if (!scopes[i]?.includes("commune")) continue;
      count += 1;
      digest = await extendDigest(digest, signed[i]?.signature ?? "");
    }
  };

  /** No entry is of a later moment than the clock's. */
  const write = async (drafts: readonly TimedDraft[]) => {
    const entries = [];
    for (let from = 0; from < drafts.length; from += batchSize) {
      const batch = drafts.slice(from, from + batchSize);
      const signed = await Promise.all(
        batch.map(({ signer, draft, at }) =>
          signEntry(signer, draft, { now: () => Math.min(at, now) }, sink.random),
        ),
      );
      await accept(
        signed,
        batch.map(({ draft }) => draft.scopes),
      );
      entries.push(...signed.map(({ entry }) => entry));
    }
    return entries;
  };

  /** The next second of the founding days. */
  const nextMoment = () => {
    moment += 1000;
    return Math.min(moment, now);
  };
  return {
    write,
    nextMoment,
    /** Facts of the founding days, one a second. */
    writeNow: (signer: Signer, drafts: readonly Draft[]) =>
      write(drafts.map((draft) => ({ signer, draft, at: nextMoment() }))),
    /** How many entries the commune scope has, and its running digest. */
    communeScope: () => ({ upTo: count, digest }),
    now,
  };
};
export type SampleWriter = ReturnType<typeof createSampleWriter>;
