import "fake-indexeddb/auto";
import { onTestFinished } from "vitest";
import { browserTimer } from "../../src/device/browser-ports";
import { createDevice, type DeviceDeps, type RunningDevice } from "../../src/device/create-device";
import { createDatabase } from "../../src/device/store/database";
import { putMeta } from "../../src/device/store/meta";
import type { Transport } from "../../src/device/sync/ports";
import { createTestLock, createTestOrigin, createTestSignals } from "../../src/device/sync/test-ports";
import type { Clock } from "../../src/domain/clock";
import type { EntryId, MemberId, OrgId } from "../../src/domain/ids";
import { createSeededRandom } from "../../src/domain/random";
import { cellScope, type Scope } from "../../src/domain/scope";
import { formatEnrolmentLink } from "../../src/protocol/enrolment-link";
import { createSigner, exportPrivateKey, generateKeyPair, type Signer } from "../../src/protocol/keys";
import { formatSigned } from "../../src/protocol/sync-request";
import type { Signed, TestCommune } from "./commune";

export const testServer = "https://so.example.vn";

let databases = 0;
let phones = 0;
export const freshDatabase = (): string => {
  databases += 1;
  return `phone-${process.pid}-${databases}`;
};

export interface PhoneOptions extends Partial<DeviceDeps> {
  readonly transport: Transport;
  readonly clock: Clock;
}

/** A phone with a database of its own unless told otherwise, closed when the test ends. */
export const startPhone = (options: PhoneOptions): RunningDevice => {
  phones += 1;
  const device = createDevice({
    server: testServer,
    random: createSeededRandom(phones),
    lock: createTestLock(),
    timer: browserTimer,
    signals: createTestSignals(),
    origin: createTestOrigin(),
    database: options.database ?? freshDatabase(),
    ...options,
  });
  onTestFinished(() => device.close());
  return device;
};

/** An offer of the office and the link that leads to it. */
export const offerLink = async (
  commune: TestCommune,
  { member, org }: { readonly member: MemberId; readonly org: OrgId },
  role: "office" | "member" | "secretary" = "member",
): Promise<{ readonly signed: Signed; readonly link: string }> => {
  const pair = await generateKeyPair(true);
  const oneTime = await createSigner(pair);
  const scopes: readonly Scope[] =
    role === "office" ? ["commune", cellScope(org), "office"] : [cellScope(org), "office"];
  const signed = await commune.sign(role === "office" ? commune.root : commune.office.signer, {
    type: "enrolment.offered",
    scopes,
    subject: member,
    body: {
      member,
      org,
      role,
      ...(role === "office" && { title: "Văn phòng Đảng ủy" }),
      key: oneTime.key,
      expires: commune.clock.now() + 6 * 24 * 3600_000,
    },
  });
  const link = formatEnrolmentLink(testServer, {
    offer: signed.entry.id as EntryId,
    root: commune.root.id,
    key: await exportPrivateKey(pair),
  });
  return { signed, link };
};

/** The database of a phone that is enrolled already, and the entries that say so. */
export const enrolledDatabase = async (
  commune: TestCommune,
  { member, org }: { readonly member: MemberId; readonly org: OrgId },
): Promise<{ readonly database: string; readonly signer: Signer; readonly entries: readonly Signed[] }> => {
  const pair = await generateKeyPair(false);
  const signer = await createSigner(pair);
  const offered = await commune.offer(commune.office.signer, member, org, "member");
  const { signed: enrolment } = await commune.takeUp(offered, signer);
  const database = freshDatabase();
  const db = createDatabase(database, "relaxed");
  await db.keys.put({ name: "device", pair });
  await putMeta(db, "self", {
    key: signer.id,
    root: commune.root.id,
    member,
    enrolment: formatSigned(enrolment),
  });
  db.close();
  return { database, signer, entries: [offered.signed, enrolment] };
};

/** The next value of a watch. */
export const next = <T>(watch: { subscribe(listener: (value: T) => void): () => void }): Promise<T> =>
  new Promise((resolve) => {
    const stop = watch.subscribe((value) => {
      resolve(value);
      queueMicrotask(() => stop());
    });
  });
