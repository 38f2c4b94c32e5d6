import {
  type ByName,
  type Guest,
  type Mark,
  type MeetingCall,
  type MeetingNote,
  type MeetingView,
  meetingNotes,
} from "./meeting";
import { bySaid } from "./meeting-host";
import type { Scope } from "./scope";

/** The meeting as its host last called it. */
export interface Meeting extends MeetingCall {
  readonly scopes: readonly Scope[];
  /** Why it does not take place. */
  readonly cancelled?: string;
}

/** Undefined where nobody called it, as far as this device knows. */
export const meetingOf = ({ called, changes, cancels }: MeetingView): Meeting | undefined => {
  if (!called) return undefined;
  const { host, scopes, kind } = called;
  const { title, place, startsAt, minutes, agenda, papers } = changes[host] ?? called;
  const cancelled = cancels[host]?.reason;
  // Host and kind stay: they decide who was called.
  return {
    host,
    kind,
    scopes,
    title,
    place,
    startsAt,
    minutes,
    agenda,
    papers,
    ...(cancelled && { cancelled }),
  };
};

/** The host's secrets, the earliest first: the first makes the codes that are shown, each is accepted. */
export const secretsOf = ({ called, secrets }: MeetingView): readonly string[] =>
  secrets.filter(({ host }) => host === called?.host).map(({ secret }) => secret);

/** The host's marks by member. */
export const marksOf = ({ called, marks }: MeetingView): ByName<Mark> => (called && marks[called.host]) ?? {};

/** Guests put down and not taken back, in the order of their coming. */
export const guestsOf = ({ called, guests }: MeetingView): readonly (Guest & { readonly guest: string })[] =>
  Object.entries((called && guests[called.host]) ?? {})
    .map(([guest, one]) => ({ ...one, guest }))
    .filter(({ name }) => name !== "")
    .sort((a, b) => (a.cameAt ?? a.at) - (b.cameAt ?? b.at) || bySaid(a, b));

/** When each duty around it was done, milliseconds; absent where it was not, or the tick was taken back. */
export type Notes = { readonly [note in MeetingNote]?: number };

/** The host's own ticks. */
export const notesOf = ({ called, notes }: MeetingView): Notes => {
  const own = (called && notes[called.host]) ?? {};
  return Object.fromEntries(
    meetingNotes.flatMap((note) => {
      const on = own[note]?.on;
      return on === undefined ? [] : [[note, on]];
    }),
  );
};

/** When it ends as planned, milliseconds. */
export const endOf = ({ startsAt, minutes }: Pick<MeetingCall, "startsAt" | "minutes">): number =>
  startsAt + minutes * 60_000;
