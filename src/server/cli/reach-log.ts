import { systemClock } from "../../domain/clock";
import { type Directory, emptyDirectory } from "../../domain/directory";
import type { Scope } from "../../domain/scope";
import { admit } from "../../protocol/admit";
import { createAssertion } from "../../protocol/assertion";
import type { Signer } from "../../protocol/keys";
import type { SignedEntry } from "../../protocol/signed-entry";
import { parseSyncLine, type Verdict } from "../../protocol/sync-line";
import { type Cursor, formatSyncRequest } from "../../protocol/sync-request";
import { protocolVersion } from "../../protocol/version";
import { FolderInUse } from "../db/folder-lock";
import { openOffice } from "./open-office";
import { OperatorError, type Settings } from "./settings";

/** The log for an operator's command: of a stopped server directly, of a running one by its own front door. */
export interface ReachedLog {
  directory(): Promise<Directory>;
  /** Throws where an entry is refused. */
  accept(entries: readonly SignedEntry[]): Promise<void>;
  close(): Promise<void>;
}

export const reachLog = async (
  settings: Settings,
  root: Signer,
  say: (line: string) => void,
): Promise<ReachedLog> => {
  try {
    const { log, close } = await openOffice({ settings, root: root.id, say });
    const accept = async (entries: readonly SignedEntry[]) => expectTaken(await log.accept(entries));
    return { directory: log.directory, accept, close };
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error;
    return reachRunning(`http://localhost:${settings.port}`, root);
  }
};

const expectTaken = (verdicts: readonly Verdict[]) => {
  for (const verdict of verdicts)
    if (verdict.is === "rejected") throw new OperatorError(`the server refused it: ${verdict.code}`);
};

/** A sync in the name of the root key, which reads the commune's scope and the office's: all that a directory needs. */
const reachRunning = async (server: string, root: Signer): Promise<ReachedLog> => {
  const directory = emptyDirectory();
  const cursors: Partial<Record<Scope, Cursor>> = {};

  const exchange = async (push: readonly SignedEntry[]): Promise<boolean> => {
    const hello = { v: protocolVersion, epoch: null, cursors, want: [], texts: false };
    const authorization = await createAssertion(root, { method: "POST", path: "/sync" }, systemClock);
    const answer = await fetch(`${server}/sync`, {
      method: "POST",
      headers: { Authorization: authorization },
      body: formatSyncRequest({ hello, push }),
    }).catch(() => undefined);
    if (!answer?.ok)
      throw new OperatorError(
        `the data folder is in use, and no server answers at ${server}: set PORT to its port`,
      );
    const verdicts: Verdict[] = [];
    let page: Scope | undefined;
    let more = false;
    const take = async (signed: SignedEntry) => {
      const admitted = await admit(signed, directory, { root: root.id });
      if (!admitted.ok) return;
      const { entry, definition, author } = admitted.value;
      if (definition.view === "directory") definition.reduce(directory, entry, author);
    };
    for (const text of (await answer.text()).split("\n").filter(Boolean)) {
      const line = parseSyncLine(text);
      if (line?.tag === "verdict") verdicts.push(line.verdict);
      else if (line?.tag === "page") page = line.scope;
      else if (line?.tag === "early" || line?.tag === "entry") await take(line.signed);
      else if (line?.tag === "commit" && page)
        cursors[page] = { n: line.n, full: line.n, digest: line.digest };
      else if (line?.tag === "end") more = line.more;
    }
    expectTaken(verdicts);
    return more;
  };

  return {
    directory: async () => {
      while (await exchange([]));
      return directory;
    },
    accept: async (entries) => {
      await exchange(entries);
    },
    close: async () => {},
  };
};
