import type { YearRow } from "../../domain/attendance-year";
import type { DocumentId, MeetingId, MemberId, OrgId } from "../../domain/ids";
import type { Closing, MeetingCall, MeetingNote, SaidStanding } from "../../domain/meeting";
import type { Host, MeetingKind } from "../../domain/meeting-host";
import type { RollRow } from "../../domain/meeting-roll";
import type { ScoreItem } from "../../domain/meeting-score";
import type { Notes } from "../../domain/meeting-view";
import type { MinutesLine } from "../../domain/minutes";
import type { AdoptedMinutes } from "../../domain/minutes-view";
import type { Result } from "../../domain/result";
import type { Presence, RollCall } from "../../domain/roll-call";
import type { Scope } from "../../domain/scope";
import type { SheetKind } from "../../domain/score-sheet";
import type { SignedTicket } from "../../protocol/meeting-ticket";
import type { DocumentRow, Watch } from "../device";
import type { CloseInput, CloseProblem } from "../minutes/close-meeting";
import type { LateWords } from "../minutes/late-words";
import type { ReviewLine, ScoreLine } from "../minutes/minutes-lines";
import type { MinutesWriting } from "../minutes/minutes-writing";
import type { PhotoRow, Photos, PhotosFor } from "../photos/photos";

/** A meeting as the list shows it. */
export interface MeetingRow {
  readonly id: MeetingId;
  readonly host: Host;
  readonly kind: MeetingKind;
  readonly title: string;
  readonly place: string;
  /** Milliseconds. */
  readonly startsAt: number;
  readonly minutes: number;
  /** Why it does not take place. */
  readonly cancelled?: string;
  /** True once its minutes were adopted. */
  readonly closed: boolean;
  /** When this phone's member checked in, milliseconds. */
  readonly checkedInAt?: number;
  /** This phone's member may run it: call the roll, show the code. */
  readonly runs: boolean;
  /** He may change or cancel it. */
  readonly changes: boolean;
}

export interface MeetingDetail extends MeetingRow {
  readonly agenda: readonly string[];
  /** In the order of the call; `row` is absent while the paper is not on this phone. */
  readonly papers: readonly { readonly id: DocumentId; readonly row?: DocumentRow }[];
  /** Papers that were photographed for it, the earliest first. */
  readonly photos: readonly PhotoRow[];
  /** What this phone's member sent before it, the earliest first; `at` in milliseconds. */
  readonly ownOpinions: readonly { readonly at: number; readonly text: string }[];
  /** Only for who runs it. */
  readonly desk?: MeetingDesk;
}

/** What the officers of a meeting see. */
export interface MeetingDesk {
  /** True once members can check in. */
  readonly open: boolean;
  /** In the order of the members' names; of a conference only those of whom something was said. */
  readonly roll: readonly RollRow[];
  readonly figures: RollCall;
  readonly guests: readonly { readonly guest: string; readonly name: string }[];
  /** Of a conference: every cell that is called, in the order of the directory. */
  readonly delegates?: readonly CellDelegates[];
  /** What was ticked off before it. */
  readonly notes: Notes;
  /** What members sent before it, the earliest first; `at` in milliseconds. */
  readonly opinions: readonly Opinion[];
}

/** A cell that is called to a conference. */
export interface CellDelegates {
  readonly org: OrgId;
  readonly name: string;
  /** All who are called from it, in the order of a roll: its members, or its committee. */
  readonly called: readonly { readonly member: MemberId; readonly name: string }[];
  /** Those of whom something was said: who came, who is excused, whose check-in is doubtful. */
  readonly roll: readonly RollRow[];
}

export interface Opinion {
  readonly member: MemberId;
  readonly name: string;
  readonly at: number;
  readonly text: string;
}

/** A meeting that was closed, with all that its papers say. */
export interface MeetingRecord {
  readonly meeting: MeetingRow;
  /** Papers that were photographed for it. */
  readonly photos: readonly PhotoRow[];
  /** Who held it: the cell, or the office's own name for itself. */
  readonly hostName: string;
  /** The committee above it. */
  readonly communeName: string;
  readonly closing: Closing;
  readonly figures: RollCall;
  /** `missing` parts are still on their way. */
  readonly minutes: AdoptedMinutes;
}

/** Who was there over a year, of the meetings of one's own cell that were closed. */
export interface YearAttendance {
  readonly year: number;
  /** Years in which there was one, the earliest first. */
  readonly years: readonly number[];
  /** Those to which this phone's member was called, the latest first, and whether he was there; not `owed`: he need not come. */
  readonly meetings: readonly {
    readonly id: MeetingId;
    readonly title: string;
    /** Milliseconds. */
    readonly startedAt: number;
    readonly presence?: Presence;
    readonly owed: boolean;
  }[];
  /** His own figures, where he was called at all. */
  readonly own?: YearRow;
  /** Everyone's, in the order of a roll: only for who sits on the cell's committee. */
  readonly rows?: readonly YearRow[];
}

/** What the caller decides; the host follows from the kind. */
export type MeetingDraft = Omit<MeetingCall, "host">;

/** What the screen of an open meeting shows. */
export interface ShownCode {
  /** The link in the code: ticket and code. */
  readonly link: string;
  /** Eight letters, to be typed where there is no camera. */
  readonly code: string;
  /** When the next code takes its place, milliseconds; never for a poster's. */
  readonly until?: number;
}

