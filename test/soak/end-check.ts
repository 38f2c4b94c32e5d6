import { cellScope, committeeScope, type Scope } from "../../src/domain/scope";
import { emptyDigest } from "../../src/protocol/digest";
import type { Signer } from "../../src/protocol/keys";
import type { Commune } from "./founding";
import type { Ledger } from "./ledger";
import type { LightPhone } from "./light-phone";
import type { Line } from "./line";
import type { Held } from "./whole-phones";

/** The server's own list of a scope. */
interface Listed {
  readonly ids: ReadonlyMap<string, string>;
  readonly head: number;
  readonly digest: string;
}

/** A scope as the server lists it, number by number, with the digest that its signatures make. */
const readScope = async (line: Line, signer: Signer, scope: Scope, ledger: Ledger): Promise<Listed> => {
  const { body } = await line.ask(signer, "/ids", {
    body: JSON.stringify({ scope }),
    headers: { "content-type": "application/json" },
  });
  const ids = new Map<string, string>();
  let digest = emptyDigest;
  let head = 0;
  for (const text of body.toString().split("\n").slice(0, -1)) {
    const [n, id = "", signature = ""] = text.split(" ");
    head += 1;
    if (Number(n) !== head) ledger.fault(`${scope} has ${n} in place of ${head}`);
    if (ids.has(id)) ledger.fault(`${scope} has ${id} twice`);
    ids.set(id, signature);
    digest = await ledger.extend(digest, signature);
  }
  return { ids, head, digest };
};

/** Every scope but those of single members, with a phone that may read it. An entry in none of these would be seen by nobody else. */
const readersOf = ({ cells, desk }: Commune): ReadonlyMap<Scope, LightPhone> =>
  new Map<Scope, LightPhone>([
    ["commune", desk],
    ["office", desk],
    ...cells.flatMap(({ org, people: [secretary] }): [Scope, LightPhone][] => [
      [cellScope(org), secretary.phone],
      [committeeScope(org), secretary.phone],
    ]),
  ]);

export interface EndCheck {
  /** Different entries in the server's lists. */
  readonly listed: number;
  readonly acknowledged: number;
}

/** The server's log against the ledger: all that was acknowledged is there as it was signed, and nothing else. */
export const checkLog = (ledger: Ledger, listed: ReadonlyMap<string, string>): EndCheck => {
  for (const id of ledger.acknowledged)
    if (listed.get(id) !== ledger.written.get(id)?.signature)
      ledger.fault(`the acknowledged entry ${id} is ${listed.has(id) ? "another one" : "missing"}`);
  for (const id of listed.keys())
    if (!ledger.acknowledged.has(id as never)) ledger.fault(`nobody heard that ${id} was kept`);
  return { listed: listed.size, acknowledged: ledger.acknowledged.size };
};

/** Every copy of a scope, on light phones and whole ones, against the digest of the server's list. */
export const checkCopies = (
  ledger: Ledger,
  server: ReadonlyMap<Scope, Pick<Listed, "head" | "digest">>,
  phones: readonly LightPhone[],
  held: readonly Held[],
) => {
  const copies = new Map(server);
  const compare = (who: string, scope: Scope, n: number, digest: string) => {
    // A member's own scope is listed for nobody else: his two phones are compared with one another.
    const known = copies.get(scope);
    if (!known) copies.set(scope, { head: n, digest });
    else if (known.head !== n || known.digest !== digest)
      ledger.fault(
        `${who} holds ${n} of ${known.head} in ${scope}, ${digest === known.digest ? "the same" : "another"} digest`,
      );
  };
  for (const phone of phones)
    for (const [scope, cursor] of Object.entries(phone.cursors))
      if (cursor) compare(`a phone of ${phone.member}`, scope as Scope, cursor.n, cursor.digest);
  for (const { phone, scope, n, digest, entries } of held) {
    compare(`the whole ${phone}`, scope, n, digest);
    if (entries !== n) ledger.fault(`the whole ${phone} numbers ${n} in ${scope} and stores ${entries}`);
  }
};

/** Reads the server's whole log, scope by scope, and compares it with the ledger and with every phone. */
export const checkEnd = async (
  commune: Commune,
  line: Line,
  ledger: Ledger,
  held: readonly Held[],
): Promise<EndCheck> => {
  const listed = new Map<string, string>();
  const server = new Map<Scope, Pick<Listed, "head" | "digest">>();
  for (const [scope, phone] of readersOf(commune)) {
    const { ids, head, digest } = await readScope(line, phone.signer, scope, ledger);
    ledger.forgetLinks();
    server.set(scope, { head, digest });
    for (const [id, signature] of ids) listed.set(id, signature);
  }
  checkCopies(ledger, server, [commune.desk, ...commune.phones], held);
  return checkLog(ledger, listed);
};
