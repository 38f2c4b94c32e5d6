import { systemClock } from "../../src/domain/clock";
import { receiptScopes } from "../../src/domain/document";
import { type DocumentId, type MemberId, newLocalId, type OrgId } from "../../src/domain/ids";
import { createAssertion } from "../../src/protocol/assertion";
import type { Signer } from "../../src/protocol/keys";
import { type SignedEntry, signEntry } from "../../src/protocol/signed-entry";
import { parseSyncLine, type Verdict } from "../../src/protocol/sync-line";
import { type Cursor, formatSyncRequest } from "../../src/protocol/sync-request";
import { protocolVersion } from "../../src/protocol/version";
import { systemRandom } from "../../src/server/cli/open-office";

/** Who speaks: a key and what it holds so far. */
export interface WirePhone {
  readonly signer: Signer;
  readonly member: MemberId;
  readonly org: OrgId;
  readonly cursors?: Readonly<Record<string, Cursor>>;
}

/** One signed request, as a phone sends it; rejects where the line breaks before an answer begins. */
export const askAs = async (
  origin: string,
  signer: Signer,
  path: string,
  body: string,
  init: RequestInit = {},
): Promise<Response> => {
  const method = init.method ?? "POST";
  const authorization = await createAssertion(signer, { method, path }, systemClock);
  const headers = { Authorization: authorization, "Accept-Encoding": "identity" };
  return fetch(origin + path, {
    method,
    body,
    ...init,
    headers: { ...headers, ...(init.headers as object) },
  });
};

/** The whole lines of an answer, as far as they came. */
export const linesOf = async (answer: Response): Promise<string[]> => {
  const lines: string[] = [];
  let rest = "";
  const decoder = new TextDecoder();
  try {
    for await (const piece of answer.body ?? []) {
      const parts = (rest + decoder.decode(piece, { stream: true })).split("\n");
      rest = parts.pop() ?? "";
      lines.push(...parts);
    }
  } catch {
    // Cut off: what came whole counts, as it does on a phone.
  }
  return lines;
};

/** The lines of one exchange; none where the server refused or was not there. */
export const linesAs = async (
  origin: string,
  signer: Signer,
  path: string,
  body: string,
): Promise<readonly string[]> => {
  const answer = await askAs(origin, signer, path, body).catch(() => undefined);
  return answer?.ok ? linesOf(answer) : [];
};

export type Written = Awaited<ReturnType<typeof signEntry>>;

/** So many "đã đọc" of papers that nobody issued: the smallest entries that a member may write. */
export const receiptsOf = ({ signer, org, member }: WirePhone, count: number): Promise<readonly Written[]> =>
  Promise.all(
    Array.from({ length: count }, () =>
      signEntry(
        signer,
        {
          type: "document.read",
          scopes: receiptScopes(org, member),
          subject: newLocalId<DocumentId>(systemRandom),
          body: {},
        },
        systemClock,
        systemRandom,
      ),
    ),
  );

/** The body of a sync that pushes these, and pulls after the phone's cursors. */
export const syncBody = (
  push: readonly SignedEntry[],
  cursors: WirePhone["cursors"] = {},
  epoch: string | null = null,
): string =>
  formatSyncRequest({ hello: { v: protocolVersion, epoch, cursors, want: [], texts: false }, push });

export const verdictsIn = (lines: readonly string[]): Verdict[] =>
  lines.flatMap((text) => {
    const line = parseSyncLine(text);
    return line?.tag === "verdict" ? [line.verdict] : [];
  });
