import "fake-indexeddb/auto";
import { onTestFinished } from "vitest";
import { browserTimer } from "../../src/device/browser-ports";
import { createDevice, type RunningDevice } from "../../src/device/create-device";
import type { Watch } from "../../src/device/device";
import type { MeetingDraft } from "../../src/device/meetings/meetings";
import { createTestLock, createTestOrigin, createTestSignals } from "../../src/device/sync/test-ports";
import { keyScopes } from "../../src/domain/enrolment";
import type { EntryId, MemberId, OrgId } from "../../src/domain/ids";
import { formatEnrolmentLink } from "../../src/protocol/enrolment-link";
import { createSigner, exportPrivateKey, generateKeyPair, type Signer } from "../../src/protocol/keys";
import { asTaken } from "./as-taken";
import type { TestOffice } from "./office";

export const machineOrigin = "https://so.example.vn";
let databases = 0;

const freshName = () => {
  databases += 1;
  return `machine-${databases}`;
};

/** An office and the way to it. */
type Reached = Pick<TestOffice, "commune" | "clock"> & {
  readonly app: {
    fetch(request: Request, env: { readonly address: string }): Response | Promise<Response>;
  };
};

/**
 * A machine of its own before the real server, in process; `line.up = false` cuts it off. With the `database` of another it is
 * that machine, started again.
 */
export const newMachine = (office: Reached, database = freshName()) => {
  const line: {
    up: boolean;
    /** What happens to this request: it is not heard, or its answer is lost. */
    breaks?: ((request: Request) => "before" | "after" | undefined) | undefined;
    /** Method and path of every request that was made. */
    readonly asked: string[];
  } = { up: true, asked: [] };
  /** How wrong this machine's clock goes, in milliseconds. */
  const error = { ms: 0 };
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
      line.asked.push(`${request.method} ${new URL(request.url).pathname}`);
      const broken = line.breaks?.(request);
      if (broken === "before") throw new TypeError("the line broke");
      const answer = await office.app.fetch(request, { address: "10.0.0.9" });
      if (broken === "after") throw new TypeError("the line broke");
      return answer;
    },
    clock: ticking,
    random: office.commune.random,
    lock: createTestLock(),
    timer: { after: (ms, task) => (ms < 50 ? browserTimer.after(ms, task) : () => undefined) },
    signals: createTestSignals(),
    origin: createTestOrigin(),
    shrink: asTaken,
    database,
  });
  onTestFinished(() => device.close());
  return { device, line, error, database };
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
  return enrolled.value;
};

/** A machine of a member, enrolled and synced once. */
export const openMachine = async (
  office: TestOffice,
  member: MemberId,
  org: OrgId,
  role: "office" | "secretary" | "member" = "member",
) => {
  const machine = newMachine(office);
  const by = role === "office" ? office.commune.root : office.commune.office.signer;
  await enrolByLink(office, machine.device, by, member, org, role);
  return { ...machine, member };
};

/** A machine of a member that goes to meetings. */
export const openMeetingMachine = async (...args: Parameters<typeof openMachine>) => {
  const machine = await openMachine(...args);
  return { ...machine, meetings: await machine.device.meetings() };
};

/** A regular meeting of a cell, as its secretary fills in the form. */
export const regularMeeting = (
  startsAt: number,
  agenda: readonly string[] = ["Điểm danh", "Thảo luận"],
): MeetingDraft => ({
  kind: "regular",
  title: "Sinh hoạt chi bộ thường kỳ tháng 12/2026",
  place: "Nhà văn hóa thôn Đông",
  startsAt,
  minutes: 90,
  agenda: [...agenda],
  papers: [],
});
