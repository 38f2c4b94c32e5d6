import { pageBytes } from "../../../src/protocol/limits";
import type { ServerHello } from "../../../src/protocol/sync-line";
import { worldNow } from "../world/loop";
import type { Heard, Question } from "../world/network";
import type { Server } from "../world/server";
import type { Grants } from "./grants";

/*
 * What can be judged while it goes over the line: that no byte of a scope reaches a phone without the grant (invariant 6),
 * what the server acknowledged (1), and how much of what a phone hears it has heard before (8).
 */

export interface Ears {
  readonly name: string;
  readonly key: string | undefined;
  readonly interruptions: number;
}

export interface Account {
  heard: number;
  fresh: number;
  requests: number;
  seen: Set<string>;
}

export interface Listener {
  asked(phone: Ears, question: Question): void;
  /** The server begins to answer; to be called when it ends. */
  answering(question: Question): () => void;
  heard(phone: Ears, question: Question, heard: Heard): void;
  /** The phone was emptied, or the server's numbers are others: all is new to it. */
  anew(phone: Ears): void;
  /** Entries that the server said it has, as their authors sent them. */
  readonly acknowledged: ReadonlyMap<
    string,
    { readonly line: string; readonly by: string; readonly at: number }
  >;
  /** When each phone heard last that it reads a scope no more, by its name and the scope. */
  readonly left: ReadonlyMap<string, number>;
  /** Entries whose content the server has withheld, so that no phone has it any more. */
  readonly withheld: ReadonlySet<string>;
  readonly accounts: ReadonlyMap<string, Account>;
  readonly violations: string[];
}

const idOf = (line: string): string => {
  const at = line.indexOf('{"id":"');
  return at < 0 ? "" : line.slice(at + 7, at + 43);
};
/** What a sync pushes, by id. */
const pushedLines = ({ path, body }: Question): ReadonlyMap<string, string> =>
  new Map(
    path === "/sync"
      ? Buffer.from(body ?? [])
          .toString()
          .split("\n")
          .slice(1)
          .map((line) => [idOf(line), line])
      : [],
  );
/** Whoever the request says it is from. */
const keyOf = ({ headers }: Question): string | undefined => {
  const claims = headers.get("Authorization")?.split(/[ .]/)[2];
  if (!claims) return undefined;
  return (JSON.parse(Buffer.from(claims, "base64url").toString()) as { readonly iss?: string }).iss;
};

