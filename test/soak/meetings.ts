import { createMinutesDocument, typeInto } from "../../src/device/minutes/minutes-document";
import { minutesLines, splitLines } from "../../src/device/minutes/minutes-lines";
import { pointsOf } from "../../src/device/minutes/names";
import { type MeetingId, type MemberId, newLocalId, type TaskId } from "../../src/domain/ids";
import { checkInScopes, meetingCalled, meetingClosed } from "../../src/domain/meeting";
import { callScopes, hostScopes } from "../../src/domain/meeting-host";
import { minutesAdopted, minutesEdited } from "../../src/domain/minutes";
import { rollCall } from "../../src/domain/roll-call";
import { taskAssigned, taskProgressed, taskScopes } from "../../src/domain/task";
import { toBase64url } from "../../src/protocol/base64url";
import { codeAt } from "../../src/protocol/meeting-code";
import type { Draft } from "../../src/protocol/signed-entry";
import { systemRandom } from "../../src/server/cli/open-office";
import type { Cell, Person } from "./founding";
import { habits } from "./plan";

/** What somebody writes on his phone. */
export type Deed = readonly [author: Person, draft: Draft];

/** Chance and words of one run. */
export interface Muse {
  chance(share: number): boolean;
  /** A passage of so many letters, as somebody says it at a meeting. */
  passage(letters: number): string;
}

/** A cell's meeting of one month, in the order in which its parts are written. */
export interface CellMeeting {
  call(now: number): Deed[];
  /** Check-ins, the secretary's marks, minutes as they are typed. */
  hold(now: number): Promise<Deed[]>;
  /** The roll, minutes, resolution and tasks. */
  close(now: number): Deed[];
  /** Those who were given a task say how far it is. */
  progress(): Deed[];
}

const agenda = [
  "Điểm danh, thông qua chương trình",
  "Tình hình tư tưởng",
  "Nhiệm vụ tháng trước",
  "Nhiệm vụ tháng này",
];
const lastPoint = agenda.at(-1) ?? "";
const hours = 2;

const newTask = () => newLocalId<TaskId>(systemRandom);

export const createMeeting = ({ org, name, people }: Cell, muse: Muse): CellMeeting => {
  const [secretary] = people;
  const meeting = newLocalId<MeetingId>(systemRandom);
  const scopes = callScopes(org, "regular");
  const officers = hostScopes(org);
  const about = { subject: meeting as string };
  const here = people.filter(() => muse.chance(habits.comes));
  const presence = (one: Person) => (here.includes(one) ? "present" : "excused") as "present" | "excused";
  const minutes = createMinutesDocument();
  const tasks = Array.from({ length: habits.tasks }, (_, i) => ({
    id: newTask(),
    lead: people[(i + 1) % people.length] ?? secretary,
    text: muse.passage(160),
  }));

  /** Statements grow while they are typed; each time the phone signs, what is new becomes an entry. */
  const typed = (): Deed[] => {
    const deeds: Deed[] = [];
    let updates: string[] = [];
    minutes.doc.on("update", (update: Uint8Array) => updates.push(toBase64url(update)));
    const sign = () => {
      for (const update of updates)
        deeds.push([
          secretary,
          { type: minutesEdited.type, ...about, scopes: officers, body: { host: org, update } },
        ]);
      updates = [];
    };
    for (let i = 0; i < habits.statements; i += 1) {
      const id = `s${i}`;
      const speaker = here[i % here.length] ?? secretary;
      const said = muse.passage(600);
      minutes.doc.transact(() => {
        minutes.putStatement(id, { point: lastPoint, at: i + 1, member: speaker.member });
      });
      for (let part = 1; part <= habits.edits; part += 1) {
        typeInto(
          minutes.text("statement", id),
          said.slice(0, Math.ceil((said.length * part) / habits.edits)),
        );
        sign();
      }
    }
    minutes.doc.transact(() => {
      minutes.putHead({ resolution: true });
      typeInto(minutes.text("conclusion", lastPoint), muse.passage(500));
      for (const part of ["results", "direction"])
        typeInto(minutes.text("resolution", part), muse.passage(900));
      for (const [i, { id, lead, text }] of tasks.entries()) {
        minutes.putTask(id, { point: lastPoint, at: 100 + i, lead: lead.member, support: [] });
        typeInto(minutes.text("task", id), text);
      }
    });
    sign();
    return deeds;
  };

  return {
    call: (now) => {
      const body = {
        host: org,
        kind: "regular",
        title: `Sinh hoạt ${name}`,
        place: "Nhà văn hóa",
        startsAt: now,
        minutes: hours * 60,
        agenda,
        papers: [],
      };
      return [[secretary, { type: meetingCalled.type, ...about, scopes, body }]];
    },
    hold: async (now) => {
      const secret = toBase64url(systemRandom.bytes(16));
      const { code } = await codeAt(secret, meeting, now);
      return [
        [secretary, { type: "meeting.opened", ...about, scopes: officers, body: { host: org, secret } }],
        ...here.map(
          (one): Deed => [
            one,
            { type: "attendance.checked", ...about, scopes: checkInScopes(org, one.member), body: { code } },
          ],
        ),
        ...people
          .filter((one) => !here.includes(one))
          .map(({ member }): Deed => {
            const body = { who: "member", host: org, member, presence: "excused" };
            return [secretary, { type: "attendance.marked", ...about, scopes: officers, body }];
          }),
        ...typed(),
      ];
    },
    close: (now) => {
      const nameOf = (member: MemberId) => people.find((one) => one.member === member)?.name;
      const figures = rollCall(people.map((one) => ({ standing: "official", presence: presence(one) })));
      const lines = minutesLines({
        draft: minutes.read(),
        text: (owner, id) => minutes.text(owner, id).toString(),
        points: pointsOf(agenda),
        papers: [],
        review: [],
        score: [],
        nameOf,
        guests: [],
        figures,
      });
      const parts = splitLines(lines);
      const closing = newLocalId<MemberId>(systemRandom);
      const end = {
        host: org,
        closing,
        parts: parts.length,
        startedAt: now - hours * 3600_000,
        endedAt: now,
        chair: secretary.name,
        writer: secretary.name,
        roll: people.map((one) => ({
          member: one.member,
          name: one.name,
          standing: "official",
          presence: presence(one),
        })),
        guests: [],
        adopted: { agree: figures.voters, disagree: 0, other: 0 },
      };
      minutes.doc.destroy();
      return [
        ...parts.map(
          (lines, part): Deed => [
            secretary,
            { type: minutesAdopted.type, ...about, scopes, body: { host: org, closing, part, lines } },
          ],
        ),
        ...tasks.map(({ id, lead, text }): Deed => {
          const body = { host: org, text, lead: lead.member, support: [], meeting };
          return [
            secretary,
            { type: taskAssigned.type, subject: id, scopes: taskScopes(scopes, body), body },
          ];
        }),
        [secretary, { type: meetingClosed.type, ...about, scopes, body: end }],
      ];
    },
    progress: () =>
      tasks.map(({ id, lead }): Deed => {
        const people = taskScopes(scopes, { lead: lead.member, support: [] });
        const body = { host: org, state: "done", note: muse.passage(80) };
        return [lead, { type: taskProgressed.type, subject: id, scopes: people, body }];
      }),
  };
};