/** A meeting's code that was read. */
export interface SeenTicket extends Omit<SignedTicket, "signed" | "signature"> {
  /** Signed by an officer of the host, as this phone's own directory knows him. */
  readonly verified: boolean;
}

/**
 * `closed`: it is not the meeting's time; `ended`: its minutes were adopted; `cancelled`; `other-cell`: the member belongs to
 * another; `not-enrolled`.
 */
export type CheckInProblem = "closed" | "ended" | "cancelled" | "other-cell" | "not-enrolled";

/** `other-meeting`: a check-in, but of no meeting that this phone runs; `refused`: the signature or its author does not hold. */
export type CardProblem = "not-a-card" | "damaged" | "other-meeting" | "other-cell" | "refused";

export interface Meetings {
  /** Those to come first, the nearest first; then those past, the latest first. */
  list(): Watch<readonly MeetingRow[]>;
  meeting(id: MeetingId): Watch<MeetingDetail | undefined>;
  /** Undefined while it is not closed, as far as this phone knows. */
  record(id: MeetingId): Watch<MeetingRecord | undefined>;
  /** `year` in the commune's calendar. */
  year(year: number): Watch<YearAttendance>;
  /**
   * Calls a meeting of one's own cell or committee; a conference by the office goes to `audience`. The papers that were
   * photographed and declared for the call `photos` go with it, in the same transaction.
   */
  call(draft: MeetingDraft, audience?: readonly Scope[], photos?: PhotosFor): Promise<MeetingId>;
  /** Papers that are photographed for a meeting. */
  readonly photos: Photos;
  change(id: MeetingId, draft: MeetingDraft): Promise<void>;
  cancel(id: MeetingId, reason: string): Promise<void>;
  /** Adds to minutes that were adopted; the minutes themselves stay as they are. */
  amend(id: MeetingId, text: string): Promise<void>;
  /** Members can check in from now on. */
  open(id: MeetingId): Promise<void>;
  /** The code of this moment, or the one for a poster, which counts in the meeting's hours only. */
  code(id: MeetingId, poster?: boolean): Promise<ShownCode | undefined>;
  /** A mark of an officer; undefined takes an earlier one back. */
  mark(id: MeetingId, member: MemberId, presence: Presence | undefined, reason?: string): Promise<void>;
  /** How a member stands to this meeting and to those after it, where the list of members does not know it. */
  stand(id: MeetingId, member: MemberId, standing: SaidStanding): Promise<void>;
  addGuest(id: MeetingId, name: string): Promise<void>;
  /** Another name for the same guest. */
  renameGuest(id: MeetingId, guest: string, name: string): Promise<void>;
  removeGuest(id: MeetingId, guest: string): Promise<void>;
  /** Ticks a duty around the meeting off as done now, or takes the tick back. */
  note(id: MeetingId, note: MeetingNote, done: boolean): Promise<void>;
  /** Sends this phone's member's opinion to the officers of the meeting. */
  sendOpinion(id: MeetingId, text: string): Promise<void>;
  /** The agenda that this host keeps for meetings of a kind; undefined where it begins with the built-in one. */
  agenda(kind: MeetingKind): Watch<readonly string[] | undefined>;
  /** Keeps an agenda for the next meetings of that kind, for all officers of the host; an empty one goes back to the built-in. */
  keepAgenda(kind: MeetingKind, points: readonly string[]): Promise<void>;
  /** The sheet of points that the office set; undefined where the built-in one holds. */
  sheet(kind: SheetKind): Watch<readonly ScoreItem[] | undefined>;
  /** Sets it for the whole commune; only the office may. An empty one goes back to the built-in. */
  setSheet(kind: SheetKind, items: readonly ScoreItem[]): Promise<void>;
  /** Opens the minutes for writing; only for who runs the meeting. */
  openMinutes(id: MeetingId): Promise<MinutesWriting>;
  /** The minutes as they would be adopted now. */
  readOut(
    meeting: MeetingDetail,
    writing: MinutesWriting,
    score: readonly ScoreLine[],
  ): Promise<readonly MinutesLine[]>;
  /** Tasks that this meeting looks back on. */
  tasksBefore(meeting: MeetingDetail): Promise<readonly ReviewLine[]>;
  /** Adopts the minutes, assigns their tasks and ends the meeting, all at once. */
  close(
    meeting: MeetingDetail,
    writing: MinutesWriting,
    input: CloseInput,
  ): Promise<Result<void, CloseProblem>>;
  /** What officers wrote and what came too late to be adopted; empty while the meeting is not closed. */
  lateWords(id: MeetingId): Watch<readonly LateWords[]>;
  /** What a scanned or opened link says; never throws. */
  readTicket(link: string): Promise<Result<SeenTicket, "not-a-ticket" | "damaged">>;
  /**
   * Checks this phone's member in; with the same code again it changes nothing. `closed` is judged by this phone's clock,
   * which may be wrong: `anyway` checks in all the same, and an officer sees that the moment does not fit.
   */
  checkIn(
    ticket: Pick<SeenTicket, "meeting" | "host" | "code" | "startsAt" | "minutes">,
    anyway?: boolean,
  ): Promise<Result<void, CheckInProblem>>;
  /** The member's own check-in as a link to show to an officer's camera. */
  card(id: MeetingId): Promise<string | undefined>;
  /** Takes over a check-in from a member's screen: the same entry that he sends himself, and a mark of this officer. */
  takeCard(
    link: string,
  ): Promise<Result<{ readonly meeting: MeetingId; readonly name: string }, CardProblem>>;
}