export const createListener = (grants: Grants, server: Server): Listener => {
  const acknowledged = new Map<string, { readonly line: string; readonly by: string; readonly at: number }>();
  const left = new Map<string, number>();
  const named = new Map<string, ReadonlySet<string>>();
  const accounts = new Map<string, Account>();
  const violations: string[] = [];
  const withheld = new Set<string>();
  /** What the phone might read while the server answered, if only for a moment: it may still show it. */
  const before = new WeakMap<Question, Set<string>>();
  /** Questions that the server is at, each as often as it came. */
  const open = new Set<{ readonly question: Question }>();
  /** Of what is pushed, ids that the log had already, byte for byte, when it was sent. */
  const repeated = new WeakMap<Question, { readonly life: number; readonly ids: ReadonlySet<string> }>();
  const textScopes = new Map<string, Set<string>>();

  const accountOf = (phone: Ears): Account => {
    const known = accounts.get(phone.name);
    if (known) return known;
    const fresh = { heard: 0, fresh: 0, requests: 0, seen: new Set<string>() };
    accounts.set(phone.name, fresh);
    return fresh;
  };
  const allowedNow = (key: string | undefined) => {
    const { cells, life } = server.log();
    grants.read(cells, life, noteAllowed);
    return key ? grants.of(key, worldNow()) : undefined;
  };
  const noteAllowed = () => {
    for (const { question } of open)
      for (const scope of grants.of(keyOf(question) ?? "", worldNow()) ?? [])
        before.get(question)?.add(scope);
  };

  const judge = (phone: Ears, question: Question, { path, text, status, damaged }: Heard) => {
    if (damaged || status !== 200 || !["/sync", "/ids", "/entries"].includes(path)) return;
    const earlier = before.get(question);
    const later = allowedNow(keyOf(question));
    const may = (scope: string) => (earlier?.has(scope) ?? false) || (later?.has(scope) ?? false);
    const breach = (what: string) => violations.push(`6: ${phone.name} was shown ${what}`);
    // The last piece is empty, or a line that broke off.
    for (const line of text.split("\n").slice(0, -1)) {
      const tag = path === "/entries" ? "e" : path === "/sync" ? line[0] : undefined;
      if (tag === "p") {
        const scope = line.split(" ")[1] ?? "";
        if (scope && !may(scope)) breach(`a page of ${scope}`);
      } else if (tag === "e" || tag === "i") {
        const at = line.indexOf('"scopes":[');
        const end = at < 0 ? -1 : line.indexOf("]", at);
        if (end < 0) continue;
        const scopes = line
          .slice(at + 10, end)
          .split(",")
          .map((one) => one.slice(1, -1));
        if (!scopes.some(may)) breach(`an entry of ${scopes.join(", ")}`);
        if (!line.includes('"document.issued"')) continue;
        const hash = /"text":\{"hash":"([^"]+)"/.exec(line)?.[1];
        if (hash) textScopes.set(hash, new Set([...(textScopes.get(hash) ?? []), ...scopes]));
      } else if (tag === "t") {
        const scopes = textScopes.get(line.slice(2, 45));
        if (scopes && ![...scopes].some(may)) breach(`a text of ${[...scopes].join(", ")}`);
      }
    }
    if (path === "/ids") {
      const scope = /"scope":"([^"]+)"/.exec(Buffer.from(question.body ?? []).toString())?.[1] ?? "";
      if (text && !may(scope)) breach(`the ids of ${scope}`);
    }
  };

  const weigh = (phone: Ears, { path, text }: Heard) => {
    if (path !== "/sync") return;
    const account = accountOf(phone);
    account.requests += 1;
    account.heard += text.length;
    let scope = "";
    for (const line of text.split("\n")) {
      const tag = line[0];
      if (tag === "p") scope = line.split(" ")[1] ?? "";
      if (tag === "w") withheld.add(line.split(" ")[2] ?? "");
      if (tag !== "e" && tag !== "i" && tag !== "t" && tag !== "w") continue;
      const name =
        tag === "t" ? line.slice(0, 45) : tag === "w" ? `w ${scope} ${line.slice(2, 12)}` : idOf(line);
      if (account.seen.has(name)) continue;
      account.seen.add(name);
      account.fresh += line.length + 1;
    }
  };

  const acknowledge = (phone: Ears, question: Question, { path, text, damaged }: Heard) => {
    if (path !== "/sync") return;
    const sent = pushedLines(question);
    const known = repeated.get(question);
    for (const line of text.split("\n").slice(0, -1)) {
      if (!line.startsWith("v ")) continue;
      const verdict = JSON.parse(line.slice(2)) as { readonly id: string | null; readonly is: string };
      const pushed = sent.get(verdict.id ?? "");
      if (pushed && verdict.is !== "rejected")
        acknowledged.set(verdict.id ?? "", { line: pushed, by: phone.name, at: worldNow() });
      else if (!damaged && known?.life === server.log().life && known.ids.has(verdict.id ?? ""))
        violations.push(`3: ${verdict.id} was refused to ${phone.name}, and the log has it`);
    }
  };

  const noteLeft = ({ name }: Ears, { path, text, damaged }: Heard) => {
    const end = text.indexOf("\n");
    if (path !== "/sync" || damaged || end < 0 || !text.startsWith("h ")) return;
    const scopes = new Set((JSON.parse(text.slice(2, end)) as ServerHello).scopes as string[]);
    for (const scope of named.get(name) ?? [])
      if (!scopes.has(scope)) left.set(`${name} ${scope}`, worldNow());
    named.set(name, scopes);
  };

  return {
    acknowledged,
    left,
    withheld,
    accounts,
    violations,
    asked: (_phone, question) => {
      before.set(question, new Set());
      const ids = [...pushedLines(question)].flatMap(([id, line]) => {
        const row = server.entry(id);
        return row && `${row.signature} ${row.payload}` === line ? [id] : [];
      });
      repeated.set(question, { life: server.log().life, ids: new Set(ids) });
    },
    answering: (question) => {
      const one = { question };
      const note = () => {
        for (const scope of allowedNow(keyOf(question)) ?? []) before.get(question)?.add(scope);
      };
      note();
      open.add(one);
      return () => {
        note();
        open.delete(one);
      };
    },
    heard: (phone, question, heard) => {
      judge(phone, question, heard);
      weigh(phone, heard);
      acknowledge(phone, question, heard);
      noteLeft(phone, heard);
    },
    anew: (phone) => {
      accountOf(phone).seen = new Set();
    },
  };
};

/** Invariant 8: three tenths more than what is new, a page and what goes ahead of it for each interruption. */
export const mayHear = ({ fresh, requests }: Account, interruptions: number): number =>
  1.3 * fresh + (interruptions + 1) * 1.5 * pageBytes + requests * 1500;
