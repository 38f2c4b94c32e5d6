import type { OutboxRow } from "../../../src/device/store/rows";
import type { SignedEntry } from "../../../src/protocol/signed-entry";
import { parseSyncRequest } from "../../../src/protocol/sync-request";
import type { Listener } from "../check/listener";
import type { Chance } from "../world/chance";
import { later } from "../world/loop";
import { alterAnswer, alterPush } from "../world/middleman";
import { type LineEnds, type LineFault, lineFaults, type Question } from "../world/network";
import type { Phone, World } from "./world";

/** A bit turns over in what waits in this phone's outbox. */
export const turnBit = (world: World, phone: Phone): void => {
  const row = world.chance.pick(
    phone.browser
      .rows<OutboxRow>("outbox")
      .filter(({ state }) => state === "waiting" || state === "undecided"),
  );
  if (!row) return;
  world.transcript.say(phone.name, "a bit turns over in an entry of its outbox");
  Object.assign(row, { payload: row.payload.replace('"body":{', '"body":{ ') });
};

/** What happens between this phone and the office: the plan's faults, and the ears of the judge. */
export const lineOf = (world: World, phone: Phone, chance: Chance): LineEnds => {
  const slow = chance.between(5, 400);
  return {
    ask: async (question: Question, fault?: LineFault) => {
      const answered = world.listener.answering(question);
      for (const { payload } of pushOf(question)) letConcernedLook(world, payload, chance);
      const sent = fault === "altered" ? pushThroughHands(question, chance) : outdatedOr(phone, question);
      const answer = await world.server.ask(sent).finally(answered);
      if (!phone.decays || pushOf(question).length === 0) return answer;
      // It was taken, nobody hears so, and what lies in the outbox is no longer what was sent.
      phone.decays = false;
      phone.interruptions += 1;
      turnBit(world, phone);
      throw new TypeError("no line");
    },
    alter: (text) => alterAnswer(text, phone.overheard, chance),
    up: () => phone.up,
    lose: () => {
      if (!world.stormy) return;
      world.loseLine([phone], chance.between(1_000, 900_000));
      world.afterVerdicts?.();
      world.afterVerdicts = undefined;
    },
    delay: () => slow * (0.5 + chance.real()),
    fault: (question: Question): LineFault | undefined => {
      if (world.afterVerdicts && pushOf(question).length > 0) return "after-verdicts";
      if (!world.stormy) return undefined;
      const carries = pagesAndEntries.has(question.path);
      if (phone.watched && carries && chance.yes(0.7)) return "altered";
      if (!chance.yes(phone.line.faults)) return undefined;
      const fault = lineFaults[chance.below(lineFaults.length)];
      if (fault === "damaged" && question.path !== "/sync") return undefined;
      return fault === "altered" && !carries ? undefined : fault;
    },
    asked: (question: Question, fault: LineFault | undefined) => {
      if (fault) {
        phone.interruptions += 1;
        if (phone.up) world.fault(fault);
      }
      world.transcript.say(phone.name, `→ server ${describe(question)}${fault ? `  [${fault}]` : ""}`);
      world.listener.asked(phone, question);
    },
    heard: (question: Question, heard: Parameters<Listener["heard"]>[2]) => {
      world.transcript.say(
        phone.name,
        `← ${heard.status} ${heard.path} ${heard.text.length} characters${heard.whole ? "" : ", broken off"}`,
      );
      world.listener.heard(phone, question, heard);
    },
  };
};

/** Whoever is moved, loses a role or a phone often asks the office just while it writes that down. */
const letConcernedLook = (world: World, payload: string, chance: Chance) => {
  const [, type, subject] = /"type":"([a-z.]+)".*?"subject":"([^"]+)"/.exec(payload) ?? [];
  // Where nobody writes it down, they would only make each other ask again and again.
  if (!world.stormy || !world.server.running()) return;
  if (!/^(?:member\.(?:moved|left)|role|device\.revoked)/.test(type ?? "")) return;
  for (const phone of world.phones) {
    if ((phone.member !== subject && phone.key !== subject) || chance.yes(0.4)) continue;
    for (const ms of [chance.between(0, 60), chance.between(60, 1_000)])
      later(ms, () => void phone.tabs[0]?.device.sync());
  }
};

const pagesAndEntries: ReadonlySet<string> = new Set(["/sync", "/entries"]);

/** What is pushed may be rewritten, or only what is answered. */
const pushThroughHands = (question: Question, chance: Chance): Question =>
  question.path === "/sync" && question.body && chance.yes(0.5)
    ? {
        ...question,
        body: new Uint8Array(Buffer.from(alterPush(Buffer.from(question.body).toString(), chance))),
      }
    : question;

/** An app of a version that is no longer served says so in its first line. */
const outdatedOr = (phone: Phone, question: Question) => {
  if (!phone.outdated || question.path !== "/sync" || !question.body) return question;
  const text = Buffer.from(question.body).toString();
  return { ...question, body: new Uint8Array(Buffer.from(text.replace(/^\{"v":\d+/, '{"v":0'))) };
};

const describe = (question: Question): string => {
  const { method, path } = question;
  if (path !== "/sync") return `${method} ${path.slice(0, 24)}`;
  const push = pushOf(question);
  return push.length > 0 ? `push ${push.length}` : "pull";
};

const pushOf = ({ path, body }: Question): readonly SignedEntry[] => {
  const parsed = path === "/sync" && body ? parseSyncRequest(Buffer.from(body).toString()) : undefined;
  return parsed?.ok ? parsed.value.push : [];
};
