import "fake-indexeddb/auto";
import { onTestFinished } from "vitest";
import { browserTimer } from "../../src/device/browser-ports";
import { createDevice, type RunningDevice } from "../../src/device/create-device";
import type { Watch } from "../../src/device/device";
import { createTestLock, createTestOrigin, createTestSignals } from "../../src/device/sync/test-ports";
import { keyScopes } from "../../src/domain/enrolment";
import type { EntryId, MemberId, OrgId } from "../../src/domain/ids";
import { formatEnrolmentLink } from "../../src/protocol/enrolment-link";
import { createSigner, exportPrivateKey, generateKeyPair, type Signer } from "../../src/protocol/keys";
import type { TestOffice } from "./office";

export const machineOrigin = "https://so.example.vn";
let databases = 0;

/** A machine of its own before the real server, in process; `line.up = false` cuts it off. */
export const newMachine = (office: TestOffice) => {
  const line = { up: true };
  /** How wrong this machine's clock goes, in milliseconds. */
  const error = { ms: 0 };
  databases += 1;
  /** Moments differ, as they do outside. */
  const ticking = {
    now: () => {
      office.clock.advance(5);
      return office.clock.now() + error.ms;
    },
  };
  const device = createDevice({
    server: machineOrigin,
    transport: async (request) => {
      if (!line.up) throw new TypeError("no network");
      return office.app.fetch(request, { address: "10.0.0.9" });
    },
    clock: ticking,
    random: office.commune.random,
    lock: createTestLock(),
    timer: { after: (ms, task) => (ms < 50 ? browserTimer.after(ms, task) : () => undefined) },
    signals: createTestSignals(),
    origin: createTestOrigin(),
    database: `machine-${databases}`,
  });
  onTestFinished(() => device.close());
  return { device, line, error };
};

export const now = <T>(watch: Watch<T>, until: (value: T) => boolean = () => true): Promise<T> =>
  new Promise((resolve) => {
    const stop = watch.subscribe((value) => {
      if (!until(value)) return;
      resolve(value);
      queueMicrotask(() => stop());
    });
  });

/** Brings a machine in by a link that `by` signs, as the office's sheet would. */
export const enrolByLink = async (
  office: TestOffice,
  device: RunningDevice,
  by: Signer,
  member: MemberId,
  org: OrgId,
  role: "office" | "secretary" | "member",
) => {
  const pair = await generateKeyPair(true);
  const offer = await office.commune.sign(by, {
    type: "enrolment.offered",
    scopes: keyScopes(org, role === "office"),
    subject: member,
    body: {
      member,
      org,
      role,
      ...(role === "office" && { title: "Văn phòng Đảng ủy" }),
      key: (await createSigner(pair)).key,
      expires: office.clock.now() + 24 * 3600_000,
    },
  });
  await office.log.accept([offer]);
  const key = await exportPrivateKey(pair);
  const link = formatEnrolmentLink(machineOrigin, {
    offer: offer.entry.id as EntryId,
    root: office.commune.root.id,
    key,
  });
  const enrolled = await device.enrol(link);
  if (!enrolled.ok) throw new Error(enrolled.error);
  await device.sync();
};
