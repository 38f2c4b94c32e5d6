import type { Core } from "../core";
import { fetchFile } from "../files/transfer";
import { getMeta } from "../store/meta";
import { textsHere } from "../store/texts";
import { bringText } from "./fetch-papers";
import { comesUnasked, keptForMeetings } from "./kept-blobs";

const lockName = "so-chi-bo/keep-papers";

/** Settles when no sync is under way. */
const lineFree = ({ state }: Core): Promise<void> =>
  new Promise((resolve) => {
    if (!state.getState().sync.running) return resolve();
    const stop = state.subscribe(({ sync }) => {
      if (sync.running) return;
      stop();
      resolve();
    });
  });

/**
 * Keeps the papers of the meetings to come on the phone, photographed ones too, without asking: the next meeting first, its texts past whatever
 * a long pull is bringing, files only when the line is free. What does not come now comes after the next sync.
 */
export const keepPapers = (core: Core): Promise<void> =>
  core.deps.lock.run(lockName, async () => {
    const { mirror } = core.store;
    const { texts, files } = await keptForMeetings(core);
    const here = texts.size > 0 ? await textsHere(mirror, [...texts.keys()]) : new Set();
    for (const [hash, record] of texts)
      if (!here.has(hash) && (await bringText(core, record)) === "unreachable") return;
    if (files.length === 0) return;
    const policy = (await getMeta(mirror, "policy")) ?? "ask";
    for (const file of files) {
      await lineFree(core);
      if (!comesUnasked(core, file, policy) || (await mirror.files.get(file.hash))?.whole) continue;
      const fetched = await fetchFile(core, { ...file, onProgress: () => undefined });
      if (!fetched.ok && fetched.error === "unreachable") return;
    }
  });
