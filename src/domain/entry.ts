import * as v from "valibot";
import type { Directory } from "./directory";
import { type EntryId, entryId, type Hash, type KeyId, keyId, type MemberId, type OrgId } from "./ids";
import type { PublicKey } from "./public-key";
import type { Refusal } from "./refusal";
import { type Scope, scope } from "./scope";

/** One fact, written once by one device, never changed. Everything the product knows is a list of these. */
export interface Entry<Type extends string = string, Body = unknown> {
  readonly id: EntryId;
  /** `aggregate.pastTense`, the name of its definition. */
  readonly type: Type;
  /** Who may see it. It is stored once and numbered in each. */
  readonly scopes: readonly Scope[];
  /** The id of the thing it is about. */
  readonly subject: string;
  /** The writing device's corrected clock, in milliseconds. */
  readonly at: number;
  /** The key that signed it. */
  readonly by: KeyId;
  readonly body: Body;
}

/** The parts every entry has, whatever its type. The body is checked by the type's own schema. */
export const envelope = v.object({
  id: entryId,
  type: v.pipe(v.string(), v.regex(/^[a-z]+\.[a-z]+$/), v.maxLength(40)),
  scopes: v.pipe(
    v.array(scope),
    v.minLength(1),
    v.maxLength(200),
    v.check((scopes) => new Set(scopes).size === scopes.length),
  ),
  subject: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  at: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  by: keyId,
  body: v.unknown(),
});

/** Whoever signed an entry, as the directory knows the key. */
export interface Author {
  readonly key: KeyId;
  /** True for the commune's root key, which belongs to no member. */
  readonly root: boolean;
  /** True for the root and for a publishing key certified by it. */
  readonly office: boolean;
  readonly member?: MemberId;
  readonly org?: OrgId;
  /** True where the member sits on the committee of `org`: secretary, deputy or chi ủy viên. */
  readonly committee: boolean;
  /** True where the member is secretary or deputy of `org`. */
  readonly secretary: boolean;
}

/** A blob an entry points at. */
export interface BlobRef {
  readonly hash: Hash;
  /** Size in bytes. */
  readonly bytes: number;
}

/** Aggregates whose views are kept just as they are reduced, one a subject. */
export const aggregates = ["meeting", "minutes", "task", "agenda", "sheet"] as const;
export type Aggregate = (typeof aggregates)[number];

/**
 * All that is known of one entry type: the shape of its body, who may write it, what it does to the view
 * of its subject. Phone and server import the same definition; a new kind of record is one new file
 * and its line in `registry.ts`.
 */
export interface EntryDefinition<Type extends string = string, Body = unknown, View = unknown> {
  readonly type: Type;
  /** Which view it changes: the one directory, or the view of its subject in that aggregate. */
  readonly view: "directory" | "document" | Aggregate;
  /** Where reducing an aggregate begins: nothing was said of the subject yet. */
  readonly empty?: View;
  readonly body: v.GenericSchema<unknown, Body>;
  /** The authorisation rule: a pure function over the directory. Undefined means yes. */
  mayWrite(author: Author, entry: Entry<Type, Body>, directory: Directory): Refusal | undefined;
  /**
   * The new view of the subject. Entries of one subject may come in any order from several scopes:
   * the result must not depend on it. The directory is changed in place (it is large, and its owner
   * hands in its own copy); other views are returned anew.
   */
  reduce(view: View, entry: Entry<Type, Body>, author: Author): View;
  /** Names that only one entry may ever claim, such as a one-time offer. The server holds the register. */
  claims?(entry: Entry<Type, Body>): readonly string[];
  /** The key that this very entry brings: its author need not be in the directory yet. */
  introduces?(body: Body): PublicKey;
  /** Texts that travel with the entry, and heavy files fetched when wanted. */
  texts?(body: Body): readonly BlobRef[];
  files?(body: Body): readonly BlobRef[];
  /** It takes content off the devices, which nothing brings back: on its author's it counts once the server has taken it. */
  readonly withdraws?: true;
}

/** The aggregate that entries of this type change; undefined for the directory and for papers, which are kept apart. */
export const aggregateOf = ({ view }: Pick<EntryDefinition, "view">): Aggregate | undefined =>
  view === "directory" || view === "document" ? undefined : view;
