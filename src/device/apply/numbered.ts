import type { EntryId } from "../../domain/ids";
import type { Scope } from "../../domain/scope";
import { emptyDigest, extendDigest } from "../../protocol/digest";
import type { SignedEntry } from "../../protocol/signed-entry";

/** What a page says of one number: the entry itself, one that is here already, or one without its content. */
export type Numbered =
  | { readonly n: number; readonly is: "entry"; readonly signed: SignedEntry }
  | {
      readonly n: number;
      readonly is: "same" | "withheld";
      readonly id: EntryId;
      readonly signature: string;
    };

/** A page as it came over the line: numbers without a gap after `from`, and the digest after the last. */
export interface ReceivedPage {
  readonly scope: Scope;
  readonly from: number;
  readonly head: number;
  readonly entries: readonly Numbered[];
  readonly digest: string;
}

export const signatureOf = (one: Numbered): string =>
  one.is === "entry" ? one.signed.signature : one.signature;

/**
 * The running digest after each entry of a page that follows `digest`; undefined where the numbers have a gap or the
 * end is not what the server says: then the page is not applied.
 */
export const checkPage = async (
  page: ReceivedPage,
  cursor: { readonly n: number; readonly digest: string } = { n: 0, digest: emptyDigest },
): Promise<readonly string[] | undefined> => {
  if (page.from !== cursor.n) return undefined;
  const digests: string[] = [];
  let digest = cursor.digest;
  for (const [i, one] of page.entries.entries()) {
    if (one.n !== page.from + i + 1) return undefined;
    digest = await extendDigest(digest, signatureOf(one)).catch(() => "");
    if (!digest) return undefined;
    digests.push(digest);
  }
  return digest === page.digest ? digests : undefined;
};
