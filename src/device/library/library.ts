import * as v from "valibot";
import { receiptScopes } from "../../domain/document";
import type { DocumentId, Hash } from "../../domain/ids";
import { type ReadingText, readingText } from "../../domain/reading-text";
import type { Draft } from "../../protocol/signed-entry";
import { askedRank } from "../apply/document-record";
import type { Core } from "../core";
import type { Finding, Library, RegisterQuery, RegisterResult } from "../device";
import { loadRegister, loadSearch, loadTransfer } from "../lazy";
import { writeEntries } from "../outbox/write";
import { getText, textsHere } from "../store/texts";
import { addWanted, changeWanted } from "../store/wanted";
import { createWatch } from "../store/watch";
import { readDetail } from "./detail";
import { createLists } from "./list";

export const createLibrary = (core: Core): Library => {
  const { store, deps, ready } = core;
  const { mirror } = store;
  const lists = createLists(core);
  let register: Promise<(query: RegisterQuery) => Promise<RegisterResult>> | undefined;
  let finding: Promise<Finding> | undefined;

  const receipt = async (id: DocumentId, types: readonly string[]) => {
    const identity = core.identity();
    if (!identity) return;
    const view = (await mirror.documents.get(id))?.view;
    const mine = (type: string) =>
      type === "document.read" ? view?.read[identity.member] : view?.acknowledged[identity.member];
    const drafts = types
      .filter((type) => mine(type) === undefined)
      .map(
        (type): Draft => ({
          type,
          scopes: receiptScopes(identity.org, identity.member),
          subject: id,
          body: {},
        }),
      );
    if (view?.issued && drafts.length > 0) await writeEntries(core, drafts);
  };

  /** Puts a text at the head of what is asked for, and asks: past a long answer under way, or with the next one. */
  const ask = async (hash: Hash) => {
    await mirror.transaction("rw", [mirror.wanted, mirror.texts], async () => {
      if ((await textsHere(mirror, [hash])).has(hash)) return;
      const asked = { hash, state: "missing", rank: askedRank(core.clock.now()) } as const;
      await changeWanted(mirror, (text) => (text.hash === hash ? { ...text, ...asked } : text));
      await addWanted(mirror, [{ ...asked, places: [] }]);
    });
    if (core.state.getState().sync.running) {
      const { fetchText } = await loadTransfer();
      if ((await fetchText(core, hash)).ok) return;
    }
    core.syncSoon();
  };

  const finder = () => {
    finding ??= loadSearch().then(({ createFinding }) => createFinding(core));
    finding.catch(() => {
      finding = undefined;
    });
    return finding;
  };

  return {
    ...lists,
    document: (id) =>
      createWatch({
        store,
        timer: deps.timer,
        ready,
        tables: ["documents", "wanted", "meta"],
        query: () => readDetail(core, id),
      }),
    register: (query) =>
      createWatch({
        store,
        timer: deps.timer,
        ready,
        tables: ["documents"],
        query: async () => {
          register ??= loadRegister().then(({ createRegister }) => createRegister(core));
          return (await register)(query);
        },
      }),
    finding: finder,
    search: async (words, limit) =>
      (await (await finder()).findOnce({ words, filter: { show: "all" } }, limit)).papers,
    text: async (hash) => {
      await ready;
      const data = await getText(mirror, hash);
      if (data) return parseText(new TextDecoder().decode(data));
      void ask(hash);
      return undefined;
    },
    markRead: (id) => receipt(id, ["document.read"]),
    acknowledge: (id) => receipt(id, ["document.read", "document.acknowledged"]),
  };
};

/** What the publisher signed is still checked for shape before a screen draws it. */
const parseText = (json: string): ReadingText | undefined => {
  try {
    const parsed = v.safeParse(readingText, JSON.parse(json));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
};
