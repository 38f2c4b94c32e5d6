import type { Core } from "../core";
import type { DataPolicy, Files } from "../device";
import { loadTransfer } from "../lazy";
import { getMeta, putMeta } from "../store/meta";

/** Heavy files: by hash, resumable, when the person's data policy says so. */
export const createFiles = (core: Core): Files => {
  const { mirror } = core.store;
  let policy: DataPolicy = "ask";
  void core.ready.then(async (open) => {
    if (open) policy = (await getMeta(mirror, "policy").catch(() => undefined)) ?? policy;
  });
  return {
    policy: () => policy,
    setPolicy: async (next) => {
      policy = next;
      await putMeta(mirror, "policy", next);
    },
    get: async (hash) => (await loadTransfer()).readFile(core, hash),
    fetch: async (hash, bytes, media, onProgress, signal) =>
      (await loadTransfer()).fetchFile(core, { hash, bytes, media, onProgress, ...(signal && { signal }) }),
    keep: async (hash, data) => (await loadTransfer()).keepFile(core, hash, data),
    upload: async (data, onProgress) =>
      (await loadTransfer()).uploadBlob(core, data, onProgress ?? (() => undefined)),
  };
};
