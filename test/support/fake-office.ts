import type { Device, DocumentDetail, Watch } from "../../src/device/device";
import { type DeviceKey, type Directory, emptyDirectory, membersOf } from "../../src/domain/directory";
import { audienceOrgs } from "../../src/domain/document";
import type { EntryId, Hash, KeyId, OrgId } from "../../src/domain/ids";
import { createSeededRandom } from "../../src/domain/random";
import { err, ok } from "../../src/domain/result";
import type { Draft } from "../../src/protocol/signed-entry";
import { sampleCommune } from "../../src/server/sample/sample-commune";
import { createFakeDevice, type FakeOptions } from "./fake-device";
import { fakeLibrary, goneRows } from "./fake-papers";

const sample = sampleCommune(7);
const key = (n: number) => `${n}`.padStart(43, "k") as KeyId;
const coordinate = "A".repeat(43);

/** The sample commune's directory with a machine for every second member, built without signatures. */
export const fakeDirectory = (): Directory => {
  const directory = emptyDirectory();
  directory.commune = {
    id: "0commune0001",
    name: sample.name,
    root: key(0),
    key: { x: coordinate, y: coordinate },
  };
  for (const org of sample.orgs) directory.orgs.set(org.id, org);
  sample.members.forEach(({ role, ...member }, i) => {
    directory.members.set(member.id, member);
    if (role) directory.roles.set(member.id, role);
    if (i % 2) return;
    const device: DeviceKey = {
      id: key(i + 1),
      key: { x: coordinate, y: coordinate },
      member: member.id,
      offer: `offer-${i}` as EntryId,
      office: i === 0,
      ...(i === 0 && { title: "Văn phòng Đảng ủy" }),
      enrolledAt: Date.UTC(2026, 9, 1 + (i % 40)),
    };
    directory.keys.set(device.id, device);
    if (i % 200 === 8) directory.revoked.set(device.id, Date.UTC(2026, 10, 20));
  });
  return directory;
};

export interface FakeOfficeOptions extends FakeOptions {
  /** Who sits there: the clerk by default, or the secretary of the first village cell. */
  readonly as?: "clerk" | "secretary";
  /** The line is down: uploads and numbers fail, what is written waits. */
  readonly offline?: boolean;
  /** The server refuses whatever is written. */
  readonly refuses?: "personnel-work" | "not-allowed";
}

/** A desk with the sample commune behind it. `written` and `uploaded` are what left the page. */
export const createFakeOffice = (options: FakeOfficeOptions = {}) => {
  const directory = fakeDirectory();
  const { as = "clerk", offline = false } = options;
  const cells = [...directory.orgs.values()].filter((org) => org.kind === "cell");
  const org = (as === "clerk" ? cells[0] : cells.find((cell) => cell.setting === "village")) ?? cells[0];
  const person = org && membersOf(directory, org.id)[0];
  if (!org || !person) throw new Error("the sample has cells and members");
  const papers = options.papers ?? fakeLibrary();
  const fake = createFakeDevice({
    gone: goneRows,
    ...options,
    papers,
    state: {
      identity: {
        key: key(1),
        member: person.id,
        name: person.name,
        org: org.id,
        orgName: org.name,
        communeName: sample.name,
        role: directory.roles.get(person.id) ?? "member",
        office: as === "clerk",
      },
      sync: { running: false, at: Date.UTC(2026, 10, 24, 0, 32) },
      ...options.state,
    },
  });
  const written: Draft[] = [];
  const uploaded: Blob[] = [];
  const waiting: { id: EntryId; draft: Draft }[] = [];
  /** Those who watch what waits. */
  const told = new Set<() => void>();
  const steady = <T>(read: () => T): Watch<T> => ({
    subscribe: (listener) => {
      listener(read());
      return () => undefined;
    },
  });

  const counts = (detail: DocumentDetail, only?: OrgId) => {
    const random = createSeededRandom([...detail.id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0));
    const audience = new Set(audienceOrgs(detail.scopes) ?? cells.map((cell) => cell.id));
    return cells
      .filter((cell) => audience.has(cell.id) && (!only || cell.id === only))
      .map((cell) => {
        const own = membersOf(directory, cell.id);
        const onPhone = own.length - Math.max(0, Math.floor(random.next() * 12) - 7);
        const read = Math.floor(onPhone * (0.5 + random.next() / 2));
        return {
          org: cell.id,
          members: own.length,
          onPhone,
          read,
          acknowledged: Math.floor(read / 2),
          ...(only && { missing: own.slice(onPhone).map((member) => member.id) }),
        };
      });
  };
  const own = as === "secretary" ? org.id : undefined;
  const sum = (parts: ReturnType<typeof counts>) =>
    parts.reduce(
      (all, part) => ({
        members: all.members + part.members,
        onPhone: all.onPhone + part.onPhone,
        read: all.read + part.read,
        acknowledged: all.acknowledged + part.acknowledged,
      }),
      { members: 0, onPhone: 0, read: 0, acknowledged: 0 },
    );
  const answer = (path: string): unknown => {
    const details = papers.map((paper) => paper.detail);
    const asked = details.find((detail) => path === `/coverage/${detail.id}`);
    return asked
      ? { document: asked.id, cells: counts(asked, own) }
      : { documents: details.map((detail) => ({ document: detail.id, ...sum(counts(detail, own)) })) };
  };

  const device: Device = {
    ...fake.device,
    directory: () => steady(() => directory),
    files: {
      ...fake.device.files,
      upload: async (data, onProgress) => {
        if (offline) return err("unreachable");
        uploaded.push(data);
        onProgress?.(data.size);
        return ok(`${uploaded.length}`.padStart(43, "h") as Hash);
      },
    },
    outbox: {
      ...fake.device.outbox,
      items: () => ({
        subscribe: (listener) => {
          const tell = () =>
            listener(
              waiting.map(({ id, draft }) => ({
                id,
                type: draft.type,
                subject: draft.subject,
                at: 0,
                ...(options.refuses
                  ? { state: "refused" as const, code: options.refuses }
                  : { state: "waiting" as const }),
              })),
            );
          tell();
          told.add(tell);
          return () => told.delete(tell);
        },
      }),
    },
    write: async (drafts) => {
      written.push(...drafts);
      const made = drafts.map((draft) => ({
        id: `01890a5d-ac96-774b-bcce-${written.length.toString(16).padStart(12, "0")}` as EntryId,
        draft,
      }));
      if (offline || options.refuses) waiting.push(...made);
      for (const tell of told) tell();
      return made.map(({ id }) => id);
    },
    sync: async () => {
      if (offline) fake.device.state.setState({ sync: { running: false, problem: "unreachable" } });
    },
    request: async (_method, path) => (offline ? err("unreachable") : ok(Response.json(answer(path)))),
  };
  return { ...fake, device, directory, written, uploaded };
};
