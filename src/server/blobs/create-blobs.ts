import { type Clock, systemClock } from "../../domain/clock";
import type { Blobs } from "./blobs";

export interface BlobsOptions {
  readonly dataDir: string;
  readonly clock?: Clock;
}

/** Blobs as files in `<dataDir>/blobs`. */
export const createBlobs = async ({ dataDir, clock = systemClock }: BlobsOptions): Promise<Blobs> => {
  throw new Error(`to be built: ${dataDir} ${clock.now()}`);
};
