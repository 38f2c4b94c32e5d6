import * as v from "valibot";
import { type EntryId, entryId, type Hash, hash } from "../domain/ids";
import { refusals } from "../domain/refusal";
import { type Scope, scope } from "../domain/scope";
import type { SignedEntry } from "./signed-entry";
import { formatSigned, parseSigned } from "./sync-request";

/**
 * The lines of a sync answer. A line is a tag, a space and its parts; entries and texts stand at the end of
 * theirs, unescaped, since neither holds a line break.
 */
export type SyncLine =
  | { readonly tag: "hello"; readonly hello: ServerHello }
  | { readonly tag: "verdict"; readonly verdict: Verdict }
  /** An entry ahead of its page: the directory, and the newest and most urgent papers of a long pull. */
  | { readonly tag: "early"; readonly signed: SignedEntry }
  /** A page of a scope begins; numbers follow without a gap. */
  | { readonly tag: "page"; readonly scope: Scope; readonly from: number; readonly head: number }
  | { readonly tag: "entry"; readonly n: number; readonly signed: SignedEntry }
  /** An entry already sent in this answer, or numbered in another scope too. */
  | { readonly tag: "same"; readonly n: number; readonly id: EntryId; readonly signature: string }
  /** A recalled or expired entry: it keeps its number, its content is not given out any more. */
  | { readonly tag: "withheld"; readonly n: number; readonly id: EntryId; readonly signature: string }
  /** The page ends: apply it with this cursor. */
  | { readonly tag: "commit"; readonly n: number; readonly digest: string }
  /** The phone's digest of this scope is not the server's: compare ids. */
  | { readonly tag: "differs"; readonly scope: Scope }
  | { readonly tag: "text"; readonly hash: Hash; readonly text: string }
  /** A text that was asked for and is not to be had (recalled, or never the phone's to read). */
  | { readonly tag: "gone"; readonly hash: Hash }
  /** The answer is whole. Without this line it broke off. */
  | { readonly tag: "end"; readonly more: boolean };

export const verdict = v.variant("is", [
  v.object({ id: entryId, is: v.literal("applied") }),
  v.object({ id: entryId, is: v.literal("duplicate") }),
  v.object({ id: v.nullable(entryId), is: v.literal("rejected"), code: v.picklist(refusals) }),
]);
/** What became of one pushed entry. `id` is null where it could not even be read; verdicts come in the order of the push. */
export type Verdict = v.InferOutput<typeof verdict>;

export const serverHello = v.object({
  v: v.pipe(v.number(), v.finite()),
  /** The server's clock, milliseconds. */
  now: v.pipe(v.number(), v.finite()),
  /** Changes when the server was restored from a backup: phones then compare ids and bring back what is missing. */
  epoch: v.string(),
  /** The scopes that this device may read, by the server's directory. */
  scopes: v.array(scope),
});
export type ServerHello = v.InferOutput<typeof serverHello>;

export const formatSyncLine = (line: SyncLine): string => {
  switch (line.tag) {
    case "hello":
      return `h ${JSON.stringify(line.hello)}`;
    case "verdict":
      return `v ${JSON.stringify(line.verdict)}`;
    case "early":
      return `i ${formatSigned(line.signed)}`;
    case "page":
      return `p ${line.scope} ${line.from} ${line.head}`;
    case "entry":
      return `e ${line.n} ${formatSigned(line.signed)}`;
    case "same":
      return `s ${line.n} ${line.id} ${line.signature}`;
    case "withheld":
      return `w ${line.n} ${line.id} ${line.signature}`;
    case "commit":
      return `c ${line.n} ${line.digest}`;
    case "differs":
      return `d ${line.scope}`;
    case "text":
      return `t ${line.hash} ${line.text}`;
    case "gone":
      return `g ${line.hash}`;
    case "end":
      return `. ${line.more ? 1 : 0}`;
  }
};

/** Undefined where the line is not of this protocol: the answer came from something else (a captive portal) or is damaged. */
export const parseSyncLine = (text: string): SyncLine | undefined => {
  if (text[1] !== " ") return undefined;
  const rest = text.slice(2);
  switch (text[0]) {
    case "h": {
      const hello = parseJson(serverHello, rest);
      return hello && { tag: "hello", hello };
    }
    case "v": {
      const parsed = parseJson(verdict, rest);
      return parsed && { tag: "verdict", verdict: parsed };
    }
    case "i": {
      const signed = parseSigned(rest);
      return signed && { tag: "early", signed };
    }
    case "p":
      return parsePage(rest);
    case "e": {
      const space = rest.indexOf(" ");
      const n = toNumber(rest.slice(0, space));
      const signed = parseSigned(rest.slice(space + 1));
      return n !== undefined && signed ? { tag: "entry", n, signed } : undefined;
    }
    case "s":
      return parseReference("same", rest);
    case "w":
      return parseReference("withheld", rest);
    case "c": {
      const [number, digest, ...more] = rest.split(" ");
      const n = toNumber(number);
      return n !== undefined && digest?.length === 43 && more.length === 0
        ? { tag: "commit", n, digest }
        : undefined;
    }
    case "d":
      return v.is(scope, rest) ? { tag: "differs", scope: rest as Scope } : undefined;
    case "t": {
      const name = rest.slice(0, 43);
      if (rest[43] !== " " || !v.is(hash, name)) return undefined;
      return { tag: "text", hash: name as Hash, text: rest.slice(44) };
    }
    case "g":
      return v.is(hash, rest) ? { tag: "gone", hash: rest as Hash } : undefined;
    case ".":
      return rest === "0" || rest === "1" ? { tag: "end", more: rest === "1" } : undefined;
    default:
      return undefined;
  }
};

const toNumber = (text: string | undefined): number | undefined => {
  if (!text || !/^\d{1,15}$/.test(text)) return undefined;
  return Number(text);
};

const parsePage = (rest: string): SyncLine | undefined => {
  const [name, first, last, ...more] = rest.split(" ");
  const from = toNumber(first);
  const head = toNumber(last);
  if (!v.is(scope, name) || from === undefined || head === undefined || more.length) return undefined;
  return { tag: "page", scope: name as Scope, from, head };
};

const parseReference = (tag: "same" | "withheld", rest: string): SyncLine | undefined => {
  const [number, id, signature, ...more] = rest.split(" ");
  const n = toNumber(number);
  if (n === undefined || !v.is(entryId, id) || signature?.length !== 86 || more.length) return undefined;
  return { tag, n, id: id as EntryId, signature };
};

const parseJson = <T>(schema: v.GenericSchema<unknown, T>, text: string): T | undefined => {
  try {
    const parsed = v.safeParse(schema, JSON.parse(text));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
};
