import type { OutboxRow } from "../../../src/device/store/rows";
import type { TaskId } from "../../../src/domain/ids";
import type { TaskView } from "../../../src/domain/task";
import type { Tab } from "../world/phone";
import { directoryOn, type Operation, viewsOn, words } from "./acting";
import { meetingOperations } from "./meeting-operations";
import { paperOperations } from "./paper-operations";
import { peopleOperations } from "./people-operations";
import type { Phone, World } from "./world";

const operations = {
  ...paperOperations,
  ...meetingOperations,
  ...peopleOperations,
  assign: async (world, phone, { device }) => {
    const { identity } = device.state.getState();
    const directory = directoryOn(phone);
    const people = [...(directory?.members.values() ?? [])].filter(
      ({ org, left }) => org === identity?.org && !left,
    );
    const lead = world.chance.pick(people);
    if (!lead) return "nothing";
    await (await device.tasks()).assign({ text: words(world, 4), lead: lead.id, support: [] });
  },
  progress: async (world, phone, { device }) => {
    const task = world.chance.pick(viewsOn(phone, "task").filter(({ view }) => (view as TaskView).assigned));
    if (!task) return "nothing";
    const state = world.chance.pick(["doing", "done", "waiting"] as const) ?? "doing";
    await (await device.tasks()).progress(task.id as TaskId, state, words(world, 2));
  },
  retry: async (world, phone, { device }) => {
    const refused = world.chance.pick(
      phone.browser.rows<OutboxRow>("outbox").filter(({ state }) => state === "refused"),
    );
    if (!refused) return "nothing";
    await device.outbox.retry(refused.id);
  },
  sync: (_world, _phone, { device }) => device.sync(),
  freeStorage: (_world, _phone, { device }) => device.freeStorage(),
} satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;

const everyone = {
  read: 22,
  acknowledge: 14,
  open: 4,
  search: 1,
  opinion: 4,
  progress: 8,
  checkIn: 5,
  retry: 1,
  sync: 14,
  freeStorage: 0.3,
} as const;
const secretaries = {
  ...everyone,
  publish: 4,
  call: 4,
  openDoor: 5,
  mark: 8,
  write: 14,
  close: 3,
  assign: 5,
} as const;
const photographers = { photograph: 10, takePhotoBack: 1 } as const;
const desk = {
  publish: 24,
  recall: 5,
  correct: 3,
  grant: 5,
  move: 4,
  leaves: 0.5,
  revoke: 2,
  secondPhone: 3,
  read: 5,
  sync: 12,
} as const;

/** What this person would do next. */
export const nextOperation = (world: World, phone: Phone, tab: Tab): OperationName => {
  const { identity } = tab.device.state.getState();
  const weights: Readonly<Partial<Record<OperationName, number>>> = phone.office
    ? desk
    : identity?.role === "secretary" || identity?.role === "deputy"
      ? { ...secretaries, ...(world.plan.photos && photographers) }
      : everyone;
  return world.chance.choose(weights);
};

/** Does it; what the app refuses is an outcome like any other. */
export const operate = async (world: World, phone: Phone, tab: Tab, name: OperationName): Promise<void> => {
  world.stats.operations += 1;
  world.stats.byOperation[name] = (world.stats.byOperation[name] ?? 0) + 1;
  world.transcript.say(phone.name, name);
  try {
    await (operations[name] as Operation)(world, phone, tab);
  } catch (error) {
    world.stats.refusedOperations += 1;
    world.transcript.say(
      phone.name,
      `${name}: ${error instanceof Error ? error.message.split("\n")[0] : error}`,
    );
  }
};
