import type { Entry } from "../../../src/domain/entry";
import type { Cell } from "../world/rows";
import type { EntryRecord } from "../world/tables";

/*
 * Who may read what, reckoned from the log by other means than the product's: the simulator's own word on invariant 6.
 */

interface Fact {
  readonly at: number;
  /** The cell from then on; undefined: left. */
  readonly org?: string | undefined;
  readonly role?: { readonly of: string; readonly is: string | null };
}

export interface Grants {
  /** Takes in what was accepted since; `step` is called after each fact, since what holds between two of them holds too. */
  read(log: readonly Cell<EntryRecord>[], life: number, step?: () => void): void;
  /** Scopes that the key's phone reads; undefined for a key that is unknown or revoked at that moment. */
  of(key: string, now: number): ReadonlySet<string> | undefined;
  memberOf(key: string): string | undefined;
  readonly revoked: ReadonlyMap<string, number>;
  readonly keys: ReadonlyMap<string, { readonly member: string; readonly office: boolean }>;
  place(member: string): { readonly org?: string; readonly role?: string };
}

export const createGrants = (): Grants => {
  let facts = new Map<string, Fact[]>();
  let offers = new Map<string, { readonly member: string; readonly office: boolean }>();
  /** The offer of each key. */
  const enrolments = new Map<string, string>();
  const keys = new Map<string, { readonly member: string; readonly office: boolean }>();
  const revoked = new Map<string, number>();
  let taken = new WeakSet<Cell<EntryRecord>>();
  let from = 0;
  let ofLife = -1;

  const take = ({ id, type, subject, at, by, body }: Entry<string, Record<string, never>>) => {
    const add = (fact: Fact) => facts.set(subject, [...(facts.get(subject) ?? []), fact]);
    const text = body as Record<string, string>;
    // The office vouches for phones that go along, also to a log that lost their enrolment with an old backup.
    for (const { id: key } of (body.devices ?? []) as { readonly id: string }[])
      if (!keys.has(key)) keys.set(key, { member: subject, office: false });
    switch (type) {
      case "member.listed":
        return add({ at, org: text.org });
      case "member.moved":
        return add({ at, org: text.to });
      case "member.left":
        return add({ at, org: undefined });
      case "role.granted":
        return add({ at, role: { of: text.org ?? "", is: text.role ?? null } });
      case "enrolment.offered":
        return offers.set(id, { member: subject, office: text.role === "office" });
      case "device.enrolled":
        return enrolments.set(by, text.offer ?? "");
      case "device.revoked":
        return revoked.set(
          subject,
          Math.min(Number(body.since), revoked.get(subject) ?? Number.POSITIVE_INFINITY),
        );
    }
  };

  const place = (member: string): { readonly org?: string; readonly role?: string } => {
    const all = [...(facts.get(member) ?? [])].sort((a, b) => a.at - b.at);
    const cells = all.filter((fact) => !fact.role);
    const org = cells.at(-1)?.org;
    if (!org) return {};
    let since = cells.length - 1;
    while (since > 0 && cells[since - 1]?.org === org) since -= 1;
    const from = cells[since]?.at ?? 0;
    const role = all.filter((fact) => fact.role?.of === org && fact.at >= from).at(-1)?.role?.is;
    return { org, ...(role && { role }) };
  };

  return {
    revoked,
    keys,
    place,
    memberOf: (key) => keys.get(key)?.member,
    read: (log, life, step) => {
      if (life !== ofLife) {
        ofLife = life;
        taken = new WeakSet();
        from = 0;
        facts = new Map();
        offers = new Map();
        enrolments.clear();
        keys.clear();
        revoked.clear();
      }
      // One that was taken back moves the others up by one.
      for (let i = Math.max(0, from - 20); i < log.length; i += 1) {
        const cell = log[i] as Cell<EntryRecord>;
        const entry = cell.committed;
        if (!entry || taken.has(cell)) continue;
        taken.add(cell);
        if (!/^(?:member|role|enrolment|device)\./.test(entry.type)) continue;
        take(JSON.parse(entry.payload));
        step?.();
      }
      // A log that was set up again holds what came back in whatever order it came.
      for (const [key, id] of enrolments) {
        const offer = offers.get(id);
        if (offer) keys.set(key, offer);
      }
      from = log.length;
      while (from > 0 && !taken.has(log[from - 1] as Cell<EntryRecord>)) from -= 1;
    },
    of: (key, now) => {
      const device = keys.get(key);
      if (!device || (revoked.get(key) ?? Number.POSITIVE_INFINITY) <= now) return undefined;
      const { org, role } = place(device.member);
      return new Set([
        "commune",
        `member:${device.member}`,
        ...(device.office ? ["office"] : []),
        ...(org ? [`cell:${org}`] : []),
        ...(org && role ? [`committee:${org}`] : []),
      ]);
    },
  };
};
